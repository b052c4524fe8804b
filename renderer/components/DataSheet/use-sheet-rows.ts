import type { Names } from '@shared/plan/format'
import type { AnyRow } from '@shared/plan/tables'
import { useMemo, useState } from 'react'
import type { SheetColumn } from './columns'
import type { SheetRow } from './sheet-row'
import { inOrderOf, sortedIds, type SheetSort } from './sort'

export type SheetRows = {
  readonly rows: readonly SheetRow[]
  /** The rows without the line at the end. */
  readonly filled: readonly AnyRow[]
  readonly sort: SheetSort | null
  /** Sorts once by a column; the order then stays while rows are edited, as in a spreadsheet. */
  readonly sortBy: (sort: SheetSort | null) => void
}

/** The rows as they stand in the grid: the planner's order or a sorted one, with what is on its way to the file. */
export function useSheetRows(
  given: readonly AnyRow[],
  pending: ReadonlyMap<string, AnyRow>,
  blankRow: SheetRow | null,
  columns: readonly SheetColumn[],
  names: Names,
): SheetRows {
  const [sort, setSort] = useState<SheetSort | null>(null)
  const [order, setOrder] = useState<readonly string[] | null>(null)
  const filled = useMemo(() => {
    const known = new Set(given.map(({ id }) => id))
    const shown = pending.size === 0 ? given : given.map((row) => pending.get(row.id) ?? row)
    const added = [...pending.values()].filter(({ id }) => !known.has(id))
    const all = added.length === 0 ? shown : [...shown, ...added]
    return order === null ? all : inOrderOf(all, order)
  }, [given, pending, order])
  const rows = useMemo(() => (blankRow ? [...filled, blankRow] : filled), [filled, blankRow])
  const sortBy = (next: SheetSort | null): void => {
    const column = columns.find(({ key }) => key === next?.key)
    setSort(next)
    setOrder(next && column ? sortedIds(given, column, next.isDescending, names) : null)
  }
  return { rows, filled, sort, sortBy }
}
