import type { Field, Value } from '@shared/plan/field'
import { formatValue, type Names } from '@shared/plan/format'
import type { AnyRow } from '@shared/plan/tables'
import type { SheetColumn } from './columns'

const keyOf = (field: Field, value: Value, names: Names): string | number | null => {
  if (value === null || typeof value === 'number') return value
  // pick lists in the order of the list, not of the alphabet
  if (field.kind === 'choice') return Object.keys(field.options).indexOf(String(value))
  if (typeof value === 'boolean') return value ? 0 : 1
  return field.kind === 'month' || field.kind === 'day' ? String(value) : formatValue(field, value, names)
}

const sortKey = (column: SheetColumn, row: AnyRow, names: Names): string | number | null =>
  column.kind === 'computed' ? column.sortBy(row) : keyOf(column.field, row[column.key] as Value, names)

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

const compare = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))

/** Ids of the rows in the order of a column; empty cells last either way, equal ones as they stood. */
export function sortedIds(rows: readonly AnyRow[], column: SheetColumn, isDescending: boolean, names: Names): string[] {
  const keyed = rows.map((row) => ({ id: row.id, key: sortKey(column, row, names) }))
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null)
    return isDescending ? compare(b.key, a.key) : compare(a.key, b.key)
  })
  return keyed.map(({ id }) => id)
}

/** Rows in a given order of ids; those that are not named (new ones) follow as they stand. */
export function inOrderOf(rows: readonly AnyRow[], ids: readonly string[]): AnyRow[] {
  const place = new Map(ids.map((id, i) => [id, i]))
  const last = ids.length
  return rows
    .map((row, i) => ({ row, at: place.get(row.id) ?? last + i }))
    .sort((a, b) => a.at - b.at)
    .map(({ row }) => row)
}
