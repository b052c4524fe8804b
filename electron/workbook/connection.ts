import Database from 'better-sqlite3'
import { fileFailure, named, WorkbookFailure, type Doing } from './failure'
import { applicationId } from './header'
import { expectedSchema, schemaOf } from './migrate'
import type { Migration } from './migration'

/** How long SQLite waits for another program that is just writing or reading. */
const waitMilliseconds = 2000

/** The file may be a stranger's: nothing in its schema is trusted, sizes in its pages are checked. */
function guard(db: Database.Database): void {
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  db.pragma('mmap_size = 0')
  db.pragma('foreign_keys = ON')
}

/**
 * A rollback journal beside the file, gone after each commit; every commit is on the disk before it is answered. EXTRA is
 * FULL and a flush of the folder as well: without it a journal that was just deleted can come back after a power loss
 * and take the last commit with it. Apple's disks flush only when asked in their own way.
 */
function beDurable(db: Database.Database): void {
  db.pragma('journal_mode = DELETE')
  db.pragma('synchronous = EXTRA')
  db.pragma('fullfsync = ON')
}

/** Opens a file that exists, for reading. */
export function connectToRead(path: string): Database.Database {
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: waitMilliseconds })
  guard(db)
  return db
}

/** Opens a file that exists, for writing. Throws where SQLite finds that somebody else is writing. */
export function connectToWrite(path: string): Database.Database {
  const db = new Database(path, { fileMustExist: true, timeout: waitMilliseconds })
  try {
    guard(db)
    beDurable(db)
    // takes SQLite's own lock for writing and lets it go: tells now whether the file can be written at all
    db.transaction(() => undefined).immediate()
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Makes a new, still empty workbook file. */
export function connectToCreate(path: string): Database.Database {
  const db = new Database(path, { timeout: waitMilliseconds })
  guard(db)
  beDurable(db)
  db.pragma(`application_id = ${applicationId}`)
  return db
}

const mostFindings = 5

/**
 * Checks a file before anything in it is used: its schema is exactly that of a workbook of its version (no trigger, no
 * view, nothing else), its pages are whole, its values of the right types, its references lead to rows.
 */
export function checkWhole(db: Database.Database, path: string, steps: readonly Migration[], doing: Doing): void {
  const version = Number(db.pragma('user_version', { simple: true }))
  const schema = schemaOf(db)
  const wanted = expectedSchema(steps, version)
  const strange = [
    ...schema.filter((line) => !wanted.includes(line)).map((line) => `not ours: ${line}`),
    ...wanted.filter((line) => !schema.includes(line)).map((line) => `missing: ${line}`),
  ]
  if (strange.length > 0)
    throw new WorkbookFailure(
      'file-damaged',
      `${named(path)} is not built as a Rollout workbook is: another program has changed it. Nothing in it was changed now. Open a backup or an earlier copy of it.`,
      { findings: strange.slice(0, mostFindings) },
    )
  const findings = (db.pragma('quick_check(5)') as { quick_check: string }[]).map((row) => row.quick_check)
  if (findings.some((line) => line !== 'ok')) throw fileFailure('file-damaged', path, doing, { findings })
  const broken = db.pragma('foreign_key_check') as { table: string; rowid: number }[]
  if (broken.length > 0)
    throw fileFailure('file-damaged', path, doing, {
      findings: broken.slice(0, mostFindings).map(({ table, rowid }) => `reference in ${table}, row ${rowid}`),
    })
}
