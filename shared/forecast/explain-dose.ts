import { monthWords } from '../plan/month'
import type { Plan } from '../plan/plan'
import { nameOf } from '../plan/words'
import { dosePartsOf, monthsForDose, type DosePart } from './dose'
import type { ExplainQuestion } from './explain-question'
import { line, summed, told, type Explanation, type ExplanationLine } from './explanation'
import { amount, percent } from './figure'

type OfDose = Extract<ExplainQuestion, { kind: 'dose' }>

const hoursWords = (hours: number): string => `${amount(hours)} h`

const lineWords = {
  offered: 'of those it is for have a seat',
  expected: 'of those it is for take part',
} as const

function sessionLine({ attendance, hours }: DosePart, { of }: OfDose): ExplanationLine {
  const { session, attendees, audience } = attendance
  const share = percent(audience > 0 ? attendees / audience : 0)
  const label = `${session.title}, ${monthWords(session.month)}: ${amount(session.hours)} hours, ${share} ${lineWords[of]}`
  return line(label, hours > 0 ? hoursWords(hours) : 'too late', {
    amount: hours > 0 ? hours : null,
    rows: [{ table: 'session', id: session.id }],
  })
}

/** Hours that a person of a role in a wave gets on a component, session by session. */
export function explainDose(plan: Plan, question: OfDose): Explanation {
  const { componentId, roleId, waveId, of } = question
  const all = dosePartsOf(plan, question, of)
  const part = summed(
    'Sessions',
    all.filter(({ hours }) => hours > 0).map((one) => sessionLine(one, question)),
    hoursWords,
  )
  const others = all.filter(({ hours }) => hours === 0).map((one) => sessionLine(one, question))
  const needed = plan.component.get(componentId)?.trainingHoursNeeded ?? 0
  const names = [nameOf(plan, 'component', componentId), nameOf(plan, 'role', roleId), nameOf(plan, 'wave', waveId)]
  const start = plan.wave.get(waveId)?.startMonth ?? null
  return {
    title: `${names.join(', ')}: hours ${of === 'offered' ? 'with a seat' : 'taken part in'}`,
    value: hoursWords(part.total?.amount ?? 0),
    how: `The hours of every session on this component × the share of its people that ${
      of === 'offered' ? 'has a seat' : 'came, or is expected to come'
    }, until ${monthsForDose} months after the start of the wave; the mean over everybody of the role in the wave.`,
    parts: [part, ...(others.length === 0 ? [] : [told('Not counted', others)])],
    roundings: ['Hours are shown to the tenth.'],
    sources: [
      line('Hours needed', amount(needed), { rows: [{ table: 'component', id: componentId }] }),
      line('Start of the wave', start === null ? 'no month' : monthWords(start), {
        rows: [{ table: 'wave', id: waveId }],
      }),
    ],
  }
}
