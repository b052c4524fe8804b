import { simulate } from '../model/simulate'
import { districtSeries, type Measure, type Trajectory } from '../model/trajectory'
import { ledgerOf, type Ledger } from '../money/ledger'
import { monthsBetween } from '../plan/month'
import type { Plan } from '../plan/plan'
import { ok, type Result } from '../plan/result'
import { compileForecast, type Compiled, type Missing } from './compile'
import { forecastOf, type Forecast } from './forecast'
import { planAsRun, plannedMoves, reorganisedFrom, type PlannedMove } from './reorganisation'

/** One district: what went in, what came out, and what it means. */
export type DistrictRun = {
  readonly compiled: Compiled
  readonly trajectory: Trajectory
  readonly forecast: Forecast
}

/** Compiles and runs every district of a plan, one after the other; what waits for the at-scale test waits for it. */
export function runPlan(plan: Plan): Result<{ runs: DistrictRun[]; ledger: Ledger }, Missing[]> {
  const compiled = compileForecast(plan)
  if (!compiled.ok) return compiled
  const runs = compiled.value.map((planned) => {
    const first = simulate(planned.input)
    const moved = reorganisedFrom(plan, planned, first)
    const trajectory = moved ? simulate(moved.input) : first
    const district = moved ?? planned
    return { compiled: district, trajectory, forecast: forecastOf(plan, district, trajectory) }
  })
  return ok({ runs, ledger: ledgerAsRun(plan, compiledOf(runs)) })
}

const compiledOf = (runs: readonly DistrictRun[]): Compiled[] => runs.map(({ compiled }) => compiled)

/** Every cost of a plan, with the reorganization that the runs of its districts have made. */
export const ledgerAsRun = (plan: Plan, compiled: readonly Compiled[]): Ledger => ledgerOf(planAsRun(plan, compiled))

/** When the moves of a plan's reorganization are made on its forecast. */
export const movesOf = (plan: Plan, runs: readonly DistrictRun[]): PlannedMove[] =>
  plannedMoves(
    plan,
    compiledOf(runs),
    runs.map(({ forecast: { start, atScaleMonth } }) =>
      atScaleMonth === null ? null : monthsBetween(start, atScaleMonth),
    ),
  )

/** A measure over all months for all districts together, averaged by headcount. */
export function planSeries(runs: readonly DistrictRun[], measure: Measure): Float64Array {
  const people = runs.reduce((sum, { forecast }) => sum + forecast.headcount, 0)
  const months = runs[0]?.trajectory.horizonMonths ?? 0
  const mean = new Float64Array(months)
  for (const { trajectory, forecast } of runs) {
    const part = people > 0 ? forecast.headcount / people : 0
    districtSeries(trajectory, measure).forEach((value, month) => (mean[month] = (mean[month] ?? 0) + part * value))
  }
  return mean
}
