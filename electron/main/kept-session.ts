import { isSameFile } from './same-file'
import type { Running } from './workbook-opening'
import { keepSession, type SessionParts, type WorkbookSession } from './workbook-session'

export type KeptParts = Omit<SessionParts, 'onLost'> & {
  /** Called when a workbook was opened or closed. */
  readonly onChange: () => void
}

/** The session that the window has, if any, and those that are being closed. */
export type KeptSession = {
  readonly current: () => WorkbookSession | null
  /** The session of a file, whichever way the path leads to it; who waits before using it asks whether it is still the current one. */
  readonly at: (path: string) => Promise<WorkbookSession | null>
  /** Resolves when no session of this file is being closed: until then the file is locked, by ourselves. */
  readonly closed: (path: string) => Promise<void>
  /** Keeps what was opened, or nothing; resolves when what was kept before is closed. */
  readonly become: (running: Running | null) => Promise<void>
  /** Closes what is kept, at the end of the app: nobody is told. */
  readonly stop: () => Promise<void>
}

/** Starts with no session. */
export function keptSession(parts: KeptParts): KeptSession {
  let current: WorkbookSession | null = null
  const ending = new Map<WorkbookSession, Promise<void>>()

  const put = (next: WorkbookSession | null): void => {
    current = next
    parts.onChange()
  }
  const end = async (old: WorkbookSession | null): Promise<void> => {
    if (!old) return
    const work = old.close()
    ending.set(old, work)
    await work
    ending.delete(old)
  }
  const sessionOf = (running: Running): WorkbookSession => {
    const next = keepSession(running, {
      ...parts,
      onLost: () => {
        if (current === next) put(null)
      },
    })
    return next
  }
  const at: KeptSession['at'] = async (path) => {
    const seen = current
    if (seen === null) return null
    const isIts = await isSameFile(seen.path, path)
    if (seen !== current) return at(path)
    return isIts ? seen : null
  }
  return {
    current: () => current,
    at,
    closed: async (path) => {
      for (const [session, work] of ending) if (await isSameFile(session.path, path)) await work
    },
    become: async (running) => {
      const old = current
      put(running && sessionOf(running))
      await end(old)
    },
    stop: async () => {
      const old = current
      current = null
      await Promise.all([end(old), ...ending.values()])
    },
  }
}
