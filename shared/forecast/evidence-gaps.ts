import { groupBy } from '../money/grouping'
import { addMonths, monthOfDay, monthWords } from '../plan/month'
import { rowsOf, type Plan } from '../plan/plan'
import type { Row } from '../plan/tables'
import { asOfMonth, schoolsBegun } from './evidence-places'

/** A component at a school that has begun, which nobody has observed for a while. */
export type ObservationGap = {
  readonly unit: Row<'unit'>
  readonly component: Row<'component'>
  readonly measure: Row<'fidelityMeasure'>
  /** `YYYY-MM-DD`; null: never. */
  readonly lastDay: string | null
}

export type ObservationGaps = {
  readonly gaps: readonly ObservationGap[]
  /** Components that no measure looks at, so that nobody can observe them. */
  readonly unmeasured: readonly Row<'component'>[]
}

/** How many months after its last round a component should be seen again: as often as its measure plans, yearly at least. */
export const monthsBetweenRounds = ({ roundsPerYear }: Row<'fidelityMeasure'>): number =>
  Math.max(1, Math.min(12, Math.round(12 / Math.max(1, roundsPerYear))))

/** The last of the measures that look at a component: the newest version in the planner's order. */
export const measureOf = (plan: Plan, componentId: string): Row<'fidelityMeasure'> | undefined =>
  rowsOf(plan, 'fidelityMeasure').findLast(({ componentIds }) => componentIds.includes(componentId))

/**
 * Schools that have begun, and their components, that were not observed in the last `months` months before the as-of
 * month (null: as often as each measure plans its rounds). A later observation is no gap.
 */
export function observationGaps(plan: Plan, months: number | null = null): ObservationGaps {
  const asOf = asOfMonth(plan)
  const components = rowsOf(plan, 'component')
  const measured = components.flatMap((component) => {
    const measure = measureOf(plan, component.id)
    return measure ? [{ component, measure }] : []
  })
  const known = new Set(measured.map(({ component }) => component.id))
  const unmeasured = components.filter(({ id }) => !known.has(id))
  if (asOf === null) return { gaps: [], unmeasured }
  const dates = groupBy(plan.observation.values(), (row) => `${row.unitId} ${row.componentId}`)
  const gaps = schoolsBegun(plan, asOf).flatMap(({ unit, wave }) =>
    measured.flatMap(({ component, measure }): ObservationGap[] => {
      const rows = dates.get(`${unit.id} ${component.id}`) ?? []
      const lastDay = rows.reduce<string | null>((last, { date }) => (last === null || date > last ? date : last), null)
      // what has only begun is not yet late: its time runs from the start of its wave
      const since = lastDay === null ? wave.startMonth : monthOfDay(lastDay)
      const due = addMonths(asOf, -(months ?? monthsBetweenRounds(measure)))
      return since !== null && since >= due ? [] : [{ unit, component, measure, lastDay }]
    }),
  )
  return { gaps, unmeasured }
}

/** "last seen in Nov 2025", "never seen". */
export const lastSeenWords = (lastDay: string | null): string =>
  lastDay === null ? 'never seen' : `last seen in ${monthWords(monthOfDay(lastDay))}`
