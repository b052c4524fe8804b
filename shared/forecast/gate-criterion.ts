import type { Ledger } from '../money/ledger'
import { sumOf } from '../money/totals'
import { addMonths, monthsBetween, monthWords } from '../plan/month'
import type { Plan } from '../plan/plan'
import { settingsOf } from '../plan/settings'
import { tables, type Row } from '../plan/tables'
import { asOfMonth } from './evidence-places'
import { percent } from './figure'
import { scopeSeries, type GateScope } from './gate-scope'
import { laneWords, percentToward, type LaneGap, type WaveReadiness } from './readiness'
import { planSeries, type DistrictRun } from './run'

export type CriterionState = 'met' | 'notYet' | 'notKnown'

/** How one criterion of a gate stands. */
export type CriterionAnswer = {
  readonly row: Row<'gateCriterion'>
  /** What is asked, with its line: "Share with fidelity at least 40%". */
  readonly asked: string
  /** Today's value in words; null where people judge. */
  readonly today: string | null
  /** The month in which the line is reached on this plan; null: not within the forecast, or not forecast. */
  readonly reachedMonth: string | null
  /** What the forecast says, in a few words. */
  readonly forecast: string
  readonly state: CriterionState
  /** Whether people judge it, instead of a rule. */
  readonly isJudged: boolean
  /** What is looked at, in a sentence. */
  readonly rule: string
  readonly gaps: readonly LaneGap[]
}

export type CriterionQuestion = {
  readonly plan: Plan
  readonly runs: readonly DistrictRun[]
  readonly ledger: Ledger
  readonly readiness: readonly WaveReadiness[]
  readonly scope: GateScope
}

type Finding = Omit<CriterionAnswer, 'row' | 'isJudged' | 'gaps'> & { readonly gaps?: readonly LaneGap[] }

/** The months that "months with funds" are counted in: the line is a share of them. */
const fundedSpan = 36

const kindWords = tables.gateCriterion.fields.kind.options
const defaultTrainedLine = 8000

function overTime(what: string, rule: string, line: number, series: Float64Array, start: string | null): Finding {
  const asked = `${what} at least ${percent(line)}`
  const now = series[0]
  if (now === undefined || start === null)
    return { asked, rule, today: 'Not known', reachedMonth: null, forecast: 'No forecast yet', state: 'notKnown' }
  const first = series.findIndex((value) => value >= line - 1e-9)
  const reachedMonth = first === -1 ? null : addMonths(start, first)
  const peak = series.reduce((most, value) => Math.max(most, value), 0)
  const forecast =
    reachedMonth === null
      ? `Not reached; at most ${percentToward(peak, line)}, ${monthWords(addMonths(start, series.indexOf(peak)))}`
      : first === 0
        ? 'Reached'
        : `Reached in ${monthWords(reachedMonth)}`
  return { asked, rule, today: percentToward(now, line), reachedMonth, forecast, state: first === 0 ? 'met' : 'notYet' }
}

/** Months in a row, from the month the gate opens, in which everything is paid; at most the span that is looked at. */
function fundedFrom(ledger: Ledger, opens: string): { months: number; firstGap: string | null; seen: number } {
  const from = Math.max(0, monthsBetween(ledger.firstMonth, opens))
  const seen = Math.max(0, Math.min(fundedSpan, ledger.months - from))
  const isPaid = (place: number): boolean =>
    ledger.lines.every(({ unfundedCents }) => (unfundedCents[place] ?? 0) === 0)
  let months = 0
  while (months < seen && isPaid(from + months)) months += 1
  return { months, seen, firstGap: months < seen ? addMonths(ledger.firstMonth, from + months) : null }
}

function fundedFinding(row: Row<'gateCriterion'>, { plan, ledger, scope }: CriterionQuestion): Finding {
  const needed = Math.round(((row.line ?? 10_000) / 10_000) * fundedSpan)
  const asked = `${needed} months with funds`
  const opens = scope.opensMonth ?? asOfMonth(plan)
  const rule = 'Months in a row, from the month it opens, in which a fund pays everything.'
  if (opens === null || ledger.lines.length === 0)
    return { asked, rule, today: 'Not known', reachedMonth: null, forecast: 'No costs entered', state: 'notKnown' }
  const { months, firstGap, seen } = fundedFrom(ledger, opens)
  const isMet = months >= needed
  const place = firstGap === null ? -1 : monthsBetween(ledger.firstMonth, firstGap)
  const open = firstGap === null ? [] : ledger.lines.filter((line) => sumOf(line.unfundedCents, place, place + 1) > 0)
  const gaps = [...new Map(open.map((line) => [line.id, line])).values()].map((line): LaneGap => ({
    sentence: `“${line.label}” is not paid in full from ${monthWords(firstGap ?? opens)}.`,
    table: line.kind,
    rowId: line.id,
  }))
  return {
    asked,
    rule,
    today: `${months} months`,
    reachedMonth: null,
    forecast: firstGap === null ? `Paid as far as the plan looks` : `First gap in ${monthWords(firstGap)}`,
    // a plan that ends before the line may well be paid further on
    state: isMet ? 'met' : seen < needed && firstGap === null ? 'notKnown' : 'notYet',
    gaps: isMet ? [] : gaps,
  }
}

function laneFinding({ lane }: Row<'gateCriterion'>, { readiness, scope }: CriterionQuestion): Finding {
  const about = { reachedMonth: null, today: 'Not known', state: 'notKnown' } as const
  if (lane === null)
    return { ...about, asked: 'A readiness lane', rule: 'Say which lane.', forecast: 'No lane is chosen' }
  const ids = new Set(scope.opens.map(({ id }) => id))
  const found = readiness.flatMap(({ wave, lanes }) =>
    ids.has(wave.id) ? lanes.flatMap((one) => (one.lane === lane ? [{ wave, lane: one }] : [])) : [],
  )
  const asked = `${laneWords[lane]} ready`
  const [first] = found
  if (!first)
    return { ...about, asked, rule: 'Readiness of the waves it opens.', forecast: 'No wave waits for this gate' }
  const isMet = found.every((one) => one.lane.isReady)
  const words = found.map((one) =>
    one.lane.value === null ? 'not known' : percentToward(one.lane.value, one.lane.line),
  )
  return {
    asked,
    rule: first.lane.rule,
    today: `${isMet ? 'Ready' : 'Not ready'} (${words.join(', ')})`,
    reachedMonth: null,
    forecast: found.map(({ wave }) => wave.name).join(', '),
    state: isMet ? 'met' : found.every((one) => one.lane.value === null) ? 'notKnown' : 'notYet',
    gaps: found.flatMap((one) => one.lane.gaps),
  }
}

/** Trained at all: those who use it, well or not yet, among them. */
function trainedSeries({ runs, scope }: CriterionQuestion): Float64Array {
  const [using, fidelity] = [scopeSeries(runs, scope, 'using'), scopeSeries(runs, scope, 'fidelity')]
  return scopeSeries(runs, scope, 'trained').map((value, at) => value + (using[at] ?? 0) + (fidelity[at] ?? 0))
}

type Finder = (row: Row<'gateCriterion'>, question: CriterionQuestion) => Finding

const lineOf = ({ line }: Row<'gateCriterion'>, standing: number): number => (line ?? standing) / 10_000
const startOf = ({ runs }: CriterionQuestion): string | null => runs[0]?.forecast.start ?? null

/** One finder a kind. */
const finders: Readonly<Record<Row<'gateCriterion'>['kind'], Finder>> = {
  fidelity: (row, question) => {
    const { plan, runs, scope } = question
    const rule = `Staff with fidelity at the weakest core component, in ${scope.words}.`
    const line = lineOf(row, settingsOf(plan).atScaleShare)
    return overTime(kindWords.fidelity, rule, line, scopeSeries(runs, scope, 'bottleneck'), startOf(question))
  },
  capacity: (row, question) => {
    const rule = 'District capacity, as the assessments and the forecast give it.'
    const line = lineOf(row, settingsOf(question.plan).capacityLine)
    return overTime(kindWords.capacity, rule, line, planSeries(question.runs, 'capacity'), startOf(question))
  },
  trained: (row, question) => {
    const rule = `Staff who are trained, over all components by weight, in ${question.scope.words}.`
    return overTime(
      kindWords.trained,
      rule,
      lineOf(row, defaultTrainedLine),
      trainedSeries(question),
      startOf(question),
    )
  },
  fundedMonths: fundedFinding,
  readinessLane: laneFinding,
  evidence: ({ evidence, isMet }) => ({
    asked: evidence ?? 'Evidence that people judge',
    rule: 'People judge whether it is met.',
    today: null,
    reachedMonth: null,
    forecast: '–',
    state: isMet ? 'met' : 'notYet',
  }),
}

/** A criterion against the plan and its forecast; evidence is what people say of it. */
export function criterionOf(row: Row<'gateCriterion'>, question: CriterionQuestion): CriterionAnswer {
  const { gaps = [], ...finding } = finders[row.kind](row, question)
  return { ...finding, row, gaps, isJudged: row.kind === 'evidence' }
}
