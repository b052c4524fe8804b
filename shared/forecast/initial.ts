import type { InputInitialRow } from '../model/input'
import { groupBy } from '../money/grouping'
import { monthOfDay, monthWords } from '../plan/month'
import { rowsOf, type Plan } from '../plan/plan'
import type { Row } from '../plan/tables'
import type { Assumption } from './assumption'
import type { Place } from './districts'

const keyOf = (unitId: string, componentId: string): string => `${unitId} ${componentId}`

/** Observations by school and component. */
export type KnownObservations = ReadonlyMap<string, readonly Row<'observation'>[]>

/** The observations that a forecast from `asOf` rests on: those of the month `asOf` and before, with somebody observed. */
export function knownObservations(plan: Plan, asOf: string): KnownObservations {
  const known = rowsOf(plan, 'observation').filter((row) => row.staffObserved > 0 && monthOfDay(row.date) <= asOf)
  return groupBy(known, (row) => keyOf(row.unitId, row.componentId))
}

const latestOf = (rows: readonly Row<'observation'>[]): Row<'observation'> | undefined =>
  rows.reduce<Row<'observation'> | undefined>((a, b) => (a === undefined || b.date >= a.date ? b : a), undefined)

/** The latest observation of a role, else the latest of all practitioners. */
function observationOf(rows: readonly Row<'observation'>[], roleId: string): Row<'observation'> | undefined {
  return latestOf(rows.filter((row) => row.roleId === roleId)) ?? latestOf(rows.filter((row) => row.roleId === null))
}

/**
 * Shares of those observed: at fidelity; using, without those at fidelity; trained, without those using. Where "Trained"
 * is empty, those who do not use it count as not trained.
 */
export function sharesOf(row: Row<'observation'>): { trained: number; using: number; fidelity: number } {
  const observed = row.staffObserved
  const using = Math.min(row.using, observed)
  const fidelity = Math.min(row.atFidelity, using)
  const trained = Math.min(Math.max(row.trained ?? using, using), observed)
  return { trained: (trained - using) / observed, using: (using - fidelity) / observed, fidelity: fidelity / observed }
}

const notTrained = 'Trained is not entered, so those seen not using it count as not trained.'

/**
 * Where every staff group stands at the start (docs/forecast.md): the latest observations until then, per role where given.
 * What was never observed counts as not trained; that is an assumption where the school has begun already.
 */
export function initialRows(
  plan: Plan,
  known: KnownObservations,
  places: readonly Place[],
  start: string,
): { rows: InputInitialRow[]; assumptions: Assumption[] } {
  const components = rowsOf(plan, 'component')
  const rows: InputInitialRow[] = []
  const assumptions: Assumption[] = []
  const seen = new Set<string>()
  for (const { unit, groups } of places) {
    const began = unit.waveId === null ? null : (plan.wave.get(unit.waveId)?.startMonth ?? null)
    for (const component of components) {
      const here = known.get(keyOf(unit.id, component.id)) ?? []
      const found = groups.map((group) => ({ group, row: observationOf(here, group.roleId) }))
      for (const { group, row } of found) {
        if (!row) continue
        rows.push({ groupId: group.id, componentId: component.id, ...sharesOf(row) })
        if (row.trained !== null || seen.has(row.id)) continue
        seen.add(row.id)
        assumptions.push({
          table: 'observation',
          id: row.id,
          field: 'trained',
          value: String(row.using),
          why: notTrained,
        })
      }
      if (began === null || began >= start || found.every(({ row }) => row !== undefined)) continue
      const why = `It began before ${monthWords(start)}, and ${component.name} was not observed for all its staff: they count as not trained.`
      assumptions.push({ table: 'unit', id: unit.id, field: null, value: 'not trained', why })
    }
  }
  return { rows, assumptions }
}
