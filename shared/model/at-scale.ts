import { type PhaseQuestion, reaches } from './phase'
import { districtSeries, placeSeries } from './trajectory'

/** The two tests of "at scale" in one month of the district. `unitShare` is null where no unit with people takes part. */
export interface AtScaleTest {
  readonly bottleneck: number
  readonly unitsAtScale: number
  readonly unitsWithPeople: number
  readonly unitShare: number | null
  readonly isAtScale: boolean
}

/** Places of the units in the rollout that have people. */
function placesThatCount(question: PhaseQuestion): number[] {
  const places = new Map(question.trajectory.unitIds.map((unitId, index) => [unitId, index + 1]))
  return question.units
    .filter((unit) => unit.startMonth !== null && unit.headcount > 0)
    .map((unit) => places.get(unit.unitId))
    .filter((place) => place !== undefined)
}

/**
 * The at-scale test of the district in every month: its bottleneck reaches `atScaleShare`, and so does the bottleneck of
 * at least `atScaleUnitShare` of the units in the rollout that have people.
 */
export function atScaleTests(question: PhaseQuestion): AtScaleTest[] {
  const { trajectory, thresholds } = question
  const places = placesThatCount(question)
  const counts = new Int32Array(trajectory.horizonMonths)
  for (const place of places) {
    placeSeries(trajectory, place, 'bottleneck').forEach((bottleneck, month) => {
      if (reaches(bottleneck, thresholds.atScaleShare)) counts[month] = (counts[month] ?? 0) + 1
    })
  }
  return Array.from(districtSeries(trajectory, 'bottleneck'), (bottleneck, month) => {
    const unitsAtScale = counts[month] ?? 0
    const unitShare = places.length === 0 ? null : unitsAtScale / places.length
    const areEnough = unitShare !== null && reaches(unitShare, thresholds.atScaleUnitShare)
    const isAtScale = areEnough && reaches(bottleneck, thresholds.atScaleShare)
    return { bottleneck, unitsAtScale, unitsWithPeople: places.length, unitShare, isAtScale }
  })
}

/** The first month, counted from 0, in which the district is at scale; null where it never is. */
export function atScaleMonth(question: PhaseQuestion): number | null {
  const month = atScaleTests(question).findIndex((test) => test.isAtScale)
  return month === -1 ? null : month
}

/** Months at scale in a row: the first, counted from 0, and how many. */
export interface RunAtScale {
  readonly from: number
  readonly months: number
}

/** The unbroken runs of months at scale, in order. */
export function runsAtScale(isAtScale: readonly boolean[]): RunAtScale[] {
  const runs: RunAtScale[] = []
  let from = 0
  isAtScale.forEach((isAt, month) => {
    if (isAt && isAtScale[month - 1] !== true) from = month
    if (isAt && isAtScale[month + 1] !== true) runs.push({ from, months: month - from + 1 })
  })
  return runs
}
