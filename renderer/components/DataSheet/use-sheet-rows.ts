import type { SheetLayout } from '@shared/contract/sheet-layout'
import type { Names } from '@shared/plan/format'
import type { AnyRow } from '@shared/plan/tables'
import { useCallback, useMemo, useState } from 'react'
import type { BlankLine } from './blank-line'
import { textOfCell } from './cell-text'
import type { SheetColumn } from './columns'
import { filtered } from './layout/filter'
import { groupsOf, linesOf } from './layout/group'
import type { SheetRow } from './sheet-row'
import { inOrderOf, sortedIds } from './sort'

export type SheetRows = {
  /** Every line of the grid: rows, headings of groups, the line for a new row. */
  readonly rows: readonly SheetRow[]
  /** The rows of the plan that pass the filters, in the order shown, whether or not their group is open. */
  readonly filled: readonly AnyRow[]
  /** The rows with those that the filters leave out. */
  readonly given: readonly AnyRow[]
  /** How many there are, with those on their way to the file. */
  readonly allCount: number
  readonly textOf: (row: AnyRow, key: string) => string
  readonly toggleGroup: (id: string) => void
}

type Question = {
  readonly given: readonly AnyRow[]
  readonly pending: ReadonlyMap<string, AnyRow>
  /** Null where no row can be added. */
  readonly blank: BlankLine | null
  readonly columns: readonly SheetColumn[]
  readonly names: Names
  readonly layout: SheetLayout
}

/** The order and the rows left out as a sort and filters found them; both stay while rows are edited, as in a spreadsheet. */
type Found = {
  readonly sort: SheetLayout['sort']
  readonly filters: SheetLayout['filters']
  readonly order: readonly string[] | null
  readonly leftOut: ReadonlySet<string>
}

function find(given: readonly AnyRow[], { columns, names, layout }: Question, textOf: SheetRows['textOf']): Found {
  const { sort, filters } = layout
  const passing = new Set(filtered(given, filters, textOf).map(({ id }) => id))
  const leftOut = new Set(given.flatMap(({ id }) => (passing.has(id) ? [] : [id])))
  const column = columns.find(({ key }) => key === sort?.key)
  const order = sort && column ? sortedIds(given, column, sort.isDescending, names) : null
  return { sort, filters, order, leftOut }
}

function withBlank(
  rows: readonly SheetRow[],
  blank: SheetRow | undefined,
  aboveId: string | null,
): readonly SheetRow[] {
  if (!blank) return rows
  const at = aboveId === null ? -1 : rows.findIndex(({ id }) => id === aboveId)
  return at === -1 ? [...rows, blank] : rows.toSpliced(at, 0, blank)
}

/** The rows as they stand in the grid: sorted, filtered and grouped as the layout says, with what is on its way to the file. */
export function useSheetRows(question: Question): SheetRows {
  const { given, pending, blank, columns, names, layout } = question
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const byKey = useMemo(() => new Map(columns.map((column) => [column.key, column])), [columns])
  const textOf = useCallback(
    (row: AnyRow, key: string): string => {
      const column = byKey.get(key)
      return column ? textOfCell(column, row, names) : ''
    },
    [byKey, names],
  )
  const [found, setFound] = useState<Found>(() => find(given, question, textOf))
  const isStale = found.sort !== layout.sort || found.filters !== layout.filters
  const now = isStale ? find(given, question, textOf) : found
  if (isStale) setFound(now)
  const all = useMemo(() => {
    const shown = pending.size === 0 ? given : given.map((row) => pending.get(row.id) ?? row)
    const known = pending.size === 0 ? null : new Set(given.map(({ id }) => id))
    const added = known ? [...pending.values()].filter(({ id }) => !known.has(id)) : []
    return added.length === 0 ? shown : [...shown, ...added]
  }, [given, pending])
  const filled = useMemo(() => {
    const kept = now.leftOut.size === 0 ? all : all.filter(({ id }) => !now.leftOut.has(id))
    return now.order === null ? kept : inOrderOf(kept, now.order)
  }, [all, now.leftOut, now.order])
  const grouping = layout.groupBy === null ? undefined : byKey.get(layout.groupBy)
  const lines = useMemo<readonly SheetRow[]>(() => {
    if (!grouping) return filled
    const inGroups = inOrderOf(filled, sortedIds(filled, grouping, false, names))
    return linesOf(
      groupsOf(inGroups, (row) => textOfCell(grouping, row, names)),
      closed,
    )
  }, [filled, grouping, closed, names])
  const blankRow = blank?.row
  const aboveId = blank?.typed.aboveId ?? null
  const rows = useMemo(() => withBlank(lines, blankRow, aboveId), [lines, blankRow, aboveId])
  const toggleGroup = useCallback((id: string): void => {
    setClosed((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  }, [])
  return { rows, filled, given, allCount: all.length, textOf, toggleGroup }
}
