import { ledgerOf } from '../money/ledger'
import { positionMonths } from '../money/position-months'
import { addMonths, monthsBetween, monthWords } from '../plan/month'
import { settingsOf } from '../plan/settings'
import { nameOf } from '../plan/words'
import { unitNeed } from './coaching-need'
import { deliveryOf } from './delivery'
import type { ExplainFacts } from './explain-question'
import { parameterLines, settingLines } from './explain-sources'
import {
  bySize,
  line,
  summed,
  wholeNumbers,
  type Explanation,
  type ExplanationLine,
  type ExplanationPart,
} from './explanation'
import { amount, counted } from './figure'
import { figureOf } from './headline'
import { worksIn } from './moves'
import { hoursPerFte } from './supports'

const hours = (value: number): string => counted(value, 'hour', 'hours')
const hoursRounding = 'Hours are rounded to whole ones in such a way that the lines add up to the rounded total.'

const needParameters = ['coachingHoursTrained', 'coachingHoursUsing', 'coachingHoursFidelity'] as const
const coachSettings = ['hoursPerFteMonth', 'practitionerTimeShare'] as const

/** The first twelve months of a series as lines, each with the way to what is behind it. */
function monthLines(series: Float64Array, asOf: string): ExplanationLine[] {
  const whole = wholeNumbers([...series.subarray(0, 12)])
  return whole.map((value, month) =>
    line(monthWords(addMonths(asOf, month)), hours(value), {
      amount: value,
      question: { kind: 'coachHours', month },
    }),
  )
}

/** How much of the coaching that is needed in the next twelve months there is. */
export function explainCoaching(facts: ExplainFacts): Explanation {
  const { plan, runs, headline } = facts
  const figure = figureOf(headline, 'coaching')
  const { neededHours, unmetHours } = headline.coaching
  return {
    title: `${figure.label}, next twelve months`,
    value: figure.text,
    how: 'One less the hours that are lacking for each hour that is needed. Hours of coaches who sit at one school do not help another.',
    parts: [
      summed('Hours needed', monthLines(neededHours, headline.asOf), hours),
      summed('Hours lacking', monthLines(unmetHours, headline.asOf), hours),
    ],
    roundings: [hoursRounding],
    sources: [...parameterLines(plan, runs, needParameters), ...settingLines(plan, coachSettings)],
  }
}

/** What the people of each school that has started need in a month. */
function neededPart({ runs }: ExplainFacts, month: number): ExplanationPart {
  const needs = runs.flatMap(({ compiled: { input, units }, trajectory }) =>
    input.units.flatMap(({ id, startMonth }) => {
      const isActive = startMonth !== null && startMonth <= month
      const name = units.find(({ unitId }) => unitId === id)?.name ?? ''
      return isActive ? [{ id, name, value: unitNeed(input, trajectory, id)[month] ?? 0 }] : []
    }),
  )
  const whole = wholeNumbers(needs.map(({ value }) => value))
  const lines = needs.map(({ id, name }, at) =>
    line(name, hours(whole[at] ?? 0), { amount: whole[at] ?? 0, rows: [{ table: 'unit', id }] }),
  )
  return summed('Hours needed, by school', bySize(lines), hours)
}

/**
 * What each coach in post and paid gives in a month. What the reorganization adds or takes away, which waits for the
 * at-scale test, is told as one line, so that the lines add up to what the forecast has.
 */
function availablePart({ plan, runs, headline }: ExplainFacts, month: number): ExplanationPart {
  const settings = settingsOf(plan)
  const ledger = ledgerOf(plan)
  const delivery = deliveryOf(ledger, headline.asOf, null)
  const place = month + monthsBetween(ledger.firstMonth, headline.asOf)
  const given = positionMonths(plan).flatMap((held) => {
    const { id } = held.position
    const fte = worksIn(held, place)
      .filter((work) => work.function === 'coach')
      .reduce((sum, { rolloutFte }) => sum + rolloutFte, 0)
    const value = fte * delivery('position', id, month) * hoursPerFte(held, settings)
    return value === 0 ? [] : [{ id, value }]
  })
  const whole = wholeNumbers(given.map(({ value }) => value))
  const lines = given.map(({ id }, at): ExplanationLine => {
    const value = whole[at] ?? 0
    return line(nameOf(plan, 'position', id), hours(value), { amount: value, rows: [{ table: 'position', id }] })
  })
  const total = Math.round(headline.coaching.availableHours[month] ?? 0)
  const moved = total - whole.reduce((sum, value) => sum + value, 0)
  const hasMoved = runs.some(({ compiled }) => compiled.reorganisedAtScale !== null)
  const rest =
    moved === 0 ? [] : [line(hasMoved ? 'By the reorganization' : 'Rounding', hours(moved), { amount: moved })]
  return summed('Hours available, by position', [...bySize(lines), ...rest], hours)
}

/** Coach hours needed, available and lacking in one month of the forecast. */
export function explainCoachHours(facts: ExplainFacts, month: number): Explanation {
  const { plan, runs, headline } = facts
  const lacking = Math.round(headline.coaching.unmetHours[month] ?? 0)
  return {
    title: `Coaching in ${monthWords(addMonths(headline.asOf, month))}`,
    value: lacking === 0 ? 'Enough' : `${amount(lacking)} hours lacking`,
    how: 'Needed: people × the hours that each needs by where they stand, in schools that have started. Available: FTE in post × share of the time on the rollout × what is paid × hours of an FTE × time with practitioners.',
    parts: [neededPart(facts, month), availablePart(facts, month)],
    roundings: [hoursRounding, 'In hours of a full month of instruction: the school calendar shortens all alike.'],
    sources: [...parameterLines(plan, runs, needParameters), ...settingLines(plan, coachSettings)],
  }
}
