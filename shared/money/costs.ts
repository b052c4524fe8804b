import { fiscalYearFirstMonth, monthNumber } from '../plan/month'
import type { Settings } from '../plan/settings'
import type { Row } from '../plan/tables'
import type { BudgetCategory } from '../plan/tables/budget-category'
import type { Attendance } from './attendance'
import { splitCents } from './cents'
import type { PositionMonths } from './position-months'
import { fiscalYears, type Span } from './span'

/**
 * What a position costs the rollout by month, in cents, not yet whole: FTE × share of the time on the rollout × salary
 * at 1.0 / 12 × (1 + benefits), grown by the yearly pay growth from the plan's second fiscal year on. Salaries are those
 * of the plan's first fiscal year.
 */
export function positionCost(span: Span, { rolloutFte, periods }: PositionMonths, settings: Settings): Float64Array {
  const years = fiscalYears(span)
  return rolloutFte.map((fte, month) => {
    const period = periods[month]
    if (!period) return 0
    const benefits = (period.benefitRate ?? settings.benefitRate) / 10_000
    const yearsOfGrowth = Math.max(0, (years[month] ?? 0) - span.firstFiscalYear)
    return ((fte * period.salaryCents) / 12) * (1 + benefits) * (1 + settings.payGrowth / 10_000) ** yearsOfGrowth
  })
}

/**
 * What a session costs in its month, in cents, by what it is spent on: the fee; materials for each who is expected;
 * substitutes by the school day or extra hours by the hour for each. Contingency on all of it.
 */
export function sessionCosts({ session, attendees }: Attendance, settings: Settings): [BudgetCategory, number][] {
  const hours = attendees * session.hours
  const time =
    session.timePaidAs === 'substitute'
      ? (hours / settings.hoursPerDay) * settings.substituteDayCents
      : session.timePaidAs === 'stipend'
        ? hours * settings.stipendHourCents
        : 0
  const spread = 1 + settings.contingency / 10_000
  const costs: [BudgetCategory, number][] = [
    ['services', (session.leaderFeeCents ?? 0) * spread],
    ['materials', (session.materialsPerPersonCents ?? 0) * attendees * spread],
    ['substitutes', time * spread],
  ]
  return costs.filter(([, cents]) => cents > 0)
}

/** What a session costs in all, in whole cents: each kind of cost rounded by itself, as the ledger does. */
export const sessionCents = (attendance: Attendance, settings: Settings): number =>
  sessionCosts(attendance, settings).reduce((sum, [, cents]) => sum + Math.round(cents), 0)

function isDue(line: Row<'costLine'>, month: number): boolean {
  const first = monthNumber(line.firstMonth)
  if (month < first || (line.lastMonth !== null && month > monthNumber(line.lastMonth))) return false
  if (line.frequency === 'monthly') return true
  return line.frequency === 'yearly' ? (month - first) % 12 === 0 : month === first
}

/**
 * The months of a fiscal year over which its planned figure is spread: those in which the line is due; where it is never
 * due in that year, those between its first and last month; where there are none either, the whole year.
 */
function monthsToSpread(line: Row<'costLine'>, firstOfYear: number): number[] {
  const year = Array.from({ length: 12 }, (_, index) => firstOfYear + index)
  const due = year.filter((month) => isDue(line, month))
  if (due.length > 0) return due
  const last = line.lastMonth === null ? Number.POSITIVE_INFINITY : monthNumber(line.lastMonth)
  const running = year.filter((month) => month >= monthNumber(line.firstMonth) && month <= last)
  return running.length > 0 ? running : year
}

/**
 * What a cost line costs by month, in cents, not yet whole: its amount in every month in which it is due, with
 * contingency; a planned figure of a fiscal year takes the place of what was computed for that year, as it stands.
 */
export function lineCost(
  span: Span,
  line: Row<'costLine'>,
  years: readonly Row<'lineYear'>[],
  settings: Settings,
): Float64Array {
  const first = monthNumber(span.firstMonth)
  const amount = line.amountCents * (1 + settings.contingency / 10_000)
  const cost = Float64Array.from({ length: span.months }, (_, index) => (isDue(line, first + index) ? amount : 0))
  for (const { fiscalYear, plannedCents } of years) {
    if (plannedCents === null) continue
    const firstOfYear = monthNumber(fiscalYearFirstMonth(fiscalYear, span.fiscalYearStart))
    const spread = monthsToSpread(line, firstOfYear)
    const parts = splitCents(
      plannedCents,
      spread.map(() => 1),
    )
    for (let month = firstOfYear; month < firstOfYear + 12; month += 1) {
      if (month >= first && month < first + span.months) cost[month - first] = parts[spread.indexOf(month)] ?? 0
    }
  }
  return cost
}
