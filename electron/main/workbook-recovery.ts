import type { Failure } from '@shared/contract/error'
import type { Fork } from './child'
import { clientOf, type ProcessClient } from './process-client'
import { askProcess, begin, type Running } from './workbook-opening'
import { notBack, stoppedTooOften } from './workbook-sentences'

// A process that stops three times within a minute has a reason that starting it again does not cure.
const crashesAllowed = 2
const crashWindowMilliseconds = 60_000
const recentActs = 100

/** What came of starting the process again: the file is open, with the ids of the latest acts in it; or it is not. */
export type Recovery =
  | { readonly running: Running; readonly committed: ReadonlySet<string> }
  | { readonly failure: Failure }

/** Starts the process of one workbook again and again, but not for ever. */
export type Reopener = {
  readonly reopen: () => Promise<Recovery>
  /** Gives up a reopening that is under way. */
  readonly stop: () => Promise<void>
}

/** Remembers the breakdowns of one workbook's process; `now` is in milliseconds. */
export function reopenerOf(path: string, fork: Fork, now: () => number): Reopener {
  let breakdowns: number[] = []
  let client: ProcessClient | null = null
  let isStopped = false

  const open = async (): Promise<Recovery | 'again'> => {
    client = clientOf(fork())
    const opened = await begin(client, 'workbook.open', { path, orReadOnly: true })
    if (!opened.ok) {
      return opened.error.code === 'workbook-process-stopped' ? 'again' : { failure: notBack(opened.error) }
    }
    const { sessionId } = opened.value.workbook
    const history = await askProcess(client, 'workbook.history', { sessionId, limit: recentActs, beforeSequence: null })
    if (history === 'gone') return 'again'
    return { running: opened.value, committed: new Set(history.ok ? history.value.map((entry) => entry.id) : []) }
  }

  const reopen = async (): Promise<Recovery> => {
    const at = now()
    breakdowns = [...breakdowns.filter((before) => at - before < crashWindowMilliseconds), at]
    if (isStopped || breakdowns.length > crashesAllowed) return { failure: stoppedTooOften(path) }
    const recovery = await open()
    return recovery === 'again' ? reopen() : recovery
  }

  return {
    reopen,
    stop: async () => {
      isStopped = true
      await client?.stop()
    },
  }
}
