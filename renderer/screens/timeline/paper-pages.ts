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

/**
 * The lines of each page down: what goes on from the page before stands under its group's line once more, and no
 * group's line stands alone at the foot.
 */
function parts(lanes: readonly TimelineLane[]): (readonly TimelineLane[])[] {
  const groups = new Map(lanes.flatMap((lane) => (lane.level === 0 ? [[lane.group, lane] as const] : [])))
  const found: (readonly TimelineLane[])[] = []
  let at = 0
  while (at < lanes.length) {
    const first = lanes[at]
    const again = first && first.level > 0 ? groups.get(first.group) : undefined
    const part = lanes.slice(at, at + paper.rows - (again ? 1 : 0))
    const isLast = at + part.length === lanes.length
    const kept = !isLast && part.length > 1 && part.at(-1)?.level === 0 ? part.slice(0, -1) : part
    found.push(again ? [again, ...kept] : kept)
    at += kept.length
  }
  return found
}

/** The pages of a timeline that is `pagesWide` pages wide: first across, then down, each with its own months and lines. */
export function paperPages(
  timeline: Pick<Timeline, 'firstMonth' | 'lastMonth'>,
  lanes: readonly TimelineLane[],
  pagesWide: number,
): PaperPage[] {
  return parts(lanes).flatMap((part) =>
    stretches(timeline, pagesWide).map(([firstMonth, lastMonth]) => ({ firstMonth, lastMonth, lanes: part })),
  )
}
