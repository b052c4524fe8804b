import type { CompleteModelInput } from '../model/input'
import { districtSeries, unitSeries, type Trajectory } from '../model/trajectory'

/** Coaching of a district by month of the forecast, in hours of a full month (the school calendar shortens all alike). */
export type CoachingNeed = {
  /** What the people who are trained or practice in schools that have started need. */
  readonly neededHours: Float64Array
  /** What the coaches in post and paid can give. */
  readonly availableHours: Float64Array
  /** What of the need is not met; more than needed − available where coaches sit at schools that need less. */
  readonly unmetHours: Float64Array
}

type Shares = { readonly trained: number; readonly using: number; readonly fidelity: number }

/** Where the people of a unit stand at the start, averaged by headcount and by the components' weights. */
function startOf(input: CompleteModelInput, unitId: string): Shares {
  const groups = new Map(
    input.groups.filter((group) => group.unitId === unitId).map((group) => [group.id, group.headcount]),
  )
  const weights = new Map(input.components.map(({ id, weight }) => [id, weight]))
  const people = [...groups.values()].reduce((sum, headcount) => sum + headcount, 0)
  const weight = [...weights.values()].reduce((sum, part) => sum + part, 0)
  const mean = { trained: 0, using: 0, fidelity: 0 }
  if (people === 0) return mean
  for (const row of input.initial) {
    const part = ((groups.get(row.groupId) ?? 0) / people) * ((weights.get(row.componentId) ?? 0) / weight)
    mean.trained += part * row.trained
    mean.using += part * row.using
    mean.fidelity += part * row.fidelity
  }
  return mean
}

/** Hours that the people of a school need by month, whether or not it has started. */
export function unitNeed(input: CompleteModelInput, trajectory: Trajectory, unitId: string): Float64Array {
  const { coachingHoursTrained, coachingHoursUsing, coachingHoursFidelity } = input.parameters
  const people = input.groups.reduce((sum, group) => sum + (group.unitId === unitId ? group.headcount : 0), 0)
  const hours = ({ trained, using, fidelity }: Shares): number =>
    people * (coachingHoursTrained * trained + coachingHoursUsing * using + coachingHoursFidelity * fidelity)
  const trained = unitSeries(trajectory, unitId, 'trained')
  const using = unitSeries(trajectory, unitId, 'using')
  const fidelity = unitSeries(trajectory, unitId, 'fidelity')
  const atEndOf = (month: number): Shares => ({
    trained: trained[month] ?? 0,
    using: using[month] ?? 0,
    fidelity: fidelity[month] ?? 0,
  })
  return Float64Array.from({ length: trajectory.horizonMonths }, (_, month) =>
    hours(month === 0 ? startOf(input, unitId) : atEndOf(month - 1)),
  )
}

/**
 * Coach hours needed, available and lacking by month, with the model's own measure of need: headcount × hours a person
 * needs, from where people stand at the start of the month, in schools that have started.
 */
export function coachingNeedOf(input: CompleteModelInput, trajectory: Trajectory): CoachingNeed {
  const { horizonMonths } = trajectory
  const neededHours = new Float64Array(horizonMonths)
  for (const { id, startMonth } of input.units) {
    if (startMonth === null) continue
    const hours = unitNeed(input, trajectory, id)
    for (let month = Math.max(0, startMonth); month < horizonMonths; month += 1)
      neededHours[month] = (neededHours[month] ?? 0) + (hours[month] ?? 0)
  }
  const availableHours = Float64Array.from(input.supports.coachHours)
  for (const hours of Object.values(input.supports.coachHoursByUnit))
    hours.forEach((value, month) => (availableHours[month] = (availableHours[month] ?? 0) + value))
  const coverage = districtSeries(trajectory, 'coachingCoverage')
  const unmetHours = neededHours.map((hours, month) => hours * (1 - (coverage[month] ?? 0)))
  return { neededHours, availableHours, unmetHours }
}
