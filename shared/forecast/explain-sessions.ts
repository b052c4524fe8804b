import { attendances, attendancesAsExpected, type Attendance } from '../money/attendance'
import { sessionCosts } from '../money/costs'
import { formatMoney, formatNumber, formatShare } from '../plan/format-value'
import { monthWords } from '../plan/month'
import type { Plan } from '../plan/plan'
import { settingsOf } from '../plan/settings'
import { nameOf } from '../plan/words'
import { attendanceRates, howOfCost, settingsBehind, spentOnWords } from './explain-line'
import type { ExplainQuestion, SessionFigureKey, SessionTotalKey } from './explain-question'
import { settingLines } from './explain-sources'
import { bySize, line, summed, told, type Explanation, type ExplanationPart } from './explanation'
import { amount } from './figure'
import { sessionFigures, type SessionFigures } from './session-figures'

type OfSession = Extract<ExplainQuestion, { kind: 'sessionFigure' }>
type OfAll = Extract<ExplainQuestion, { kind: 'sessionTotal' }>

const words: Readonly<Record<SessionFigureKey, string>> = {
  audience: 'people it is for',
  unseated: 'people without a seat',
  expected: 'people expected',
  came: 'people who came',
  expectedCents: 'cost expected',
  cameCents: 'cost as held',
}

/** People, whole ones: an expectation is no head count to the tenth. */
const people = (count: number): string => formatNumber(Math.round(count))

/** A figure of a session as it is printed; "–" where it is not known yet. */
export function sessionFigureText(figures: SessionFigures, of: SessionFigureKey): string {
  const value = figures[of]
  if (value === null) return '–'
  return of === 'expectedCents' || of === 'cameCents' ? formatMoney(value) : people(value)
}

function audiencePart(plan: Plan, { groupIds }: Attendance): ExplanationPart {
  const lines = groupIds.map((id) => {
    const headcount = plan.staffGroup.get(id)?.headcount ?? 0
    const rows = [{ table: 'staffGroup', id } as const]
    return line(nameOf(plan, 'staffGroup', id), formatNumber(headcount), { amount: headcount, rows })
  })
  return summed('Whom it is for', lines, people)
}

/** The audience without those who had a seat before or have none yet, or the other way round. */
function seatsPart({ session, audience, seated, unseated }: Attendance, of: 'seated' | 'unseated'): ExplanationPart {
  const rows = [{ table: 'session', id: session.id } as const]
  const before = audience - seated - unseated
  const seats = session.seats === null ? 'for all' : formatNumber(session.seats)
  const lines = [
    line('People it is for', people(audience), { amount: audience, rows }),
    line('less those who had a seat in the series before', people(before), { amount: -before }),
    of === 'seated'
      ? line(`less those without one: seats ${seats}`, people(unseated), { amount: -unseated, rows })
      : line(`less those who have one here: seats ${seats}`, people(seated), { amount: -seated, rows }),
  ]
  return summed('Seats', lines, people, of === 'seated' ? 'Have a seat' : 'Have none yet')
}

function costPart(plan: Plan, attendance: Attendance): ExplanationPart {
  const lines = sessionCosts(attendance, settingsOf(plan)).map(([category, exact]) => {
    const cents = Math.round(exact)
    return line(spentOnWords[category] ?? category, formatMoney(cents), { amount: cents })
  })
  return summed('What it is spent on', lines, formatMoney)
}

function takingPart({ session, attendees }: Attendance, share: number, label: string): ExplanationPart {
  const rows = [{ table: 'session', id: session.id } as const]
  return told('Of those with a seat', [line(label, formatShare(share), { rows }), line('People', amount(attendees))])
}

const peopleRounding = 'People are counted to fractions, since seats are shared out evenly, and shown whole.'

/** What a figure of a session under “Seats and attendance” is made of. */
export function explainSession(plan: Plan, { sessionId, of }: OfSession): Explanation {
  const figures = sessionFigures(plan).find(({ session }) => session.id === sessionId)
  const isHeld = of === 'came' || of === 'cameCents'
  const found = (isHeld ? attendances(plan) : attendancesAsExpected(plan)).find(
    ({ session }) => session.id === sessionId,
  )
  const title = `${nameOf(plan, 'session', sessionId)}: ${words[of]}`
  if (!figures || !found) return { title, value: '–', how: 'The plan has no such session.', ...nothing }
  const value = sessionFigureText(figures, of)
  const { session } = found
  switch (of) {
    case 'audience':
      return {
        title,
        value,
        how: 'Everybody of the roles it names, or of those who practice, at the schools or in the waves it names.',
        ...nothing,
        parts: [audiencePart(plan, found)],
      }
    case 'unseated':
      return {
        title,
        value,
        how: 'Of the people it is for, those who had no seat in its series up to and with this session.',
        parts: [seatsPart(found, 'unseated'), audiencePart(plan, found)],
        roundings: [peopleRounding],
        sources: [],
      }
    case 'expected':
    case 'came': {
      const share = isHeld ? (session.attendanceActual ?? 0) : session.attendancePlanned
      return {
        title,
        value,
        how: `The people with a seat × the share of them that ${isHeld ? 'came' : 'is expected to come'}.`,
        parts: [seatsPart(found, 'seated'), takingPart(found, share, isHeld ? 'Came' : 'Expected to come')],
        roundings: [peopleRounding],
        sources: [],
      }
    }
    default:
      return {
        title,
        value,
        how: howOfCost.session,
        parts: [costPart(plan, found)],
        roundings: ['Each kind of cost is rounded to whole cents by itself.'],
        sources: [...attendanceRates(found), ...settingLines(plan, settingsBehind.session)],
      }
  }
}

const nothing = { parts: [], roundings: [], sources: [] } as const

const isMoney = (of: SessionTotalKey): boolean => of === 'expectedCents' || of === 'cameCents'

/** What all sessions come to in a column of “Seats and attendance”, session by session. */
export function explainSessionTotal(plan: Plan, { of }: OfAll): Explanation {
  const lines = sessionFigures(plan).flatMap((figures) => {
    const value = figures[of]
    const { id, title, month } = figures.session
    if (value === null || value === 0) return []
    const question = { kind: 'sessionFigure', sessionId: id, of } as const
    const rows = [{ table: 'session', id } as const]
    return [line(`${title}, ${monthWords(month)}`, sessionFigureText(figures, of), { amount: value, rows, question })]
  })
  const part = summed('Sessions', bySize(lines), isMoney(of) ? formatMoney : people)
  return {
    title: `All sessions: ${words[of]}`,
    value: part.total?.text ?? '–',
    how:
      of === 'came' || of === 'cameCents'
        ? 'The sessions of which it is known who came, added up.'
        : 'Every session of the plan, added up.',
    parts: [part],
    roundings: isMoney(of) ? [] : [peopleRounding],
    sources: [],
  }
}
