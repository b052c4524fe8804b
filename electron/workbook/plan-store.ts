import type Database from 'better-sqlite3'
import type { Change } from '@shared/plan/change'
import { emptyPlan, type Plan } from '@shared/plan/plan'
import { tableNames, type TableName } from '@shared/plan/table-name'
import type { AnyRow } from '@shared/plan/tables'
import { quoted, type Column } from './column'
import { columnsOf } from './schema'

type Statement = Database.Statement

/** The plan's tables in the file. */
export type PlanStore = {
  /** Every row of every table. Throws a TypeError where the file holds what a field cannot. */
  readonly read: () => Plan
  /** Writes changes, one statement a row. Throws where a row is not there, is there already, or breaks a constraint. */
  readonly write: (changes: readonly Change[]) => void
}

const listOf = (columns: readonly Column[]): string => ['"id"', ...columns.map(({ key }) => quoted(key))].join(', ')

function readTable(db: Database.Database, table: TableName): ReadonlyMap<string, AnyRow> {
  const columns = columnsOf(table)
  const select = db.prepare<[], unknown[]>(`SELECT ${listOf(columns)} FROM ${quoted(table)}`).raw()
  const rows = new Map<string, AnyRow>()
  for (const stored of select.iterate()) {
    const row: Record<string, unknown> = { id: stored[0] }
    for (const [at, column] of columns.entries()) row[column.key] = column.decode(stored[at + 1])
    rows.set(String(stored[0]), row as AnyRow)
  }
  return rows
}

type Writer = {
  readonly insert: (row: AnyRow) => void
  readonly remove: (id: string) => void
  readonly update: (id: string, fields: Readonly<Record<string, { readonly after: unknown }>>) => void
}

function onOneRow(statement: Statement, values: readonly unknown[], table: TableName, id: string): void {
  if (statement.run(...values).changes !== 1) throw new Error(`The row ${id} of the table ${table} is not in the file`)
}

function makeWriter(db: Database.Database, table: TableName): Writer {
  const columns = columnsOf(table)
  const byKey = new Map(columns.map((column) => [column.key, column]))
  const name = quoted(table)
  const marks = columns.map(() => ', ?').join('')
  const insert = db.prepare(`INSERT INTO ${name} (${listOf(columns)}) VALUES (?${marks})`)
  const remove = db.prepare(`DELETE FROM ${name} WHERE "id" = ?`)
  const updates = new Map<string, Statement>()

  const updateOf = (keys: readonly string[]): Statement => {
    const together = keys.join(' ')
    const known = updates.get(together)
    if (known) return known
    const made = db.prepare(`UPDATE ${name} SET ${keys.map((key) => `${quoted(key)} = ?`).join(', ')} WHERE "id" = ?`)
    updates.set(together, made)
    return made
  }

  return {
    insert: (row) => onOneRow(insert, [row.id, ...columns.map(({ key, encode }) => encode(row[key]))], table, row.id),
    remove: (id) => onOneRow(remove, [id], table, id),
    update: (id, fields) => {
      const keys = Object.keys(fields)
      const values = keys.map((key) => {
        const column = byKey.get(key)
        if (!column) throw new TypeError(`The table ${table} has no field "${key}"`)
        return column.encode(fields[key]?.after)
      })
      onOneRow(updateOf(keys), [...values, id], table, id)
    },
  }
}

/** The plan's tables in an open file; statements are prepared once, when they are first needed. */
export function planStore(db: Database.Database): PlanStore {
  const writers = new Map<TableName, Writer>()
  const writerOf = (table: TableName): Writer => {
    const writer = writers.get(table) ?? makeWriter(db, table)
    writers.set(table, writer)
    return writer
  }
  return {
    read: () => {
      const read = tableNames.map((table) => [table, readTable(db, table)] as const)
      return { ...emptyPlan, ...Object.fromEntries(read) }
    },
    write: (changes) => {
      for (const change of changes) {
        const writer = writerOf(change.table)
        if (change.kind === 'insert') writer.insert(change.row)
        else if (change.kind === 'remove') writer.remove(change.id)
        else writer.update(change.id, change.fields)
      }
    },
  }
}

/** Changes with every row in the one form that the file gives it back in: the table's fields in order, no others. */
export const inFileForm = (changes: readonly Change[]): Change[] =>
  changes.map((change) => {
    if (change.kind === 'update') return change
    const row: Record<string, unknown> = { id: change.row.id }
    for (const { key } of columnsOf(change.table)) row[key] = change.row[key]
    return { ...change, row: row as AnyRow }
  })
