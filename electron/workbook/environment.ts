import { randomUUID } from 'node:crypto'
import { hostname, uptime, userInfo } from 'node:os'

/** What the workbook takes from the world besides the file: who works where, the clock, fresh ids, running processes. */
export type Environment = {
  /** ISO 8601, in UTC. */
  readonly now: () => string
  readonly newId: () => string
  readonly actor: string
  readonly machine: string
  readonly processId: number
  /** When this machine was started, ISO 8601: what was locked before that is not locked any more. */
  readonly bootedAt: string
  readonly isProcessRunning: (processId: number) => boolean
  /** Does nothing for so many milliseconds. */
  readonly pause: (milliseconds: number) => void
  /** Where automatic backups are kept, a folder for each workbook; null: none are made. */
  readonly backupFolder: string | null
}

function nameOfUser(): string {
  try {
    return userInfo().username
  } catch {
    // an account without an entry in the system's list has no name
    return 'unknown'
  }
}

function isProcessRunning(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    // a process that may not be signalled is there all the same
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** This machine, this process, the system's clock. */
export const systemEnvironment = (backupFolder: string | null = null): Environment => ({
  now: () => new Date().toISOString(),
  newId: randomUUID,
  actor: nameOfUser(),
  machine: hostname(),
  processId: process.pid,
  bootedAt: new Date(Date.now() - uptime() * 1000).toISOString(),
  isProcessRunning,
  pause: (milliseconds) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds),
  backupFolder,
})
