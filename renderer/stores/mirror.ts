import type { Committed, OpenWorkbook, Scenario, UndoState } from '@shared/contract/workbook'
import { applyChanges } from '@shared/plan/apply'
import type { Target } from '@shared/plan/change'
import { extendScenario, layOver, type LaidOver } from '@shared/plan/lay-over'
import type { Plan } from '@shared/plan/plan'
import { planFromText } from '@shared/plan/plan-text'

/** What the file holds, as far as the window was told. */
export type Mirror = {
  /** Sequence number of the last commit that is in it. */
  readonly sequence: number
  readonly currentPlan: Plan
  readonly planUndo: UndoState
  readonly scenarios: readonly Scenario[]
}

/** The mirror of a workbook as it was opened. */
export const mirrorOfOpen = (open: OpenWorkbook): Mirror => ({
  sequence: open.sequence,
  currentPlan: planFromText(open.plan),
  planUndo: open.undo,
  scenarios: open.scenarios,
})

/**
 * The mirror after a commit. Null where the commit does not fit: then the mirror is not what the file holds, and has to
 * be read anew.
 */
export function withCommitted(mirror: Mirror, committed: Committed): Mirror | null {
  const { sequence, target, changeSet, undo } = committed
  if (target === 'plan') {
    const applied = applyChanges(mirror.currentPlan, changeSet.changes)
    return applied.ok ? { ...mirror, sequence, currentPlan: applied.value, planUndo: undo } : null
  }
  const scenario = mirror.scenarios.find(({ id }) => id === target.scenarioId)
  if (!scenario) return null
  const extended = extendScenario(mirror.currentPlan, scenario.changes, changeSet.changes)
  if (!extended.ok) return null
  const changed = { ...scenario, changes: extended.value, undo }
  return { ...mirror, sequence, scenarios: mirror.scenarios.map((s) => (s.id === changed.id ? changed : s)) }
}

/** What the window shows of a mirror: the current plan as it is, or a scenario laid over it. */
export function shown(mirror: Mirror, target: Target): { plan: Plan; laidOver: LaidOver | null } {
  const scenario = target === 'plan' ? undefined : mirror.scenarios.find(({ id }) => id === target.scenarioId)
  if (!scenario) return { plan: mirror.currentPlan, laidOver: null }
  const laidOver = layOver(mirror.currentPlan, scenario.changes)
  return { plan: laidOver.plan, laidOver }
}
