import type { Answer } from '@shared/contract/error'
import type { OpenWorkbook } from '@shared/contract/workbook'
import type { WorkbookCallArgs } from '@shared/contract/workbook-process'
import type { Fork } from './child'
import { clientOf, type ProcessClient } from './process-client'
import { begin, type OpeningCall, type Running } from './workbook-opening'
import { cancelledOpening } from './workbook-sentences'

type Opening = { readonly client: ProcessClient; readonly answered: Promise<Answer<Running>>; isGivenUp: boolean }

/** Opens workbooks, each in a process of its own. Who opens another while one is being opened has changed their mind. */
export type Opener = {
  /** Opens, creates or restores a file, once what was being opened before is given up. */
  readonly open: <C extends OpeningCall>(
    call: C,
    args: WorkbookCallArgs<C>,
    signal: AbortSignal,
  ) => Promise<Answer<Running>>
  /** Reads a workbook and lets go of it again; what is being opened goes on. */
  readonly peek: (path: string, signal: AbortSignal) => Promise<Answer<OpenWorkbook>>
  /** Gives up what is being opened, if anything; resolves when that has been answered. */
  readonly giveUp: () => Promise<void>
}

async function cut(opening: Opening): Promise<void> {
  opening.isGivenUp = true
  await opening.client.stop()
  await opening.answered
}

/** Starts with nothing being opened. */
export function openerOf(fork: Fork): Opener {
  let current: Opening | null = null
  return {
    open: async (call, args, signal) => {
      // of several that waited for the same one, each finds the one before it here
      for (let one = current; one; one = current) await cut(one)
      if (signal.aborted) return cancelledOpening()
      const client = clientOf(fork())
      const own: Opening = { client, answered: begin(client, call, args), isGivenUp: false }
      current = own
      const giveUp = (): void => void cut(own)
      signal.addEventListener('abort', giveUp)
      const opened = await own.answered
      signal.removeEventListener('abort', giveUp)
      current = null
      return own.isGivenUp ? cancelledOpening() : opened
    },
    peek: async (path, signal) => {
      const client = clientOf(fork())
      const giveUp = (): void => void client.stop()
      signal.addEventListener('abort', giveUp)
      const opened = await begin(client, 'workbook.open', { path, isReadOnly: true })
      signal.removeEventListener('abort', giveUp)
      await client.stop()
      if (signal.aborted) return cancelledOpening()
      return opened.ok ? { ok: true, value: opened.value.workbook } : opened
    },
    giveUp: async () => {
      for (let one = current; one; one = current) await cut(one)
    },
  }
}
