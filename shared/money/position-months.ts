import { oncePerTables } from '../plan/once-per'
import { inOrder, rowsOf, type Plan } from '../plan/plan'
import type { Row } from '../plan/tables'
import { groupBy } from './grouping'
import { spanMonths, spanOf, type Span } from './span'

/** Who works how much, month by month; each list has as many places as the span has months. */
export type PositionMonths = {
  readonly position: Row<'position'>
  /** Full-time equivalents, 1 = full time; 0 where nobody is in the post. */
  readonly fte: Float64Array
  /** Those that go into the rollout: FTE × the share of time on it. */
  readonly rolloutFte: Float64Array
  /** Which line of "Positions by month" holds; null before the first, after the last, and while the post is empty. */
  readonly periods: readonly (Row<'positionPeriod'> | null)[]
}

const byStart = (a: Row<'positionPeriod'>, b: Row<'positionPeriod'>): number =>
  a.fromMonth < b.fromMonth ? -1 : a.fromMonth > b.fromMonth ? 1 : 0

/** The line that holds in a month: the latest that has begun, unless its last month is over. `periods` by start. */
export function periodIn(periods: readonly Row<'positionPeriod'>[], month: string): Row<'positionPeriod'> | null {
  const latest = periods.findLast((period) => period.fromMonth <= month)
  return latest && (latest.toMonth === null || month <= latest.toMonth) ? latest : null
}

/** Vacant: empty until the month it is expected to be filled, for good where that is not known. Frozen: empty. */
function isInPost(position: Row<'position'>, month: string): boolean {
  if (position.status === 'filled') return true
  return position.status === 'vacant' && position.expectedFillMonth !== null && position.expectedFillMonth <= month
}

function monthsOf(span: Span, position: Row<'position'>, periods: readonly Row<'positionPeriod'>[]): PositionMonths {
  const held = spanMonths(span).map((month) => (isInPost(position, month) ? periodIn(periods, month) : null))
  const fte = Float64Array.from(held, (period) => (period?.fte ?? 0) / 100)
  return {
    position,
    fte,
    rolloutFte: fte.map((value, month) => (value * (held[month]?.rolloutShare ?? 0)) / 10_000),
    periods: held,
  }
}

/** The lines of one position by their start; those that start together in the planner's order, of which the last holds. */
export const periodsOf = (plan: Pick<Plan, 'positionPeriod'>, positionId: string): Row<'positionPeriod'>[] =>
  inOrder([...plan.positionPeriod.values()].filter((period) => period.positionId === positionId)).sort(byStart)

/** The lines of every position by their start, by the position's id. */
export const periodsByPosition = (plan: Pick<Plan, 'positionPeriod'>): ReadonlyMap<string, Row<'positionPeriod'>[]> =>
  groupBy(rowsOf(plan, 'positionPeriod').toSorted(byStart), (period) => period.positionId)

/** FTE of every position by month of the plan's span, in the planner's order of positions. */
export const positionMonths = oncePerTables(
  ['plan', 'position', 'positionPeriod'],
  (plan): readonly PositionMonths[] => {
    const span = spanOf(plan)
    const periods = periodsByPosition(plan)
    return rowsOf(plan, 'position').map((position) => monthsOf(span, position, periods.get(position.id) ?? []))
  },
)

/** The positions that somebody holds in a month (`YYYY-MM`), each with the line that holds, in the planner's order. */
export function positionsInPost(
  plan: Plan,
  month: string,
): { readonly position: Row<'position'>; readonly period: Row<'positionPeriod'> }[] {
  const periods = periodsByPosition(plan)
  return rowsOf(plan, 'position').flatMap((position) => {
    const period = isInPost(position, month) ? periodIn(periods.get(position.id) ?? [], month) : null
    return period ? [{ position, period }] : []
  })
}

/** A position that is to be filled and is not, in one month. */
export type Vacancy = {
  readonly position: Row<'position'>
  /** Full-time equivalents that are missing. */
  readonly fte: number
  /** Which line of "Positions by month" stands empty. */
  readonly period: Row<'positionPeriod'>
}

/** The positions that stand vacant in a month (`YYYY-MM`) for which they are planned, in the planner's order. */
export function vacanciesIn(plan: Plan, month: string): Vacancy[] {
  const periods = periodsByPosition(plan)
  return rowsOf(plan, 'position').flatMap((position) => {
    if (position.status !== 'vacant' || isInPost(position, month)) return []
    const period = periodIn(periods.get(position.id) ?? [], month)
    return period && period.fte > 0 ? [{ position, fte: period.fte / 100, period }] : []
  })
}
