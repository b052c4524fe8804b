/** What is measured each month, for the district and every unit; the order is the order in `Trajectory.values`. */
export const measures = [
  'untrained',
  'trained',
  'using',
  'fidelity',
  'vacant',
  'bottleneck',
  'capacity',
  'coachingCoverage',
] as const

export type Measure = (typeof measures)[number]

/** One month of one place: all measures, each a share in 0..1. */
export type MeasureValues = Readonly<Record<Measure, number>>

/**
 * A run of the model: every measure of the district and of each unit at the end of each month (coachingCoverage: during
 * the month). A plain object that can be posted between threads; `values.buffer` may be transferred.
 *
 * `values[(place * measures.length + measure) * horizonMonths + month]`, where place 0 is the district and place 1 + i
 * the unit `unitIds[i]`, in the order of the input.
 */
export interface Trajectory {
  readonly start: string
  readonly horizonMonths: number
  readonly unitIds: readonly string[]
  readonly values: Float64Array
}

/** The JSON form of a trajectory. */
export interface TrajectoryJson {
  readonly months: readonly MeasureValues[]
  readonly units: Readonly<Record<string, readonly MeasureValues[]>>
}

/** The place of a unit in `Trajectory.values`, undefined where the trajectory does not know it. Place 0 is the district. */
export function placeOfUnit(trajectory: Trajectory, unitId: string): number | undefined {
  const index = trajectory.unitIds.indexOf(unitId)
  return index === -1 ? undefined : index + 1
}

/** One measure of a place over all months: a view into the trajectory, not a copy. */
export function placeSeries(trajectory: Trajectory, place: number, measure: Measure): Float64Array {
  const { horizonMonths, values } = trajectory
  const from = (place * measures.length + measures.indexOf(measure)) * horizonMonths
  return values.subarray(from, from + horizonMonths)
}

/** One measure of the district over all months: a view into the trajectory, not a copy. */
export function districtSeries(trajectory: Trajectory, measure: Measure): Float64Array {
  return placeSeries(trajectory, 0, measure)
}

/** One measure of a unit over all months, a view; empty where the trajectory does not know the unit. */
export function unitSeries(trajectory: Trajectory, unitId: string, measure: Measure): Float64Array {
  const place = placeOfUnit(trajectory, unitId)
  return place === undefined ? new Float64Array(0) : placeSeries(trajectory, place, measure)
}

/** The share that practices at all, using + fidelity, of a place over all months: a new array. */
export function adoptionSeries(trajectory: Trajectory, place: number): Float64Array {
  const fidelity = placeSeries(trajectory, place, 'fidelity')
  return placeSeries(trajectory, place, 'using').map((using, month) => using + (fidelity[month] ?? 0))
}

function monthsOf(trajectory: Trajectory, place: number): MeasureValues[] {
  const series = measures.map((measure) => [measure, placeSeries(trajectory, place, measure)] as const)
  return Array.from(
    { length: trajectory.horizonMonths },
    (_, month) =>
      Object.fromEntries(series.map(([measure, values]) => [measure, values[month]])) as Record<Measure, number>,
  )
}

/** The trajectory as JSON: `{ months: [{ untrained, … }], units: { id: [{ untrained, … }] } }`. */
export function trajectoryToJson(trajectory: Trajectory): TrajectoryJson {
  return {
    months: monthsOf(trajectory, 0),
    units: Object.fromEntries(trajectory.unitIds.map((id, index) => [id, monthsOf(trajectory, index + 1)])),
  }
}
