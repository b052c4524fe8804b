import { basename } from 'node:path'
import type { Answer } from '@shared/contract/error'
import {
  filesReplySchema,
  parseFilesValue,
  type FilesCallArgs,
  type FilesCallName,
  type FilesCallValue,
} from '@shared/contract/files-process'
import type { Child, Fork } from './child'
import { failed } from './failure'
import type { Progress } from './tasks'

/** How long and how large one task may become; a file that needs more is hostile or the wrong one. */
export type Bounds = {
  readonly milliseconds: number
  readonly megabytes: number
  readonly lookEveryMilliseconds: number
}
const usualBounds: Bounds = { milliseconds: 600_000, megabytes: 3000, lookEveryMilliseconds: 500 }

export type FilesHostParts = {
  readonly fork: Fork
  /** Megabytes that a process holds. */
  readonly memoryOf: (pid: number) => number
  readonly bounds?: Bounds
}

/** Does one call in a process that is started for it and gone afterwards. */
export type FilesHost = {
  readonly run: <C extends FilesCallName>(
    call: C,
    args: FilesCallArgs<C> & { readonly path: string },
    signal: AbortSignal,
    progress: Progress,
  ) => Promise<Answer<FilesCallValue<C>>>
}

type Ending = 'exit' | 'cancelled' | 'too-long' | 'too-large'
type Told = Answer<unknown> | Ending

const reasons = {
  'too-large': 'it needed too much memory',
  'too-long': 'it took too long',
  exit: 'the part of the app that handles files stopped',
} as const

const whatIsSafe = 'Your plan is as it was.'

function sentence(path: string, isReading: boolean, ending: Ending): Answer<never> {
  const name = `"${basename(path)}"`
  const what = isReading ? `${name} could not be read` : `${name} was not written`
  const advice = isReading
    ? 'Keep only the sheet and the rows that you need in a new file, and import that.'
    : 'Try again; if a file of that name was there before, it is unchanged.'
  const because = (why: string): string => `${what}: ${why}. ${whatIsSafe} ${advice}`
  if (ending === 'cancelled') return failed('cancelled', `${what}: you cancelled it. ${whatIsSafe}`)
  if (ending === 'too-large' && isReading)
    return failed('sheet-too-large', because('it needs more memory than a spreadsheet should'))
  return failed('files-process-stopped', because(reasons[ending]))
}

/** What is said of a file whose writing was cancelled before it took its place. */
export const cancelledWriting = (path: string): Answer<never> => sentence(path, false, 'cancelled')

/** The first of: an answer, the end of the process, the planner's cancelling, or a bound. */
function told(child: Child, parts: FilesHostParts, signal: AbortSignal, progress: Progress): Promise<Told> {
  const bounds = parts.bounds ?? usualBounds
  return new Promise((done) => {
    const timer = setTimeout(() => end('too-long'), bounds.milliseconds)
    const look = setInterval(() => {
      const pid = child.pid()
      if (pid !== null && parts.memoryOf(pid) > bounds.megabytes) end('too-large')
    }, bounds.lookEveryMilliseconds)
    const cancel = (): void => end('cancelled')
    const end = (how: Told): void => {
      clearTimeout(timer)
      clearInterval(look)
      signal.removeEventListener('abort', cancel)
      done(how)
    }
    signal.addEventListener('abort', cancel)
    child.onExit(() => end('exit'))
    child.onMessage((message) => {
      const reply = filesReplySchema.safeParse(message)
      if (!reply.success) console.error('The files process sent something that is no reply:', reply.error.issues[0])
      else if ('done' in reply.data) progress(reply.data.done)
      else end(reply.data.answer)
    })
    if (signal.aborted) cancel()
  })
}

/** Reads and writes spreadsheets outside the app's main process: whatever a file does there, it does to nobody else. */
export function filesHost(parts: FilesHostParts): FilesHost {
  return {
    run: async (call, args, signal, progress) => {
      const child = parts.fork()
      const answer = told(child, parts, signal, progress)
      child.send({ id: 1, call, args })
      const how = await answer
      child.kill()
      if (typeof how === 'string') return sentence(args.path, call === 'readSheets', how)
      if (!how.ok) return how
      const value = parseFilesValue(call, how.value)
      if (value.ok) return value
      console.error(`The files process answered ${call} wrongly:`, value.error)
      return failed('internal', `Something went wrong inside the app. ${whatIsSafe} Please try again.`)
    },
  }
}
