import Database from 'better-sqlite3'
import type { Change } from '@shared/plan/change'
import type { EntryStep } from './scenario-step'
import type { Migration } from './migration'
import { packRows, unpackRows } from './packed-rows'

type Carry = (change: Change) => Change | null
type LogRow = {
  sequence: number
  target: string
  undoMark: 'done' | 'undone' | null
  changes: string
  entries: string | null
}

/** How many changes of scenarios could not be carried into the new format. */
function carryScenarios(db: Database.Database, carry: Carry): number {
  const stored = db.prepare<[], { scenarioId: string; tableName: string; rowId: string; change: string }>(
    'SELECT * FROM "workbook_scenarioChange"',
  )
  const place = '"scenarioId" = ? AND "tableName" = ? AND "rowId" = ?'
  const drop = db.prepare<string[]>(`DELETE FROM "workbook_scenarioChange" WHERE ${place}`)
  const put = db.prepare<string[]>(
    'INSERT INTO "workbook_scenarioChange" ("scenarioId", "tableName", "rowId", "change") VALUES (?, ?, ?, ?)',
  )
  let lost = 0
  for (const { scenarioId, tableName, rowId, change } of stored.all()) {
    const carried = carry(JSON.parse(change) as Change)
    drop.run(scenarioId, tableName, rowId)
    if (carried) put.run(scenarioId, carried.table, carried.id, JSON.stringify(carried))
    else lost += 1
  }
  return lost
}

function carriedChanges(text: string, carry: Carry): Change[] | null {
  const carried = (JSON.parse(text) as Change[]).map(carry)
  return carried.every((change) => change !== null) ? carried : null
}

function carriedEntries(text: string, carry: Carry): EntryStep[] | null {
  const entries = (JSON.parse(text) as EntryStep[]).map((entry) => {
    const before = entry.before && carry(entry.before)
    const after = entry.after && carry(entry.after)
    const isWhole = (before === null) === (entry.before === null) && (after === null) === (entry.after === null)
    const place = after ?? before
    return isWhole && place ? { table: place.table, id: place.id, before, after } : null
  })
  return entries.every((entry) => entry !== null) ? entries : null
}

// What cannot be carried stays readable, but nobody goes back through it; nor can it be undone or redone, or what lies
// behind it on the way of undo or redo.
function carryLog(db: Database.Database, carry: Carry): void {
  const stored = db.prepare<[], LogRow>(
    `SELECT "sequence", "target", "undoMark", "changes", "entries" FROM "workbook_log" WHERE "isLeftBehind" = 0`,
  )
  const put = db.prepare<[string, string | null, number]>(
    'UPDATE "workbook_log" SET "changes" = ?, "entries" = ? WHERE "sequence" = ?',
  )
  const leave = db.prepare<[number]>('UPDATE "workbook_log" SET "isLeftBehind" = 1 WHERE "sequence" = ?')
  const stopUndo = db.prepare<[string, number]>(
    `UPDATE "workbook_log" SET "undoMark" = NULL WHERE "target" = ? AND "undoMark" = 'done' AND "sequence" <= ?`,
  )
  const stopRedo = db.prepare<[string, number]>(
    `UPDATE "workbook_log" SET "undoMark" = NULL WHERE "target" = ? AND "undoMark" = 'undone' AND "sequence" >= ?`,
  )
  for (const row of stored.all()) {
    const changes = carriedChanges(row.changes, carry)
    const entries = row.entries === null ? null : carriedEntries(row.entries, carry)
    const isCarried = changes !== null && (entries !== null || row.entries === null)
    if (isCarried) put.run(JSON.stringify(changes), entries ? JSON.stringify(entries) : null, row.sequence)
    else leave.run(row.sequence)
    if (isCarried || row.undoMark === null) continue
    if (row.undoMark === 'done') stopUndo.run(row.target, row.sequence)
    else stopRedo.run(row.target, row.sequence)
  }
}

/** How many rows of snapshots have no place in the new format. */
function carrySnapshots(db: Database.Database, carry: Carry): number {
  const stored = db.prepare<[], { id: string; rows: Buffer }>('SELECT "id", "rows" FROM "workbook_snapshot"')
  const put = db.prepare<[Buffer, string]>('UPDATE "workbook_snapshot" SET "rows" = ? WHERE "id" = ?')
  let lost = 0
  for (const { id, rows } of stored.all()) {
    const all = unpackRows(rows)
    const carried = all.map(carry).filter((change) => change !== null)
    lost += all.length - carried.length
    put.run(packRows(carried), id)
  }
  return lost
}

/** What could not be brought into the new format. */
export type Lost = { readonly scenarioChanges: number; readonly snapshotRows: number }

/**
 * Brings a file from its version to that of the last step, in one transaction: all of it or nothing. Answers how many
 * changes of scenarios and rows of snapshots could not be carried over. Throws where a step leaves a reference to a row that is not there.
 */
export function migrate(db: Database.Database, steps: readonly Migration[]): Lost {
  const version = Number(db.pragma('user_version', { simple: true }))
  let scenarioChanges = 0
  let snapshotRows = 0
  // tables are rebuilt under their names; references are checked at the end instead
  db.pragma('foreign_keys = OFF')
  try {
    const run = db.transaction(() => {
      for (const step of steps.filter((one) => one.version > version)) {
        db.exec(step.sql)
        if (step.carry) {
          scenarioChanges += carryScenarios(db, step.carry)
          snapshotRows += carrySnapshots(db, step.carry)
          carryLog(db, step.carry)
        }
        db.pragma(`user_version = ${step.version}`)
      }
      const broken = db.pragma('foreign_key_check') as unknown[]
      if (broken.length > 0)
        throw new Error(`The migration leaves ${broken.length} references to rows that are not there`)
    })
    run.immediate()
  } finally {
    db.pragma('foreign_keys = ON')
  }
  return { scenarioChanges, snapshotRows }
}

/** Everything that an SQLite file has in its schema, one line each, so that two of them can be compared. */
export const schemaOf = (db: Database.Database): string[] =>
  db
    .prepare<[], { type: string; name: string; tbl_name: string; sql: string | null }>(
      'SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name',
    )
    .all()
    .map(({ type, name, tbl_name: table, sql }) => `${type} ${name} ${table} ${sql ?? ''}`)

const expected = new WeakMap<readonly Migration[], Map<number, string[]>>()

/** The schema that a file of this version has: the steps up to it, run on an empty file. */
export function expectedSchema(steps: readonly Migration[], version: number): string[] {
  const byVersion = expected.get(steps) ?? new Map<number, string[]>()
  expected.set(steps, byVersion)
  const known = byVersion.get(version)
  if (known) return known
  const db = new Database(':memory:')
  try {
    migrate(
      db,
      steps.filter((step) => step.version <= version),
    )
    const schema = schemaOf(db)
    byVersion.set(version, schema)
    return schema
  } finally {
    db.close()
  }
}
