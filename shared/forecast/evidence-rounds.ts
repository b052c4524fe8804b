import { groupBy } from '../money/grouping'
import { daysBetween } from '../plan/day'
import { rowsOf, type Plan } from '../plan/plan'
import type { Row } from '../plan/tables'

type Observation = Row<'observation'>

/** Observations with one measure that belong together: one walk through the schools. */
export type Round = {
  /** The same for the same measure and first day. */
  readonly key: string
  readonly measure: Row<'fidelityMeasure'>
  /** `YYYY-MM-DD`, both inclusive. */
  readonly firstDay: string
  readonly lastDay: string
  readonly rows: readonly Observation[]
}

/** What was seen, in people: of those observed, how many use it, and of those how many with fidelity. */
export type Seen = {
  readonly observed: number
  readonly using: number
  readonly atFidelity: number
  /** Mean score as a share 0–1 of the most points, weighted by people; null where no score is entered. */
  readonly scoreShare: number | null
}

/** Never longer than this, in days, is the pause within one round. */
const longestPauseDays = 42

/**
 * The pause after which a new round begins: half of the time between two rounds as the measure plans them, at most six
 * weeks. A measure of two rounds a year has rounds that may last several weeks, one that is used weekly has not.
 */
function pauseDaysOf({ roundsPerYear }: Pick<Row<'fidelityMeasure'>, 'roundsPerYear'>): number {
  return roundsPerYear <= 0 ? longestPauseDays : Math.max(1, Math.min(longestPauseDays, 365 / roundsPerYear / 2))
}

const byDay = (a: Observation, b: Observation): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.rank - b.rank)

function cutIntoRounds(measure: Row<'fidelityMeasure'>, rows: readonly Observation[]): Round[] {
  const pause = pauseDaysOf(measure)
  const parts: Observation[][] = []
  for (const row of rows.toSorted(byDay)) {
    const part = parts.at(-1)
    const last = part?.at(-1)
    if (part && last && daysBetween(last.date, row.date) <= pause) part.push(row)
    else parts.push([row])
  }
  return parts.map((part) => {
    const [first] = part
    const firstDay = first?.date ?? ''
    return { key: `${measure.id} ${firstDay}`, measure, firstDay, lastDay: part.at(-1)?.date ?? firstDay, rows: part }
  })
}

/**
 * The observations of a plan as rounds, the oldest first: those with one measure, until nothing was observed for the
 * pause of that measure. Observations of nobody are left out.
 */
export function roundsOf(plan: Plan): Round[] {
  const known = rowsOf(plan, 'observation').filter(({ staffObserved }) => staffObserved > 0)
  const byMeasure = groupBy(known, ({ measureId }) => measureId)
  return [...byMeasure]
    .flatMap(([measureId, rows]) => {
      const measure = plan.fidelityMeasure.get(measureId)
      return measure ? cutIntoRounds(measure, rows) : []
    })
    .sort((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : a.measure.rank - b.measure.rank))
}

/** The latest row of each role; one for all practitioners stands for every role. */
function latestByRole(rows: readonly Observation[]): readonly Observation[] {
  const latest = [...groupBy(rows, ({ roleId }) => roleId).values()].flatMap(
    (same) => same.toSorted(byDay).at(-1) ?? [],
  )
  const all = latest.find(({ roleId }) => roleId === null)
  return all ? [all] : latest
}

/**
 * What was seen in rows that may be of several schools, components and roles. Where a school was seen twice with the same
 * component and role, the later row counts. Null where nobody was observed.
 */
export function seenIn(rows: readonly Observation[], maximumPoints: number | null = null): Seen | null {
  const counted = [...groupBy(rows, (row) => `${row.unitId} ${row.componentId}`).values()].flatMap(latestByRole)
  const observed = counted.reduce((sum, row) => sum + row.staffObserved, 0)
  if (observed <= 0) return null
  const scored = counted.filter(({ score }) => score !== null)
  const weight = scored.reduce((sum, row) => sum + row.staffObserved, 0)
  const points = scored.reduce((sum, row) => sum + (row.score ?? 0) * row.staffObserved, 0)
  return {
    observed,
    using: counted.reduce((sum, row) => sum + row.using, 0),
    atFidelity: counted.reduce((sum, row) => sum + row.atFidelity, 0),
    scoreShare: maximumPoints !== null && maximumPoints > 0 && weight > 0 ? points / weight / maximumPoints : null,
  }
}

/** The share of those observed that practices with fidelity, 0–1. */
export const fidelityOf = ({ observed, atFidelity }: Seen): number => atFidelity / observed
