import { sampleRequestOf } from '@shared/forecast/uncertainty'
import type { DistrictRun } from '@shared/forecast/run'
import { summariseDraws, type Band, type SampleSummary } from '@shared/model/bands'
import { prepareSampler, sampledSeries } from '@shared/model/sample'
import { addMonths } from '@shared/plan/month'
import type { Plan } from '@shared/plan/plan'
import type { CommandValues } from './command'
import { badInput } from './failure'

const mostDraws = 10_000

/** How many draws were asked for, from which seed; null where none were. */
export type DrawsAsked = { readonly draws: number; readonly seed: number }

function wholeNumber(values: CommandValues, name: string, least: number, most: number): number | null {
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
  return draws === null ? null : { draws, seed: seed ?? 1 }
}

/** Makes the draws of one district. */
export function drawn(plan: Plan, { compiled }: DistrictRun, { draws, seed }: DrawsAsked): SampleSummary {
  const block = prepareSampler(sampleRequestOf(plan, compiled, { seed })).draw(0, draws)
  const summary = summariseDraws([block])
  if (summary === null) throw new RangeError('a sample without draws')
  return summary
}

const bandJson = ({ p10, p50, p90 }: Band) => ({ p10: [...p10], p50: [...p50], p90: [...p90] })

export const drawsJson = (summary: SampleSummary, { seed }: DrawsAsked) => ({
  ...summary,
  seed,
  bands: Object.fromEntries(sampledSeries.map((series) => [series, bandJson(summary.bands[series])])),
  chanceAtScaleBy: [...summary.chanceAtScaleBy],
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
