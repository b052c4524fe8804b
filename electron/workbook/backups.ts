import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { backupsIn, clearHalfWritten, folderOf, nameOf, tidy } from './backup-folder'
import { copyInto } from './copy'
import type { Environment } from './environment'
import { putInPlace, removeJournals, unfinished } from './file-name'
import { isDue } from './retention'

/** Makes the backups of one open workbook, each at its time. None of them can fail what the planner does. */
export type BackupKeeper = {
  /** The workbook was opened and stands at this commit: what the last backup does not hold is backed up. */
  readonly noteOpened: (sequence: number) => void
  /** Something was written: once an hour that makes a backup. */
  readonly noteWritten: (sequence: number) => void
  /** The workbook is about to be closed: whatever was written since the last backup is backed up, before this returns. */
  readonly noteClosing: (sequence: number) => void
  /** Resolves when the backup that is being made, if any, is done. */
  readonly settled: () => Promise<void>
}

// Some hundred kilobytes at a time: between two of them the process answers what the planner does.
const pagesAtATime = 200

const idle: BackupKeeper = {
  noteOpened: () => undefined,
  noteWritten: () => undefined,
  noteClosing: () => undefined,
  settled: () => Promise.resolve(),
}

const tell = (error: unknown): void => console.error('A backup was not made:', error)

/** Backups go into a folder of the app and not beside the workbook: they outlive its share, and clutter nobody's. */
export function backupKeeper(db: Database.Database, path: string, environment: Environment): BackupKeeper {
  const { backupFolder, now, newId } = environment
  if (backupFolder === null) return idle
  const folder = folderOf(backupFolder, path)
  const quietly = (act: () => void): void => {
    try {
      act()
    } catch (error) {
      tell(error)
    }
  }
  quietly(() => clearHalfWritten(folder))
  let latest = backupsIn(folder)[0] ?? null
  let isBehind = false
  let running: Promise<void> | null = null

  const place = (part: string, at: string, sequence: number): void => {
    const name = nameOf(at, sequence)
    putInPlace(part, join(folder, name))
    latest = backupsIn(folder)[0] ?? null
    tidy(folder, at)
  }
  const clear = (part: string): void =>
    quietly(() => {
      rmSync(part, { force: true })
      removeJournals(part)
    })
  /** Page after page beside the planner's work; what is written meanwhile is in it too. */
  const copyBeside = async (sequence: number): Promise<void> => {
    const at = now()
    const part = unfinished(join(folder, nameOf(at, sequence)), newId())
    isBehind = false
    try {
      mkdirSync(folder, { recursive: true })
      await db.backup(part, { progress: () => pagesAtATime })
      place(part, at, sequence)
    } catch (error) {
      isBehind = true
      // a workbook that was closed meanwhile has been backed up at its closing
      if (db.open) tell(error)
    } finally {
      clear(part)
      running = null
    }
  }
  const copyNow = (sequence: number): void => {
    const at = now()
    const part = unfinished(join(folder, nameOf(at, sequence)), newId())
    quietly(() => {
      mkdirSync(folder, { recursive: true })
      copyInto(db, part)
      place(part, at, sequence)
    })
    clear(part)
  }
  return {
    noteOpened: (sequence) => {
      if (latest?.sequence !== sequence) running ??= copyBeside(sequence)
    },
    noteWritten: (sequence) => {
      isBehind = true
      if (isDue(latest && Date.parse(latest.at), Date.parse(now()))) running ??= copyBeside(sequence)
    },
    noteClosing: (sequence) => {
      if (isBehind || running) copyNow(sequence)
    },
    settled: () => running ?? Promise.resolve(),
  }
}
