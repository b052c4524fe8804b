import type { Snapshot } from '@shared/contract/workbook'
import { diff } from '@shared/plan/algebra'
import type { Target } from '@shared/plan/change'
import type { Plan } from '@shared/plan/plan'
import { planFromText } from '@shared/plan/plan-text'
import { create } from 'zustand'
import { call } from './bridge'
import { commitAndSay, sayFailure, type CommitOutcome } from './commits'
import { say } from './interface'
import { ofOpen } from './session'
import { showTarget, useWorkbook } from './workbook'

type RecordState = {
  /** Saved versions of the open workbook, the latest first; null until they are read. */
  readonly versions: readonly Snapshot[] | null
  readonly sessionId: string | null
}

export const useRecords = create<RecordState>()(() => ({ versions: null, sessionId: null }))

/** Reads the saved versions of a session, once for each time that a workbook is opened; null: none is open. */
export async function loadVersions(sessionId = useWorkbook.getState().file?.sessionId ?? null): Promise<void> {
  if (sessionId === useRecords.getState().sessionId) return
  useRecords.setState({ versions: null, sessionId })
  if (sessionId === null) return
  const answer = await call('snapshot.list', { sessionId })
  if (useRecords.getState().sessionId !== sessionId) return
  useRecords.setState({ versions: answer.ok ? answer.value : [] })
  if (!answer.ok) sayFailure(answer.error)
}

/** Keeps the current plan as it is now under a name; answers whether it was kept. */
export async function saveVersion(name: string): Promise<boolean> {
  const answer = await ofOpen((sessionId) => call('snapshot.create', { sessionId, name }))
  if (!answer) return false
  if (!answer.ok) {
    sayFailure(answer.error)
    return false
  }
  const { versions } = useRecords.getState()
  if (versions) useRecords.setState({ versions: [answer.value, ...versions] })
  say(`The current plan was kept as the version “${name}”.`, { tone: 'done' })
  return true
}

/** The plan as a version holds it; null where it cannot be read, which is said. */
export async function readVersion(snapshotId: string): Promise<Plan | null> {
  const answer = await ofOpen((sessionId) => call('snapshot.read', { sessionId, snapshotId }))
  if (!answer) return null
  if (answer.ok) return planFromText(answer.value.plan)
  sayFailure(answer.error)
  return null
}

export async function removeVersion({ id, name }: Snapshot): Promise<void> {
  const answer = await ofOpen((sessionId) => call('snapshot.remove', { sessionId, snapshotId: id }))
  if (!answer) return
  if (!answer.ok) return sayFailure(answer.error)
  useRecords.setState((state) => ({ versions: (state.versions ?? []).filter((version) => version.id !== id) }))
  say(`The version “${name}” was deleted. The plan is as it was.`, { tone: 'done' })
}

/** Makes a target as `plan` is, in one act that Undo takes back, and shows it. */
async function becomeAs(target: Target, plan: Plan, label: string): Promise<CommitOutcome> {
  showTarget(target)
  const outcome = await commitAndSay(label, 'restore', (now) => diff(now, plan), { hasUndo: true })
  if (outcome.ok && !outcome.value) say('The plan already is as it was then. Nothing was changed.')
  return outcome
}

/** Makes the current plan as a version holds it. */
export const restoreVersion = (plan: Plan, name: string): Promise<CommitOutcome> =>
  becomeAs('plan', plan, `Restore the version “${name}”`)

/** Makes the plan or a scenario as it was after a commit, in one act of its own. */
export async function goBackTo(target: Target, sequence: number, label: string): Promise<void> {
  const answer = await ofOpen((sessionId) => call('workbook.planAt', { sessionId, target, sequence }))
  if (!answer) return
  if (answer.ok) await becomeAs(target, planFromText(answer.value), `Back to “${label}”`.slice(0, 400))
  else sayFailure(answer.error)
}
