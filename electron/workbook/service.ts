import { realpathSync } from 'node:fs'
import { basename } from 'node:path'
import type { Answer, ErrorCode, Failure } from '@shared/contract/error'
import type { AboutWorkbook, Offer, OpenWorkbook } from '@shared/contract/workbook'
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
import type { PlanRows } from '@shared/plan/plan'
import { planToText, rowsToText, type PlanText } from '@shared/plan/plan-text'
import { sizeOf } from '@shared/plan/size'
import { compareCopy } from './compare-copy'
import { createWorkbook } from './create'
import type { Environment } from './environment'
import { attempt } from './failure'
import { openWorkbook } from './open'
import { backupsOf, newestWhole, restoreBackup, type Replaced } from './restore'
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

const about = (sessionId: string, workbook: Workbook): AboutWorkbook => ({
  sessionId,
  path: workbook.path,
  name: workbook.name,
  isReadOnly: workbook.isReadOnly,
  isSample: workbook.info.isSample,
  sequence: workbook.sequence(),
  size: sizeOf(workbook.plan()),
  scenarios: workbook.scenarios(),
  undo: workbook.undoState('plan'),
  notices: [...workbook.notices],
})

const told = (sessionId: string, workbook: Workbook): OpenWorkbook => ({
  ...about(sessionId, workbook),
  plan: planToText(workbook.plan()),
})

const asText = (rows: Answer<PlanRows>): Answer<PlanText> => (rows.ok ? ok(rowsToText(rows.value)) : rows)

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

type Sessions = ReturnType<typeof sessions>

const canBeOffered: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['file-damaged', 'file-not-workbook', 'file-not-found'])

/** A file that cannot be opened, with the latest backup of it that is whole, where there is one. */
function withOffer(path: string, environment: Environment, answer: Answer<Workbook>): Answer<Workbook> {
  if (answer.ok || !canBeOffered.has(answer.error.code)) return answer
  const backup = newestWhole(environment, path)
  const offer: Offer | null = backup && { path, backup }
  return offer ? failed({ ...answer.error, details: { found: answer.error.details, ...offer } }) : answer
}

const restoredNotice = ({ backup, keptAs }: Replaced): string => {
  const moment = new Date(backup.at).toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'short' })
  const rest = keptAs === null ? '' : ` The file as it was before is kept as “${basename(keptAs)}” in the same folder.`
  return `The backup of ${moment} was restored.${rest}`
}

/** Restores a backup; a workbook that is open here keeps its session, and is open again whatever comes of it. */
function restored(environment: Environment, all: Sessions, path: string, backupId: string): Answer<OpenWorkbook> {
  const known = all.of(path)
  const at = known?.[1].path ?? path
  const replaced = attempt(at, 'restore', () =>
    restoreBackup(at, backupId, environment, known ? () => known[1].close() : null),
  )
  if (!replaced.ok && !known) return replaced
  if (!replaced.ok && known?.[1].isOpen()) return replaced
  const again = openWorkbook(at, environment)
  if (!again.ok) {
    if (known) all.open.delete(known[0])
    return again
  }
  const sessionId = known?.[0] ?? environment.newId()
  all.open.set(sessionId, again.value)
  if (!replaced.ok) return replaced
  const workbook = told(sessionId, again.value)
  return ok({ ...workbook, notices: [restoredNotice(replaced.value), ...workbook.notices] })
}

type RecordCall = Extract<WorkbookCallName, `snapshot.${string}` | `view.${string}` | `mapping.${string}`>

const recordHandlers = (on: Sessions['on']): Pick<Handlers, RecordCall> => ({
  'snapshot.list': ({ sessionId }) => on(sessionId, (one) => one.snapshots()),
  'snapshot.create': ({ sessionId, name }) => on(sessionId, (one) => one.createSnapshot(name)),
  'snapshot.read': ({ sessionId, snapshotId }) =>
    on(sessionId, (one) => {
      const read = one.readSnapshot(snapshotId)
      return read.ok ? ok({ snapshot: read.value.snapshot, plan: rowsToText(read.value.rows) }) : read
    }),
  'snapshot.remove': ({ sessionId, snapshotId }) => on(sessionId, (one) => one.removeSnapshot(snapshotId)),
  'view.list': ({ sessionId }) => on(sessionId, (one) => one.views()),
  'view.save': ({ sessionId, view }) => on(sessionId, (one) => one.saveView(view)),
  'view.remove': ({ sessionId, sheet, name }) => on(sessionId, (one) => one.removeView(sheet, name)),
  'mapping.list': ({ sessionId }) => on(sessionId, (one) => one.mappings()),
  'mapping.save': ({ sessionId, mapping }) => on(sessionId, (one) => one.saveMapping(mapping)),
})

function handlersOf(environment: Environment, all: Sessions): Handlers {
  const { open, start, of, on } = all
  return {
    'workbook.create': ({ path, start: from, ...options }) => start(createWorkbook(path, from, environment, options)),
    'workbook.open': ({ path, ...options }) => {
      const known = of(path)
      return known ? ok(told(...known)) : start(withOffer(path, environment, openWorkbook(path, environment, options)))
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
    'workbook.planAt': ({ sessionId, target, sequence }) =>
      on(sessionId, (one) => asText(one.rowsAt(target, sequence))),
    'workbook.rowHistory': ({ sessionId, ...question }) => on(sessionId, (one) => one.rowHistory(question)),
    'workbook.about': ({ sessionId }) => on(sessionId, (one) => ok(about(sessionId, one))),
    'workbook.plan': ({ sessionId, target }) => on(sessionId, (one) => asText(one.rows(target))),
    'workbook.copyForOthers': ({ sessionId, path, choices }) =>
      on(sessionId, (one) => one.copyForOthers(path, choices)),
    'workbook.compareCopy': ({ sessionId, path }) =>
      on(sessionId, (one) => attempt(path, 'read', () => compareCopy(one, path, environment))),
    'backup.list': ({ sessionId }) => on(sessionId, ({ path }) => ok(backupsOf(environment, path))),
    'backup.restore': ({ path, backupId }) => restored(environment, all, path, backupId),
    'workbook.saveCopy': ({ sessionId, path }) => on(sessionId, (one) => one.saveCopy(path)),
    'scenario.create': ({ sessionId, name, question, changes }) =>
      on(sessionId, (one) => one.createScenario(name, question, changes)),
    'scenario.rename': ({ sessionId, scenarioId, name, question }) =>
      on(sessionId, (one) => one.renameScenario(scenarioId, name, question)),
    'scenario.archive': ({ sessionId, scenarioId, isArchived }) =>
      on(sessionId, (one) => one.archiveScenario(scenarioId, isArchived)),
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
