import { rowsOf, type Plan } from '../plan/plan'
import { settingsOf } from '../plan/settings'
import { attendances, type Attendance } from './attendance'
import { sessionCosts } from './costs'
import { groupBy } from './grouping'
import type { Ledger } from './ledger'
import { sumOf, yearPlaces } from './totals'

/** What a cost line was planned at and came to in a fiscal year; whole cents. */
export type LineVariance = {
  readonly lineId: string
  readonly name: string
  readonly fiscalYear: number
  readonly plannedCents: number
  readonly actualCents: number
  /** Above 0: more was spent than planned. */
  readonly overCents: number
}

/** Every cost line and fiscal year in which something is known to have been spent, in the planner's order, then by year. */
export function lineVariances(plan: Plan, ledger: Ledger): LineVariance[] {
  const years = groupBy(rowsOf(plan, 'lineYear'), ({ lineId }) => lineId)
  return rowsOf(plan, 'costLine').flatMap(({ id, name }) => {
    const line = ledger.lines.find((each) => each.kind === 'costLine' && each.id === id)
    return yearPlaces(plan).flatMap(({ fiscalYear, from, to }): LineVariance[] => {
      const actualCents = years.get(id)?.find((row) => row.fiscalYear === fiscalYear)?.actualCents ?? null
      if (actualCents === null) return []
      const plannedCents = line ? sumOf(line.costCents, from, to) : 0
      return [{ lineId: id, name, fiscalYear, plannedCents, actualCents, overCents: actualCents - plannedCents }]
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
  const costOf = (attendance: Attendance): number =>
    sessionCosts(attendance, settings).reduce((sum, [, cents]) => sum + Math.round(cents), 0)
  const asPlanned: Plan = {
    ...plan,
    session: new Map([...plan.session].map(([id, row]) => [id, { ...row, attendanceActual: null }])),
  }
  const planned = new Map(attendances(asPlanned).map((attendance) => [attendance.session.id, attendance]))
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
