import { formatValue } from '@shared/plan/format'
import type { AnyRow } from '@shared/plan/tables'
import type { SheetColumn } from './columns'

const valuesOf = (key: string, rows: readonly AnyRow[]): number[] =>
  rows.map((row) => row[key]).filter((value) => typeof value === 'number')

/** What stands under a column in the totals row; empty where the column does not add up. */
export function totalText(column: SheetColumn, rows: readonly AnyRow[]): string {
  if (column.kind === 'computed') return column.total(rows)
  if (!column.hasTotal) return ''
  const values = valuesOf(column.key, rows)
  return values.length === 0 ? '' : formatValue(column.field, sum(values))
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

// asked for with every step of the active cell, and worked out once for the rows as they are
const known = new WeakMap<readonly AnyRow[], Map<SheetColumn, string | null>>()

/** `columnWords`, kept for rows and column as they are. */
export function keptColumnWords(column: SheetColumn, rows: readonly AnyRow[]): string | null {
  const byColumn = known.get(rows) ?? new Map<SheetColumn, string | null>()
  known.set(rows, byColumn)
  const found = byColumn.get(column)
  if (found !== undefined) return found
  const words = columnWords(column, rows)
  byColumn.set(column, words)
  return words
}

/** The column in words, for the status bar: "Students: sum 4,000 · average 571 · 7 values"; null where it has no numbers. */
function columnWords(column: SheetColumn, rows: readonly AnyRow[]): string | null {
  if (column.kind === 'computed') return null
  const values = valuesOf(column.key, rows)
  if (values.length < 2) return null
  const words = (value: number): string => formatValue(column.field, value)
  const average = Math.round((sum(values) / values.length) * 100) / 100
  const roundAverage = column.field.kind === 'number' ? average : Math.round(average)
  const parts = [
    column.hasTotal ? `sum ${words(sum(values))}` : null,
    `average ${words(roundAverage)}`,
    `${values.length} values`,
  ]
  return `${column.label}: ${parts.filter((part) => part !== null).join(' · ')}`
}
