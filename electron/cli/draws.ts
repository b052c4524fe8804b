import { costRangeWords, likelyOf, type Likely } from '@shared/forecast/likely'
import { sampleRequestOf } from '@shared/forecast/uncertainty'
import type { DistrictRun } from '@shared/forecast/run'
import { summariseDraws, type Band, type SampleSummary } from '@shared/model/bands'
import { prepareSampler, sampledSeries } from '@shared/model/sample'
import { addMonths } from '@shared/plan/month'
import type { Plan } from '@shared/plan/plan'
import { settingsOf } from '@shared/plan/settings'
import type { CommandValues } from './command'
import { badInput } from './failure'

const mostDraws = 10_000

/** How many draws were asked for, from which seed (null: that of the plan's settings); null where none were. */
export type DrawsAsked = { readonly draws: number; readonly seed: number | null }

/** A whole number that an option names, within its range; null where it is not given. Throws a CommandFailure. */
export function wholeNumber(values: CommandValues, name: string, least: number, most: number): number | null {
  const written = values[name]
  if (written === undefined) return null
  const number = Number(written)
  if (typeof written === 'string' && /^\d+$/.test(written) && number >= least && number <= most) return number
  throw badInput('usage', `--${name} takes a whole number from ${least} to ${most}, not ${JSON.stringify(written)}.`)
}

/** Reads --draws and --seed. Throws a CommandFailure. */
export function drawsAsked(values: CommandValues): DrawsAsked | null {
  const draws = wholeNumber(values, 'draws', 1, mostDraws)
  const seed = wholeNumber(values, 'seed', 0, 2 ** 32 - 1)
  if (draws === null && seed !== null) throw badInput('usage', '--seed is for draws: say how many with --draws.')
  return draws === null ? null : { draws, seed }
}

/** Makes the draws of every district of a plan, and puts them together. */
export function drawn(plan: Plan, runs: readonly DistrictRun[], { draws, seed: asked }: DrawsAsked): DrawnPlan {
  const seed = asked ?? settingsOf(plan).seed
  const compiled = runs.map((run) => run.compiled)
  const blocks = compiled.map((district) => prepareSampler(sampleRequestOf(plan, district, { seed })).draw(0, draws))
  const likely = likelyOf({ plan, compiled, blocks, seed })
  const districts = blocks.flatMap((block) => summariseDraws([block]) ?? [])
  if (likely === null || districts.length < blocks.length) throw new RangeError('a sample without draws')
  return { likely, districts, seed }
}

/** What the draws say of a plan as a whole, and of each of its districts. */
export type DrawnPlan = {
  readonly likely: Likely
  readonly districts: readonly SampleSummary[]
  readonly seed: number
}

const bandJson = ({ p10, p50, p90 }: Band) => ({ p10: [...p10], p50: [...p50], p90: [...p90] })

export const drawsJson = (summary: SampleSummary, { seed }: DrawnPlan) => ({
  ...summary,
  seed,
  bands: Object.fromEntries(sampledSeries.map((series) => [series, bandJson(summary.bands[series])])),
  chanceAtScaleBy: [...summary.chanceAtScaleBy],
  atScaleMonths: [...summary.atScaleMonths],
})

const percent = (share: number): string => `${Math.round(share * 100)}%`

/** The draws of a district in a sentence. */
export function drawsSentence({ forecast }: DistrictRun, summary: SampleSummary): string {
  const { atScaleMonth, chanceAtScaleBy, chanceOfSustaining, draws } = summary
  const range = atScaleMonth
    ? ` Where it gets there, 8 times in 10 between ${addMonths(forecast.start, Math.round(atScaleMonth.p10))} and ${addMonths(forecast.start, Math.round(atScaleMonth.p90))}.`
    : ''
  return `${forecast.name}, ${draws} draws: at scale within the forecast in ${percent(chanceAtScaleBy.at(-1) ?? 0)} of them, sustained in ${percent(chanceOfSustaining)}.${range}`
}

/** What the plan costs over the draws, in a sentence. */
export const costSentence = ({ likely }: DrawnPlan): string =>
  `Cost of the plan, 8 times in 10: ${costRangeWords(likely.cost)}.`
