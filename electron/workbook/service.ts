import { realpathSync } from 'node:fs'
import type { Answer, Failure } from '@shared/contract/error'
import type { OpenWorkbook } from '@shared/contract/workbook'
import {
  isWorkbookCallName,
  parseWorkbookArgs,
  parseWorkbookValue,
  workbookRequestSchema,
  type WorkbookCallName,
  type WorkbookCallValue,
  type WorkbookParsedArgs,
  type WorkbookReply,
} from '@shared/contract/workbook-process'
import { planToRows } from '@shared/plan/plan'
import { createWorkbook } from './create'
import type { Environment } from './environment'
import { openWorkbook } from './open'
import type { Workbook } from './workbook'

type Handlers = { readonly [C in WorkbookCallName]: (args: WorkbookParsedArgs<C>) => Answer<WorkbookCallValue<C>> }

/** Answers requests about the workbooks that are open in this process. */
export type WorkbookService = {
  readonly reply: (message: unknown) => WorkbookReply
  /** Closes whatever is open. */
  readonly close: () => void
}

const ok = <T>(value: T): Answer<T> => ({ ok: true, value })
const failed = (error: Failure): Answer<never> => ({ ok: false, error })

const notOpen = failed({
  code: 'not-open',
  message: 'This workbook is not open any more. Everything that was saved is in the file; open it again to go on.',
})

const refused = (details: unknown): Answer<never> =>
  failed({
    code: 'call-refused',
    message: 'The program asked for something that the workbook does not know. Nothing was changed.',
    details,
  })

const internal = (error: unknown): Answer<never> =>
  failed({
    code: 'internal',
    message:
      'A fault in the program stopped this step. Everything that was saved is in the file. Try again; if it happens again, close the workbook and open it anew.',
    details: error instanceof Error ? error.message : String(error),
  })

const realPath = (path: string): string => {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

const told = (sessionId: string, workbook: Workbook): OpenWorkbook => ({
  sessionId,
  path: workbook.path,
  name: workbook.name,
  isReadOnly: workbook.isReadOnly,
  isSample: workbook.info.isSample,
  sequence: workbook.sequence(),
  rows: planToRows(workbook.plan()),
  scenarios: workbook.scenarios(),
  undo: workbook.undoState('plan'),
  notices: [...workbook.notices],
})

/** The sessions of a process: what is open, under the id it was opened with. */
function sessions(environment: Environment) {
  const open = new Map<string, Workbook>()
  return {
    open,
    start: (answer: Answer<Workbook>): Answer<OpenWorkbook> => {
      if (!answer.ok) return answer
      const sessionId = environment.newId()
      open.set(sessionId, answer.value)
      return ok(told(sessionId, answer.value))
    },
    /** The session of a file that is open already. */
    of: (path: string): [string, Workbook] | undefined =>
      [...open].find(([, workbook]) => workbook.path === realPath(path)),
    on: <T>(sessionId: string, act: (workbook: Workbook) => Answer<T>): Answer<T> => {
      const workbook = open.get(sessionId)
      return workbook ? act(workbook) : notOpen
    },
  }
}

type RecordCall = Extract<WorkbookCallName, `snapshot.${string}` | `view.${string}` | `mapping.${string}`>

const recordHandlers = (on: ReturnType<typeof sessions>['on']): Pick<Handlers, RecordCall> => ({
  'snapshot.list': ({ sessionId }) => on(sessionId, (one) => one.snapshots()),
  'snapshot.create': ({ sessionId, name }) => on(sessionId, (one) => one.createSnapshot(name)),
  'snapshot.read': ({ sessionId, snapshotId }) => on(sessionId, (one) => one.readSnapshot(snapshotId)),
  'snapshot.remove': ({ sessionId, snapshotId }) => on(sessionId, (one) => one.removeSnapshot(snapshotId)),
  'view.list': ({ sessionId }) => on(sessionId, (one) => one.views()),
  'view.save': ({ sessionId, view }) => on(sessionId, (one) => one.saveView(view)),
  'view.remove': ({ sessionId, sheet, name }) => on(sessionId, (one) => one.removeView(sheet, name)),
  'mapping.list': ({ sessionId }) => on(sessionId, (one) => one.mappings()),
  'mapping.save': ({ sessionId, mapping }) => on(sessionId, (one) => one.saveMapping(mapping)),
})

function handlersOf(environment: Environment, { open, start, of, on }: ReturnType<typeof sessions>): Handlers {
  return {
    'workbook.create': ({ path, start: from, ...options }) => start(createWorkbook(path, from, environment, options)),
    'workbook.open': ({ path, ...options }) => {
      const known = of(path)
      return known ? ok(told(...known)) : start(openWorkbook(path, environment, options))
    },
    'workbook.close': ({ sessionId }) => {
      open.get(sessionId)?.close()
      open.delete(sessionId)
      return ok(null)
    },
    'workbook.commit': ({ sessionId, commitId, ...act }) =>
      on(sessionId, (one) => one.commit({ ...act, id: commitId })),
    'workbook.undo': ({ sessionId, target, commitId }) => on(sessionId, (one) => one.undo(target, commitId)),
    'workbook.redo': ({ sessionId, target, commitId }) => on(sessionId, (one) => one.redo(target, commitId)),
    'workbook.history': ({ sessionId, limit, beforeSequence }) =>
      on(sessionId, (one) => one.history(limit, beforeSequence)),
    'workbook.changesInWords': ({ sessionId, sequence }) => on(sessionId, (one) => one.changesInWords(sequence)),
    'workbook.rowsAt': ({ sessionId, target, sequence }) => on(sessionId, (one) => one.rowsAt(target, sequence)),
    'workbook.rowHistory': ({ sessionId, ...question }) => on(sessionId, (one) => one.rowHistory(question)),
    'workbook.rows': ({ sessionId, target }) => on(sessionId, (one) => one.rows(target)),
    'workbook.saveCopy': ({ sessionId, path }) => on(sessionId, (one) => one.saveCopy(path)),
    'scenario.create': ({ sessionId, name, question, changes }) =>
      on(sessionId, (one) => one.createScenario(name, question, changes)),
    'scenario.rename': ({ sessionId, scenarioId, name, question }) =>
      on(sessionId, (one) => one.renameScenario(scenarioId, name, question)),
    'scenario.remove': ({ sessionId, scenarioId }) => on(sessionId, (one) => one.removeScenario(scenarioId)),
    ...recordHandlers(on),
  }
}

function answerCall<C extends WorkbookCallName>(
  handlers: Pick<Handlers, C>,
  call: C,
  given: unknown,
): Answer<WorkbookCallValue<C>> {
  const args = parseWorkbookArgs(call, given)
  if (!args.ok) return refused({ call, problems: args.error })
  const answer = handlers[call](args.value)
  if (!answer.ok) return answer
  const value = parseWorkbookValue(call, answer.value)
  return value.ok ? answer : internal(new Error(`The answer to ${call} is not as agreed: ${value.error.join('; ')}`))
}

/** The service behind the port of the workbook process: checks what comes in and goes out, and never throws. */
export function workbookService(environment: Environment): WorkbookService {
  const all = sessions(environment)
  const handlers = handlersOf(environment, all)
  return {
    reply: (message) => {
      const request = workbookRequestSchema.safeParse(message)
      if (!request.success) return { id: -1, answer: refused({ problems: ['not a request'] }) }
      const { id, call, args } = request.data
      if (!isWorkbookCallName(call)) return { id, answer: refused({ call }) }
      try {
        return { id, answer: answerCall(handlers, call, args) }
      } catch (error) {
        return { id, answer: internal(error) }
      }
    },
    close: () => {
      for (const workbook of all.open.values()) workbook.close()
      all.open.clear()
    },
  }
}
