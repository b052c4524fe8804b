import { joinedBlocks } from './joined-draws'
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
  /** The first month at scale of every draw, in their order, counted from 0; −1: never. */
  readonly atScaleMonths: Int32Array
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

function bandOf({ series, horizonMonths }: DrawBlock, at: number, draws: number): Band {
  const band = {
    p10: new Float64Array(horizonMonths),
    p50: new Float64Array(horizonMonths),
    p90: new Float64Array(horizonMonths),
  }
  const values = new Float64Array(draws)
  for (let month = 0; month < horizonMonths; month += 1) {
    for (let draw = 0; draw < draws; draw += 1) {
      values[draw] = series[(draw * sampledSeries.length + at) * horizonMonths + month] ?? 0
    }
    values.sort()
    band.p10[month] = quantileOf(values, 0.1)
    band.p50[month] = quantileOf(values, 0.5)
    band.p90[month] = quantileOf(values, 0.9)
  }
  return band
}

const shareOf = (codes: Uint8Array, code: number): number =>
  codes.filter((value) => value === code).length / codes.length

/**
 * Puts blocks of draws together. The blocks may come in any order and of any size, but must cover a range of draws
 * without gap or overlap; else, or without any draw, null. The same draws give the same bytes however they were split.
 */
export function summariseDraws(blocks: readonly DrawBlock[]): SampleSummary | null {
  const block = joinedBlocks(blocks)
  const draws = block?.atScaleMonth.length ?? 0
  if (block === null || draws === 0) return null
  const reached = Float64Array.from(block.atScaleMonth.filter((month) => month >= 0)).sort()
  const atScale = (share: number) => quantileOf(reached, share)
  const bands = sampledSeries.map((name, index) => [name, bandOf(block, index, draws)] as const)
  return {
    draws,
    horizonMonths: block.horizonMonths,
    bands: Object.fromEntries(bands) as Record<SampledSeries, Band>,
    chanceAtScaleBy: Float64Array.from(
      { length: block.horizonMonths },
      (_, month) => reached.filter((first) => first <= month).length / draws,
    ),
    chanceOfHolding: shareOf(block.hasHeld, 1),
    chanceOfSustaining: shareOf(block.sustained, sustainedCodes.yes),
    shareNotKnownYet: shareOf(block.sustained, sustainedCodes.notKnownYet),
    atScaleMonth: reached.length === 0 ? null : { p10: atScale(0.1), p50: atScale(0.5), p90: atScale(0.9) },
    atScaleMonths: block.atScaleMonth.slice(),
  }
}
