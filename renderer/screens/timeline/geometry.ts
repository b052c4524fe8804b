import type { Instruction } from '@shared/forecast/school-calendar'
import type { LaneSpan } from '@shared/forecast/timeline-lane'
import type { TimelineZoom } from '@shared/contract/timeline-layout'

/** Where months stand: pixels from the left edge of the bars. Months as `monthNumber` gives them. */
export type Scale = {
  readonly firstMonth: number
  readonly lastMonth: number
  readonly monthWidth: number
  readonly rowHeight: number
}

export const rowHeight = 30
/** Height of one line of the head: fiscal years, school years, terms or months. */
export const headLine = 22
/** The least width that takes the pointer, however short the bar (WCAG 2.5.8). */
export const leastTarget = 24

/** Pixels of the names where the planner chose none: less of a small window, so that years keep their room. */
export const usualOutline = (frame: number): number => (frame < 1100 ? 200 : 288)

// a little more than three years, so that the next one is seen to come
const monthsOfYears = 38
const leastWidths = { plan: 6, year: 15, quarter: 38, month: 58 } as const

/** Pixels for a month: the whole plan fits the room as far as months stay apart; no zoom shows less than that fills. */
export function monthWidthOf(zoom: TimelineZoom, months: number, room: number): number {
  const inYears = zoom === 'year' ? Math.min(32, room / monthsOfYears) : 0
  return Math.max(leastWidths[zoom], inYears, room / months)
}

/** The left edge of a month. */
export const leftOf = (scale: Scale, month: number): number => (month - scale.firstMonth) * scale.monthWidth

export const widthOf = (scale: Scale): number => (scale.lastMonth - scale.firstMonth + 1) * scale.monthWidth

/** The left edge and width of a span, cut to the months that are drawn; at least 3 pixels wide. */
export function boxOf(scale: Scale, { first, last }: Pick<LaneSpan, 'first' | 'last'>): { x: number; width: number } {
  const from = Math.max(first, scale.firstMonth)
  const to = Math.min(last, scale.lastMonth)
  return { x: leftOf(scale, from), width: Math.max(3, (to - from + 1) * scale.monthWidth) }
}

/** Whether any month of a span is drawn. */
export const isDrawn = (scale: Scale, { first, last }: Pick<LaneSpan, 'first' | 'last'>): boolean =>
  last >= scale.firstMonth && first <= scale.lastMonth

// 11 pixels: a letter takes a good half of that
const letterWidth = 5.9

export const textWidth = (text: string): number => text.length * letterWidth

/** Where words stand beside a bar: right of it, else left, else nowhere. */
export function besidePlace(
  scale: Scale,
  box: { readonly x: number; readonly width: number },
  text: string,
): { readonly x: number; readonly anchor: 'start' | 'end' } | null {
  const right = box.x + box.width + 6
  if (right + textWidth(text) <= widthOf(scale)) return { x: right, anchor: 'start' }
  return box.x - 6 - textWidth(text) >= 0 ? { x: box.x - 6, anchor: 'end' } : null
}

/** Which lanes are in sight, with some above and below; places, the last one not included. */
export function rowsInSight(scrollTop: number, height: number, count: number): { first: number; last: number } {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - 4)
  return { first, last: Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + 4) }
}

/** How strongly a month is shaded. */
export const shadeOf: Readonly<Record<Instruction, 'none' | 'light' | 'full'>> = {
  none: 'full',
  part: 'light',
  full: 'none',
}
