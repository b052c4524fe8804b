import type { Ledger } from '../money/ledger'
import { rowsOf, type Plan } from '../plan/plan'
import type { Row } from '../plan/tables'
import { criterionOf, type CriterionAnswer } from './gate-criterion'
import { gateScope, type GateScope } from './gate-scope'
import { readinessOf } from './readiness'
import type { DistrictRun } from './run'

/** A gate with what it asks, and how each of that stands today. */
export type GateAnswer = {
  readonly gate: Row<'gate'>
  readonly scope: GateScope
  readonly criteria: readonly CriterionAnswer[]
  /** All that can be computed is met and people have judged the rest met; false where nothing is asked. */
  readonly isReady: boolean
}

/**
 * Every gate of a plan against its forecast, in the planner's order. `runs` empty: the plan cannot be forecast yet, and what
 * needs the forecast is not known.
 */
export function gateAnswers(plan: Plan, runs: readonly DistrictRun[], ledger: Ledger): GateAnswer[] {
  const readiness = readinessOf(plan, ledger)
  const all = rowsOf(plan, 'gateCriterion')
  return rowsOf(plan, 'gate').map((gate) => {
    const scope = gateScope(plan, gate.id)
    const question = { plan, runs, ledger, readiness, scope }
    const criteria = all.filter(({ gateId }) => gateId === gate.id).map((row) => criterionOf(row, question))
    return { gate, scope, criteria, isReady: criteria.length > 0 && criteria.every(({ state }) => state === 'met') }
  })
}

export type { CriterionAnswer, CriterionState } from './gate-criterion'
