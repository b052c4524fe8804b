import { type DrawBlock, type SampledSeries, sampledSeries, sustainedCodes } from './sample'

/** Likely range by month: one draw in ten lies below `p10`, half below `p50`, nine in ten below `p90`. */
export interface Band {
  readonly p10: Float64Array
  readonly p50: Float64Array
  readonly p90: Float64Array
}

/** What the draws say together. Chances are shares of all draws, 0..1. */
export interface SampleSummary {
  readonly draws: number
  readonly horizonMonths: number
  readonly bands: Readonly<Record<SampledSeries, Band>>
  /** By month: the chance of having been at scale in some month up to and with it. */
  readonly chanceAtScaleBy: Float64Array
  /** The chance of being at scale for `sustainMonths` in a row within the horizon. */
  readonly chanceOfHolding: number
  /** The chance of being sustained, and the share of draws of which the horizon does not tell yet. */
  readonly chanceOfSustaining: number
  readonly shareNotKnownYet: number
  /** P10, P50 and P90 of the first month at scale over the draws that get there; null where none does. */
  readonly atScaleMonth: { readonly p10: number; readonly p50: number; readonly p90: number } | null
}

/**
 * A quantile of sorted numbers, straight between neighbours (Hyndman & Fan 1996, type 7). NaN for none; `share` 0..1.
 */
export function quantileOf(sorted: ArrayLike<number>, share: number): number {
  const place = (sorted.length - 1) * share
  const below = Math.floor(place)
  const low = sorted[below] ?? Number.NaN
  const high = sorted[below + 1] ?? low
  return low + (high - low) * (place - below)
}

/** The blocks in order of their draws; throws nothing, but blocks that overlap or leave gaps give null. */
function inOrder(blocks: readonly DrawBlock[]): readonly DrawBlock[] | null {
  const sorted = blocks.toSorted((one, other) => one.from - other.from)
  const isWhole = sorted.every((block, index) => index === 0 || sorted[index - 1]?.to === block.from)
  return isWhole && sorted.length > 0 ? sorted : null
}

function bandOf(blocks: readonly DrawBlock[], series: number, horizonMonths: number, draws: number): Band {
  const band = {
    p10: new Float64Array(horizonMonths),
    p50: new Float64Array(horizonMonths),
    p90: new Float64Array(horizonMonths),
  }
  const values = new Float64Array(draws)
  for (let month = 0; month < horizonMonths; month += 1) {
    let next = 0
    for (const block of blocks) {
      for (let draw = 0; draw < block.to - block.from; draw += 1) {
        values[next] = block.series[(draw * sampledSeries.length + series) * horizonMonths + month] ?? 0
        next += 1
      }
    }
    values.sort()
    band.p10[month] = quantileOf(values, 0.1)
    band.p50[month] = quantileOf(values, 0.5)
    band.p90[month] = quantileOf(values, 0.9)
  }
  return band
}

function shareOf(blocks: readonly DrawBlock[], draws: number, codes: (block: DrawBlock) => Uint8Array, code: number) {
  return blocks.reduce((sum, block) => sum + codes(block).filter((value) => value === code).length, 0) / draws
}

/**
 * Puts blocks of draws together. The blocks may come in any order and of any size, but must cover a range of draws
 * without gap or overlap; else, or without any draw, null. The same draws give the same bytes however they were split.
 */
export function summariseDraws(blocks: readonly DrawBlock[]): SampleSummary | null {
  const ordered = inOrder(blocks)
  const horizonMonths = ordered?.[0]?.horizonMonths ?? 0
  const months = (ordered ?? []).flatMap((block) => [...block.atScaleMonth])
  const draws = months.length
  if (ordered === null || draws === 0) return null
  const reached = Float64Array.from(months.filter((month) => month >= 0)).sort()
  const atScale = (share: number) => quantileOf(reached, share)
  const bands = sampledSeries.map((name, index) => [name, bandOf(ordered, index, horizonMonths, draws)] as const)
  return {
    draws,
    horizonMonths,
    bands: Object.fromEntries(bands) as Record<SampledSeries, Band>,
    chanceAtScaleBy: Float64Array.from(
      { length: horizonMonths },
      (_, month) => reached.filter((first) => first <= month).length / draws,
    ),
    chanceOfHolding: shareOf(ordered, draws, (block) => block.hasHeld, 1),
    chanceOfSustaining: shareOf(ordered, draws, (block) => block.sustained, sustainedCodes.yes),
    shareNotKnownYet: shareOf(ordered, draws, (block) => block.sustained, sustainedCodes.notKnownYet),
    atScaleMonth: reached.length === 0 ? null : { p10: atScale(0.1), p50: atScale(0.5), p90: atScale(0.9) },
  }
}
