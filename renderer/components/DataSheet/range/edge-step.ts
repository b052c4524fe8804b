/** A point of the window, and the part of a sheet's cells that is in view; pixels. */
export type Point = { readonly x: number; readonly y: number }
export type View = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }

/** By how many rows and columns a drag goes on at one beat; 0: that way the pointer is within the view. */
export type EdgeStep = { readonly rows: number; readonly columns: number }

/** Farther past the edge goes faster, as in a spreadsheet: one row more for each of these pixels, up to a page a second. */
const pixelsPerRow = 24
const mostRows = 8

const past = (at: number, first: number, last: number): number => (at < first ? at - first : at > last ? at - last : 0)

/** How a drag that has left the view goes on: towards the side on which the pointer is. */
export function edgeStep({ x, y }: Point, { top, bottom, left, right }: View): EdgeStep {
  const down = past(y, top, bottom)
  const aside = past(x, left, right)
  const rows = down === 0 ? 0 : Math.sign(down) * Math.min(mostRows, 1 + Math.floor(Math.abs(down) / pixelsPerRow))
  return { rows, columns: Math.sign(aside) }
}

export const isInView = (point: Point, view: View): boolean => {
  const { rows, columns } = edgeStep(point, view)
  return rows === 0 && columns === 0
}

const isScroller = (element: Element): boolean => /auto|scroll/.test(getComputedStyle(element).overflowY)

/** The box of an element as far as the part of the page that scrolls around it lets it be seen. */
function seenBox(element: Element): View {
  const { top, bottom, left, right } = element.getBoundingClientRect()
  let around = element.parentElement
  while (around && !isScroller(around)) around = around.parentElement
  const frame = around?.getBoundingClientRect() ?? { top: 0, bottom: window.innerHeight }
  return { top: Math.max(top, frame.top), bottom: Math.min(bottom, frame.bottom), left, right }
}

type Around = {
  /** The column in which the drag began. */
  readonly column: number
  readonly frozenCount: number
  readonly headerHeight: number
  readonly totalsHeight: number
}

/**
 * Where a drag finds the cells of a grid in view: below the headings, above the totals, and, for one that did not begin
 * in the columns that are kept in place, beside them as long as columns are out of sight there.
 */
export function cellsInView(grid: HTMLElement | null, { column, frozenCount, headerHeight, totalsHeight }: Around) {
  if (!grid) return null
  const box = grid.getBoundingClientRect()
  const seen = seenBox(grid)
  const isScrolled = grid.scrollLeft > 0 && column >= frozenCount
  const kept = isScrolled ? grid.querySelector(`[role="columnheader"][aria-colindex="${frozenCount}"]`) : null
  return {
    top: Math.max(seen.top, box.top + headerHeight),
    bottom: Math.min(seen.bottom, box.top + grid.clientHeight - totalsHeight),
    left: kept?.getBoundingClientRect().right ?? box.left,
    right: box.left + grid.clientWidth,
  }
}
