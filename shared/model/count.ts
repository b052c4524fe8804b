import type { DistrictArrays } from './district-arrays'
import type { DistrictState } from './district-state'

/** Averages of every unit over its people and components: the figures of the month's end, and next month's need. */
export function countUnits(arrays: DistrictArrays, state: DistrictState): void {
  const { unitCount, componentCount, unitGroups, groupShare, componentWeight } = arrays
  const { untrained, trained, using, fidelity } = state
  const { unitShare } = arrays
  const { unitComponentFidelity, districtComponentFidelity } = state
  districtComponentFidelity.fill(0)
  for (let unit = 0; unit < unitCount; unit += 1) {
    unitComponentFidelity.fill(0)
    let u = 0
    let t = 0
    let p = 0
    let f = 0
    let v = 0
    const endOfGroups = unitGroups[unit + 1] ?? 0
    for (let group = unitGroups[unit] ?? 0; group < endOfGroups; group += 1) {
      const share = groupShare[group] ?? 0
      const first = group * componentCount
      v += share * (state.vacant[group] ?? 0)
      for (let component = 0; component < componentCount; component += 1) {
        const weight = share * (componentWeight[component] ?? 0)
        const cell = first + component
        const atFidelity = fidelity[cell] ?? 0
        u += weight * (untrained[cell] ?? 0)
        t += weight * (trained[cell] ?? 0)
        p += weight * (using[cell] ?? 0)
        f += weight * atFidelity
        unitComponentFidelity[component] = (unitComponentFidelity[component] ?? 0) + share * atFidelity
      }
    }
    state.unitUntrained[unit] = u
    state.unitTrained[unit] = t
    state.unitUsing[unit] = p
    state.unitFidelity[unit] = f
    state.unitVacant[unit] = v
    state.unitBottleneck[unit] = weakestCore(unitComponentFidelity, arrays.isCore)
    const part = unitShare[unit] ?? 0
    for (let component = 0; component < componentCount; component += 1) {
      districtComponentFidelity[component] =
        (districtComponentFidelity[component] ?? 0) + part * (unitComponentFidelity[component] ?? 0)
    }
  }
}

/** The least fidelity over core components, 0 where there is none. */
export function weakestCore(fidelity: Float64Array, isCore: Uint8Array): number {
  let least = Number.POSITIVE_INFINITY
  for (let component = 0; component < fidelity.length; component += 1) {
    if (isCore[component] === 1) least = Math.min(least, fidelity[component] ?? 0)
  }
  return least === Number.POSITIVE_INFINITY ? 0 : least
}
