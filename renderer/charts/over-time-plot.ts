import { scaleLinear, scalePoint } from 'd3-scale'
import type { Figure } from './figure'

/** A place on an axis, in pixels, with what stands there. */
export type Tick = { readonly at: number; readonly label: string }

/** Where everything in a picture over time lies, in pixels from its upper left corner. */
export type Plot = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** The place of the nth category. */
  readonly x: (category: number) => number
  /** The height of a value; one past the range lies on its edge. */
  readonly y: (value: number) => number
  readonly xTicks: readonly Tick[]
  readonly yTicks: readonly Tick[]
}

type Question = {
  readonly figure: Figure
  readonly width: number
  readonly height: number
  /** The range of the values; 'auto' ends it at a round value above `most`. */
  readonly domain: readonly [number, number | 'auto']
  /** The largest value that is drawn. */
  readonly most: number
  /** Room at the right, for the names of the lines. */
  readonly room: number
  /** Which categories get a tick; without them as many as there is room for. */
  readonly ticks?: readonly string[] | undefined
}

const [top, axisRoom, valueRoom] = [12, 30, 52]
const [letter, gap] = [6.8, 14]
const valueTicks = 5

/** The widths are guessed: measuring would lay the page out once more for every picture. */
const widthOf = (label: string): number => label.length * letter

/** The first, and of the others those that do not touch the one before. */
function apart(ticks: readonly Tick[]): Tick[] {
  const kept: Tick[] = []
  let end = Number.NEGATIVE_INFINITY
  for (const tick of ticks) {
    const half = widthOf(tick.label) / 2
    if (tick.at - half < end + gap) continue
    kept.push(tick)
    end = tick.at + half
  }
  return kept
}

/** A name beside a place: where it begins or ends, and in which row, counted from the top, so that none lies on another. */
export type Named = { readonly label: string; readonly at: number; readonly isBefore: boolean; readonly row: number }

/** Names beside vertical lines: right of those in the first half, left of the others, each in the first row with room. */
export function namedApart(places: readonly Tick[], { left, right }: Pick<Plot, 'left' | 'right'>): Named[] {
  const rows: [from: number, to: number][][] = []
  return places.map(({ at, label }) => {
    const isBefore = at >= (left + right) / 2
    const [from, to] = isBefore ? [at - widthOf(label) - gap, at] : [at, at + widthOf(label) + gap]
    const free = rows.findIndex((taken) => taken.every((one) => to <= one[0] || from >= one[1]))
    const row = free === -1 ? rows.length : free
    rows[row] = [...(rows[row] ?? []), [from, to]]
    return { label, at, isBefore, row }
  })
}

/** Lays a picture over time out. */
export function plotOf({ figure, width, height, domain, most, room, ticks }: Question): Plot {
  const { categories, format } = figure
  const [left, right, bottom] = [valueRoom, Math.max(valueRoom + 1, width - room), height - axisRoom]
  const places = scalePoint<number>([...categories.keys()], [left, right])
  const [low, high] = domain
  const values = scaleLinear([low, high === 'auto' ? Math.max(most, low + Number.EPSILON) : high], [bottom, top]).clamp(
    true,
  )
  if (high === 'auto') values.nice(valueTicks)
  const x = (category: number): number => places(category) ?? left
  const wanted = ticks && new Set(ticks)
  return {
    left,
    right,
    top,
    bottom,
    x,
    y: (value) => values(value),
    xTicks: apart(
      categories.flatMap((label, category) => (!wanted || wanted.has(label) ? [{ at: x(category), label }] : [])),
    ),
    yTicks: values.ticks(valueTicks).map((value) => ({ at: values(value), label: format(value) })),
  }
}

/** The category that lies nearest to a place in the picture; null where there is none. */
export function nearestCategory({ left, right }: Plot, count: number, at: number): number | null {
  if (count === 0) return null
  if (count === 1) return 0
  const part = (at - left) / (right - left)
  return Math.min(count - 1, Math.max(0, Math.round(part * (count - 1))))
}
