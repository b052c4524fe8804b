import type { Answer } from '@shared/contract/error'
import type { Scenario } from '@shared/contract/workbook'
import type { Change } from '@shared/plan/change'
import { extendScenario, layOver } from '@shared/plan/lay-over'
import { ok } from '@shared/plan/result'
import { call } from './bridge'
import { commitAndSay, sayFailure, type CommitOutcome } from './commits'
import { say } from './interface'
import { ofOpen } from './session'
import { mirrorOf, putMirror, shownScenario, showTarget, useWorkbook } from './workbook'

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

/**
 * Keeps changes of the shown plan as a scenario and says so: where a scenario is shown, together with what that one
 * changes, which itself stays as it is.
 */
export async function keepAsScenario(name: string, question: string | null, changes: readonly Change[]): Promise<void> {
  const state = useWorkbook.getState()
  const base = shownScenario(state)
  const whole = base ? extendScenario(state.currentPlan, base.changes, changes) : ok(changes)
  if (!whole.ok) return say('This no longer fits the plan. Look at it once more, then keep it.', { tone: 'problem' })
  const answer = await createScenario(name, question, whole.value)
  if (answer.ok)
    say(`“${name}” is kept as a scenario. Choose it in the top bar to see, edit or adopt it.`, { tone: 'done' })
}

/** Keeps a scenario once more, to be changed apart from the first. */
export async function copyScenario({ name, question, changes }: Scenario): Promise<void> {
  const copy = `${name.slice(0, 114)}, copy`
  const answer = await createScenario(copy, question, changes)
  if (answer.ok) say(`“${copy}” is kept. “${name}” stays as it is.`, { tone: 'done' })
}

/** Brings a scenario that was removed back as it was, without what Undo knew of it. */
async function keepAgain({ name, question, changes, archivedAt }: Scenario): Promise<void> {
  const answer = await createScenario(name, question, changes)
  if (answer.ok && archivedAt !== null) await archiveScenario(answer.value.id, true)
}

/** Removes a scenario, with the offer to take that back; the current plan is shown where it was the one on screen. */
export async function removeScenario(scenarioId: string): Promise<void> {
  const scenario = useWorkbook.getState().scenarios.find(({ id }) => id === scenarioId)
  const answer = await ofOpen((sessionId) => call('scenario.remove', { sessionId, scenarioId }))
  if (!answer) return
  if (!answer.ok) return sayFailure(answer.error)
  putScenarios((scenarios) => scenarios.filter(({ id }) => id !== scenarioId))
  if (scenario) say(`“${scenario.name}” is removed.`, { tone: 'done', takeBack: () => void keepAgain(scenario) })
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
