import type { Plan } from './plan'
import { idsIn, referencesTo } from './references'
import { isTableName, tableNames, type TableName } from './table-name'
import type { AnyRow } from './tables'

/** A row that refers to another, and the field by which it does. */
export type User = { readonly table: TableName; readonly id: string; readonly field: string }

/** Rows of several tables by their ids; a row may be whatever is known of it. */
export type RowSet = ReadonlyMap<TableName, { readonly has: (id: string) => boolean }>

/**
 * The rows that refer to any of the rows of `used`, once for each field by which they do: by a reference, as an entry of
 * a list, or as a note about one of them. Looks once through each table that can refer to them, however many they are.
 */
export const usersOf = (plan: Plan, used: RowSet): User[] => {
  const users: User[] = []
  for (const target of tableNames) {
    const ids = used.get(target)
    if (ids === undefined) continue
    for (const { table, key } of referencesTo(target)) {
      const rows: Iterable<AnyRow> = plan[table].values()
      for (const row of rows) {
        if (idsIn(row, key).some((id) => ids.has(id))) users.push({ table, id: row.id, field: key })
      }
    }
  }
  for (const note of plan.note.values()) {
    const isAbout = isTableName(note.aboutTable) && used.get(note.aboutTable)?.has(note.aboutRow) === true
    if (isAbout) users.push({ table: 'note', id: note.id, field: 'aboutRow' })
  }
  return users
}

/** The rows that refer to a row; see `usersOf`. */
export const usedBy = (plan: Plan, table: TableName, id: string): User[] =>
  usersOf(plan, new Map([[table, new Set([id])]]))
