import { sameValue } from './canonical'
import { groupRows, indexOf } from './key-index'
import type { Plan } from './plan'
import type { TableName } from './table-name'
import type { AnyRow, Row } from './tables'
import type { Touched } from './touched'
import { nameOfRow, removedRow, type RowLookup } from './words'

/**
 * A plan as it would be after some changes, for the rules: the rows that are touched, any other row by its id, and the
 * rows that share a key. No table is copied, and none is looked through but by `rowsWith`: once for each version of it.
 */
export type ChangeView = {
  readonly before: Plan
  /** A row as it would be. */
  readonly row: <T extends TableName>(table: T, id: string) => Row<T> | undefined
  /** Every row of the table that is added or changed, as it would be. */
  readonly touched: <T extends TableName>(table: T) => readonly Row<T>[]
  /** Those of them that are new or in which one of the fields is another than before. */
  readonly changed: <T extends TableName>(table: T, keys: readonly string[]) => readonly Row<T>[]
  /** The first of the fields that is another than before, the very first where the row is new: where a problem is told. */
  readonly changedKey: (table: TableName, row: AnyRow, keys: readonly string[]) => string
  /** The ids of the rows of the table that are there before and would not be after. */
  readonly removed: (table: TableName) => readonly string[]
  /** The rows, as they would be, whose key is `key`. `keyOf` must be one and the same function from call to call. */
  readonly rowsWith: <T extends TableName>(table: T, keyOf: (row: Row<T>) => string, key: string) => readonly Row<T>[]
  /** What a row is called, be it one that would be gone. */
  readonly nameOf: (table: TableName, id: string) => string
}

const none: readonly AnyRow[] = []

/** The view of `before` after changes that leave `rows` behind. */
export const viewOf = (before: Plan, rows: Touched): ChangeView => {
  const stored = (table: TableName): ReadonlyMap<string, AnyRow> => before[table]
  const touchedByTable = new Map(
    [...rows].map(([table, held]) => [table, [...held.values()].filter((row) => row !== null)]),
  )
  const touched = (table: TableName): readonly AnyRow[] => touchedByTable.get(table) ?? none
  const row: RowLookup = (table, id) => {
    const held = rows.get(table)?.get(id)
    return held === undefined ? stored(table).get(id) : (held ?? undefined)
  }
  const evenGone: RowLookup = (table, id) => row(table, id) ?? stored(table).get(id)
  const isChanged = (table: TableName, now: AnyRow, keys: readonly string[]): boolean => {
    const was = stored(table).get(now.id)
    return was === undefined || keys.some((key) => !sameValue(was[key], now[key]))
  }
  const touchedIndexes = new Map<(row: AnyRow) => string, ReadonlyMap<string, readonly AnyRow[]>>()
  const touchedWith = (table: TableName, keyOf: (row: AnyRow) => string, key: string): readonly AnyRow[] => {
    const index = touchedIndexes.get(keyOf) ?? groupRows(touched(table), keyOf)
    touchedIndexes.set(keyOf, index)
    return index.get(key) ?? none
  }
  const view = {
    before,
    row,
    touched,
    changed: (table: TableName, keys: readonly string[]) => touched(table).filter((now) => isChanged(table, now, keys)),
    changedKey: (table: TableName, now: AnyRow, keys: readonly string[]) =>
      keys.find((key) => isChanged(table, now, [key])) ?? keys[0] ?? 'rank',
    removed: (table: TableName) =>
      [...(rows.get(table) ?? [])].filter(([id, now]) => now === null && stored(table).has(id)).map(([id]) => id),
    rowsWith: (table: TableName, keyOf: (row: AnyRow) => string, key: string) => {
      const held = rows.get(table)
      const untouched = (indexOf(stored(table), keyOf).get(key) ?? none).filter(({ id }) => !held?.has(id))
      return [...untouched, ...touchedWith(table, keyOf, key)]
    },
    nameOf: (table: TableName, id: string): string => {
      const found = evenGone(table, id)
      return found === undefined ? removedRow : nameOfRow(evenGone, table, found)
    },
  }
  return view as unknown as ChangeView
}
