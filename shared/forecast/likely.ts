import { summariseDraws, type SampleSummary } from '../model/bands'
import { drawsOfAll } from '../model/joined-draws'
import type { DrawBlock } from '../model/sample'
import { addMonths, monthWords } from '../plan/month'
import type { Plan } from '../plan/plan'
import type { Compiled } from './compile-district'
import { costOfDraws, type CostRange, type CostSpread } from './cost-of-draws'
import { dollars, percent } from './figure'

/** What the draws of a whole plan say: all its districts together, and what it costs. */
export type Likely = { readonly summary: SampleSummary; readonly cost: CostSpread }

/** The draws of a plan's districts, in the order of `compiled`. */
export type LikelyQuestion = {
  readonly plan: Plan
  readonly compiled: readonly Compiled[]
  readonly blocks: readonly DrawBlock[]
  readonly seed: number
}

const headcountOf = ({ units }: Compiled): number => units.reduce((sum, { headcount }) => sum + headcount, 0)

/** Puts the draws of a plan's districts together; null where there are none. */
export function likelyOf({ plan, compiled, blocks, seed }: LikelyQuestion): Likely | null {
  const districts = blocks.flatMap((block, at) => {
    const district = compiled[at]
    return district ? [{ block, headcount: headcountOf(district) }] : []
  })
  const all = drawsOfAll(districts)
  const summary = all && summariseDraws([all])
  if (!summary) return null
  const summaries = blocks.map(({ atScaleMonth }) => ({ atScaleMonths: atScaleMonth }))
  return { summary, cost: costOfDraws({ plan, compiled, summaries, seed }) }
}

/** The range of the cost that holds in 8 of 10 runs: "$1,200,000–$1,350,000", one figure where it does not vary. */
export function costRangeWords({ p10, p90 }: CostRange): string {
  return dollars(p10) === dollars(p90) ? dollars(p10) : `${dollars(p10)}–${dollars(p90)}`
}

/** The chance of being at scale in some month of the forecast, 0–1. */
export const chanceAtScale = ({ chanceAtScaleBy }: SampleSummary): number => chanceAtScaleBy.at(-1) ?? 0

/** The range at the weakest component in the last month that holds in 8 of 10 runs: "55–74%". */
export function endRange({ bands }: SampleSummary): string {
  const { p10, p90 } = bands.bottleneck
  return `${percent(p10.at(-1) ?? 0).replace('%', '')}–${percent(p90.at(-1) ?? 0)}`
}

/** What the runs under uncertainty say, in plain words; `start` is the forecast's first month, `YYYY-MM`. */
export function likelySentence({ summary, cost }: Likely, start: string): string {
  const { draws, atScaleMonth } = summary
  const runs = `Likely range (8 in 10 chances) from ${draws.toLocaleString('en-US')} runs with the uncertain figures varied`
  const end = `at the end ${endRange(summary)} at the weakest component`
  const chance = `at scale within the forecast in ${percent(chanceAtScale(summary))} of them`
  const month = (index: number): string => monthWords(addMonths(start, Math.round(index)))
  const when = atScaleMonth ? `, mostly between ${month(atScaleMonth.p10)} and ${month(atScaleMonth.p90)}` : ''
  const money = cost.p10 === cost.p90 ? '' : ` The plan costs ${costRangeWords(cost)}.`
  return `${runs}: ${end}; ${chance}${when}.${money}`
}

const inHundred = (share: number): string => `${Math.round(share * 100)} in 100`

/** Under the stress test, which is one run: how many of the runs get to scale, hold it, and pass the test too. */
export function keepingSentence({ summary }: Likely, sustainMonths: number): string {
  const { draws, chanceOfHolding, chanceOfSustaining, shareNotKnownYet } = summary
  const runs = `How sure that is: of ${draws.toLocaleString('en-US')} runs with the uncertain figures varied`
  const reached = `${inHundred(chanceAtScale(summary))} get to scale within the forecast`
  const held = `${inHundred(chanceOfHolding)} are then seen to hold it for ${sustainMonths} months`
  const open = shareNotKnownYet > 0 ? ` For ${inHundred(shareNotKnownYet)} the forecast ends too soon to tell.` : ''
  return `${runs}, ${reached}, ${held}, and ${inHundred(chanceOfSustaining)} also stay above the line without one-time money and with new leaders.${open}`
}
