import type { Plan } from '../plan/plan'
import { schoolsInWaves } from './evidence-places'
import { roundsSinceStart, schoolsObserved } from './evidence-fidelity'
import { roundsOf } from './evidence-rounds'

/** What was found at the schools that share one word about their context (R16). */
export type ContextResult = {
  readonly tag: string
  /** Schools of the rollout with this word, and those of them that were observed. */
  readonly schools: number
  readonly observed: number
  /** Share with fidelity, mean over the observed schools, 0–1; null where none was observed. */
  readonly fidelity: number | null
  /** Change of the outcome from each school's first result to its latest, mean over the schools; null: no two results. */
  readonly outcomeChange: number | null
  /** Schools behind the change. */
  readonly outcomeSchools: number
  readonly sentence: string
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length

/** From the first to the latest result of an outcome measure at each school that was measured on two days. */
function outcomeChanges(plan: Plan, outcomeMeasureId: string | null): ReadonlyMap<string, number> {
  const ends = new Map<string, { first: { date: string; value: number }; last: { date: string; value: number } }>()
  for (const { measureId, unitId, date, value } of plan.outcomeResult.values()) {
    if (measureId !== outcomeMeasureId) continue
    const here = { date, value }
    const { first, last } = ends.get(unitId) ?? { first: here, last: here }
    ends.set(unitId, { first: date < first.date ? here : first, last: date > last.date ? here : last })
  }
  return new Map(
    [...ends].flatMap(([unitId, { first, last }]) =>
      first.date < last.date ? [[unitId, last.value - first.value] as const] : [],
    ),
  )
}

/**
 * What works, for whom and where: every word about the context of the schools in the rollout, with what was observed and
 * how an outcome changed at the schools that have begun. Words of schools nobody has observed come last: evidence from
 * elsewhere may not hold there.
 */
export function contextResults(plan: Plan, outcomeMeasureId: string | null): ContextResult[] {
  const schools = schoolsInWaves(plan).map(({ unit }) => unit)
  const atWork = schoolsObserved(plan, roundsSinceStart(plan, roundsOf(plan)))
  const seen = new Map(atWork.map((school) => [school.unit.id, school]))
  const changes = outcomeChanges(plan, outcomeMeasureId)
  const tags = [...new Set(schools.flatMap(({ contextTags }) => contextTags))]
  return tags
    .map((tag): ContextResult => {
      const here = schools.filter(({ contextTags }) => contextTags.includes(tag))
      const observed = here.flatMap(({ id }) => seen.get(id) ?? [])
      const changed = observed.flatMap(({ unit }) => changes.get(unit.id) ?? [])
      const names = here.map(({ name }) => name)
      const sentence =
        observed.length === 0
          ? `Not observed yet: ${names.join(', ')}.`
          : `Observed at ${observed.map(({ unit }) => unit.name).join(', ')}.`
      return {
        tag,
        schools: here.length,
        observed: observed.length,
        fidelity: mean(observed.map(({ meanShare }) => meanShare)),
        outcomeChange: mean(changed),
        outcomeSchools: changed.length,
        sentence,
      }
    })
    .sort((a, b) => Number(b.observed > 0) - Number(a.observed > 0))
}
