import { existsSync } from 'node:fs'
import { dirname, extname, join, basename } from 'node:path'
import Database from 'better-sqlite3'
import type { Environment } from './environment'
import { named, WorkbookFailure } from './failure'
import { isSameFile, writeWhole } from './file-name'
import { writeInfo } from './info-store'
import { refuseLocked } from './lock'

/** Writes everything that a file holds into a new one, as SQLite does it: whole, and without its free pages. */
export const copyInto = (db: Database.Database, to: string): void => {
  db.prepare<[string]>('VACUUM INTO ?').run(to)
}

/** Saves a copy of an open workbook under another name; answers its path. A copy of the sample is the planner's own. */
export function saveCopy(db: Database.Database, path: string, to: string, environment: Environment): string {
  if (isSameFile(path, to))
    throw new WorkbookFailure(
      'file-exists',
      `${named(to)} is the workbook that is open, and it is saved already. Choose another name for the copy.`,
    )
  refuseLocked(to, environment)
  writeWhole(to, environment.newId(), (part) => {
    copyInto(db, part)
    const copy = new Database(part)
    try {
      writeInfo(copy, { isSample: false })
    } finally {
      copy.close()
    }
  })
  return to
}

/** A name for a backup beside a workbook that is not taken yet. */
function backupPath(path: string, now: string): string {
  const ending = extname(path)
  const day = now.slice(0, 16).replace('T', ' ').replace(':', '')
  const name = `${basename(path, ending)} before update ${day}`
  for (let count = 1; ; count += 1) {
    const numbered = join(dirname(path), `${name}${count === 1 ? '' : ` (${count})`}${ending}`)
    if (!existsSync(numbered)) return numbered
  }
}

/** Puts a backup of a workbook beside it; answers its path. */
export function backUp(db: Database.Database, path: string, environment: Environment): string {
  const to = backupPath(path, environment.now())
  writeWhole(to, environment.newId(), (part) => copyInto(db, part))
  return to
}
