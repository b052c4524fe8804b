import { attendances, attendancesAsExpected } from '../money/attendance'
import { sessionCents } from '../money/costs'
import type { Plan } from '../plan/plan'
import { settingsOf } from '../plan/settings'
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

/** The figures of every session in order of month, by the same seats, attendance and costs as forecast and ledger. */
export function sessionFigures(plan: Plan): SessionFigures[] {
  const settings = settingsOf(plan)
  const expected = new Map(attendancesAsExpected(plan).map((attendance) => [attendance.session.id, attendance]))
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
      expectedCents: sessionCents(planned, settings),
      cameCents: isHeld ? sessionCents(actual, settings) : null,
      clashes: calendarClashes(session, settings),
    }
  })
}
