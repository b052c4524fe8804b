import { closeSync, openSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import Database from 'better-sqlite3'
import type { Answer } from '@shared/contract/error'
import { checkWhole, connectToRead, connectToWrite } from './connection'
import { backUp } from './copy'
import type { Opened } from './desk'
import type { Environment } from './environment'
import { attempt, failureOf, fileFailure, WorkbookFailure } from './failure'
import { inspectFile } from './header'
import { readingBeside, takeLock } from './lock'
import { migrate, type Lost } from './migrate'
import { migrations, versionOf, type Migration } from './migration'
import { workbookOver, type Workbook } from './workbook'

export type OpenOptions = {
  readonly isReadOnly?: boolean | undefined
  /** True: where it cannot be written it is opened for reading, with a notice that says why. */
  readonly orReadOnly?: boolean | undefined
  /** Other steps than those of this version of the program, for tests of migration. */
  readonly migrations?: readonly Migration[] | undefined
}

type File = { readonly path: string; readonly version: number }

const carriedNotice = ({ scenarioChanges, snapshotRows }: Lost): string[] => [
  ...(scenarioChanges === 0
    ? []
    : [`Changes in scenarios that have no place in the new format any more were left out: ${scenarioChanges}.`]),
  ...(snapshotRows === 0
    ? []
    : [`Rows of saved versions that have no place in the new format any more were left out: ${snapshotRows}.`]),
]

/** Migrates; where that fails the file is as it was, and needs no backup. */
function migrateOrDrop(db: Database.Database, steps: readonly Migration[], backup: string): Lost {
  try {
    return migrate(db, steps)
  } catch (error) {
    rmSync(backup, { force: true })
    throw error
  }
}

/** Checks an opened file and, where it is of an older version, backs it up and brings it up to date. */
function bringUpToDate(
  db: Database.Database,
  path: string,
  steps: readonly Migration[],
  environment: Environment,
): string[] {
  checkWhole(db, path, steps, 'open')
  if (Number(db.pragma('user_version', { simple: true })) === versionOf(steps)) return []
  const backup = backUp(db, path, environment)
  const lost = migrateOrDrop(db, steps, backup)
  return [
    `This workbook was made with an earlier version and was brought up to date. As it was before, it is kept as “${basename(backup)}” in the same folder.`,
    ...carriedNotice(lost),
  ]
}

function openToWrite({ path }: File, steps: readonly Migration[], environment: Environment): Opened {
  // says at once, and in the system's own words, where the file may only be read
  closeSync(openSync(path, 'r+'))
  const lock = takeLock(path, environment)
  try {
    const db = connectToWrite(path)
    try {
      const notices = bringUpToDate(db, path, steps, environment)
      return { db, path, isReadOnly: false, notices, release: lock.release }
    } catch (error) {
      db.close()
      throw error
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** For reading. A step that a crash cut off is first taken back, which SQLite does only where it may write. */
function connectToReadWhole(path: string): Database.Database {
  const db = connectToRead(path)
  try {
    db.pragma('schema_version')
    return db
  } catch (error) {
    db.close()
    if (!(error instanceof Error && 'code' in error && error.code === 'SQLITE_READONLY_ROLLBACK')) throw error
    connectToWrite(path).close()
    return connectToRead(path)
  }
}

/** An older file that may not be written is brought up to date in memory only. */
function openToRead({ path, version }: File, steps: readonly Migration[], why: readonly string[]): Opened {
  const file = connectToReadWhole(path)
  try {
    checkWhole(file, path, steps, 'open')
    const opened = { path, isReadOnly: true, notices: why, release: () => undefined }
    if (version === versionOf(steps)) return { ...opened, db: file }
    const db = new Database(file.serialize())
    file.close()
    const lost = migrate(db, steps)
    return { ...opened, db, notices: [...why, ...carriedNotice(lost)] }
  } catch (error) {
    file.close()
    throw error
  }
}

const cannotWrite = new Set(['file-locked', 'file-read-only'])

/** Opens for writing, or for reading where that is allowed and somebody or something stands in the way. */
function openOrRead(file: File, steps: readonly Migration[], environment: Environment): Opened {
  try {
    return openToWrite(file, steps, environment)
  } catch (error) {
    const failure = failureOf(error, file.path, 'open')
    if (!cannotWrite.has(failure.code)) throw error
    const beside = failure.code === 'file-locked' ? readingBeside(file.path, environment) : null
    return openToRead(file, steps, [beside ?? `It is open for reading only. ${failure.message}`])
  }
}

/**
 * Opens a workbook: header, application id, lock, schema, quick check, version, in that order, then reads it all. The
 * file is not changed unless it is of an older version; then a backup stands beside it first.
 */
export function openWorkbook(path: string, environment: Environment, options: OpenOptions = {}): Answer<Workbook> {
  const steps = options.migrations ?? migrations
  return attempt(path, 'open', () => {
    const file = inspectFile(path, versionOf(steps))
    const open = options.isReadOnly ? () => openToRead(file, steps, []) : () => openToWrite(file, steps, environment)
    const opened = options.orReadOnly && !options.isReadOnly ? openOrRead(file, steps, environment) : open()
    try {
      return workbookOver(opened, environment)
    } catch (error) {
      opened.db.close()
      opened.release()
      if (error instanceof WorkbookFailure || !(error instanceof TypeError || error instanceof SyntaxError)) throw error
      throw fileFailure('file-damaged', path, 'open', { findings: [error.message] })
    }
  })
}
