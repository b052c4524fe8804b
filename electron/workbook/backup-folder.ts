import { createHash } from 'node:crypto'
import { readdirSync, realpathSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import type { Backup } from '@shared/contract/workbook'
import { kept } from './retention'

const named = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-(\d+)\.rollout$/
const longestName = 60

/** A path as it is known however it was given, be the file there or not. */
function knownPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    // the file is gone; its folder may still be there
  }
  try {
    return join(realpathSync(dirname(path)), basename(path))
  } catch {
    return resolve(path)
  }
}

/** The folder in which the backups of one workbook are kept: its name, for people, and a mark of its path. */
export function folderOf(backupFolder: string, path: string): string {
  const known = knownPath(path)
  const mark = createHash('sha256').update(known).digest('hex').slice(0, 12)
  return join(backupFolder, `${basename(known, extname(known)).slice(0, longestName)} ${mark}`)
}

/** What a backup is called: when it was made (ISO 8601, UTC) and the last commit in it. */
export const nameOf = (at: string, sequence: number): string => `${at.replaceAll(/[-:.]/g, '')}-${sequence}.rollout`

function backupOf(folder: string, name: string): Backup | null {
  const parts = named.exec(name)
  if (!parts) return null
  const [, year, month, day, hours, minutes, seconds, milliseconds, sequence] = parts
  const at = `${year}-${month}-${day}T${hours}:${minutes}:${seconds}.${milliseconds}Z`
  return { id: name, at, sequence: Number(sequence), bytes: statSync(join(folder, name)).size }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** The backups in a folder, the latest first. */
export const backupsIn = (folder: string): Backup[] =>
  namesIn(folder)
    .map((name) => backupOf(folder, name))
    .filter((backup) => backup !== null)
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : b.sequence - a.sequence))

/** Takes away the backups that are not kept any more. */
export function tidy(folder: string, now: string): void {
  const backups = backupsIn(folder)
  const keep = kept(
    backups.map(({ at }) => Date.parse(at)),
    Date.parse(now),
  )
  for (const { id, at } of backups) if (!keep.has(Date.parse(at))) rmSync(join(folder, id), { force: true })
}

/** Takes away what a process that was killed left half-written. */
export function clearHalfWritten(folder: string): void {
  const names = namesIn(folder).filter((name) => /\.part(-journal)?$/.test(name))
  for (const name of names) rmSync(join(folder, name), { force: true })
}
