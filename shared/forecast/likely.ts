import type { SampleSummary } from '../model/bands'
import { addMonths, monthWords } from '../plan/month'
import { percent } from './figure'

/** The chance of being at scale in some month of the forecast, 0–1. */
export const chanceAtScale = ({ chanceAtScaleBy }: SampleSummary): number => chanceAtScaleBy.at(-1) ?? 0

/** The range at the weakest component in the last month that holds in 8 of 10 runs: "55–74%". */
export function endRange({ bands }: SampleSummary): string {
  const { p10, p90 } = bands.bottleneck
  return `${percent(p10.at(-1) ?? 0).replace('%', '')}–${percent(p90.at(-1) ?? 0)}`
}

/** What the runs under uncertainty say, in plain words; `start` is the forecast's first month, `YYYY-MM`. */
export function likelySentence(summary: SampleSummary, start: string): string {
  const { draws, atScaleMonth } = summary
  const runs = `Likely range (8 in 10 chances) from ${draws.toLocaleString('en-US')} runs with the uncertain figures varied`
  const end = `at the end ${endRange(summary)} at the weakest component`
  const chance = `at scale within the forecast in ${percent(chanceAtScale(summary))} of them`
  const month = (index: number): string => monthWords(addMonths(start, Math.round(index)))
  const when = atScaleMonth ? `, mostly between ${month(atScaleMonth.p10)} and ${month(atScaleMonth.p90)}` : ''
  return `${runs}: ${end}; ${chance}${when}.`
}
