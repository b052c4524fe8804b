import type { Answer } from '@shared/contract/error'
import type { AboutWorkbook, OpenWorkbook } from '@shared/contract/workbook'
import type { WorkbookCallArgs, WorkbookCallValue } from '@shared/contract/workbook-process'
import { keptSession, type KeptParts } from './kept-session'
import { cancelled } from './patience'
import { openerOf } from './workbook-opener'
import type { OpeningCall } from './workbook-opening'
import { cancelledOpening, notOpen } from './workbook-sentences'
import type { SessionCall, WorkbookSession } from './workbook-session'

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

/** Starts with no workbook open. */
export function workbookHost(parts: KeptParts): WorkbookHost {
  const opener = openerOf(parts.fork)
  const kept = keptSession(parts)

  const sessionOf = (sessionId: string): WorkbookSession | null => {
    const session = kept.current()
    return session?.id === sessionId ? session : null
  }

  const open: WorkbookHost['open'] = async (call, args, signal) => {
    await opener.giveUp()
    const session = call === 'workbook.create' ? null : await kept.at(args.path)
    if (signal.aborted) return cancelledOpening()
    if (session && session === kept.current())
      return 'backupId' in args ? session.restore(args.backupId) : session.read()
    await Promise.race([kept.closed(args.path), cancelled(signal)])
    const opened = await opener.open(call, args, signal)
    if (!opened.ok) return opened
    void kept.become(opened.value)
    return { ok: true, value: opened.value.workbook }
  }

  return {
    open,
    peek: async (path, signal) => {
      const session = await kept.at(path)
      return session && session === kept.current() ? session.read() : opener.peek(path, signal)
    },
    ask: async (call, args) => sessionOf(args.sessionId)?.ask(call, args) ?? notOpen(),
    about: async (sessionId) => sessionOf(sessionId)?.about() ?? notOpen(),
    close: async (sessionId) => {
      if (!sessionOf(sessionId)) return notOpen()
      await kept.become(null)
      return { ok: true, value: null }
    },
    path: () => kept.current()?.path ?? null,
    isOpen: async (path) => (await kept.at(path)) !== null,
    stop: async () => {
      await Promise.all([opener.giveUp(), kept.stop()])
    },
  }
}
