import type { Answer } from '@shared/contract/error'

type Act<T> = { readonly run: () => Promise<Answer<T>>; readonly settle: (outcome: Answer<T>) => void }

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

  async function work(): Promise<void> {
    if (isBusy) return
    isBusy = true
    while (!refused) {
      const act = waiting.shift()
      if (!act) break
      const outcome = await act.run()
      if (isHeldBy(outcome)) refused = act
      act.settle(outcome)
    }
    isBusy = false
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
