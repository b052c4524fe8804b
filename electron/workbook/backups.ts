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

function quietly(act: () => void): void {
  try {
    act()
  } catch (error) {
    tell(error)
  }
}

/** Writes backups of a commit into a folder, each whole or not at all; `onPlaced` is called once one is there. */
function backupWriter(db: Database.Database, folder: string, { now, newId }: Environment, onPlaced: () => void) {
  const begin = (sequence: number) => {
    const at = now()
    const name = join(folder, nameOf(at, sequence))
    const part = unfinished(name, newId())
    mkdirSync(folder, { recursive: true })
    const place = (): void => {
      putInPlace(part, name)
      onPlaced()
      tidy(folder, at)
    }
    const clear = (): void =>
      quietly(() => {
        rmSync(part, { force: true })
        removeJournals(part)
      })
    return { part, place, clear }
  }
  return {
    /** Page after page beside the planner's work; what is written meanwhile is in it too. */
    writeBeside: async (sequence: number): Promise<void> => {
      const { part, place, clear } = begin(sequence)
      try {
        await db.backup(part, { progress: () => pagesAtATime })
        place()
      } finally {
        clear()
      }
    },
    writeNow: (sequence: number): void => {
      const { part, place, clear } = begin(sequence)
      try {
        copyInto(db, part)
        place()
      } finally {
        clear()
      }
    },
  }
}

/** Backups go into a folder of the app and not beside the workbook: they outlive its share, and clutter nobody's. */
export function backupKeeper(db: Database.Database, path: string, environment: Environment): BackupKeeper {
  const { backupFolder, now } = environment
  if (backupFolder === null) return idle
  const folder = folderOf(backupFolder, path)
  quietly(() => clearHalfWritten(folder))
  let latest = backupsIn(folder)[0] ?? null
  let isBehind = false
  let running: Promise<void> | null = null
  const { writeBeside, writeNow } = backupWriter(db, folder, environment, () => {
    latest = backupsIn(folder)[0] ?? null
  })

  const writeQuietly = async (sequence: number): Promise<void> => {
    isBehind = false
    try {
      await writeBeside(sequence)
    } catch (error) {
      isBehind = true
      // a workbook that was closed meanwhile has been backed up at its closing
      if (db.open) tell(error)
    } finally {
      running = null
    }
  }
  return {
    noteOpened: (sequence) => {
      if (latest?.sequence !== sequence) running ??= writeQuietly(sequence)
    },
    noteWritten: (sequence) => {
      isBehind = true
      if (isDue(latest && Date.parse(latest.at), Date.parse(now()))) running ??= writeQuietly(sequence)
    },
    noteClosing: (sequence) => {
      if (isBehind || running) quietly(() => writeNow(sequence))
    },
    settled: () => running ?? Promise.resolve(),
  }
}
