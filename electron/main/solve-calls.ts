import type { Handlers } from './answer-call'
import type { SolveHost } from './solve-host'
import type { Tasks } from './tasks'

/** The calls that compute for long, outside of the window and of main's own loop. */
export const solveCalls = (parts: {
  readonly solver: SolveHost
  readonly tasks: Tasks
}): Pick<Handlers, 'solve.allocation'> => ({
  'solve.allocation': ({ program }) =>
    parts.tasks.run('Finding the best use of funds', (signal, progress) => parts.solver.run(program, signal, progress)),
})
