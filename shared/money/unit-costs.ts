import { addMonths } from '../plan/month'
import { rowsOf, type Plan } from '../plan/plan'
import type { Row } from '../plan/tables'
import type { Ledger } from './ledger'
import { sumOf, yearPlaces } from './totals'

/** What a fiscal year costs for each of those it reaches. Whole cents; null where there is nobody, or it is not known. */
export type UnitCost = {
  readonly fiscalYear: number
  /** The last month of it in the plan, `YYYY-MM`. */
  readonly lastMonth: string
  readonly costCents: number
  readonly schools: number
  readonly staff: number
  readonly students: number | null
  /** People who practice with fidelity at the end of the year. */
  readonly atFidelity: number | null
  readonly perSchoolCents: number | null
  readonly perStaffCents: number | null
  readonly perStudentCents: number | null
  readonly perPersonAtFidelityCents: number | null
}

/** The schools that have started by a month (`YYYY-MM`), in the planner's order. */
export const unitsStartedBy = (plan: Plan, month: string): Row<'unit'>[] =>
  rowsOf(plan, 'unit').filter(({ kind, waveId }) => {
    const start = waveId === null ? null : plan.wave.get(waveId)?.startMonth
    return kind === 'school' && typeof start === 'string' && start <= month
  })

const per = (cents: number, count: number | null): number | null =>
  count === null || count < 0.5 ? null : Math.round(cents / count)

/**
 * Cost by fiscal year for each school that has started by the end of the year, each who practices there, each student
 * there, and each who practices with fidelity then; `atFidelityIn` gives that number for a month, null where it is not forecast.
 */
export function unitCosts(plan: Plan, ledger: Ledger, atFidelityIn: (month: string) => number | null): UnitCost[] {
  const practitioners = rowsOf(plan, 'staffGroup').filter(
    ({ roleId }) => plan.role.get(roleId)?.kind === 'practitioner',
  )
  return yearPlaces(plan).map(({ fiscalYear, from, to }): UnitCost => {
    const month = addMonths(ledger.firstMonth, to - 1)
    const started = unitsStartedBy(plan, month)
    const ids = new Set(started.map(({ id }) => id))
    const staff = practitioners.reduce((sum, { unitId, headcount }) => sum + (ids.has(unitId) ? headcount : 0), 0)
    const isKnown = started.some(({ enrolment }) => enrolment !== null)
    const students = isKnown ? started.reduce((sum, { enrolment }) => sum + (enrolment ?? 0), 0) : null
    const costCents = ledger.lines.reduce((sum, line) => sum + sumOf(line.costCents, from, to), 0)
    const atFidelity = atFidelityIn(month)
    return {
      fiscalYear,
      lastMonth: month,
      costCents,
      schools: started.length,
      staff,
      students,
      atFidelity,
      perSchoolCents: per(costCents, started.length),
      perStaffCents: per(costCents, staff),
      perStudentCents: per(costCents, students),
      perPersonAtFidelityCents: per(costCents, atFidelity),
    }
  })
}
