import type { CellArrays, DistrictArrays } from './district-arrays'
import { measures } from './trajectory'

/** Everything that changes while the model runs, allocated once. Arrays of units and groups are ordered as in `DistrictArrays`. */
export interface DistrictState extends CellArrays {
  /** Vacant share of each group. */
  readonly vacant: Float64Array
  /** C_u of each unit. */
  readonly capacity: Float64Array
  /** Hours each unit needs this month, what its own coaches give of it, and its coverage κ. */
  readonly need: Float64Array
  readonly ownHoursUsed: Float64Array
  readonly coverage: Float64Array
  /** Averages over each unit's people and components, as of the last count. */
  readonly unitUntrained: Float64Array
  readonly unitTrained: Float64Array
  readonly unitUsing: Float64Array
  readonly unitFidelity: Float64Array
  readonly unitVacant: Float64Array
  readonly unitBottleneck: Float64Array
  /** All the figures of a unit that a trajectory shows, in the order of `measures`: the arrays named here, once more. */
  readonly unitFigures: readonly Float64Array[]
  /** The share that practices at all, kept up to date through the month's sessions. */
  readonly unitAdoption: Float64Array
  /** This month's rates of each unit, before a group's readiness and fit: hazards, and the share that does not drift. */
  readonly uptakeHazard: Float64Array
  readonly skillHazard: Float64Array
  readonly lapseHazard: Float64Array
  readonly driftKept: Float64Array
  /** This month's rates of each group: parts of its stocks that stay, who stays, who is hired into which stock. */
  readonly trainedKept: Float64Array
  readonly usingKept: Float64Array
  readonly gainPart: Float64Array
  readonly stay: Float64Array
  readonly hiredUntrained: Float64Array
  readonly hiredTrained: Float64Array
  readonly hiredUsing: Float64Array
  /** Fidelity by component, of the unit being counted and of the district. */
  readonly unitComponentFidelity: Float64Array
  readonly districtComponentFidelity: Float64Array
  /** The district's measures, in the order of `measures`. */
  readonly district: Float64Array
}

/** A state with room for the district; `resetState` fills it. */
export function makeState(arrays: DistrictArrays): DistrictState {
  const { unitCount, groupCount, componentCount } = arrays
  const perCell = () => new Float64Array(groupCount * componentCount)
  const perGroup = () => new Float64Array(groupCount)
  const perUnit = () => new Float64Array(unitCount)
  const figures = {
    unitUntrained: perUnit(),
    unitTrained: perUnit(),
    unitUsing: perUnit(),
    unitFidelity: perUnit(),
    unitVacant: perUnit(),
    unitBottleneck: perUnit(),
    capacity: perUnit(),
    coverage: perUnit(),
  }
  return {
    untrained: perCell(),
    trained: perCell(),
    using: perCell(),
    fidelity: perCell(),
    vacant: perGroup(),
    trainedKept: perGroup(),
    usingKept: perGroup(),
    gainPart: perGroup(),
    stay: perGroup(),
    hiredUntrained: perGroup(),
    hiredTrained: perGroup(),
    hiredUsing: perGroup(),
    need: perUnit(),
    ownHoursUsed: perUnit(),
    ...figures,
    unitFigures: Object.values(figures),
    unitAdoption: perUnit(),
    uptakeHazard: perUnit(),
    skillHazard: perUnit(),
    lapseHazard: perUnit(),
    driftKept: perUnit(),
    unitComponentFidelity: new Float64Array(componentCount),
    districtComponentFidelity: new Float64Array(componentCount),
    district: new Float64Array(measures.length),
  }
}

/** Places of the district's two own figures in `DistrictState.district`. */
export const capacityPlace = measures.indexOf('capacity')
export const coveragePlace = measures.indexOf('coachingCoverage')

/** Sets the state to the start of the run; the counts follow with `countPeople`. */
export function resetState(state: DistrictState, arrays: DistrictArrays): void {
  state.untrained.set(arrays.initial.untrained)
  state.trained.set(arrays.initial.trained)
  state.using.set(arrays.initial.using)
  state.fidelity.set(arrays.initial.fidelity)
  state.vacant.fill(0)
  state.capacity.set(arrays.unitInitialCapacity)
  state.district.fill(0)
  state.district[capacityPlace] = arrays.districtInitialCapacity
}
