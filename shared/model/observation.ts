import type { CompleteModelInput } from './input'
import { isNumberAt, zeroOrMore } from './input-fields'
import { type ModelInputProblem, ProblemList } from './input-problem'

/**
 * What was seen in a unit at the end of a month (counted from the input's start), for one component: of `staffObserved`
 * people, how many use the practice at all and how many with fidelity (these are among those who use it; null: not
 * looked at). `groupIds` names the groups observed, null: all of the unit. Counts may be fractional.
 */
export interface Observation {
  readonly unitId: string
  readonly groupIds: readonly string[] | null
  readonly componentId: string
  readonly month: number
  readonly staffObserved: number
  readonly staffUsing: number
  readonly staffAtFidelity: number | null
}

function checkCounts(observation: Observation, path: string, problems: ProblemList): void {
  const { staffObserved, staffUsing, staffAtFidelity } = observation
  // A count that is no count says nothing about the next.
  if (!isNumberAt(staffObserved, `${path}.staffObserved`, zeroOrMore, problems)) return
  if (!isNumberAt(staffUsing, `${path}.staffUsing`, { ...zeroOrMore, max: staffObserved }, problems)) return
  if (staffAtFidelity === null) return
  isNumberAt(staffAtFidelity, `${path}.staffAtFidelity`, { ...zeroOrMore, max: staffUsing }, problems)
}

/** Checks observations against the input they belong to; an empty list means that all are right. */
export function checkObservations(
  input: CompleteModelInput,
  observations: readonly Observation[],
): readonly ModelInputProblem[] {
  const problems = new ProblemList()
  const unitIds = new Set(input.units.map((unit) => unit.id))
  const componentIds = new Set(input.components.map((component) => component.id))
  const unitOfGroup = new Map(input.groups.map((group) => [group.id, group.unitId]))
  observations.forEach((observation, index) => {
    const path = `observations[${index}]`
    const { unitId, componentId, month, groupIds } = observation
    if (!unitIds.has(unitId)) problems.add('unknown-id', `${path}.unitId`, `there is no “${unitId}”`)
    if (!componentIds.has(componentId))
      problems.add('unknown-id', `${path}.componentId`, `there is no “${componentId}”`)
    if (!Number.isInteger(month) || month < 0 || month >= input.horizonMonths) {
      problems.add('out-of-range', `${path}.month`, `must be a month of the plan, 0 to ${input.horizonMonths - 1}`)
    }
    groupIds?.forEach((groupId, place) => {
      if (unitOfGroup.get(groupId) === unitId) return
      problems.add('unknown-id', `${path}.groupIds[${place}]`, `there is no “${groupId}” in “${unitId}”`)
    })
    checkCounts(observation, path, problems)
  })
  return problems.problems
}
