import type { CallArgs, CallValue } from '@shared/contract/calls'
import type { Answer } from '@shared/contract/error'
import { solveReplySchema } from '@shared/contract/linear-program'
import type { Fork } from './child'
import { failed, succeeded } from './failure'
import type { Progress } from './tasks'

type Program = CallArgs<'solve.allocation'>['program']
type Found = CallValue<'solve.allocation'>

export type SolveHostParts = {
  readonly fork: Fork
  /** How long one program may take. */
  readonly milliseconds?: number
}

/** Solves one program in a thread that is started for it and gone afterwards. */
export type SolveHost = {
  readonly run: (program: Program, signal: AbortSignal, progress: Progress) => Promise<Answer<Found>>
}

const advice = 'Your plan is as it was. Try again; with fewer funds or costs it is found sooner.'

const endings = {
  cancelled: failed('cancelled', 'You cancelled the search for the best use of funds. Your plan is as it was.'),
  'too-long': failed('solver-stopped', `The best use of funds was not found in time. ${advice}`),
  exit: failed('solver-stopped', `The part of the app that finds the best use of funds stopped. ${advice}`),
} as const

/** Starts nothing before the first program comes. */
export function solveHost({ fork, milliseconds = 300_000 }: SolveHostParts): SolveHost {
  return {
    run: (program, signal, progress) =>
      new Promise((done) => {
        const child = fork()
        const timer = setTimeout(() => end(endings['too-long']), milliseconds)
        const cancel = (): void => end(endings.cancelled)
        const end = (answer: Answer<Found>): void => {
          clearTimeout(timer)
          signal.removeEventListener('abort', cancel)
          child.kill()
          done(answer)
        }
        signal.addEventListener('abort', cancel)
        child.onExit(() => end(endings.exit))
        child.onMessage((message) => {
          const reply = solveReplySchema.safeParse(message)
          if (!reply.success) return console.error('The solver sent something that is no reply:', reply.error.issues[0])
          if ('done' in reply.data) return progress(reply.data.done)
          if ('answer' in reply.data) return end(succeeded(reply.data.answer))
          console.error('The solver found no answer:', reply.data.problem)
          end(failed('internal', `The best use of funds could not be worked out. ${advice}`))
        })
        if (signal.aborted) return cancel()
        child.send({ program })
      }),
  }
}
