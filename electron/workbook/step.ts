import { invert, normalise } from '@shared/plan/algebra'
import { applyChanges, type Conflict } from '@shared/plan/apply'
import type { Change, Target } from '@shared/plan/change'
import { extendScenario } from '@shared/plan/lay-over'
import type { Plan } from '@shared/plan/plan'
import { touch, type Touched } from '@shared/plan/touched'
import { validateTouched } from '@shared/plan/validate'
import { WorkbookFailure } from './failure'
import type { LogEntry } from './log-store'
import { inFileForm } from './plan-store'
import { afterSteps, inverseSteps, stepsBetween, type EntryStep } from './scenario-step'
import { planOf, scenarioIn, withScenario, type State } from './state'

/** What a commit will write, and the state once it is written. */
export type Step = {
  readonly target: Target
  /** In normal form. */
  readonly changes: readonly Change[]
  /** What becomes of the scenario's entries; null where the plan itself is changed. */
  readonly entries: readonly EntryStep[] | null
  readonly after: Pick<State, 'plan' | 'scenarios'>
}

const mostTold = 200

function conflicting(conflicts: readonly Conflict[]): WorkbookFailure {
  const [first] = conflicts
  const more = conflicts.length > 1 ? ` (and ${conflicts.length - 1} more)` : ''
  return new WorkbookFailure(
    'changes-conflict',
    `${first?.message ?? ''}${more} Nothing of this step was saved; everything before it is safe. Look at how it stands now and do it again.`,
    { conflicts: conflicts.slice(0, mostTold) },
  )
}

function applied(plan: Plan, changes: readonly Change[]): Plan {
  const result = applyChanges(plan, changes)
  if (!result.ok) throw conflicting(result.error)
  return result.value
}

function refuseInvalid(plan: Plan, changes: readonly Change[], rows: Touched): void {
  const problems = validateTouched(plan, changes, rows)
  const [first] = problems
  if (!first) return
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
  throw new WorkbookFailure(
    'changes-invalid',
    `${first.message}${more} Nothing of this step was saved; everything before it is safe.`,
    { problems: problems.slice(0, mostTold) },
  )
}

const onScenario = (
  state: State,
  scenarioId: string,
  changes: readonly Change[],
  entries: readonly EntryStep[],
): Step => {
  const scenario = scenarioIn(state, scenarioId)
  const scenarios = withScenario(state, { ...scenario, changes: afterSteps(scenario.changes, entries) })
  return { target: { scenarioId }, changes, entries, after: { plan: state.plan, scenarios } }
}

function extended(state: State, scenarioId: string, changes: readonly Change[]): Step {
  const before = scenarioIn(state, scenarioId).changes
  const after = extendScenario(state.plan, before, changes)
  if (!after.ok) throw conflicting(after.error)
  return onScenario(state, scenarioId, changes, stepsBetween(before, after.value, changes))
}

/** The step that commits changes. Throws where they do not fit what the target shows now, or break a rule of the plan. */
export function stepOf(state: State, target: Target, proposed: readonly Change[]): Step {
  const now = planOf(state, target)
  const { rows, conflicts } = touch(now, proposed)
  if (conflicts.length > 0) throw conflicting(conflicts)
  refuseInvalid(now, proposed, rows)
  const changes = normalise(inFileForm(proposed))
  if (target !== 'plan') return extended(state, target.scenarioId, changes)
  return { target, changes, entries: null, after: { plan: applied(now, changes), scenarios: state.scenarios } }
}

/**
 * The step that takes a commit back (`undo`) or makes it again (`redo`). On a scenario it sets the scenario's own
 * entries, so it fits whatever became of the plan since.
 */
export function stepBack(state: State, { target, changeSet, entries }: LogEntry, direction: 'undo' | 'redo'): Step {
  const isUndo = direction === 'undo'
  const changes = inFileForm(isUndo ? invert(changeSet.changes) : changeSet.changes)
  if (target === 'plan')
    return { target, changes, entries: null, after: { plan: applied(state.plan, changes), scenarios: state.scenarios } }
  return onScenario(state, target.scenarioId, changes, isUndo ? inverseSteps(entries ?? []) : (entries ?? []))
}
