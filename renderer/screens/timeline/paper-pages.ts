import type { Timeline } from '@shared/forecast/timeline'
import type { TimelineLane } from '@shared/forecast/timeline-lane'

/** One sheet of paper: which months, which lines. */
export type PaperPage = {
  readonly firstMonth: number
  readonly lastMonth: number
  readonly lanes: readonly TimelineLane[]
}

/** What fits on a letter page in landscape, with the margins that paper.module.css sets, in CSS pixels. */
export const paper = { width: 960, outlineWidth: 232, rowHeight: 23, rows: 25 } as const

/** Stretches of months of one length, as many as pages lie side by side. */
function stretches(
  { firstMonth, lastMonth }: Pick<Timeline, 'firstMonth' | 'lastMonth'>,
  pagesWide: number,
): [number, number][] {
  const months = lastMonth - firstMonth + 1
  const each = Math.ceil(months / pagesWide)
  const count = Math.ceil(months / each)
  return Array.from({ length: count }, (_, at) => {
    const first = firstMonth + at * each
    return [first, Math.min(lastMonth, first + each - 1)]
  })
}

/** The pages of a timeline that is `pagesWide` pages wide: first across, then down, each with its own months and lines. */
export function paperPages(
  timeline: Pick<Timeline, 'firstMonth' | 'lastMonth'>,
  lanes: readonly TimelineLane[],
  pagesWide: number,
): PaperPage[] {
  const down = Math.max(1, Math.ceil(lanes.length / paper.rows))
  return Array.from({ length: down }, (_, row) => lanes.slice(row * paper.rows, (row + 1) * paper.rows)).flatMap(
    (part) => stretches(timeline, pagesWide).map(([firstMonth, lastMonth]) => ({ firstMonth, lastMonth, lanes: part })),
  )
}
