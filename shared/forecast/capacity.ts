import { groupBy } from '../money/grouping'
import { monthOfDay } from '../plan/month'
import type { Row } from '../plan/tables'
import { formatValue } from '../plan/format-value'
import { tables } from '../plan/tables'
import type { Assumption } from './assumption'

/** A figure for the model and, where the plan did not give it, what was assumed. */
export type Figure = { readonly value: number; readonly assumptions: readonly Assumption[] }

const unitFields = tables.unit.fields

/** The latest score of each subscale, among those of the month `asOf` and before. */
export function latestScores(scores: readonly Row<'capacityAssessment'>[], asOf: string): Row<'capacityAssessment'>[] {
  const known = scores.filter(({ date }) => monthOfDay(date) <= asOf)
  return [...groupBy(known, ({ subscale }) => subscale.trim().toLowerCase()).values()].flatMap((group) => {
    const latest = group.reduce((a, b) => (b.date >= a.date ? b : a))
    return [latest]
  })
}

/**
 * Capacity of a school or district, 0–1 (docs/forecast.md): Σ points / Σ maximum over the latest score of each subscale, else
 * the value typed in, else 0. `unit` null: a plan without a row for its district.
 */
export function capacityOf(
  unit: Row<'unit'> | null,
  scores: readonly Row<'capacityAssessment'>[],
  asOf: string,
): Figure {
  const latest = latestScores(scores, asOf)
  const maximum = latest.reduce((sum, score) => sum + score.maximum, 0)
  if (maximum > 0) {
    const points = latest.reduce((sum, score) => sum + score.points, 0)
    return { value: Math.min(1, points / maximum), assumptions: [] }
  }
  if (unit?.capacity !== null && unit?.capacity !== undefined) return { value: unit.capacity / 10_000, assumptions: [] }
  const why = 'No capacity assessment and no figure is entered, so the systems count as not built yet.'
  const value = formatValue(unitFields.capacity, 0)
  return { value: 0, assumptions: [{ table: 'unit', id: unit?.id ?? null, field: 'capacity', value, why }] }
}

/**
 * How much rests on key people, 0–1 (docs/forecast.md): of the required responsibilities entered here, the share that one
 * carries with nobody behind, else the value typed in, else 0. What nobody carries hangs on no one.
 */
export function dependencyOf(unit: Row<'unit'> | null, responsibilities: readonly Row<'responsibility'>[]): Figure {
  const required = responsibilities.filter(({ isRequired }) => isRequired)
  if (required.length > 0) {
    const single = required.filter(({ carriedBy, backup }) => carriedBy !== null && backup === null)
    return { value: single.length / required.length, assumptions: [] }
  }
  const typed = unit?.keyPersonDependency
  if (typed !== null && typed !== undefined) return { value: typed / 10_000, assumptions: [] }
  const why = 'No responsibilities and no figure are entered, so nothing counts as resting on one person.'
  const value = formatValue(unitFields.keyPersonDependency, 0)
  return { value: 0, assumptions: [{ table: 'unit', id: unit?.id ?? null, field: 'keyPersonDependency', value, why }] }
}
