import { onTestFinished } from 'vitest'
import { workbookService } from '../../../electron/workbook/service'
import type { Child, Fork } from '../../../electron/main/child'
import { idSource } from '../../fixtures/ids'
import { makeEnvironment } from '../../fixtures/workbook'

/** A process made of the real workbook service, which a test can stop at any point. */
export type Served = {
  readonly fork: Fork
  /** How many were started. */
  readonly count: () => number
  /** Stops the latest one as a crash would: nothing is closed, and nothing it was asked is answered any more. */
  readonly crash: () => void
  /** Called with the name of each call before it is carried out; true: it stops before; 'after': once it is carried out. */
  crashAt: (call: string) => boolean | 'after'
  /** True: requests are taken and never answered, as on a share that hangs. */
  isHanging: boolean
  /** True: processes cannot be ended, as those that wait for a share that is gone. */
  ignoresKill: boolean
  /** Resolves when a process is next asked this, before it answers. */
  readonly asked: (call: string) => Promise<void>
  /** Answers are kept back from now on; the function lets them go. */
  readonly holdAnswers: () => () => void
}

/** Starts workbook processes inside the test, with real files; backups of them are kept where `backupFolder` says. */
export function serveWorkbooks(backupFolder: string | null = null): Served {
  const alive = new Set<number>()
  const newId = idSource(1)
  // one clock for all of them, as on one computer
  const { now } = makeEnvironment()
  let crashLatest: () => void = () => undefined
  let count = 0

  let held: (() => void)[] | null = null
  let waiting: { call: string; done: () => void }[] = []
  const noteAsked = (call: string): void => {
    for (const wait of waiting) if (wait.call === call) wait.done()
    waiting = waiting.filter((wait) => wait.call !== call)
  }

  const fork = (): Child => {
    const processId = 1000 + ++count
    alive.add(processId)
    const service = workbookService(
      makeEnvironment({ processId, newId, now, backupFolder, isProcessRunning: (id) => alive.has(id) }),
    )
    onTestFinished(() => service.close())
    const onMessage: ((message: unknown) => void)[] = []
    const onExit: (() => void)[] = []
    const end = (): void => {
      if (!alive.delete(processId)) return
      for (const listener of onExit) listener()
    }
    crashLatest = end
    const take = (message: { call: string }): void => {
      noteAsked(message.call)
      if (!alive.has(processId) || served.isHanging) return
      const crash = served.crashAt(message.call)
      if (crash === true) return end()
      const reply = service.reply(message)
      if (crash === 'after') return end()
      const answer = (): void => {
        for (const listener of onMessage) listener(structuredClone(reply))
      }
      if (held) held.push(answer)
      else answer()
    }
    return {
      pid: () => processId,
      send: (message) => void setImmediate(() => take(structuredClone(message) as { call: string })),
      onMessage: (listener) => void onMessage.push(listener),
      onExit: (listener) => void onExit.push(listener),
      kill: () => {
        if (served.ignoresKill) return
        setImmediate(() => {
          service.close()
          end()
        })
      },
    }
  }
  const served: Served = {
    fork,
    count: () => count,
    crash: () => crashLatest(),
    crashAt: () => false,
    isHanging: false,
    ignoresKill: false,
    holdAnswers: () => {
      const answers: (() => void)[] = []
      held = answers
      return () => {
        held = null
        for (const answer of answers) answer()
      }
    },
    asked: (call) => new Promise((done) => void waiting.push({ call, done })),
  }
  return served
}
