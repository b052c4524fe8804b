import type Database from 'better-sqlite3'
import type { Snapshot } from '@shared/contract/workbook'

/** The named snapshots in the file. */
export type SnapshotStore = {
  /** The latest first. */
  readonly list: () => Snapshot[]
  readonly find: (id: string) => Snapshot | null
  readonly rows: (id: string) => Buffer | null
  readonly add: (snapshot: Snapshot, rows: Buffer) => void
  readonly remove: (id: string) => void
}

const everything = '"id", "name", "at", "actor", "sequence"'

export function snapshotStore(db: Database.Database): SnapshotStore {
  const list = db.prepare<[], Snapshot>(`SELECT ${everything} FROM "workbook_snapshot" ORDER BY "at" DESC, rowid DESC`)
  const find = db.prepare<[string], Snapshot>(`SELECT ${everything} FROM "workbook_snapshot" WHERE "id" = ?`)
  const rows = db.prepare<[string], Buffer>('SELECT "rows" FROM "workbook_snapshot" WHERE "id" = ?').pluck()
  const add = db.prepare(`INSERT INTO "workbook_snapshot" (${everything}, "rows") VALUES (?, ?, ?, ?, ?, ?)`)
  const remove = db.prepare('DELETE FROM "workbook_snapshot" WHERE "id" = ?')
  return {
    list: () => list.all(),
    find: (id) => find.get(id) ?? null,
    rows: (id) => rows.get(id) ?? null,
    add: ({ id, name, at, actor, sequence }, packed) => add.run(id, name, at, actor, sequence, packed),
    remove: (id) => remove.run(id),
  }
}
