import { copyFileSync, existsSync, linkSync, rmSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { Backup } from '@shared/contract/workbook'
import { backupsIn, folderOf } from './backup-folder'
import { checkWhole, connectToRead } from './connection'
import type { Environment } from './environment'
import { WorkbookFailure } from './failure'
import { moveJournals, putInPlace, removeJournals, unfinished } from './file-name'
import { inspectFile } from './header'
import { refuseLocked } from './lock'
import { migrations, versionOf } from './migration'
import { planStore } from './plan-store'

/** The backups of the workbook at a path, the latest first. */
export const backupsOf = ({ backupFolder }: Environment, path: string): Backup[] =>
  backupFolder === null ? [] : backupsIn(folderOf(backupFolder, path))

const pathOf = ({ backupFolder }: Environment, path: string, id: string): string | null =>
  backupFolder === null ? null : join(folderOf(backupFolder, path), id)

/** Throws where a file is not a whole workbook of any version that this program knows. */
function refuseDamaged(path: string): void {
  const { version } = inspectFile(path, versionOf(migrations))
  const db = connectToRead(path)
  try {
    checkWhole(db, path, migrations, 'read')
    if (version === versionOf(migrations)) planStore(db).read()
  } finally {
    db.close()
  }
}

const isWhole = (path: string): boolean => {
  try {
    refuseDamaged(path)
    return true
  } catch {
    return false
  }
}

/** The latest backup of the workbook at a path that is whole; null where there is none. */
export function newestWhole(environment: Environment, path: string): Backup | null {
  const whole = backupsOf(environment, path).find(({ id }) => {
    const found = pathOf(environment, path, id)
    return found !== null && isWhole(found)
  })
  return whole ?? null
}

const noBackup = (): WorkbookFailure =>
  new WorkbookFailure(
    'backup-not-found',
    'This backup is not there any more, or is damaged itself. The workbook is as it was. Choose another backup.',
  )

function keptPath(path: string, why: string, now: string): string {
  const ending = extname(path)
  const day = now.slice(0, 16).replace('T', ' ').replace(':', '')
  const stem = `${basename(path, ending)} ${why} ${day}`
  for (let count = 1; ; count += 1) {
    const free = join(dirname(path), `${stem}${count === 1 ? '' : ` (${count})`}${ending}`)
    if (!existsSync(free)) return free
  }
}

/** Keeps a file under a second name; the first stays until the restored one takes its place. */
function keepAside(path: string, aside: string): void {
  try {
    linkSync(path, aside)
  } catch {
    // a file system without links
    copyFileSync(path, aside)
  }
  moveJournals(path, aside)
}

/** Undoes `keepAside` where the file has not been replaced. */
function takeBack(path: string, aside: string): void {
  moveJournals(aside, path)
  rmSync(aside, { force: true })
}

/** What a restored workbook replaced: where it is kept; null where there was no file any more. */
export type Replaced = { readonly backup: Backup; readonly keptAs: string | null }

/**
 * Puts a backup in place of a workbook, which is kept beside it under another name. `letGo` closes the workbook where it
 * is open here; until then nothing is changed. Throws where the backup is gone or damaged, or somebody else has the
 * workbook open.
 */
export function restoreBackup(
  path: string,
  id: string,
  environment: Environment,
  letGo: (() => void) | null,
): Replaced {
  const backup = backupsOf(environment, path).find((one) => one.id === id)
  const from = pathOf(environment, path, id)
  if (!backup || from === null || !isWhole(from)) throw noBackup()
  if (!letGo) refuseLocked(path, environment)
  const part = unfinished(path, environment.newId())
  try {
    copyFileSync(from, part)
    const why = (letGo ?? isWhole(path)) ? 'before restoring' : 'damaged'
    const keptAs = existsSync(path) ? keptPath(path, why, environment.now()) : null
    letGo?.()
    try {
      if (keptAs !== null) keepAside(path, keptAs)
      putInPlace(part, path)
    } catch (error) {
      // while the part is there, it has not taken the file's place
      if (keptAs !== null && existsSync(part)) takeBack(path, keptAs)
      throw error
    }
    return { backup, keptAs }
  } finally {
    rmSync(part, { force: true })
    removeJournals(part)
  }
}
