import type { DistrictArrays } from './district-arrays'
import type { DistrictState } from './district-state'
import type { ModelParameters } from './parameter'

/** Step 3, professional learning: the month's sessions in order, for groups of active units. */
export function holdSessions(arrays: DistrictArrays, state: DistrictState, month: number): void {
  const { ofMonth, groups, groupsFrom } = arrays.sessions
  for (let unit = 0; unit < arrays.unitCount; unit += 1) {
    state.unitAdoption[unit] = (state.unitUsing[unit] ?? 0) + (state.unitFidelity[unit] ?? 0)
  }
  const end = ofMonth[month + 1] ?? 0
  for (let session = ofMonth[month] ?? 0; session < end; session += 1) {
    const endOfGroups = groupsFrom[session + 1] ?? 0
    for (let place = groupsFrom[session] ?? 0; place < endOfGroups; place += 1) {
      const group = groups[place] ?? 0
      const unit = arrays.groupUnit[group] ?? 0
      if (month >= (arrays.unitStartMonth[unit] ?? 0)) {
        const started = teachGroup(arrays, state, session, group)
        state.unitAdoption[unit] = (state.unitAdoption[unit] ?? 0) + (arrays.groupShare[group] ?? 0) * started
      }
    }
  }
}

/** One session for one group; returns the share of its people who start using, averaged over components. */
function teachGroup(arrays: DistrictArrays, state: DistrictState, session: number, group: number): number {
  const { components, componentsFrom } = arrays.sessions
  const { untrained, trained, using } = state
  const coverage = arrays.sessions.coverage[session] ?? 0
  const transfer = arrays.sessions.transfer[session] ?? 0
  const end = componentsFrom[session + 1] ?? 0
  let started = 0
  for (let place = componentsFrom[session] ?? 0; place < end; place += 1) {
    const component = components[place] ?? 0
    const cell = group * arrays.componentCount + component
    const reached = (untrained[cell] ?? 0) * coverage
    const reachedAgain = (trained[cell] ?? 0) * coverage
    untrained[cell] = (untrained[cell] ?? 0) - reached
    trained[cell] = (trained[cell] ?? 0) + reached * (1 - transfer) - reachedAgain * transfer
    using[cell] = (using[cell] ?? 0) + (reached + reachedAgain) * transfer
    started += (arrays.componentWeight[component] ?? 0) * (reached + reachedAgain) * transfer
  }
  return started
}

/**
 * Steps 5 and 6, what all cells of a group share: the parts of its stocks that stay where they are, and its turnover
 * with the vacancies it leaves. Changes `vacant`.
 */
export function setGroupRates(
  arrays: DistrictArrays,
  parameters: ModelParameters,
  state: DistrictState,
  month: number,
): void {
  const { groupCount, groupUnit, groupReadiness, groupContextFit, groupOnboarding, retention, unitStartMonth } = arrays
  const { uptakeHazard, skillHazard, lapseHazard, vacant, trainedKept, usingKept, gainPart, stay } = state
  const firstRetention = ((arrays.firstCalendarMonth + month) % 12) * groupCount
  const hired = 1 - Math.exp(-1 / parameters.hiringLagMonths)
  for (let group = 0; group < groupCount; group += 1) {
    const unit = groupUnit[group] ?? 0
    trainedKept[group] = Math.exp(-(groupReadiness[group] ?? 0) * (uptakeHazard[unit] ?? 0))
    const gain = (groupContextFit[group] ?? 0) * (skillHazard[unit] ?? 0)
    const bothHazards = gain + (lapseHazard[unit] ?? 0)
    usingKept[group] = Math.exp(-bothHazards)
    gainPart[group] = bothHazards > 0 ? gain / bothHazards : 0

    const staying = retention[firstRetention + group] ?? 0
    const vacantBefore = vacant[group] ?? 0
    const vacated = vacantBefore + (1 - staying) * (1 - vacantBefore)
    const hires = vacated * hired
    const isActive = month >= (unitStartMonth[unit] ?? 0)
    const hiredUsing = isActive ? hires * parameters.carryIn : 0
    const onboarded = (groupOnboarding[group] ?? 0) * (state.capacity[unit] ?? 0)
    const hiredTrained = isActive ? (hires - hiredUsing) * onboarded : 0
    stay[group] = staying
    vacant[group] = vacated - hires
    state.hiredUsing[group] = hiredUsing
    state.hiredTrained[group] = hiredTrained
    state.hiredUntrained[group] = hires - hiredUsing - hiredTrained
  }
}

/** Steps 5 and 6, change of practice and turnover, for every cell: the loop in which the time is spent. */
export function changePractice(arrays: DistrictArrays, state: DistrictState): void {
  const { groupCount, componentCount, groupUnit } = arrays
  const { untrained, trained, using, fidelity, driftKept } = state
  for (let group = 0; group < groupCount; group += 1) {
    const tKeptPart = state.trainedKept[group] ?? 0
    const pKeptPart = state.usingKept[group] ?? 0
    const fKeptPart = driftKept[groupUnit[group] ?? 0] ?? 0
    const gainPart = state.gainPart[group] ?? 0
    const stay = state.stay[group] ?? 0
    const hiredUntrained = state.hiredUntrained[group] ?? 0
    const hiredTrained = state.hiredTrained[group] ?? 0
    const hiredUsing = state.hiredUsing[group] ?? 0
    const end = (group + 1) * componentCount
    for (let cell = group * componentCount; cell < end; cell += 1) {
      const t = trained[cell] ?? 0
      const p = using[cell] ?? 0
      const f = fidelity[cell] ?? 0
      const tKept = t * tKeptPart
      const pKept = p * pKeptPart
      const fKept = f * fKeptPart
      const gained = (p - pKept) * gainPart
      const lapsed = p - pKept - gained
      untrained[cell] = (untrained[cell] ?? 0) * stay + hiredUntrained
      trained[cell] = (tKept + lapsed) * stay + hiredTrained
      using[cell] = (pKept + (t - tKept) + (f - fKept)) * stay + hiredUsing
      fidelity[cell] = (fKept + gained) * stay
    }
  }
}
