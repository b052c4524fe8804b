import { positionMonths, type PositionMonths } from '../money/position-months'
import { fiscalYears, placeOf, spanOf, type Span } from '../money/span'
import { addMonths } from '../plan/month'
import { planRow, rowsOf, type Plan } from '../plan/plan'

/** What staffing levers move: coaches, or those who build systems. */
export type StaffedFunction = 'coach' | 'systems'

/** The open part of a fiscal year: places of the plan's span from the as-of month on, `to` exclusive. */
export type OpenYear = { readonly fiscalYear: number; readonly from: number; readonly to: number }

/** The fiscal years that are not over, from the as-of month to the end of the plan. */
export function openYears(plan: Plan): OpenYear[] {
  const row = planRow(plan)
  const span = spanOf(plan)
  if (!row) return []
  const first = Math.max(0, placeOf(span, row.asOfMonth ?? row.startMonth))
  const years = fiscalYears(span)
  return [...new Set(years.slice(first))].map((fiscalYear) => ({
    fiscalYear,
    from: Math.max(first, years.indexOf(fiscalYear)),
    to: years.lastIndexOf(fiscalYear) + 1,
  }))
}

/** The positions of one kind, month by month, in the planner's order. */
export const positionsFor = (plan: Plan, does: StaffedFunction): PositionMonths[] =>
  positionMonths(plan).filter(({ position }) => position.function === does)

/** Hundredths of an FTE in post at a place of the span. */
const hundredthsAt = ({ fte }: PositionMonths, place: number): number => Math.round((fte[place] ?? 0) * 100)

/** The most that is in post in any month of a year, in hundredths of an FTE: the year's planned level. */
export function plannedLevel(positions: readonly PositionMonths[], { from, to }: OpenYear): number {
  let most = 0
  for (let place = from; place < to; place += 1) {
    most = Math.max(
      most,
      positions.reduce((sum, held) => sum + hundredthsAt(held, place), 0),
    )
  }
  return most
}

/** How many FTE (coaches or system builders) are planned in each open fiscal year, at the year's fullest month. */
export function plannedByYear(plan: Plan, does: StaffedFunction): { fiscalYear: number; fte: number }[] {
  const positions = positionsFor(plan, does)
  return openYears(plan).map((year) => ({ fiscalYear: year.fiscalYear, fte: plannedLevel(positions, year) / 100 }))
}

/** A month of one position under a level: hundredths of an FTE by position, in their order. */
export function underLevel(positions: readonly PositionMonths[], place: number, level: number): number[] {
  let open = level
  return positions.map((held) => {
    const taken = Math.min(open, hundredthsAt(held, place))
    open -= taken
    return taken
  })
}

/** The position that new ones are like: the last in post when the year begins, else the last that ever is; null: none. */
export function modelPosition(positions: readonly PositionMonths[], { from }: OpenYear): PositionMonths | null {
  const inPost = positions.findLast((held) => hundredthsAt(held, from) > 0)
  return inPost ?? positions.findLast(({ periods }) => periods.some((period) => period !== null)) ?? null
}

/** The month at a place of a span. */
export const monthAtPlace = (span: Span, place: number): string => addMonths(span.firstMonth, place)

/** The lines of a position in order of time. */
export const linesOfPosition = (plan: Plan, positionId: string) =>
  rowsOf(plan, 'positionPeriod')
    .filter((line) => line.positionId === positionId)
    .sort((a, b) => (a.fromMonth < b.fromMonth ? -1 : a.fromMonth > b.fromMonth ? 1 : 0))
