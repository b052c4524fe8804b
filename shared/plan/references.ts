import type { TableName } from './table-name'
import { tableNames } from './table-name'
import { tableOf, type AnyRow } from './tables'

/** A field that holds the id of a row, or a list of ids. */
export type ReferenceKey = { readonly table: TableName; readonly key: string; readonly target: TableName }

const targetOf = (table: TableName, key: string): TableName | null => {
  const field = tableOf(table).fields[key]
  if (field?.kind === 'reference') return field.table
  return field?.kind === 'list' && field.item.kind === 'reference' ? field.item.table : null
}

const allReferences: readonly ReferenceKey[] = tableNames.flatMap((table) =>
  Object.keys(tableOf(table).fields).flatMap((key): ReferenceKey[] => {
    const target = targetOf(table, key)
    return target === null ? [] : [{ table, key, target }]
  }),
)

const grouped = (by: 'table' | 'target'): ReadonlyMap<TableName, readonly ReferenceKey[]> =>
  new Map(tableNames.map((name) => [name, allReferences.filter((reference) => reference[by] === name)]))

const byTable = grouped('table')
const byTarget = grouped('target')
const none: readonly ReferenceKey[] = []

/** The fields of a table that refer to rows. */
export const referencesFrom = (table: TableName): readonly ReferenceKey[] => byTable.get(table) ?? none

/** The fields of all tables that refer to rows of `target`. */
export const referencesTo = (target: TableName): readonly ReferenceKey[] => byTarget.get(target) ?? none

/** The ids that a reference field of a row holds: none, one, or those of a list. */
export const idsIn = (row: AnyRow, key: string): readonly string[] => {
  const value = row[key]
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
