import type { Answer } from '@shared/contract/error'
import { workbookReplySchema } from '@shared/contract/workbook-process'
import type { Child } from './child'
import { within } from './patience'

/** The process ended before it answered, or could not even be ended. */
export type Gone = 'gone'

export type ProcessClient = {
  /** Never rejects: a process that ends first is an answer too. */
  readonly ask: (call: string, args: unknown) => Promise<Answer<unknown> | Gone>
  /** Called once when the process is gone, before the questions under way are answered with `gone`; at once where it is. */
  readonly onGone: (listener: () => void) => void
  /** Ends the process; resolves when it has ended and let go of its files. One that does not even end is given up as gone. */
  readonly stop: () => Promise<void>
}

// a process that waits for a share that is gone cannot even be ended; nobody waits for it for ever
const stopMilliseconds = 5000

/** Speaks with a process by numbered requests and replies. */
export function clientOf(child: Child): ProcessClient {
  const waiting = new Map<number, (answer: Answer<unknown> | Gone) => void>()
  const listeners: (() => void)[] = []
  let lastId = 0
  let isGone = false
  child.onMessage((message) => {
    const reply = workbookReplySchema.safeParse(message)
    if (!reply.success) return console.error('A process sent something that is no reply:', reply.error.issues[0])
    const { id, answer } = reply.data
    waiting.get(id)?.(answer)
    waiting.delete(id)
  })
  let settle: () => void = () => undefined
  const ended = new Promise<void>((done) => {
    settle = done
  })
  const end = (): void => {
    if (isGone) return
    isGone = true
    for (const listener of listeners) listener()
    for (const answer of waiting.values()) answer('gone')
    waiting.clear()
    settle()
  }
  child.onExit(end)
  return {
    ask: (call, args) => {
      if (isGone) return Promise.resolve('gone')
      const id = ++lastId
      return new Promise((answer) => {
        waiting.set(id, answer)
        child.send({ id, call, args })
      })
    },
    onGone: (listener) => {
      if (isGone) listener()
      else listeners.push(listener)
    },
    stop: async () => {
      if (isGone) return
      child.kill()
      await within(stopMilliseconds, ended)
      end()
    },
  }
}
