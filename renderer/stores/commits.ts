import type { Answer, ErrorCode, Failure } from '@shared/contract/error'
import type { Committed } from '@shared/contract/workbook'
import type { Change } from '@shared/plan/change'
import type { Plan } from '@shared/plan/plan'
import { makeActQueue } from './act-queue'
import { call } from './bridge'
import { closedBefore, leftBehind, refusal, refusedAgain } from './commit-sentences'
import { say } from './interface'
import { mirrorOfOpen, shown, withCommitted } from './mirror'
import { isOpenNow, ofOpen } from './session'
import { fileOf, mirrorOf, putMirror, undoState, useWorkbook } from './workbook'

/** Changes, or how to make them from the plan as it is when their turn comes. */
export type Proposal = readonly Change[] | ((plan: Plan) => readonly Change[])

/** What came of a commit; a null value means that nothing had to be changed. */
export type CommitOutcome = Answer<Committed | null>

const { getState, setState } = useWorkbook

/** Failures of the file, not of what was asked: trying the same again later makes sense. */
const isOfFile: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'disk-full',
  'file-unreachable',
  'file-read-only',
  'file-locked',
  'write-failed',
  'workbook-process-stopped',
])

/** An act whose answer came before the news of the interruption: its label and what was in the file before. */
export type OpenAct = { readonly label: string; readonly sequence: number }
let openAct: OpenAct | null = null
let interruptions = 0
let heldBy: ErrorCode | null = null

// Acts wait for each other: the changes of the second are made on the plan that the first left behind, so that quick
// edits of one row never meet as a conflict.
const queue = makeActQueue<Committed | null>((outcome) => {
  if (outcome.ok || !isOfFile.has(outcome.error.code)) {
    // an act that was tried again and had nothing to change, or was refused as such, leaves nothing to save
    if (getState().saved.kind === 'saving') setState({ saved: { kind: 'saved', at: null } })
    return false
  }
  const { code, message } = outcome.error
  heldBy = code
  setState({ saved: { kind: 'failed', code, message } })
  return true
})

/** Takes a commit into the mirror, once, whether its answer or its news came first. */
export function takeCommitted(committed: Committed): void {
  const state = getState()
  if (committed.sequence <= state.sequence) return
  const mirror = committed.sequence === state.sequence + 1 ? withCommitted(mirrorOf(state), committed) : null
  if (mirror) putMirror(mirror)
  else void readAnew()
}

/** The mirror does not fit what the file says: takes the whole file anew. */
async function readAnew(): Promise<void> {
  const { file } = getState()
  if (!file) return
  const answer = await ofOpen(() => call('workbook.open', { path: file.path }))
  if (!answer) return
  if (answer.ok && answer.value?.sessionId === file.sessionId)
    return putMirror(mirrorOfOpen(answer.value), { file: fileOf(answer.value) })
  const why = answer.ok ? '' : ` ${answer.error.message}`
  const text = `What you see is not all that is in the file, and the file could not be read anew.${why} What was saved is safe in it; open it again before you go on.`
  setState({ banner: { tone: 'problem', text, canReopen: true } })
}

/** Adds to what the window says of an interruption what became of the edit that was under way. */
export function tellOfAct(label: string, isIn: boolean): void {
  const words = isIn
    ? ` Your last edit (“${label}”) is in.`
    : ` Your last edit (“${label}”) did not get in: please make it again.`
  const { banner } = getState()
  if (banner) setState({ banner: { ...banner, text: banner.text + words } })
}

async function send(label: string, ask: (sessionId: string) => Promise<Answer<Committed>>): Promise<CommitOutcome> {
  const { file, saved, sequence } = getState()
  // what was asked while edits were taken goes in, though another workbook is being opened by now
  const why = refusal({ file, isOpening: false })
  if (!file || why) return { ok: false, error: why ?? closedBefore }
  const before = interruptions
  setState({ saved: { kind: 'saving' } })
  const answer = await ask(file.sessionId)
  if (!isOpenNow(file.sessionId)) return { ok: false, error: leftBehind(answer.ok) }
  if (interruptions > before) tellOfAct(label, answer.ok || getState().sequence > sequence)
  if (answer.ok) {
    takeCommitted(answer.value)
    setState({ saved: { kind: 'saved', at: answer.value.changeSet.at } })
    return answer
  }
  if (answer.error.code === 'workbook-process-stopped') {
    // where the file is back already, the news of it has said what became of this act
    if (interruptions > before) return { ok: false, error: { ...answer.error, code: 'cancelled' } }
    openAct = { label, sequence }
  } else setState({ saved })
  return answer
}

/**
 * The one door for edits: commits changes to the plan or scenario that was shown when it was asked. Acts are carried
 * out one after the other; the answer comes when the file holds it, and only then the window shows it.
 */
export function commit(label: string, code: string, proposal: Proposal): Promise<CommitOutcome> {
  const { target, file } = getState()
  const why = refusal(getState())
  if (why) return Promise.resolve({ ok: false, error: why })
  return queue.add(async () => {
    const state = getState()
    if (state.file?.sessionId !== file?.sessionId) return { ok: false, error: closedBefore }
    const plan = shown(mirrorOf(state), target).plan
    const changes = typeof proposal === 'function' ? proposal(plan) : proposal
    if (changes.length === 0) return { ok: true, value: null }
    return send(label, (sessionId) =>
      call('workbook.commit', { sessionId, target, code, label, changes: [...changes] }),
    )
  }, sayAgain(label))
}

/** Who asked for an act has been told that the file refused it: what comes of trying again is said to everybody. */
const sayAgain =
  (label: string) =>
  (outcome: CommitOutcome): void => {
    if (outcome.ok || isOfFile.has(outcome.error.code) || outcome.error.code === 'cancelled') return
    say(refusedAgain(label, getState().file?.name ?? '', outcome.error), { tone: 'problem' })
  }

/** Takes back the last act on the plan that is shown, and says which. */
export const undo = (): Promise<CommitOutcome> => step('undo')
/** Makes the act again that was taken back last, and says which. */
export const redo = (): Promise<CommitOutcome> => step('redo')

/** Whether Undo or Redo would do something, or may once the edit that is on its way is in the file. */
export const canStep = (kind: 'undo' | 'redo'): boolean =>
  undoState(getState())[`${kind}Label`] !== null || getState().saved.kind === 'saving'

async function step(kind: 'undo' | 'redo'): Promise<CommitOutcome> {
  const { target } = getState()
  const label = kind === 'undo' ? 'Undo' : 'Redo'
  const why = refusal(getState())
  const take = async (): Promise<CommitOutcome> => {
    // known only now, when what was under way is in
    if (undoState({ ...getState(), target })[`${kind}Label`] === null) return { ok: true, value: null }
    return send(label, (sessionId) => call(`workbook.${kind}`, { sessionId, target }))
  }
  const outcome: CommitOutcome = why ? { ok: false, error: why } : await queue.add(take, sayAgain(label))
  if (outcome.ok && outcome.value) say(outcome.value.changeSet.label, { tone: 'done' })
  else if (!outcome.ok) sayFailure(outcome.error)
  return outcome
}

/** Says a failure where no field or cell can say it; that the file could not be written stands in the status bar. */
export function sayFailure({ code, message }: Failure): void {
  if (!isOfFile.has(code) && code !== 'cancelled') say(message, { tone: 'problem' })
}

/** Commits and says what came of it: a failure always, success with the offer to undo where asked. */
export async function commitAndSay(
  label: string,
  code: string,
  proposal: Proposal,
  { hasUndo = false }: { readonly hasUndo?: boolean } = {},
): Promise<CommitOutcome> {
  const outcome = await commit(label, code, proposal)
  if (!outcome.ok) sayFailure(outcome.error)
  else if (outcome.value && hasUndo) say(label, { tone: 'done', hasUndo: true })
  return outcome
}

/** Tries the act again that the file refused, then those that wait behind it. */
export function tryAgain(): void {
  heldBy = null
  setState({ saved: { kind: 'saving' } })
  queue.resume(true)
}

/** The workbook process stopped: answers which act nobody has been told of yet, if any. */
export function noteInterruption(): OpenAct | null {
  const act = openAct
  interruptions += 1
  openAct = null
  return act
}

/** The file is back and the mirror put in place: goes on with what waited behind the act that was under way. */
export function goOnAfterInterruption(): void {
  if (heldBy !== 'workbook-process-stopped') return
  heldBy = null
  queue.resume(false)
}

/** How many edits are not in the file and are not on their way to it: they wait behind others, or for the file. */
export const waitingEdits = (): number => queue.waiting()

/** Whether any edit is not in the file yet: on its way to it, behind others, or refused. */
export const hasEditsUnderWay = (): boolean => queue.isBusy() || queue.waiting() > 0

/** Comes when no edit is on its way to the file any more: all are in it, or they wait until it can be written. */
export const whenEditsAreStill = (): Promise<void> => queue.whenStill()

/** Lets go of everything that waits: another file was opened, or this one closed. */
export function dropWaiting(): void {
  heldBy = null
  openAct = null
  queue.drop({ ok: false, error: closedBefore })
}
