import type { CompleteModelInput } from '../model/input'
import type { PhaseAnswer, PhaseReason } from '../model/phase'
import { percentText } from '../model/phase-reasons'
import { simulate } from '../model/simulate'
import { unitSeries } from '../model/trajectory'
import { monthsBetween, monthWords } from '../plan/month'
import { nameOf } from '../plan/words'
import type { ExplainFacts } from './explain-question'
import { settingLines } from './explain-sources'
import {
  bySize,
  line,
  summed,
  told,
  wholeNumbers,
  type Explanation,
  type ExplanationLine,
  type ExplanationPart,
} from './explanation'
import { amount, counted, percent, type FigureKey } from './figure'
import type { Forecast, UnitForecast } from './forecast'
import { figureOf, phaseWords } from './headline'
import type { DistrictRun } from './run'

const lines = ['atScaleShare', 'atScaleUnitShare'] as const

type ReachKey = Extract<FigureKey, 'schoolsAtScale' | 'staffAtScale' | 'studentsAtScale'>

const reachOf: Readonly<Record<ReachKey, { amountOf: (unit: UnitForecast) => number; what: string }>> = {
  schoolsAtScale: { amountOf: () => 1, what: 'schools' },
  staffAtScale: { amountOf: ({ headcount }) => headcount, what: 'staff' },
  studentsAtScale: { amountOf: ({ students }) => students ?? 0, what: 'students' },
}

/** Schools at scale, their staff or their students: each school that takes part, and how it stands at the line. */
export function explainReach({ plan, runs, headline }: ExplainFacts, key: ReachKey): Explanation {
  const figure = figureOf(headline, key)
  const { amountOf, what } = reachOf[key]
  const line0 = runs[0]?.forecast.thresholds.atScaleShare ?? 0
  const taking = runs.flatMap(({ forecast, trajectory }) =>
    forecast.units
      .filter((unit) => unit.takesPart && unit.headcount > 0)
      .map((unit) => ({ unit, weakest: unitSeries(trajectory, unit.unitId, 'bottleneck')[0] ?? 0 })),
  )
  const total = taking.reduce((sum, { unit }) => sum + amountOf(unit), 0)
  const schools = taking.map(({ unit, weakest }): ExplanationLine => {
    const counts = unit.isAtLineNow ? amountOf(unit) : 0
    const where = `${percentText(weakest, line0)}, ${unit.isAtLineNow ? 'at the line' : 'below the line'}`
    const text = key === 'schoolsAtScale' ? where : `${amount(counts)} (${where})`
    return line(unit.name, text, { amount: counts, rows: [{ table: 'unit', id: unit.unitId }] })
  })
  return {
    title: `${figure.label}, ${monthWords(headline.asOf)}`,
    value: figure.text,
    how: `A school counts where the share of its staff who practice with fidelity is at the line even at its weakest essential component. Schools in a wave with a start month and with staff take part.`,
    parts: [summed('Schools that take part', bySize(schools), (sum) => `${amount(sum)} of ${amount(total)} ${what}`)],
    roundings: ['Shares below the line are never rounded up to it.'],
    sources: settingLines(plan, lines),
  }
}

/** The first month of a run alone: what comes later does not reach back. */
function firstMonth(input: CompleteModelInput): CompleteModelInput {
  const { coachHours, coachHoursByUnit, capacityInvestment, sessions } = input.supports
  const first = (months: readonly number[]): number[] => months.slice(0, 1)
  return {
    ...input,
    horizonMonths: 1,
    supports: {
      coachHours: first(coachHours),
      coachHoursByUnit: Object.fromEntries(Object.entries(coachHoursByUnit).map(([id, list]) => [id, first(list)])),
      capacityInvestment: first(capacityInvestment),
      sessions: sessions.filter(({ month }) => month < 1),
    },
  }
}

/** The share of a district's people with fidelity at each component at the end of the first month, 0–1, by component id. */
function componentShares(input: CompleteModelInput): Map<string, number> {
  const shares = new Map<string, number>()
  simulate(firstMonth(input), {
    observer: {
      afterMonth: ({ districtComponentFidelity }) =>
        input.components.forEach(({ id }, at) => shares.set(id, districtComponentFidelity[at] ?? 0)),
    },
  })
  return shares
}

/** Of one district: every essential component, and by school the people who do the weakest with fidelity. */
function weakestParts({ plan }: ExplainFacts, { compiled, forecast }: DistrictRun): ExplanationPart[] {
  const { input } = compiled
  const shares = componentShares(input)
  const core = input.components.filter((component) => component.core)
  const ordered = core.toSorted((a, b) => (shares.get(a.id) ?? 0) - (shares.get(b.id) ?? 0))
  const [weakest] = ordered
  if (!weakest) return []
  const alone = { ...input, components: input.components.map((one) => ({ ...one, core: one.id === weakest.id })) }
  const trajectory = simulate(firstMonth(alone))
  const people = forecast.units.map(
    ({ unitId, headcount }) => headcount * (unitSeries(trajectory, unitId, 'bottleneck')[0] ?? 0),
  )
  const whole = wholeNumbers(people)
  const schools = forecast.units.map(({ unitId, name, headcount }, at) =>
    line(name, `${amount(whole[at] ?? 0)} of ${amount(headcount)}`, {
      amount: whole[at] ?? 0,
      rows: [{ table: 'unit', id: unitId }],
    }),
  )
  return [
    told(
      'Every essential component, the weakest first',
      ordered.map(({ id }) =>
        line(nameOf(plan, 'component', id), percent(shares.get(id) ?? 0), { rows: [{ table: 'component', id }] }),
      ),
    ),
    summed(
      `Who does “${nameOf(plan, 'component', weakest.id)}” with fidelity`,
      bySize(schools),
      (sum) => `${amount(sum)} of ${amount(forecast.headcount)} staff`,
    ),
  ]
}

function districtsPart(runs: readonly DistrictRun[]): ExplanationPart {
  const staff = runs.reduce((sum, { forecast }) => sum + forecast.headcount, 0)
  const whole = wholeNumbers(runs.map(({ forecast }) => forecast.headcount * forecast.weakest.now))
  const districts = runs.map(({ compiled: { name, districtId }, forecast }, at) =>
    line(name, `${amount(whole[at] ?? 0)} of ${amount(forecast.headcount)}`, {
      amount: whole[at] ?? 0,
      rows: districtId === null ? [] : [{ table: 'unit', id: districtId }],
    }),
  )
  return summed('By district', districts, (sum) => `${amount(sum)} of ${amount(staff)} staff`)
}

/** The share of staff who practice the weakest essential component with fidelity. */
export function explainFidelity(facts: ExplainFacts): Explanation {
  const { plan, runs, headline } = facts
  const figure = figureOf(headline, 'fidelity')
  const [only] = runs
  return {
    title: `${figure.label}, ${monthWords(headline.asOf)}`,
    value: figure.text,
    how: 'Where people stood when they were last observed, carried forward by one month of the forecast. What counts is the essential component that the fewest do well: a practice is in place only as far as all of it is.',
    parts: only && runs.length === 1 ? weakestParts(facts, only) : [districtsPart(runs)],
    roundings: ['People are rounded to whole ones in such a way that the schools add up to the total.'],
    sources: settingLines(plan, ['atScaleShare']),
  }
}

const passed = ({ passes }: PhaseReason): string => (passes === null ? 'Not known yet' : passes ? 'Yes' : 'No')

const reasonLines = (answer: PhaseAnswer | undefined): ExplanationLine[] =>
  (answer?.reasons ?? []).map((reason) => line(reason.sentence, passed(reason)))

/** The phase now, or of a region how many districts are at scale: what was tested, and how it came out. */
export function explainPhase({ plan, runs, headline }: ExplainFacts): Explanation {
  const figure = figureOf(headline, 'phase')
  const [only] = runs
  const isOne = only !== undefined && runs.length === 1
  const districts = runs.map(({ forecast: { name, phases, atScaleMonth, start, districtId } }) =>
    line(name, phaseWords[phases[0]?.phase ?? 'notStarted'], {
      amount: atScaleMonth === start ? 1 : 0,
      rows: districtId === null ? [] : [{ table: 'unit', id: districtId }],
    }),
  )
  return {
    title: `${figure.label}, ${monthWords(headline.asOf)}`,
    value: figure.text,
    how: isOne
      ? 'The phase follows from these tests, one after the other: what has started, whether the lines are reached, for how long, and whether it would hold without one-time money and with another leader.'
      : 'Every district has its own phase; counted are those at scale now.',
    parts: isOne
      ? [told('What was tested', reasonLines(only.forecast.phases[0]))]
      : [summed('By district', districts, (sum) => `${sum} of ${counted(runs.length, 'district', 'districts')}`)],
    roundings: ['Shares below a line are never rounded up to it.'],
    sources: settingLines(plan, [...lines, 'sustainMonths']),
  }
}

/** The tests in the month that a district gets to scale, or in the last month where it never does. */
function turnPart({ name, phases, atScaleMonth, start, months }: Forecast): ExplanationPart {
  const month = atScaleMonth === null ? months - 1 : monthsBetween(start, atScaleMonth)
  const when = atScaleMonth === null ? 'the last month of the forecast' : monthWords(atScaleMonth)
  return told(`${name}, ${when}`, reasonLines(phases[month]))
}

/** The month in which the plan gets to scale. */
export function explainAtScaleMonth({ plan, runs, headline }: ExplainFacts): Explanation {
  const figure = figureOf(headline, 'atScaleMonth')
  return {
    title: figure.label,
    value: figure.text,
    how: 'The first month of the forecast in which the weakest essential component is at the line in the district, and in enough of its schools.',
    parts: runs.map(({ forecast }) => turnPart(forecast)),
    roundings: ['Shares below a line are never rounded up to it.'],
    sources: settingLines(plan, lines),
  }
}
