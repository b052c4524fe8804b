import type { Answer, Failure } from '@shared/contract/error'

type Act<T> = { readonly run: () => Promise<Answer<T>>; readonly settle: (outcome: Answer<T>) => void }

const broken = (error: unknown): Failure => ({
  code: 'internal',
  message:
    'The program could not finish this change. Everything that was saved before is safe in the file. Look whether the change is in the plan, and make it again if it is not.',
  details: error instanceof Error ? error.message : String(error),
})

/** Acts that are carried out one after the other, and wait while the queue is held. */
export type ActQueue<T> = {
  /** Carries the act out when its turn comes. */
  readonly add: (run: () => Promise<Answer<T>>) => Promise<Answer<T>>
  /** Goes on after a hold; `again` puts the act that was refused in front once more. */
  readonly resume: (again: boolean) => void
  /** Lets go of everything that waits, each with this answer. */
  readonly drop: (outcome: Answer<T>) => void
}

/**
 * A queue of acts. After each, `isHeldBy` is asked whether its outcome holds the queue: what waits behind an act that
 * the file refused must not overtake it.
 */
export function makeActQueue<T>(isHeldBy: (outcome: Answer<T>) => boolean): ActQueue<T> {
  let waiting: Act<T>[] = []
  let refused: Act<T> | null = null
  let isBusy = false

  // what breaks in one act must not keep those behind it waiting for ever
  async function carryOut(act: Act<T>): Promise<Answer<T>> {
    const outcome = await act.run().catch((error: unknown): Answer<T> => ({ ok: false, error: broken(error) }))
    try {
      if (isHeldBy(outcome)) refused = act
      return outcome
    } catch (error) {
      return { ok: false, error: broken(error) }
    }
  }

  async function work(): Promise<void> {
    if (isBusy) return
    isBusy = true
    try {
      while (!refused) {
        const act = waiting.shift()
        if (!act) break
        act.settle(await carryOut(act))
      }
    } finally {
      isBusy = false
    }
  }

  return {
    add: (run) =>
      new Promise((settle) => {
        waiting.push({ run, settle })
        void work()
      }),
    resume: (again) => {
      if (refused && again) waiting.unshift({ run: refused.run, settle: () => undefined })
      refused = null
      void work()
    },
    drop: (outcome) => {
      const left = waiting
      waiting = []
      refused = null
      for (const act of left) act.settle(outcome)
    },
  }
}
