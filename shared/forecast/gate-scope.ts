import { unitSeries, type Measure } from '../model/trajectory'
import { rowsOf, type Plan } from '../plan/plan'
import type { Row } from '../plan/tables'
import { planSeries, type DistrictRun } from './run'

/** Whose evidence a gate looks at. */
export type GateScope = {
  /** The waves that wait for it, in the planner's order. */
  readonly opens: readonly Row<'wave'>[]
  /** The month in which the first of them starts, `YYYY-MM`; null: none, or not decided. */
  readonly opensMonth: string | null
  /** The schools that have begun before; null: all schools. */
  readonly unitIds: ReadonlySet<string> | null
  /** "the schools of Pilot", "all schools of the rollout". */
  readonly words: string
}

/**
 * A gate that opens waves is judged by the schools of the waves that start before them; a gate that opens none, such as the
 * one to "at scale", by all schools.
 */
export function gateScope(plan: Plan, gateId: string): GateScope {
  const waves = rowsOf(plan, 'wave')
  const opens = waves.filter((wave) => wave.gateId === gateId)
  const opensMonth = opens.flatMap(({ startMonth }) => startMonth ?? []).toSorted()[0] ?? null
  const before =
    opensMonth === null ? [] : waves.filter(({ startMonth }) => startMonth !== null && startMonth < opensMonth)
  if (before.length === 0) return { opens, opensMonth, unitIds: null, words: 'all schools of the rollout' }
  const ids = new Set(before.map(({ id }) => id))
  const unitIds = rowsOf(plan, 'unit').flatMap(({ id, waveId }) => (waveId !== null && ids.has(waveId) ? [id] : []))
  return {
    opens,
    opensMonth,
    unitIds: new Set(unitIds),
    words: `the schools of ${before.map(({ name }) => name).join(', ')}`,
  }
}

/** A measure over the months of the forecast for the schools of a scope, averaged by headcount. */
export function scopeSeries(runs: readonly DistrictRun[], { unitIds }: GateScope, measure: Measure): Float64Array {
  if (unitIds === null) return planSeries(runs, measure)
  const mean = new Float64Array(runs[0]?.trajectory.horizonMonths ?? 0)
  const parts = runs.flatMap(({ trajectory, forecast }) =>
    forecast.units
      .filter(({ unitId, headcount }) => unitIds.has(unitId) && headcount > 0)
      .map(({ unitId, headcount }) => ({ headcount, series: unitSeries(trajectory, unitId, measure) })),
  )
  const people = parts.reduce((sum, { headcount }) => sum + headcount, 0)
  for (const { headcount, series } of parts)
    series.forEach((value, month) => (mean[month] = (mean[month] ?? 0) + (value * headcount) / people))
  return mean
}
