import { fiscalYearFirstMonth } from '../plan/month'
import { rowsOf, type Plan } from '../plan/plan'
import { settingsOf } from '../plan/settings'
import type { Row } from '../plan/tables'
import { attendances, attendancesAsExpected, type Attendance } from './attendance'
import { lineCost, sessionCents } from './costs'
import { groupBy } from './grouping'
import { spanOf } from './span'
import { yearPlaces } from './totals'

/** What a cost line was planned at and came to in a fiscal year; whole cents. */
export type LineVariance = {
  readonly lineId: string
  readonly name: string
  readonly fiscalYear: number
  /** For all of the fiscal year, as what was spent is, whether or not the plan covers all of it. */
  readonly plannedCents: number
  readonly actualCents: number
  /** Whether the plan covers all of the fiscal year: then the ledger has the same figure. */
  readonly isCovered: boolean
  /** Above 0: more was spent than planned. */
  readonly overCents: number
}

/** What a line is planned at in the twelve months of a fiscal year, in whole cents. */
function plannedIn(plan: Plan, line: Row<'costLine'>, years: readonly Row<'lineYear'>[], fiscalYear: number): number {
  const span = spanOf(plan)
  const firstMonth = fiscalYearFirstMonth(fiscalYear, span.fiscalYearStart)
  const cost = lineCost({ ...span, firstMonth, months: 12 }, line, years, settingsOf(plan))
  return Math.round(cost.reduce((sum, cents) => sum + cents, 0))
}

/** Every cost line and fiscal year in which something is known to have been spent, in the planner's order, then by year. */
export function lineVariances(plan: Plan): LineVariance[] {
  const years = groupBy(rowsOf(plan, 'lineYear'), ({ lineId }) => lineId)
  return rowsOf(plan, 'costLine').flatMap((line) => {
    const own = years.get(line.id) ?? []
    return yearPlaces(plan).flatMap(({ fiscalYear, from, to }): LineVariance[] => {
      const actualCents = own.find((row) => row.fiscalYear === fiscalYear)?.actualCents ?? null
      if (actualCents === null) return []
      const plannedCents = plannedIn(plan, line, own, fiscalYear)
      const overCents = actualCents - plannedCents
      const isCovered = to - from === 12
      return [{ lineId: line.id, name: line.name, fiscalYear, plannedCents, actualCents, isCovered, overCents }]
    })
  })
}

/** A session that was held: who was expected and who came, and what that makes of its cost. Whole cents. */
export type SessionVariance = {
  readonly sessionId: string
  readonly title: string
  readonly month: string
  readonly plannedPeople: number
  readonly actualPeople: number
  readonly plannedCents: number
  readonly actualCents: number
}

/** The sessions of which it is known who came, by month: as planned beside as held. */
export function sessionVariances(plan: Plan): SessionVariance[] {
  const settings = settingsOf(plan)
  const costOf = (attendance: Attendance): number => sessionCents(attendance, settings)
  const planned = new Map(attendancesAsExpected(plan).map((attendance) => [attendance.session.id, attendance]))
  return attendances(plan).flatMap((held): SessionVariance[] => {
    const before = planned.get(held.session.id)
    if (held.session.attendanceActual === null || !before) return []
    return [
      {
        sessionId: held.session.id,
        title: held.session.title,
        month: held.session.month,
        plannedPeople: before.attendees,
        actualPeople: held.attendees,
        plannedCents: costOf(before),
        actualCents: costOf(held),
      },
    ]
  })
}
