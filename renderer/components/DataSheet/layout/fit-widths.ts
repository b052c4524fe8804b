import type { SheetLayout } from '@shared/contract/sheet-layout'
import type { SheetColumn } from '../columns'

// names and texts read well up to these widths, in pixels; figures and months never need more than their own
const mostOfFirst = 460
const mostByKind: Readonly<Record<string, number>> = { text: 480, list: 480, reference: 280 }

function mostOf(column: SheetColumn, isFirst: boolean): number {
  if (isFirst) return mostOfFirst
  return column.kind === 'field' ? (mostByKind[column.field.kind] ?? 0) : 0
}

/**
 * Pixels for every column of a sheet that is `room` pixels wide: what is left over goes in equal parts to the columns
 * that hold words, each up to what reads well. Widths that the planner drew stay; nothing gets narrower than its own,
 * and the first column has `leastOfFirst` for the words in the line at the end.
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
  let open = columns.filter(({ key }, i) => drawn[key] === undefined && roomIn(i) > 0)
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
