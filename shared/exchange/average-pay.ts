import { formatMoney } from '../plan/format-value'
import type { Row } from '../plan/tables'
import type { Draft } from './draft'

/** The average yearly pay of one kind of staff in a district, as its column says. */
export type SuggestedPay = { readonly districtName: string; readonly roleName: string; readonly salaryCents: number }

/**
 * Whose average pay stands in for a position of each function that has no pay yet. A planner's assumption: coaches are
 * counted like teachers, system builders like the central office. The note at the pay says whose average it is.
 */
const paidLike: Readonly<Record<Row<'position'>['function'], string>> = {
  coach: 'Teacher',
  practitioner: 'Teacher',
  leader: 'School leader',
  systems: 'Central administrator',
  support: 'Professional support',
}

/** One sentence with all averages, to be kept as a note at the district. */
export const averagePaySentence = (pay: readonly SuggestedPay[]): string =>
  `Average base pay in a year: ${pay.map(({ roleName, salaryCents }) => `${roleName} ${formatMoney(salaryCents)}`).join(', ')}.`

/** A line of a position that gets its pay from an average. */
export type PaidPosition = { readonly periodId: string; readonly roleName: string; readonly salaryCents: number }

/**
 * The lines of positions without pay that one of the averages stands in for; `isHere` tells whether a place belongs to
 * the district, null being a position that works for all.
 */
export const positionsToPay = (
  draft: Draft,
  pay: readonly SuggestedPay[],
  isHere: (unitId: string | null) => boolean,
): PaidPosition[] =>
  [...draft.rows('positionPeriod')].flatMap((row): PaidPosition[] => {
    const period = row as unknown as Row<'positionPeriod'>
    if (period.salaryCents !== 0 || !isHere(period.unitId)) return []
    const position = draft.get('position', period.positionId) as unknown as Row<'position'> | undefined
    const average = position && pay.find(({ roleName }) => roleName === paidLike[position.function])
    return average ? [{ periodId: period.id, roleName: average.roleName, salaryCents: average.salaryCents }] : []
  })
