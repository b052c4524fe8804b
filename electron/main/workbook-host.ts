import { realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Answer } from '@shared/contract/error'
import type { AboutWorkbook, OpenWorkbook } from '@shared/contract/workbook'
import type { WorkbookCallArgs, WorkbookCallValue } from '@shared/contract/workbook-process'
import { within } from './patience'
import { clientOf, type ProcessClient } from './process-client'
import { begin } from './workbook-opening'
import { cancelledOpening, notOpen } from './workbook-sentences'
import { keepSession, type SessionCall, type SessionParts, type WorkbookSession } from './workbook-session'

type OpeningCall = 'workbook.create' | 'workbook.open' | 'backup.restore'
export type HostParts = Omit<SessionParts, 'onLost'> & {
  /** Called when a workbook was opened or closed. */
  readonly onChange: () => void
  /** What is remembered of a workbook that is about to be closed. */
  readonly onClosing: (workbook: AboutWorkbook) => Promise<void>
}

/** The workbook that the window has open, if any. Each one has a process of its own, so a slow share holds up only itself. */
export type WorkbookHost = {
  /** Opens, creates or restores a file, then closes the one that was open. Where that fails, the old one stays open. */
  readonly open: <C extends OpeningCall>(
    call: C,
    args: WorkbookCallArgs<C>,
    signal: AbortSignal,
  ) => Promise<Answer<OpenWorkbook>>
  readonly ask: <C extends SessionCall>(
    call: C,
    args: WorkbookCallArgs<C> & { readonly sessionId: string },
  ) => Promise<Answer<WorkbookCallValue<C>>>
  /** The open workbook as it stands, without its plan. */
  readonly about: (sessionId: string) => Promise<Answer<AboutWorkbook>>
  /** Another workbook as it stands, read in a process of its own, which then lets go of it. */
  readonly peek: (path: string, signal: AbortSignal) => Promise<Answer<OpenWorkbook>>
  readonly close: (sessionId: string) => Promise<Answer<null>>
  /** The path of the open workbook. */
  readonly path: () => string | null
  /** Whether a path means the file that is open. */
  readonly isOpen: (path: string) => Promise<boolean>
  /** Closes what is open, at the end of the app. */
  readonly stop: () => Promise<void>
}

type Opening = { readonly client: ProcessClient; isGivenUp: boolean }

// what is remembered of a workbook is worth a moment at its closing, no more
const lastLookMilliseconds = 3000

const sameFileName = async (path: string): Promise<string> => {
  const whole = resolve(path)
  const real = await realpath(whole).catch(() => whole)
  return process.platform === 'win32' || process.platform === 'darwin' ? real.toLowerCase() : real
}

const isSameFile = async (a: string, b: string): Promise<boolean> =>
  a === b || (await sameFileName(a)) === (await sameFileName(b))

/** Starts with no workbook open. */
export function workbookHost(parts: HostParts): WorkbookHost {
  let session: WorkbookSession | null = null
  let opening: Opening | null = null
  const ending = new Set<Promise<void>>()

  const become = (next: WorkbookSession | null): void => {
    session = next
    parts.onChange()
  }
  const lookLast = async (old: WorkbookSession): Promise<void> => {
    const last = await within(lastLookMilliseconds, old.about())
    if (last?.ok) await parts.onClosing(last.value)
  }
  const end = async (old: WorkbookSession): Promise<void> => {
    const work = lookLast(old)
      .catch((error: unknown) => console.error('A workbook was not remembered:', error))
      .then(() => old.close())
    ending.add(work)
    await work
    ending.delete(work)
  }
  const sessionOf = (sessionId: string): WorkbookSession | null => (session?.id === sessionId ? session : null)
  const isOpen = async (path: string): Promise<boolean> => session !== null && isSameFile(session.path, path)

  // who opens another file while one is still being opened has changed their mind
  const giveUpOpening = async (): Promise<void> => {
    if (!opening) return
    opening.isGivenUp = true
    await opening.client.stop()
    await giveUpOpening()
  }

  const open: WorkbookHost['open'] = async (call, args, signal) => {
    const isThisOne = call !== 'workbook.create' && (await isOpen(args.path))
    await giveUpOpening()
    if (signal.aborted) return cancelledOpening()
    if (session && isThisOne) return 'backupId' in args ? session.restore(args.backupId) : session.read()
    const own: Opening = { client: clientOf(parts.fork()), isGivenUp: false }
    opening = own
    const giveUp = (): void => {
      own.isGivenUp = true
      void own.client.stop()
    }
    signal.addEventListener('abort', giveUp)
    const opened = await begin(own.client, call, args)
    signal.removeEventListener('abort', giveUp)
    if (opening === own) opening = null
    if (own.isGivenUp) return cancelledOpening()
    if (!opened.ok) return opened
    const old = session
    const next = keepSession(opened.value, {
      ...parts,
      onLost: () => {
        if (session === next) become(null)
      },
    })
    become(next)
    if (old) void end(old)
    return { ok: true, value: opened.value.workbook }
  }

  const peek: WorkbookHost['peek'] = async (path, signal) => {
    if (session && (await isOpen(path))) return session.read()
    const client = clientOf(parts.fork())
    const giveUp = (): void => void client.stop()
    signal.addEventListener('abort', giveUp)
    const opened = await begin(client, 'workbook.open', { path, isReadOnly: true })
    signal.removeEventListener('abort', giveUp)
    await client.stop()
    if (signal.aborted) return cancelledOpening()
    return opened.ok ? { ok: true, value: opened.value.workbook } : opened
  }

  return {
    open,
    peek,
    ask: async (call, args) => sessionOf(args.sessionId)?.ask(call, args) ?? notOpen(),
    about: async (sessionId) => sessionOf(sessionId)?.about() ?? notOpen(),
    close: async (sessionId) => {
      const old = sessionOf(sessionId)
      if (!old) return notOpen()
      become(null)
      await end(old)
      return { ok: true, value: null }
    },
    path: () => session?.path ?? null,
    isOpen,
    stop: async () => {
      const old = session
      session = null
      await Promise.all([giveUpOpening(), old && end(old), ...ending])
    },
  }
}
