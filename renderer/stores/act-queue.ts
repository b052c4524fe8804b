import type { Answer, Failure } from '@shared/contract/error'

type Act<T> = {
  readonly run: () => Promise<Answer<T>>
  readonly settle: (outcome: Answer<T>) => void
  readonly onAgain: (outcome: Answer<T>) => void
}

const broken = (error: unknown): Failure => ({
  code: 'internal',
  message:
    'The program could not finish this change. Everything that was saved before is safe in the file. Look whether the change is in the plan, and make it again if it is not.',
  details: error instanceof Error ? error.message : String(error),
})

/** Acts that are carried out one after the other, and wait while the queue is held. */
export type ActQueue<T> = {
  /**
   * Carries the act out when its turn comes. An act that held the queue has been answered by then: what comes of it when
   * it is tried again is told to `onAgain`.
   */
  readonly add: (run: () => Promise<Answer<T>>, onAgain: (outcome: Answer<T>) => void) => Promise<Answer<T>>
  /** Goes on after a hold; `again` puts the act that was refused in front once more. */
  readonly resume: (again: boolean) => void
  /** Lets go of everything that waits, each with this answer; what is under way ends by itself. */
  readonly drop: (outcome: Answer<T>) => void
  /** How many acts wait or were refused; the one that is under way is not counted. */
  readonly waiting: () => number
  /** Whether an act is under way. */
  readonly isBusy: () => boolean
  /** Comes when no act is under way: there are no more, or they are held. */
  readonly whenStill: () => Promise<void>
}

/**
 * A queue of acts. After each, `isHeldBy` is asked whether its outcome holds the queue: what waits behind an act that
 * the file refused must not overtake it.
 */
export function makeActQueue<T>(isHeldBy: (outcome: Answer<T>) => boolean): ActQueue<T> {
  let waiting: Act<T>[] = []
  let refused: Act<T> | null = null
  let isBusy = false
  let whenStill: Promise<void> = Promise.resolve()
  // goes up when everything is dropped: an act that is under way then holds up nothing that comes after
  let round = 0

  // what breaks in one act must not keep those behind it waiting for ever
  async function carryOut(act: Act<T>, mine: number): Promise<Answer<T>> {
    const outcome = await act.run().catch((error: unknown): Answer<T> => ({ ok: false, error: broken(error) }))
    try {
      if (mine === round && isHeldBy(outcome)) refused = act
      return outcome
    } catch (error) {
      return { ok: false, error: broken(error) }
    }
  }

  const next = (mine: number): Act<T> | undefined => (refused || mine !== round ? undefined : waiting.shift())

  function work(): void {
    if (!isBusy) whenStill = workOff()
  }

  async function workOff(): Promise<void> {
    isBusy = true
    const mine = round
    try {
      for (let act = next(mine); act; act = next(mine)) act.settle(await carryOut(act, mine))
    } finally {
      if (mine === round) isBusy = false
    }
  }

  return {
    add: (run, onAgain) =>
      new Promise((settle) => {
        waiting.push({ run, settle, onAgain })
        work()
      }),
    resume: (again) => {
      if (refused && again) waiting.unshift({ ...refused, settle: refused.onAgain })
      refused = null
      work()
    },
    drop: (outcome) => {
      const left = waiting
      waiting = []
      refused = null
      round += 1
      isBusy = false
      whenStill = Promise.resolve()
      for (const act of left) act.settle(outcome)
    },
    waiting: () => waiting.length + (refused ? 1 : 0),
    isBusy: () => isBusy,
    whenStill: () => whenStill,
  }
}
