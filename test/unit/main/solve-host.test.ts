import type { Fork } from '../../../electron/main/child'
import { solveHost } from '../../../electron/main/solve-host'
import { describe, expect, it } from 'vitest'

const program = { columnUpper: [1], rows: [], objectives: [{ columns: [0], coefficients: [1] }] }
const silent = (): void => undefined

/** A thread that does as it is told, and whether it was ended. */
function threadThat(replies: readonly unknown[], isEnding = false) {
  const ended: boolean[] = []
  const fork: Fork = () => {
    const listeners: ((message: unknown) => void)[] = []
    const exits: (() => void)[] = []
    return {
      pid: () => null,
      send: () =>
        queueMicrotask(() => {
          for (const reply of replies) for (const listener of listeners) listener(reply)
          if (isEnding) for (const exit of exits) exit()
        }),
      onMessage: (listener) => void listeners.push(listener),
      onExit: (listener) => void exits.push(listener),
      kill: () => void ended.push(true),
    }
  }
  return { fork, ended }
}

describe('solving outside the window', () => {
  it('passes on how far it is and the answer, and ends the thread', async () => {
    const { fork, ended } = threadThat([{ done: 0.5 }, { answer: { values: [0], objectives: [0] } }])
    const told: (number | null)[] = []
    const answer = await solveHost({ fork }).run(program, new AbortController().signal, (done) => told.push(done))
    expect(answer).toEqual({ ok: true, value: { values: [0], objectives: [0] } })
    expect(told).toEqual([0.5])
    expect(ended).not.toEqual([])
  })

  it('stops at once when the planner cancels', async () => {
    const { fork, ended } = threadThat([])
    const controller = new AbortController()
    const answer = solveHost({ fork }).run(program, controller.signal, silent)
    controller.abort()
    expect(await answer).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(ended).not.toEqual([])
  })

  it('says so where the thread stops before it has answered, or takes too long', async () => {
    const { signal } = new AbortController()
    const stopped = solveHost({ fork: threadThat([], true).fork }).run(program, signal, silent)
    expect(await stopped).toMatchObject({ ok: false, error: { code: 'solver-stopped' } })
    const late = solveHost({ fork: threadThat([]).fork, milliseconds: 1 }).run(program, signal, silent)
    expect(await late).toMatchObject({ ok: false, error: { code: 'solver-stopped' } })
  })
})
