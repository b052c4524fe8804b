import type { SheetLayout } from '@shared/contract/sheet-layout'
import { widthOfHeading, type SheetColumn } from '../columns'

// names and texts read well up to these widths, in pixels; figures and months never need more than their own
const mostOfFirst = 460
const mostByKind: Readonly<Record<string, number>> = { text: 480, list: 480, reference: 280 }

function mostOf(column: SheetColumn, isFirst: boolean): number {
  if (isFirst) return mostOfFirst
  return column.kind === 'field' ? (mostByKind[column.field.kind] ?? 0) : 0
}

// how much less than its own width a column of words may be
const leastPart = 0.8

/** Takes from columns of words what a sheet lacks, where that is so little that all columns then fit; else nothing. */
function shrink(columns: readonly SheetColumn[], widths: Map<string, number>, lack: number, floorOf: Floor): void {
  const spare = columns.map((column) => Math.max(0, (widths.get(column.key) ?? 0) - floorOf(column)))
  const all = spare.reduce((sum, part) => sum + part, 0)
  if (lack > all) return
  let still = lack
  columns.forEach(({ key }, i) => {
    const taken = Math.min(still, Math.ceil(((spare[i] ?? 0) * lack) / all))
    widths.set(key, (widths.get(key) ?? 0) - taken)
    still -= taken
  })
}

type Floor = (column: SheetColumn) => number

/**
 * Pixels for every column of a sheet that is `room` pixels wide: what is left over goes in equal parts to the columns
 * that hold words, each up to what reads well; where a little is lacking they give it. Widths that the planner drew
 * stay, and the first column has `leastOfFirst` for the words in the line at the end.
 */
export function fittedWidths(
  columns: readonly SheetColumn[],
  drawn: SheetLayout['widths'],
  room: number,
  leastOfFirst = 0,
): ReadonlyMap<string, number> {
  const widths = new Map(
    columns.map(({ key, width }, i) => [key, drawn[key] ?? (i === 0 ? Math.max(width, leastOfFirst) : width)]),
  )
  let left = Math.floor(room) - totalOf(widths)
  const ofWords = columns.filter((column, i) => drawn[column.key] === undefined && mostOf(column, i === 0) > 0)
  if (room > 0 && left < 0) {
    shrink(ofWords, widths, -left, (column) =>
      Math.max(column.width * leastPart, widthOfHeading(column.label), column === columns[0] ? leastOfFirst : 0),
    )
  }
  let open = ofWords.filter((column) => roomIn(columns.indexOf(column)) > 0)
  function roomIn(at: number): number {
    const column = columns[at]
    return column ? mostOf(column, at === 0) - (widths.get(column.key) ?? 0) : 0
  }
  while (left > 0 && open.length > 0) {
    const part = Math.max(1, Math.floor(left / open.length))
    for (const column of open) {
      const given = Math.min(part, left, roomIn(columns.indexOf(column)))
      widths.set(column.key, (widths.get(column.key) ?? 0) + given)
      left -= given
    }
    open = open.filter((column) => roomIn(columns.indexOf(column)) > 0)
  }
  return widths
}

/** Pixels of all columns together. */
export const totalOf = (widths: ReadonlyMap<string, number>): number =>
  [...widths.values()].reduce((sum, width) => sum + width, 0)
