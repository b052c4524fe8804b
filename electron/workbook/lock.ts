import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Environment } from './environment'
import { fileFailure, named, WorkbookFailure } from './failure'

/** Who has a workbook open for writing. */
export type Holder = {
  readonly actor: string
  readonly machine: string
  readonly processId: number
  readonly at: string
  readonly token: string
}

export type Lock = { readonly holder: Holder; readonly release: () => void }

/** The file beside a workbook that says who has it open. */
export const lockPath = (path: string): string => `${path}.lock`

/** Who holds the lock; null where there is none or it cannot be made out. */
export function holderOf(path: string): Holder | null {
  try {
    const read = JSON.parse(readFileSync(lockPath(path), 'utf8')) as Partial<Record<keyof Holder, unknown>> | null
    if (typeof read !== 'object' || read === null) return null
    const { actor, machine, processId, at, token } = read
    const isHolder =
      typeof actor === 'string' &&
      typeof machine === 'string' &&
      typeof processId === 'number' &&
      typeof at === 'string' &&
      typeof token === 'string'
    return isHolder ? { actor, machine, processId, at, token } : null
  } catch {
    return null
  }
}

/** True where the holder is known to be gone: its process on this machine ended, or the machine was started since. */
const isStale = (holder: Holder, environment: Environment): boolean =>
  holder.machine === environment.machine &&
  (holder.at < environment.bootedAt || !environment.isProcessRunning(holder.processId))

const isHere = (holder: Holder, environment: Environment): boolean => holder.machine === environment.machine

/** When it was, in the planner's own time. */
const momentWords = (at: string): string =>
  new Date(at).toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'short' })

function heldWords(path: string, holder: Holder, environment: Environment): string {
  const where = isHere(holder, environment) ? 'on this computer' : `on the computer “${holder.machine}”`
  return `${named(path)} is open for ${holder.actor} ${where} since ${momentWords(holder.at)}.`
}

/** How another's lock goes: by its holder, or by hand where nobody is there any more who could take it away. */
function releaseWords(path: string, holder: Holder, environment: Environment): string {
  if (isHere(holder, environment)) return 'Close it in the other window'
  return `Ask ${holder.actor} to close it; if that computer is not running any more, delete the file “${basename(lockPath(path))}” beside it`
}

function lockedBy(path: string, holder: Holder, environment: Environment): WorkbookFailure {
  const { actor, machine, at } = holder
  return new WorkbookFailure(
    'file-locked',
    `${heldWords(path, holder, environment)} Two people cannot write to it at once, so nothing was changed. ${releaseWords(path, holder, environment)}, or open it for reading only.`,
    { actor, machine, at, isHere: isHere(holder, environment) },
  )
}

/** What the planner is told who reads what somebody else has open; null where nobody is known to have it. */
export function readingBeside(path: string, environment: Environment): string | null {
  const holder = holderOf(path)
  if (!holder) return null
  return `${heldWords(path, holder, environment)} Two people cannot write to it at once, so here it is open for reading only. To change something, save a copy and work in that. ${releaseWords(path, holder, environment)}.`
}

const isThere = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST'

/** Writes the lock if there is none; false where there is one. It appears whole or not at all, where links are known. */
function place(path: string, holder: Holder): boolean {
  const text = `${JSON.stringify(holder)}\n`
  const beside = `${lockPath(path)}.${holder.token}`
  try {
    writeFileSync(beside, text, { flag: 'wx' })
    try {
      linkSync(beside, lockPath(path))
    } catch (error) {
      if (isThere(error)) return false
      // a file system without links
      writeFileSync(lockPath(path), text, { flag: 'wx' })
    }
    return true
  } catch (error) {
    if (isThere(error)) return false
    throw error
  } finally {
    rmSync(beside, { force: true })
  }
}

const [looks, pauseMilliseconds] = [15, 100]

/**
 * Refuses where somebody else has the workbook open for writing. A process on this computer is given a moment to let go:
 * after a crash of the app the one that had the file goes on a little longer than the window.
 */
export function refuseLocked(path: string, environment: Environment): void {
  for (let look = 1; ; look += 1) {
    const holder = holderOf(path)
    if (!holder || isStale(holder, environment)) return
    if (!isHere(holder, environment) || look === looks) throw lockedBy(path, holder, environment)
    environment.pause(pauseMilliseconds)
  }
}

/**
 * Takes the lock of a workbook. Throws where another has it; one that was left behind is taken over. SQLite's own lock
 * and the check of the sequence number at every commit stand behind it where two take it over in the same instant.
 */
export function takeLock(path: string, environment: Environment): Lock {
  const { actor, machine, processId } = environment
  const holder: Holder = { actor, machine, processId, at: environment.now(), token: environment.newId() }
  if (!place(path, holder)) {
    refuseLocked(path, environment)
    rmSync(lockPath(path), { force: true })
    if (!place(path, holder)) throw fileFailure('file-locked', path, 'open')
  }
  const release = (): void => {
    if (holderOf(path)?.token === holder.token) rmSync(lockPath(path), { force: true })
  }
  return { holder, release }
}
