import { accessSync, closeSync, existsSync, fsyncSync, openSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Whether `b` is there and the same file as `a`. */
export const isSameFile = (a: string, b: string): boolean => existsSync(b) && realpathSync(a) === realpathSync(b)

/** A name in the same folder for a file that is still being written. */
export const unfinished = (path: string, token: string): string =>
  join(dirname(path), `.${basename(path)}.${token}.part`)

function flush(path: string, flags: string): void {
  const file = openSync(path, flags)
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

const journalEndings = ['-journal', '-wal', '-shm']

/** Takes away what SQLite left beside a file that is gone: rolled back into another file of that name it would ruin it. */
export function removeJournals(path: string): void {
  for (const ending of journalEndings) rmSync(path + ending, { force: true })
}

/** Gives what SQLite left beside a file to another name of it: an act that a crash cut off is taken back from there. */
export function moveJournals(from: string, to: string): void {
  for (const ending of journalEndings) if (existsSync(from + ending)) renameSync(from + ending, to + ending)
}

/**
 * Puts a finished file in place: flushed, then renamed, so that the name never stands for half a file. A file that could
 * not be replaced has its journals still: without them half of an act that a crash cut off would stay in it.
 */
export function putInPlace(from: string, to: string): void {
  flush(from, 'r+')
  const replaced = `${from}-replaced`
  try {
    moveJournals(to, replaced)
    renameSync(from, to)
  } catch (error) {
    moveJournals(replaced, to)
    throw error
  }
  removeJournals(replaced)
  // Windows has no flush of a folder; its file system keeps the order itself
  if (process.platform !== 'win32') flush(dirname(to), 'r')
}

/** Makes a file under an unfinished name and puts it in place; where that fails nothing is left behind. */
export function writeWhole(path: string, token: string, write: (unfinishedPath: string) => void): void {
  const part = unfinished(path, token)
  // a missing folder is told by the system's own error, not by whatever the writer makes of it
  accessSync(dirname(path))
  try {
    write(part)
    putInPlace(part, path)
  } finally {
    rmSync(part, { force: true })
    removeJournals(part)
  }
}
