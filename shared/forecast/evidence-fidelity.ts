import { groupBy } from '../money/grouping'
import { monthOfDay } from '../plan/month'
import { rowsOf, type Plan } from '../plan/plan'
import type { Row } from '../plan/tables'
import { schoolsInWaves } from './evidence-places'
import { fidelityOf, roundsOf, seenIn, type Round, type Seen } from './evidence-rounds'

/** One component at one school in the latest round that looked at it. */
export type ComponentSeen = {
  readonly component: Row<'component'>
  readonly measure: Row<'fidelityMeasure'>
  /** Last day on which it was seen in that round. */
  readonly day: string
  readonly seen: Seen
}

/** Where one school stands by its latest observations. Shares 0–1. */
export type SchoolFidelity = {
  readonly unit: Row<'unit'>
  readonly components: readonly ComponentSeen[]
  /** The core component with the smallest share with fidelity, any component where no core one was seen. */
  readonly weakest: ComponentSeen
  readonly weakestShare: number
  /** Mean over the components that were seen. */
  readonly meanShare: number
  /** Mean score as a share of the most points; null where no score is entered. */
  readonly scoreShare: number | null
  /** The line of the measure of the weakest component. */
  readonly criterionShare: number
  readonly lastDay: string
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

function latestOf(plan: Plan, rounds: readonly Round[], unitId: string): ComponentSeen[] {
  const found = new Map<string, ComponentSeen>()
  for (const { measure, rows } of rounds) {
    const here = groupBy(
      rows.filter((row) => row.unitId === unitId),
      ({ componentId }) => componentId,
    )
    for (const [componentId, same] of here) {
      const component = plan.component.get(componentId)
      const seen = seenIn(same, measure.maximumPoints)
      const day = same.reduce((last, { date }) => (date > last ? date : last), '')
      if (component && seen) found.set(componentId, { component, measure, day, seen })
    }
  }
  return rowsOf(plan, 'component').flatMap(({ id }) => found.get(id) ?? [])
}

/** What the latest round of each component says of a school; null where it was never observed. */
export function schoolFidelity(plan: Plan, rounds: readonly Round[], unit: Row<'unit'>): SchoolFidelity | null {
  const components = latestOf(plan, rounds, unit.id)
  const core = components.filter(({ component }) => component.isCore)
  const judged = core.length > 0 ? core : components
  const [weakest] = judged.toSorted((a, b) => fidelityOf(a.seen) - fidelityOf(b.seen))
  if (!weakest) return null
  const scores = components.flatMap(({ seen }) => seen.scoreShare ?? [])
  return {
    unit,
    components,
    weakest,
    weakestShare: fidelityOf(weakest.seen),
    meanShare: mean(components.map(({ seen }) => fidelityOf(seen))),
    scoreShare: scores.length > 0 ? mean(scores) : null,
    criterionShare: weakest.measure.criterionShare / 10_000,
    lastDay: components.reduce((last, { day }) => (day > last ? day : last), ''),
  }
}

/** Every school that was observed, in the planner's order. */
export function schoolsObserved(plan: Plan, rounds: readonly Round[] = roundsOf(plan)): SchoolFidelity[] {
  const seen = new Set(rounds.flatMap(({ rows }) => rows.map(({ unitId }) => unitId)))
  return rowsOf(plan, 'unit').flatMap((unit) => (seen.has(unit.id) ? (schoolFidelity(plan, rounds, unit) ?? []) : []))
}

/**
 * The rounds without what was seen at schools before their wave began: that tells where a school comes from, not how well
 * it is done. Schools in no wave stay in. Rounds of which nothing is left are left out.
 */
export function roundsSinceStart(plan: Plan, rounds: readonly Round[]): Round[] {
  const starts = new Map(schoolsInWaves(plan).map(({ unit, wave }) => [unit.id, wave.startMonth]))
  const hasBegun = ({ unitId, date }: Row<'observation'>): boolean => {
    const start = starts.get(unitId)
    return start === undefined || (start !== null && start <= monthOfDay(date))
  }
  return rounds.map((round) => ({ ...round, rows: round.rows.filter(hasBegun) })).filter(({ rows }) => rows.length > 0)
}

/** One component over the rounds: the share of those observed with fidelity, null in rounds that did not look at it. */
export type ComponentTrend = {
  readonly component: Row<'component'>
  readonly shares: readonly (number | null)[]
  readonly latest: number
  readonly latestSeen: Seen
}

/** The components that were observed, over the rounds given, the weakest in its latest round first. */
export function componentTrends(plan: Plan, rounds: readonly Round[]): ComponentTrend[] {
  return rowsOf(plan, 'component')
    .flatMap((component): ComponentTrend[] => {
      const seen = rounds.map(({ rows }) => seenIn(rows.filter(({ componentId }) => componentId === component.id)))
      const latestSeen = seen.findLast((one) => one !== null)
      if (!latestSeen) return []
      const shares = seen.map((one) => (one ? fidelityOf(one) : null))
      return [{ component, shares, latest: fidelityOf(latestSeen), latestSeen }]
    })
    .sort((a, b) => a.latest - b.latest)
}
