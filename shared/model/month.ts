import { cut } from './cut'
import type { DistrictArrays } from './district-arrays'
import { capacityPlace, coveragePlace, type DistrictState } from './district-state'
import type { ModelParameters } from './parameter'

/** The parameters with rates cut to what can be multiplied without overflow. */
export function usableParameters(parameters: ModelParameters): ModelParameters {
  return {
    ...parameters,
    spontaneousUptake: cut(parameters.spontaneousUptake),
    peerInfluence: cut(parameters.peerInfluence),
    skillFromSystems: cut(parameters.skillFromSystems),
    skillFromCoaching: cut(parameters.skillFromCoaching),
    fidelityDrift: cut(parameters.fidelityDrift),
    lapse: cut(parameters.lapse),
    coachingHoursTrained: cut(parameters.coachingHoursTrained),
    coachingHoursUsing: cut(parameters.coachingHoursUsing),
    coachingHoursFidelity: cut(parameters.coachingHoursFidelity),
  }
}

/** Step 1, coaching coverage: what each unit needs, what its own coaches give, what the pool gives of the rest. */
export function coverCoaching(
  arrays: DistrictArrays,
  parameters: ModelParameters,
  state: DistrictState,
  month: number,
): void {
  const { unitCount, horizonMonths, unitStartMonth, unitHeadcount, ownHoursRow, ownHours } = arrays
  const { coachingHoursTrained, coachingHoursUsing, coachingHoursFidelity } = parameters
  const { need, ownHoursUsed, coverage, unitTrained, unitUsing, unitFidelity } = state
  let needOfAll = 0
  let leftOfAll = 0
  for (let unit = 0; unit < unitCount; unit += 1) {
    const isActive = month >= (unitStartMonth[unit] ?? 0)
    const hoursPerPerson =
      coachingHoursTrained * (unitTrained[unit] ?? 0) +
      coachingHoursUsing * (unitUsing[unit] ?? 0) +
      coachingHoursFidelity * (unitFidelity[unit] ?? 0)
    const hours = isActive ? (unitHeadcount[unit] ?? 0) * hoursPerPerson : 0
    const row = ownHoursRow[unit] ?? -1
    const used = row === -1 ? 0 : Math.min(hours, ownHours[row * horizonMonths + month] ?? 0)
    need[unit] = hours
    ownHoursUsed[unit] = used
    needOfAll += hours
    leftOfAll += hours - used
  }
  const ratio = leftOfAll > 0 ? Math.min(1, (arrays.poolHours[month] ?? 0) / leftOfAll) : 0
  let givenToAll = 0
  for (let unit = 0; unit < unitCount; unit += 1) {
    const hours = need[unit] ?? 0
    const used = ownHoursUsed[unit] ?? 0
    const given = used + (hours - used) * ratio
    coverage[unit] = hours > 0 ? Math.min(1, given / hours) : 0
    givenToAll += given
  }
  state.district[coveragePlace] = needOfAll > 0 ? Math.min(1, givenToAll / needOfAll) : 0
}

/** A change of leader everywhere at once: what hangs on key persons is lost. The stress test's second shock. */
export function changeLeaders(arrays: DistrictArrays, state: DistrictState): void {
  const { district, capacity } = state
  district[capacityPlace] = (district[capacityPlace] ?? 0) * (1 - arrays.districtDependency)
  for (let unit = 0; unit < arrays.unitCount; unit += 1) {
    capacity[unit] = (capacity[unit] ?? 0) * (1 - (arrays.unitDependency[unit] ?? 0))
  }
}

/** Step 2, capacity: of the district from investment, then of every unit from the district's. */
export function growCapacity(
  arrays: DistrictArrays,
  parameters: ModelParameters,
  state: DistrictState,
  month: number,
): void {
  const { unitCount, unitStartMonth, unitDependency } = arrays
  const { district, capacity } = state
  const gain = 1 / parameters.capacityGainMonths
  const loss = 1 / parameters.capacityLossMonths
  const calendarMonth = (arrays.firstCalendarMonth + month) % 12
  const leadersWhoChange = 1 - Math.pow(1 - parameters.leaderTurnover, arrays.leaving[calendarMonth] ?? 0)
  const invested = arrays.capacityInvestment[month] ?? 0
  const before = district[capacityPlace] ?? 0
  const after =
    before +
    invested * (1 - before) * gain -
    (1 - invested) * before * loss -
    leadersWhoChange * arrays.districtDependency * before
  const support = Math.min(1, Math.max(0, after))
  district[capacityPlace] = support
  for (let unit = 0; unit < unitCount; unit += 1) {
    const own = capacity[unit] ?? 0
    const built = month >= (unitStartMonth[unit] ?? 0) ? support * (1 - own) * gain : 0
    const faded = (1 - support) * own * loss
    const next = own + built - faded - leadersWhoChange * (unitDependency[unit] ?? 0) * own
    capacity[unit] = Math.min(1, Math.max(0, next))
  }
}

/** Step 4, peer exposure: how strong the pull of colleagues is at an exposure x in 0..1. */
function peerPull(exposure: number, parameters: ModelParameters): number {
  if (parameters.peerResponse === 'linear') return Math.min(1, exposure)
  // x^η / (x^η + θ^η) divided by x^η, which neither overflows nor becomes 0 / 0.
  return exposure > 0 ? 1 / (1 + Math.pow(parameters.tippingThreshold / exposure, parameters.tippingSteepness)) : 0
}

/** Steps 4 and 5, the part that all groups of a unit share: pull of colleagues, and the month's hazards. */
export function setUnitRates(
  arrays: DistrictArrays,
  parameters: ModelParameters,
  state: DistrictState,
  month: number,
): void {
  const { unitCount, unitShare } = arrays
  const { capacity, coverage, unitAdoption, uptakeHazard, skillHazard, lapseHazard, driftKept } = state
  const { spontaneousUptake, peerInfluence, schoolPeerWeight, skillFromSystems, skillFromCoaching } = parameters
  const instruction = arrays.calendar[(arrays.firstCalendarMonth + month) % 12] ?? 0
  let districtAdoption = 0
  for (let unit = 0; unit < unitCount; unit += 1) {
    districtAdoption += (unitShare[unit] ?? 0) * (unitAdoption[unit] ?? 0)
  }
  const fromDistrict = (1 - schoolPeerWeight) * districtAdoption
  for (let unit = 0; unit < unitCount; unit += 1) {
    const working = capacity[unit] ?? 0
    const coached = coverage[unit] ?? 0
    const exposed = (1 - coached) * (1 - working)
    const pull = peerPull(schoolPeerWeight * (unitAdoption[unit] ?? 0) + fromDistrict, parameters)
    uptakeHazard[unit] = instruction * (spontaneousUptake + peerInfluence * pull)
    skillHazard[unit] = instruction * (skillFromSystems * working + skillFromCoaching * coached)
    lapseHazard[unit] = parameters.lapse * exposed * (1 - pull)
    driftKept[unit] = Math.exp(-parameters.fidelityDrift * exposed)
  }
}
