import { compileForecast, type Compiled, type Missing } from '@shared/forecast/compile'
import { forecastOf, type Forecast } from '@shared/forecast/forecast'
import { reorganisedFrom } from '@shared/forecast/reorganisation'
import { ledgerAsRun } from '@shared/forecast/run'
import type { Trajectory } from '@shared/model/trajectory'
import type { Ledger } from '@shared/money/ledger'
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

/** The districts as they run, and their runs: first as planned, then those again that reach scale and reorganize. */
async function runsOf(plan: Plan, planned: readonly Compiled[]): Promise<[Compiled, Trajectory][]> {
  const first = await simulateAll(planned.map(({ input }) => input))
  const runs = planned.flatMap((compiled, i): [Compiled, Trajectory, Compiled | null][] => {
    const trajectory = first[i]
    return trajectory ? [[compiled, trajectory, reorganisedFrom(plan, compiled, trajectory)]] : []
  })
  const moved = runs.flatMap(([, , reorganised]) => reorganised ?? [])
  const again = moved.length === 0 ? [] : await simulateAll(moved.map(({ input }) => input))
  return runs.map(([compiled, trajectory, reorganised]) => {
    const anew = reorganised && again[moved.indexOf(reorganised)]
    return reorganised && anew ? [reorganised, anew] : [compiled, trajectory]
  })
}

async function answerFor(plan: Plan): Promise<PlanAnswer> {
  const planned = compileForecast(plan)
  if (!planned.ok) return planned
  const runs = await runsOf(plan, planned.value)
  const compiled = runs.map(([district]) => district)
  return ok({
    plan,
    compiled,
    trajectories: runs.map(([, trajectory]) => trajectory),
    forecasts: runs.map(([district, trajectory]) => forecastOf(plan, district, trajectory)),
    ledger: ledgerAsRun(plan, compiled),
  })
}

/** Forecasts a plan: compiled here, simulated in the worker. What is missing where the plan cannot be forecast yet. */
export async function forecastPlan(plan: Plan): Promise<PlanAnswer> {
  const before = known.get(plan)
  if (before) return before
  const answer = await answerFor(plan)
  known.set(plan, answer)
  return answer
}
