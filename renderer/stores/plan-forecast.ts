import { compileForecast, type Compiled, type Missing } from '@shared/forecast/compile'
import { forecastOf, type Forecast } from '@shared/forecast/forecast'
import type { Trajectory } from '@shared/model/trajectory'
import { ledgerOf, type Ledger } from '@shared/money/ledger'
import type { Plan } from '@shared/plan/plan'
import { ok, type Result } from '@shared/plan/result'
import { simulateAll } from './model'

/** What follows from a plan: one entry of `compiled`, `trajectories` and `forecasts` for each district with staff, in one order. */
export type PlanForecast = {
  readonly plan: Plan
  readonly compiled: readonly Compiled[]
  readonly trajectories: readonly Trajectory[]
  readonly forecasts: readonly Forecast[]
  readonly ledger: Ledger
}

export type PlanAnswer = Result<PlanForecast, readonly Missing[]>

// A plan is a value: the same object has the same forecast. Undo, scenario and back again cost nothing twice.
const known = new WeakMap<Plan, PlanAnswer>()

async function answerFor(plan: Plan): Promise<PlanAnswer> {
  const compiled = compileForecast(plan)
  if (!compiled.ok) return compiled
  const trajectories = await simulateAll(compiled.value.map(({ input }) => input))
  const forecasts = compiled.value.flatMap((district, i) => {
    const trajectory = trajectories[i]
    return trajectory ? [forecastOf(plan, district, trajectory)] : []
  })
  return ok({ plan, compiled: compiled.value, trajectories, forecasts, ledger: ledgerOf(plan) })
}

/** Forecasts a plan: compiled here, simulated in the worker. What is missing where the plan cannot be forecast yet. */
export async function forecastPlan(plan: Plan): Promise<PlanAnswer> {
  const before = known.get(plan)
  if (before) return before
  const answer = await answerFor(plan)
  known.set(plan, answer)
  return answer
}
