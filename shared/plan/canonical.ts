import type { Field, Value } from './field'
import type { TableName } from './table-name'
import { tableOf, type AnyRow } from './tables'

/**
 * One form for every value, so that two values are the same exactly when they are written the same: no `undefined`, no
 * −0, no space around a text, line ends as `\n`, an empty text is null, a list holds each item once.
 */

/** True where two values are the same; lists item by item, in order. */
export const sameValue = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
  return a.every((item, at) => item === b[at])
}

const canonicalText = (text: string): string => text.replaceAll(/\r\n?/g, '\n').trim()

/** The value in its one form. Nothing is checked: a value of the wrong kind comes back as it is. */
export const canonicalValue = (field: Field, value: Value): Value => {
  if (typeof value === 'number') return value === 0 ? 0 : value
  if (typeof value === 'string') {
    const text = canonicalText(value)
    return text === '' ? null : text
  }
  if (typeof value !== 'object' || value === null) return value
  const items = value.map((item) => (field.kind === 'list' && field.item.kind === 'text' ? canonicalText(item) : item))
  return [...new Set(items)].filter((item) => item !== '')
}

/** The keys of a row besides its id, in their one order: rank, then the fields as defined. */
export const fieldKeys = (table: TableName): readonly string[] => keysByTable.get(table) ?? keysOf(table)

const keysByTable = new Map<TableName, readonly string[]>()
const keysOf = (table: TableName): readonly string[] => {
  const keys = ['rank', ...Object.keys(tableOf(table).fields)]
  keysByTable.set(table, keys)
  return keys
}

/** A row in its one form: id, rank, the fields in order; what is undefined takes the default of the definition. */
export const canonicalRow = (table: TableName, row: AnyRow): AnyRow => {
  const canonical: Record<string, unknown> = {}
  for (const [key, field] of Object.entries(tableOf(table).fields)) {
    const value = row[key] as Value | undefined
    canonical[key] = value === undefined ? field.default : canonicalValue(field, value)
  }
  return { id: row.id, rank: row.rank === 0 ? 0 : row.rank, ...canonical }
}

/** True where two rows of a table hold the same in every field. */
export const sameRow = (table: TableName, a: AnyRow, b: AnyRow): boolean =>
  a === b || (a.id === b.id && fieldKeys(table).every((key) => sameValue(a[key], b[key])))
