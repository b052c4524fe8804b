import { tippingPoint, type TippingPoint } from '../model/tipping'
import { adoptionSeries, districtSeries, type Trajectory } from '../model/trajectory'
import { rowsOf, type Plan } from '../plan/plan'
import { monthsBetween, monthWords } from '../plan/month'
import { err, ok, type Result } from '../plan/result'
import type { Missing } from './compile'
import { percent } from './figure'
import { runPlan, type DistrictRun } from './run'
import {
  judgeStress,
  recurringAlone,
  shockedRuns,
  stressKinds,
  stressMonths,
  type StressKind,
  type StressResult,
} from './stress'

/** What becomes of a district under one shock: by month of the forecast, the share at the weakest component. */
export type ShockedLine = StressResult & { readonly weakest: Float64Array; readonly sentence: string }

/** Whether a district keeps what it has reached: the stress test, the tipping point, and when funds end. */
export type Keeping = {
  readonly districtId: string | null
  readonly name: string
  readonly start: string
  readonly months: number
  readonly line: number
  /** The month of the shocks: the first at scale, else the highest. `YYYY-MM`. */
  readonly shockMonth: string
  readonly isAtScale: boolean
  readonly weakest: Float64Array
  readonly adoption: Float64Array
  readonly shocks: readonly ShockedLine[]
  /** Where practice begins to carry itself, as things stand in the month of the shocks. */
  readonly tipping: TippingPoint
  /** Funds that end within the forecast. */
  readonly fundEnds: readonly { readonly name: string; readonly month: string }[]
  readonly sentence: string
}

export const shockWords: Readonly<Record<StressKind, string>> = {
  money: 'One-time money ends',
  leader: 'Every leader changes',
  both: 'Both at once',
}

/** What was tested: from which month, for how many months of the forecast (24 at most), and whether it was at scale. */
type Tested = { readonly month: string; readonly months: number; readonly isAtScale: boolean }

function shockSentence(result: StressResult, { month, months, isAtScale }: Tested): string {
  const when = `${shockWords[result.kind]} in ${monthWords(month)}`
  const span = `${months} ${months === 1 ? 'month' : 'months'}`
  if (!isAtScale) {
    const within = months < stressMonths ? `the ${span} that the forecast still covers` : span
    return `${when}: ${percent(result.lowest)} at the lowest within ${within}.`
  }
  if (result.answer === 'holds') return `${when}: it stays above the line for at least ${stressMonths} months.`
  if (result.answer === 'notKnownYet')
    return `${when}: it stays above the line for the ${span} that the forecast still covers; longer is not known yet.`
  const until = result.monthsUntilBelow ?? 0
  const after = until === 0 ? 'at once' : `after ${until} ${until === 1 ? 'month' : 'months'}`
  return `${when}: it falls below the line ${after}, to ${percent(result.lowest)} at the lowest.`
}

function sentenceOf(isAtScale: boolean, month: string, shocks: readonly ShockedLine[]): string {
  if (!isAtScale)
    return `Not at scale within the forecast. Tested from its highest month, ${monthWords(month)}: a push that does not reach the line has nothing to keep yet.`
  const both = shocks.find(({ kind }) => kind === 'both')
  if (both?.answer === 'holds')
    return `It can be kept: the line holds for ${stressMonths} months without one-time money and with new leaders.`
  if (both?.answer === 'notKnownYet')
    return 'It holds as far as the forecast looks without one-time money and with new leaders; longer is not known yet.'
  const alone = shocks.filter(({ kind, answer }) => kind !== 'both' && answer === 'falls')
  const why = alone.map(({ kind }) => shockWords[kind].toLowerCase()).join(' or ')
  return `At scale is not the same as kept: it falls below the line when ${why === '' ? 'both shocks come together' : why}.`
}

function fundEnds(plan: Plan, start: string, months: number): { name: string; month: string }[] {
  return rowsOf(plan, 'fundingSource').flatMap(({ name, obligationEndMonth }) => {
    const place = obligationEndMonth === null ? -1 : monthsBetween(start, obligationEndMonth)
    return obligationEndMonth !== null && place >= 0 && place < months ? [{ name, month: obligationEndMonth }] : []
  })
}

function keepingOf(plan: Plan, { compiled, trajectory, forecast }: DistrictRun): Keeping {
  const { start, months, atScaleMonth } = forecast
  const weakest = districtSeries(trajectory, 'bottleneck')
  const shockMonth = atScaleMonth ?? forecast.weakest.peakMonth
  const from = monthsBetween(start, shockMonth)
  const line = forecast.thresholds.atScaleShare
  const isAtScale = atScaleMonth !== null
  const tested = { month: shockMonth, months: Math.min(stressMonths, months - from), isAtScale }
  const shocked = shockedRuns(plan, compiled)
  const shocks = stressKinds.map((kind): ShockedLine => {
    const run: Trajectory = shocked(kind, from)
    const series = districtSeries(run, 'bottleneck')
    const result = judgeStress(kind, series, from, line)
    return { ...result, weakest: series, sentence: shockSentence(result, tested) }
  })
  return {
    districtId: forecast.districtId,
    name: forecast.name,
    start,
    months,
    line,
    shockMonth,
    isAtScale,
    weakest: weakest.slice(),
    adoption: adoptionSeries(trajectory, 0),
    shocks,
    tipping: tippingPoint({
      input: compiled.input,
      recurringInput: recurringAlone(plan, compiled).input,
      trajectory,
      month: from,
    }),
    fundEnds: fundEnds(plan, start, months),
    sentence: sentenceOf(isAtScale, shockMonth, shocks),
  }
}

/** Whether each district of a plan keeps what it reaches. Runs the model some two hundred times for the tipping point. */
export function keepingsOf(plan: Plan): Result<Keeping[], Missing[]> {
  const run = runPlan(plan)
  return run.ok ? ok(run.value.runs.map((one) => keepingOf(plan, one))) : err(run.error)
}
