import type { News } from '@shared/contract/bridge'
import type { Answer } from '@shared/contract/error'
import type { AboutWorkbook, OpenWorkbook } from '@shared/contract/workbook'
import type { WorkbookCallArgs, WorkbookCallName, WorkbookCallValue } from '@shared/contract/workbook-process'
import type { Fork } from './child'
import { within } from './patience'
import type { ProcessClient } from './process-client'
import { askProcess, type Running } from './workbook-opening'
import { reopenerOf, type Recovery, type Reopener } from './workbook-recovery'
import { isBackMessage, notOpen, stoppedDuringAct, stoppedDuringCall } from './workbook-sentences'

// what is remembered of a workbook is worth a moment at its closing, no more
const lastLookMilliseconds = 3000
// A share that does not answer must not keep the app from closing; what was answered is on the disk.
const closeMilliseconds = 10_000

/** What a session needs from its surroundings; a test puts its own in their place. */
export type SessionParts = {
  readonly fork: Fork
  /** Milliseconds, of any clock. */
  readonly now: () => number
  readonly newId: () => string
  readonly tell: (news: News) => void
  /** The process stopped and the file could not be opened again. */
  readonly onLost: () => void
  /** What is remembered of a workbook that is being closed, as it stands at the end. */
  readonly onClosing: (workbook: AboutWorkbook) => Promise<void>
}

/** The calls that an open workbook answers; a workbook that is open answers `workbook.open` with how it stands now. */
export type SessionCall = Exclude<WorkbookCallName, 'workbook.create' | 'workbook.close'>

/** One open workbook in a process of its own, which is started again when it stops. */
export type WorkbookSession = {
  /** The session id that the window has; it stays the same when the process is started again. */
  readonly id: string
  readonly path: string
  readonly ask: <C extends SessionCall>(call: C, args: WorkbookCallArgs<C>) => Promise<Answer<WorkbookCallValue<C>>>
  readonly about: () => Promise<Answer<AboutWorkbook>>
  readonly read: () => Promise<Answer<OpenWorkbook>>
  /** Puts a backup in place of the file; it stays open, under the same session. */
  readonly restore: (backupId: string) => Promise<Answer<OpenWorkbook>>
  /** Has the workbook remembered, closes the file and ends the process, however long the file takes. */
  readonly close: () => Promise<void>
}

type State = {
  readonly id: string
  readonly path: string
  readonly parts: SessionParts
  readonly reopener: Reopener
  running: Running
  /** The last time that the process was started again, if ever. */
  recovery: Promise<Recovery> | null
  /** False while the process is being started again, and for good where that failed. */
  isRunning: boolean
  isClosing: boolean
}

const acts: ReadonlySet<string> = new Set<WorkbookCallName>(['workbook.commit', 'workbook.undo', 'workbook.redo'])

function labelOf(call: WorkbookCallName, args: unknown): string {
  if (call === 'workbook.undo') return 'Undo'
  if (call === 'workbook.redo') return 'Redo'
  const label: unknown = typeof args === 'object' && args !== null ? Reflect.get(args, 'label') : undefined
  return typeof label === 'string' ? label : 'The last change'
}

async function recover(state: State): Promise<Recovery> {
  const recovery = await state.reopener.reopen()
  if (state.isClosing) return recovery
  if ('failure' in recovery) {
    state.parts.onLost()
    const { message } = recovery.failure
    state.parts.tell({ kind: 'interrupted', sessionId: state.id, isBack: false, message, workbook: null })
    return recovery
  }
  state.running = recovery.running
  state.isRunning = true
  const workbook = { ...recovery.running.workbook, sessionId: state.id }
  state.parts.tell({ kind: 'interrupted', sessionId: state.id, isBack: true, message: isBackMessage, workbook })
  watch(state, recovery.running.client)
  return recovery
}

const watch = (state: State, client: ProcessClient): void =>
  client.onGone(() => {
    if (state.isClosing) return
    state.isRunning = false
    state.recovery = recover(state)
  })

/** What is said about a call that was under way when the process stopped, once it is known how that ended. */
async function afterBreakdown(state: State, label: string, commitId: string | null): Promise<Answer<never>> {
  const recovery = await state.recovery
  if (!recovery || state.isClosing) return notOpen()
  if ('failure' in recovery) return { ok: false, error: recovery.failure }
  return commitId === null ? stoppedDuringCall() : stoppedDuringAct(label, recovery.committed.has(commitId))
}

async function ask<C extends SessionCall>(
  state: State,
  call: C,
  args: WorkbookCallArgs<C>,
): Promise<Answer<WorkbookCallValue<C>>> {
  if (!state.isRunning) await state.recovery
  if (!state.isRunning || state.isClosing) return notOpen()
  const { client, workbook } = state.running
  // under an id of its own an act can be recognised in the file, whatever becomes of its answer
  const act = acts.has(call) ? { commitId: state.parts.newId() } : {}
  const answer = await askProcess(client, call, { ...args, sessionId: workbook.sessionId, ...act })
  return answer === 'gone' ? afterBreakdown(state, labelOf(call, args), act.commitId ?? null) : answer
}

const underOwnId = <T extends AboutWorkbook>(state: State, answer: Answer<T>): Answer<T> =>
  answer.ok ? { ok: true, value: { ...answer.value, sessionId: state.id } } : answer

async function lookLast(state: State): Promise<void> {
  const { client, workbook } = state.running
  const look = askProcess(client, 'workbook.about', { sessionId: workbook.sessionId })
  const last = await within(lastLookMilliseconds, look)
  if (last && last !== 'gone' && last.ok) await state.parts.onClosing({ ...last.value, sessionId: state.id })
}

async function close(state: State): Promise<void> {
  // first of all: a process that stops from now on is not started again
  state.isClosing = true
  const { client, workbook } = state.running
  await lookLast(state).catch((error: unknown) => console.error('A workbook was not remembered:', error))
  await within(closeMilliseconds, client.ask('workbook.close', { sessionId: workbook.sessionId }))
  await Promise.all([client.stop(), state.reopener.stop()])
}

/** Keeps an opened workbook going: asks its process, and brings it back when it stops. */
export function keepSession(running: Running, parts: SessionParts): WorkbookSession {
  const { sessionId: id, path } = running.workbook
  const reopener = reopenerOf(path, parts.fork, parts.now)
  const state: State = { id, path, parts, reopener, running, recovery: null, isRunning: true, isClosing: false }
  watch(state, running.client)
  return {
    id,
    path,
    ask: (call, args) => ask(state, call, args),
    about: async () => underOwnId(state, await ask(state, 'workbook.about', { sessionId: id })),
    read: async () => underOwnId(state, await ask(state, 'workbook.open', { path })),
    restore: async (backupId) => underOwnId(state, await ask(state, 'backup.restore', { path, backupId })),
    close: () => close(state),
  }
}
