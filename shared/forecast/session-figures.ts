import { attendances, type Attendance } from '../money/attendance'
import { sessionCosts } from '../money/costs'
import type { Plan } from '../plan/plan'
import { settingsOf, type Settings } from '../plan/settings'
import type { Row } from '../plan/tables'
import { calendarClashes } from './session-calendar'

/** One session: whom it is for, who has a seat, who is expected, who came, and what it costs either way. */
export type SessionFigures = {
  readonly session: Row<'session'>
  /** People it is for. */
  readonly audience: number
  /** People with a seat who are expected to come. */
  readonly expected: number
  /** People who came; null: not known yet. */
  readonly came: number | null
  /** Of the audience, those who had no seat up to and with this session. */
  readonly unseated: number
  /** Whole cents, with everybody who is expected. */
  readonly expectedCents: number
  /** Whole cents, with those who came; null: not known yet. */
  readonly cameCents: number | null
  /** What does not fit the school calendar, in sentences. */
  readonly clashes: readonly string[]
}

/** The plan as if no session had been held yet. */
const asExpected = (plan: Plan): Plan => ({
  ...plan,
  session: new Map([...plan.session].map(([id, row]) => [id, { ...row, attendanceActual: null }])),
})

/** Rounded as the ledger does: each kind of cost by itself. */
const centsOf = (attendance: Attendance, settings: Settings): number =>
  sessionCosts(attendance, settings).reduce((sum, [, cents]) => sum + Math.round(cents), 0)

/** The figures of every session in order of month, by the same seats, attendance and costs as forecast and ledger. */
export function sessionFigures(plan: Plan): SessionFigures[] {
  const settings = settingsOf(plan)
  const expected = new Map(attendances(asExpected(plan)).map((attendance) => [attendance.session.id, attendance]))
  return attendances(plan).map((actual) => {
    const { session, audience, unseated } = actual
    const planned = expected.get(session.id) ?? actual
    const isHeld = session.attendanceActual !== null
    return {
      session,
      audience,
      unseated,
      expected: planned.attendees,
      came: isHeld ? actual.attendees : null,
      expectedCents: centsOf(planned, settings),
      cameCents: isHeld ? centsOf(actual, settings) : null,
      clashes: calendarClashes(session, settings),
    }
  })
}
