import type Database from 'better-sqlite3'
import type { Target } from '@shared/plan/change'
import { layOver } from '@shared/plan/lay-over'
import type { Plan } from '@shared/plan/plan'
import { WorkbookFailure } from './failure'
import { logStore, type LogStore } from './log-store'
import { planStore, type PlanStore } from './plan-store'
import { scenarioStore, type ScenarioStore, type StoredScenario } from './scenario-store'

/** What a workbook holds, as values; replaced as a whole, and only once the file holds it too. */
export type State = {
  readonly plan: Plan
  readonly scenarios: readonly StoredScenario[]
  readonly sequence: number
}

export type Stores = {
  readonly db: Database.Database
  readonly plan: PlanStore
  readonly scenarios: ScenarioStore
  readonly log: LogStore
}

export const storesOf = (db: Database.Database): Stores => ({
  db,
  plan: planStore(db),
  scenarios: scenarioStore(db),
  log: logStore(db),
})

/** Everything that the file holds, read in one go. */
export const readState = (stores: Stores): State =>
  stores.db.transaction(() => ({
    plan: stores.plan.read(),
    scenarios: stores.scenarios.read(),
    sequence: stores.log.last(),
  }))()

const noScenario = (): WorkbookFailure =>
  new WorkbookFailure(
    'scenario-not-found',
    'This scenario is not in the workbook any more: it was removed. Nothing was changed. Choose another scenario or the current plan.',
  )

/** A scenario by its id. Throws where there is none. */
export function scenarioIn(state: State, id: string): StoredScenario {
  const found = state.scenarios.find((scenario) => scenario.id === id)
  if (!found) throw noScenario()
  return found
}

/** What a target shows: the plan itself, or the plan with a scenario laid over it. */
export const planOf = (state: State, target: Target): Plan =>
  target === 'plan' ? state.plan : layOver(state.plan, scenarioIn(state, target.scenarioId).changes).plan

/** The state with one scenario replaced. */
export const withScenario = (state: State, scenario: StoredScenario): StoredScenario[] =>
  state.scenarios.map((one) => (one.id === scenario.id ? scenario : one))
