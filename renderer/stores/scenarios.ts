import type { Answer } from '@shared/contract/error'
import type { Scenario } from '@shared/contract/workbook'
import type { Change } from '@shared/plan/change'
import { layOver } from '@shared/plan/lay-over'
import { call } from './bridge'
import { commitAndSay, sayFailure, type CommitOutcome } from './commits'
import { say } from './interface'
import { ofOpen } from './session'
import { mirrorOf, putMirror, showTarget, useWorkbook } from './workbook'

const notOpen = {
  ok: false,
  error: { code: 'not-open', message: 'No workbook is open, so there is no plan to try this on.' },
} as const

const leftBehind = {
  ok: false,
  error: { code: 'cancelled', message: 'The workbook was closed meanwhile, so this is not shown here.' },
} as const

function putScenarios(change: (scenarios: readonly Scenario[]) => readonly Scenario[]): void {
  const mirror = mirrorOf(useWorkbook.getState())
  putMirror({ ...mirror, scenarios: change(mirror.scenarios) })
}

/** Keeps changes over the current plan as a scenario of their own; it is not shown by that. */
export async function createScenario(
  name: string,
  question: string | null,
  changes: readonly Change[],
): Promise<Answer<Scenario>> {
  if (!useWorkbook.getState().file) return notOpen
  const answer = await ofOpen((sessionId) =>
    call('scenario.create', { sessionId, name, question, changes: [...changes] }),
  )
  if (!answer) return leftBehind
  if (answer.ok) putScenarios((scenarios) => [...scenarios, answer.value])
  else sayFailure(answer.error)
  return answer
}

/** Gives a scenario another name and question. */
export async function renameScenario(scenarioId: string, name: string, question: string | null): Promise<void> {
  const answer = await ofOpen((sessionId) => call('scenario.rename', { sessionId, scenarioId, name, question }))
  if (!answer) return
  if (answer.ok) putScenarios((scenarios) => scenarios.map((s) => (s.id === scenarioId ? answer.value : s)))
  else sayFailure(answer.error)
}

/** The scenarios that are offered for showing and comparing: all that are not put away. */
export const offeredScenarios = (scenarios: readonly Scenario[]): Scenario[] =>
  scenarios.filter(({ archivedAt }) => archivedAt === null)

/** Puts a scenario away or brings it back; the current plan is shown where it was the one on screen. */
export async function archiveScenario(scenarioId: string, isArchived: boolean): Promise<void> {
  const answer = await ofOpen((sessionId) => call('scenario.archive', { sessionId, scenarioId, isArchived }))
  if (!answer) return
  if (!answer.ok) return sayFailure(answer.error)
  const { target } = useWorkbook.getState()
  if (isArchived && target !== 'plan' && target.scenarioId === scenarioId) showTarget('plan')
  putScenarios((scenarios) => scenarios.map((s) => (s.id === scenarioId ? answer.value : s)))
}

/** Removes a scenario; the current plan is shown where it was the one on screen. */
export async function removeScenario(scenarioId: string): Promise<void> {
  const answer = await ofOpen((sessionId) => call('scenario.remove', { sessionId, scenarioId }))
  if (!answer) return
  if (!answer.ok) return sayFailure(answer.error)
  putScenarios((scenarios) => scenarios.filter(({ id }) => id !== scenarioId))
}

/** Makes what a scenario changes part of the current plan, as one act that Undo takes back, and shows the plan. */
export async function adoptScenario(scenarioId: string): Promise<CommitOutcome> {
  const scenario = useWorkbook.getState().scenarios.find(({ id }) => id === scenarioId)
  if (!scenario) return notOpen
  showTarget('plan')
  const outcome = await commitAndSay(
    `Take over “${scenario.name}” into the current plan`,
    'adopt',
    (plan) => layOver(plan, scenario.changes).applied,
    { hasUndo: true },
  )
  if (outcome.ok && !outcome.value) say(`The current plan already is as “${scenario.name}” says.`)
  return outcome
}
