import { weakestCore } from './count'
import type { DistrictArrays } from './district-arrays'
import { capacityPlace, coveragePlace, type DistrictState } from './district-state'
import { measures } from './trajectory'

const measureCount = measures.length
const bottleneckPlace = measures.indexOf('bottleneck')

/**
 * A trajectory keeps the months of a series side by side, while the model makes all series of one month. Months are
 * gathered and written eight at a time, a full line of the processor's cache: a write per month would touch the memory
 * of the whole trajectory every month.
 */
const monthsPerBlock = 8

/** The months of a trajectory that are made but not written yet. */
export interface MonthBlock {
  readonly places: number
  /** `figures[(monthOfBlock * measureCount + measure) * places + place]`. */
  readonly figures: Float64Array
}

/** Room for the months that are gathered. */
export function makeMonthBlock(arrays: DistrictArrays): MonthBlock {
  const places = arrays.unitCount + 1
  return { places, figures: new Float64Array(monthsPerBlock * measureCount * places) }
}

function average(parts: Float64Array, figures: Float64Array): number {
  let sum = 0
  for (let unit = 0; unit < parts.length; unit += 1) sum += (parts[unit] ?? 0) * (figures[unit] ?? 0)
  return sum
}

function districtFigure(arrays: DistrictArrays, state: DistrictState, measure: number, ofUnits: Float64Array): number {
  if (measure === capacityPlace || measure === coveragePlace) return state.district[measure] ?? 0
  if (measure === bottleneckPlace) return weakestCore(state.districtComponentFidelity, arrays.isCore)
  return average(arrays.unitShare, ofUnits)
}

/** Writes the gathered months, the last being `month`, into the values of a trajectory. */
function writeBlock(block: MonthBlock, month: number, horizonMonths: number, values: Float64Array): void {
  const { places, figures } = block
  const count = (month % monthsPerBlock) + 1
  const first = month + 1 - count
  for (let place = 0; place < places; place += 1) {
    for (let measure = 0; measure < measureCount; measure += 1) {
      let to = (place * measureCount + measure) * horizonMonths + first
      let from = measure * places + place
      for (let index = 0; index < count; index += 1) {
        // Sums of parts can pass 1 by rounding.
        values[to] = Math.min(1, figures[from] ?? 0)
        to += 1
        from += measureCount * places
      }
    }
  }
}

/** Takes the month's figures of the district and of every unit; they are in `values` after the last month at the latest. */
export function recordMonth(
  arrays: DistrictArrays,
  state: DistrictState,
  month: number,
  block: MonthBlock,
  values: Float64Array,
): void {
  const { places, figures } = block
  for (let measure = 0; measure < measureCount; measure += 1) {
    const ofUnits = state.unitFigures[measure]
    if (ofUnits === undefined) continue
    const place = ((month % monthsPerBlock) * measureCount + measure) * places
    figures[place] = districtFigure(arrays, state, measure, ofUnits)
    figures.set(ofUnits, place + 1)
  }
  const isLast = month === arrays.horizonMonths - 1
  if (isLast || month % monthsPerBlock === monthsPerBlock - 1) writeBlock(block, month, arrays.horizonMonths, values)
}
