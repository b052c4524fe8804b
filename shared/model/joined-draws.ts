import { type DrawBlock, sampledSeries, sustainedCodes } from './sample'

/**
 * The blocks of one request as one block. They may come in any order and of any size, but must cover a range of draws
 * without gap or overlap; else, or without any, null.
 */
export function joinedBlocks(blocks: readonly DrawBlock[]): DrawBlock | null {
  const sorted = blocks.toSorted((one, other) => one.from - other.from)
  const [first] = sorted
  const last = sorted.at(-1)
  const isWhole = sorted.every((block, index) => index === 0 || sorted[index - 1]?.to === block.from)
  if (first === undefined || last === undefined || !isWhole) return null
  const count = last.to - first.from
  const joined = {
    from: first.from,
    to: last.to,
    horizonMonths: first.horizonMonths,
    series: new Float64Array(count * sampledSeries.length * first.horizonMonths),
    atScaleMonth: new Int32Array(count),
    hasHeld: new Uint8Array(count),
    sustained: new Uint8Array(count),
  }
  for (const block of sorted) {
    const place = block.from - first.from
    joined.series.set(block.series, place * sampledSeries.length * first.horizonMonths)
    joined.atScaleMonth.set(block.atScaleMonth, place)
    joined.hasHeld.set(block.hasHeld, place)
    joined.sustained.set(block.sustained, place)
  }
  return joined
}

/** One district's draws and how many people work there. */
export interface DistrictDraws {
  readonly block: DrawBlock
  readonly headcount: number
}

/** Sustained together: only where all are; not known yet where none falls but one is open. */
function sustainedTogether(codes: readonly number[]): number {
  if (codes.every((code) => code === sustainedCodes.yes)) return sustainedCodes.yes
  return codes.includes(sustainedCodes.no) ? sustainedCodes.no : sustainedCodes.notKnownYet
}

/**
 * The same draws of several districts as draws of all of them together: shares averaged by headcount; at scale from the
 * month on in which the last of them is; holding where all hold. Null without a district, or where ranges differ.
 */
export function drawsOfAll(districts: readonly DistrictDraws[]): DrawBlock | null {
  const [first, ...others] = districts
  if (first === undefined) return null
  if (others.length === 0) return first.block
  const { from, to, horizonMonths } = first.block
  if (others.some(({ block }) => block.from !== from || block.to !== to || block.horizonMonths !== horizonMonths))
    return null
  const people = districts.reduce((sum, { headcount }) => sum + headcount, 0)
  const parts = districts.map(({ headcount }) => (people > 0 ? headcount / people : 1 / districts.length))
  const series = first.block.series.map((_, index) =>
    districts.reduce((sum, { block }, at) => sum + (parts[at] ?? 0) * (block.series[index] ?? 0), 0),
  )
  return {
    from,
    to,
    horizonMonths,
    series,
    atScaleMonth: first.block.atScaleMonth.map((_, draw) => {
      const months = districts.map(({ block }) => block.atScaleMonth[draw] ?? -1)
      return months.includes(-1) ? -1 : Math.max(...months)
    }),
    hasHeld: first.block.hasHeld.map((_, draw) => (districts.every(({ block }) => block.hasHeld[draw] === 1) ? 1 : 0)),
    sustained: first.block.sustained.map((_, draw) =>
      sustainedTogether(districts.map(({ block }) => block.sustained[draw] ?? 0)),
    ),
  }
}
