import { monthNumber } from '../plan/month'
import { rowsOf, type Plan } from '../plan/plan'
import type { Row } from '../plan/tables'
import { firstPlaceAhead, stretchesOf, type Stretch } from './allocation-stretches'
import { chargedIn, chargesOf } from './charges'
import { amountIn, chargedYear, fundAmounts } from './fund-rules'
import { ledgerOf, type Ledger } from './ledger'
import type { LinearProgram, LinearSum } from './linear-program'
import { spanOf } from './span'

/** What a fund has for a fiscal year, in whole cents: spent before the as-of month, and left for what needs a fund. */
export type FundLimit = {
  readonly sourceId: string
  readonly fiscalYear: number
  readonly spentCents: number
  readonly leftCents: number
}

/** One fund that may pay for one stretch: a column of the program. */
export type Payer = {
  readonly stretchAt: number
  readonly sourceId: string
  /** Which limit it takes from; null: the fund is taken to be large enough. */
  readonly limitAt: number | null
}

/** Which fund may pay for what, and how much it has: the question of the best use of restricted funds. */
export type Allocation = {
  readonly ledger: Ledger
  readonly stretches: readonly Stretch[]
  readonly payers: readonly Payer[]
  readonly limits: readonly FundLimit[]
  /** The funds whose use is kept least: the district's own. */
  readonly generalIds: ReadonlySet<string>
}

/** Collects the limits that payers meet, each once. */
function limitFinder(plan: Plan, ledger: Ledger) {
  const amounts = fundAmounts(plan)
  const spent = chargesOf(plan, ledger, 0, firstPlaceAhead(plan))
  const { fiscalYearStart } = spanOf(plan)
  const first = monthNumber(ledger.firstMonth)
  const limits: FundLimit[] = []
  const places = new Map<string, number>()
  const find = (source: Row<'fundingSource'>, { from }: Stretch): number | null => {
    const fiscalYear = chargedYear(source, first + from, fiscalYearStart)
    const amount = amountIn(source, fiscalYear, amounts)
    if (amount === null) return null
    const key = `${source.id} ${fiscalYear}`
    const known = places.get(key)
    if (known !== undefined) return known
    places.set(key, limits.length)
    const spentCents = chargedIn(spent, source.id, fiscalYear)
    limits.push({ sourceId: source.id, fiscalYear, spentCents, leftCents: Math.max(0, amount - spentCents) })
    return limits.length - 1
  }
  return { limits, find }
}

/**
 * The question as data: every cost that needs a fund, the funds that may pay it by category, place and dates, and
 * what each fund has left by fiscal year.
 */
export function allocationOf(plan: Plan, ledger: Ledger = ledgerOf(plan)): Allocation {
  const stretches = stretchesOf(plan, ledger)
  const { limits, find } = limitFinder(plan, ledger)
  const payers = stretches.flatMap((stretch, stretchAt) =>
    stretch.mayPay.flatMap((sourceId): Payer[] => {
      const source = plan.fundingSource.get(sourceId)
      return source ? [{ stretchAt, sourceId, limitAt: find(source, stretch) }] : []
    }),
  )
  const general = rowsOf(plan, 'fundingSource').filter(({ kind }) => kind === 'general')
  return { ledger, stretches, payers, limits, generalIds: new Set(general.map(({ id }) => id)) }
}

/** Columns with one coefficient for all of them. */
const sumOfColumns = (columns: readonly number[], coefficient = 1): LinearSum => ({
  columns,
  coefficients: columns.map(() => coefficient),
})

const exactly = (columns: readonly number[], value: number) => ({
  ...sumOfColumns(columns),
  lower: value,
  upper: value,
})

/**
 * The linear program of an allocation, in dollars: a column for what each payer pays, then one for what stays unfunded
 * of each stretch, then one for what each payer goes on paying of what it pays today. Minimized one after the other:
 * what is unfunded; what the general fund pays; what changes hands without need. A fund may come and go with fiscal years
 * and dates: nothing asks that it pays for one thing without a break.
 */
export function allocationProgram({ stretches, payers, limits, generalIds }: Allocation): LinearProgram {
  const unfundedAt = payers.length
  const keptAt = unfundedAt + stretches.length
  const kept = payers.flatMap(({ stretchAt, sourceId }, at) => {
    const cents = stretches[stretchAt]?.today.get(sourceId)?.cents ?? 0
    return cents > 0 ? [{ at, dollars: cents / 100 }] : []
  })
  const columnsOf: number[][] = stretches.map((_, at) => [unfundedAt + at])
  const takers: number[][] = limits.map(() => [])
  payers.forEach(({ stretchAt, limitAt }, at) => {
    columnsOf[stretchAt]?.push(at)
    if (limitAt !== null) takers[limitAt]?.push(at)
  })
  const general = payers.flatMap(({ sourceId }, at) => (generalIds.has(sourceId) ? [at] : []))
  return {
    columnUpper: [
      ...payers.map(() => null),
      ...stretches.map(({ costCents }) => costCents / 100),
      ...kept.map(({ dollars }) => dollars),
    ],
    rows: [
      ...stretches.map(({ costCents }, at) => exactly(columnsOf[at] ?? [], costCents / 100)),
      ...limits.map(({ leftCents }, at) => ({
        ...sumOfColumns(takers[at] ?? []),
        lower: null,
        upper: leftCents / 100,
      })),
      // what is kept is at most what is paid
      ...kept.map(({ at }, index) => ({ columns: [keptAt + index, at], coefficients: [1, -1], lower: null, upper: 0 })),
    ],
    objectives: [
      sumOfColumns(stretches.map((_, at) => unfundedAt + at)),
      sumOfColumns(general),
      sumOfColumns(
        kept.map((_, index) => keptAt + index),
        -1,
      ),
    ],
  }
}
