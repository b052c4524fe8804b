import type { CompleteModelInput } from './input'
import { reaches, type StressAnswer, type StressLookup } from './phase'
import { splicedSupports } from './reorganisation'
import { simulate } from './simulate'
import { placeOfUnit, placeSeries, type Trajectory } from './trajectory'

/** Months that a place must stay at or above the line to hold. */
export const stressMonths = 24

/** The shocks of the stress test: one-time money ends, leaders change, or both in the same month. */
export type Shock = 'moneyGone' | 'leadersChange' | 'both'

/**
 * What to test. `recurringInput` is the same district without what one-time money pays from `fromMonth` on (the plan
 * compiled a second time); from that month on its supports take the place of the input's, earlier ones are not read.
 * `atScaleShare` is the line, 0..1.
 */
export interface StressQuestion {
  readonly input: CompleteModelInput
  readonly recurringInput: CompleteModelInput
  readonly fromMonth: number
  readonly atScaleShare: number
}

/**
 * How a place takes a shock. `monthsHeld` counts whole months from the shock in which the bottleneck stays at or above
 * the line, at most 24; `answer` 'notKnownYet' where it held to the horizon and that is fewer than 24 months. `lowest`
 * is the least bottleneck in the (at most) 24 months and `lowestMonth` where it is reached, counted from the plan's start.
 */
export interface ShockResult {
  readonly shock: Shock
  readonly answer: StressAnswer
  readonly monthsHeld: number
  readonly lowest: number
  readonly lowestMonth: number
  readonly sentence: string
}

/** The input whose supports paid from one-time money are gone from `fromMonth` on. */
export function withoutOneTimeMoney(question: Omit<StressQuestion, 'atScaleShare'>): CompleteModelInput {
  const { input, recurringInput, fromMonth } = question
  return { ...input, supports: splicedSupports(input.supports, recurringInput.supports, fromMonth) }
}

/** The trajectory of the district under a shock (model card, "Stress test"). */
export function shockedTrajectory(question: Omit<StressQuestion, 'atScaleShare'>, shock: Shock): Trajectory {
  const input = shock === 'leadersChange' ? question.input : withoutOneTimeMoney(question)
  return simulate(input, shock === 'moneyGone' ? {} : { leaderChangeMonth: question.fromMonth })
}

const shockWords: Readonly<Record<Shock, string>> = {
  moneyGone: 'If one-time money ends',
  leadersChange: 'If every leader changes',
  both: 'If one-time money ends and every leader changes',
}

function sentenceOf(shock: Shock, answer: StressAnswer, monthsHeld: number): string {
  const when = shockWords[shock]
  if (answer === 'holds') return `${when}, practice stays above the line for at least ${stressMonths} months.`
  if (answer === 'notKnownYet') {
    return `${when}, practice stays above the line for the ${monthsHeld} months that the plan still covers; longer is not known yet.`
  }
  if (monthsHeld === 0) return `${when}, practice is below the line at once.`
  return `${when}, practice falls below the line after ${monthsHeld} ${monthsHeld === 1 ? 'month' : 'months'}.`
}

/** Reads from a shocked trajectory how a place (0 the district, 1 + i a unit) took the shock. */
export function shockResult(
  trajectory: Trajectory,
  place: number,
  shock: Shock,
  question: Pick<StressQuestion, 'fromMonth' | 'atScaleShare'>,
): ShockResult {
  const { fromMonth, atScaleShare } = question
  const after = placeSeries(trajectory, place, 'bottleneck').subarray(fromMonth, fromMonth + stressMonths)
  const below = after.findIndex((bottleneck) => !reaches(bottleneck, atScaleShare))
  const monthsHeld = below === -1 ? after.length : below
  const held: StressAnswer = after.length < stressMonths ? 'notKnownYet' : 'holds'
  const answer = below === -1 ? held : 'falls'
  const lowest = after.reduce((least, bottleneck) => Math.min(least, bottleneck), Number.POSITIVE_INFINITY)
  return {
    shock,
    answer,
    monthsHeld,
    lowest: after.length === 0 ? Number.NaN : lowest,
    lowestMonth: fromMonth + after.indexOf(lowest),
    sentence: sentenceOf(shock, answer, monthsHeld),
  }
}

/**
 * The stress test of the district, or of a unit (`unitId`), from `fromMonth` on: each shock alone and both together.
 * Empty where the unit is unknown. `fromMonth` lies in the horizon.
 */
export function stressTest(question: StressQuestion, unitId: string | null = null): ShockResult[] {
  const shocks: readonly Shock[] = ['moneyGone', 'leadersChange', 'both']
  return shocks.flatMap((shock) => {
    const trajectory = shockedTrajectory(question, shock)
    const place = unitId === null ? 0 : placeOfUnit(trajectory, unitId)
    return place === undefined ? [] : [shockResult(trajectory, place, shock, question)]
  })
}

/**
 * The stress answers that phases ask for (both shocks together). Runs are made when asked, at most one per month, and
 * kept for the other places. Units that are unknown are not known yet.
 */
export function stressLookup(question: Omit<StressQuestion, 'fromMonth'>): StressLookup {
  const runs = new Map<number, Trajectory>()
  return (unitId, fromMonth) => {
    const asked = { ...question, fromMonth }
    const trajectory = runs.get(fromMonth) ?? shockedTrajectory(asked, 'both')
    runs.set(fromMonth, trajectory)
    const place = unitId === null ? 0 : placeOfUnit(trajectory, unitId)
    return place === undefined ? 'notKnownYet' : shockResult(trajectory, place, 'both', asked).answer
  }
}
