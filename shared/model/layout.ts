import { cut } from './cut'
import type { CellArrays, DistrictArrays, SessionArrays } from './district-arrays'
import type { CompleteModelInput, InputSession } from './input'
import { monthlyRetention } from './turnover'

function placesOf(rows: readonly { readonly id: string }[]): Map<string, number> {
  return new Map(rows.map((row, index) => [row.id, index]))
}

function normalised(weights: readonly number[]): Float64Array {
  const scale = weights.reduce((most, weight) => Math.max(most, weight), 0)
  const scaled = weights.map((weight) => weight / scale)
  const sum = scaled.reduce((total, weight) => total + weight, 0)
  return Float64Array.from(scaled, (weight) => weight / sum)
}

/** The groups ordered by unit, and where each unit's groups begin. */
function groupsByUnit(input: CompleteModelInput): { order: Int32Array; unitGroups: Int32Array; groupUnit: Int32Array } {
  const unitPlaces = placesOf(input.units)
  const unitOf = Int32Array.from(input.groups, (group) => unitPlaces.get(group.unitId) ?? 0)
  const unitGroups = new Int32Array(input.units.length + 1)
  for (const unit of unitOf) unitGroups[unit + 1] = (unitGroups[unit + 1] ?? 0) + 1
  for (let unit = 0; unit < input.units.length; unit += 1) {
    unitGroups[unit + 1] = (unitGroups[unit + 1] ?? 0) + (unitGroups[unit] ?? 0)
  }
  const next = unitGroups.slice()
  const order = new Int32Array(input.groups.length)
  unitOf.forEach((unit, group) => {
    const place = next[unit] ?? 0
    order[place] = group
    next[unit] = place + 1
  })
  return { order, unitGroups, groupUnit: order.map((group) => unitOf[group] ?? 0) }
}

function ownHoursOf(input: CompleteModelInput): { ownHoursRow: Int32Array; ownHours: Float64Array } {
  const byUnit = new Map(Object.entries(input.supports.coachHoursByUnit))
  const ownHours = new Float64Array(byUnit.size * input.horizonMonths)
  const ownHoursRow = new Int32Array(input.units.length).fill(-1)
  let rows = 0
  input.units.forEach((unit, index) => {
    const hours = byUnit.get(unit.id)
    if (hours === undefined) return
    ownHours.set(hours.map(cut), rows * input.horizonMonths)
    ownHoursRow[index] = rows
    rows += 1
  })
  return { ownHoursRow, ownHours }
}

function offsets(counts: readonly number[]): Int32Array {
  const from = new Int32Array(counts.length + 1)
  counts.forEach((count, index) => {
    from[index + 1] = (from[index] ?? 0) + count
  })
  return from
}

function sessionsOf(input: CompleteModelInput, groupPlace: Map<string, number>): SessionArrays {
  const componentPlace = placesOf(input.components)
  const byMonth: InputSession[][] = Array.from({ length: input.horizonMonths }, () => [])
  for (const session of input.supports.sessions) byMonth[session.month]?.push(session)
  const sessions = byMonth.flat()
  const groupsFrom = offsets(sessions.map((session) => session.groupIds.length))
  const groups = new Int32Array(groupsFrom[sessions.length] ?? 0)
  const componentsFrom = offsets(sessions.map((session) => session.componentIds.length))
  const components = new Int32Array(componentsFrom[sessions.length] ?? 0)
  sessions.forEach((session, index) => {
    const firstGroup = groupsFrom[index] ?? 0
    session.groupIds.forEach((id, offset) => (groups[firstGroup + offset] = groupPlace.get(id) ?? 0))
    const firstComponent = componentsFrom[index] ?? 0
    session.componentIds.forEach((id, offset) => (components[firstComponent + offset] = componentPlace.get(id) ?? 0))
  })
  return {
    ofMonth: offsets(byMonth.map((month) => month.length)),
    coverage: Float64Array.from(sessions, (session) => session.coverage),
    transfer: Float64Array.from(sessions, (session) => session.transfer),
    groupsFrom,
    groups,
    componentsFrom,
    components,
  }
}

/**
 * The cells at the start. Shares that sum to a little more than 1, which the input may by rounding, are scaled to 1:
 * people are neither made nor lost.
 */
function initialCells(input: CompleteModelInput, groupPlace: Map<string, number>): CellArrays {
  const componentPlace = placesOf(input.components)
  const count = input.groups.length * input.components.length
  const cells = {
    untrained: new Float64Array(count).fill(1),
    trained: new Float64Array(count),
    using: new Float64Array(count),
    fidelity: new Float64Array(count),
  }
  for (const row of input.initial) {
    const group = groupPlace.get(row.groupId) ?? 0
    const cell = group * input.components.length + (componentPlace.get(row.componentId) ?? 0)
    const sum = row.trained + row.using + row.fidelity
    const scale = Math.max(1, sum)
    cells.untrained[cell] = Math.max(0, 1 - sum)
    cells.trained[cell] = row.trained / scale
    cells.using[cell] = row.using / scale
    cells.fidelity[cell] = row.fidelity / scale
  }
  return cells
}

function partsOf(headcounts: Float64Array): { total: number; parts: Float64Array } {
  const total = headcounts.reduce((sum, headcount) => sum + headcount, 0)
  return { total, parts: headcounts.map((headcount) => (total > 0 ? headcount / total : 0)) }
}

function headcountsOf(input: CompleteModelInput, order: Int32Array, unitGroups: Int32Array) {
  const headcounts = Float64Array.from(order, (group) => cut(input.groups[group]?.headcount ?? 0))
  const unitHeadcount = new Float64Array(input.units.length)
  const groupShare = new Float64Array(order.length)
  for (let unit = 0; unit < unitHeadcount.length; unit += 1) {
    const from = unitGroups[unit] ?? 0
    const { total, parts } = partsOf(headcounts.subarray(from, unitGroups[unit + 1]))
    unitHeadcount[unit] = total
    groupShare.set(parts, from)
  }
  return { unitHeadcount, groupShare, unitShare: partsOf(unitHeadcount).parts }
}

/** The groups as they are ordered in the arrays. */
const orderedGroups = (input: CompleteModelInput, order: Int32Array) =>
  Array.from(order, (index) => input.groups[index]).filter((group) => group !== undefined)

/** What of the arrays hangs on the rates of the groups and on the supports, which differ from draw to draw. */
function ratesOf(input: CompleteModelInput, order: Int32Array) {
  const groups = orderedGroups(input, order)
  return {
    groupReadiness: Float64Array.from(groups, (group) => cut(group.readiness)),
    groupContextFit: Float64Array.from(groups, (group) => cut(group.contextFit)),
    groupOnboarding: Float64Array.from(groups, (group) => group.onboardingCoverage),
    retention: monthlyRetention(
      groups.map((group) => group.annualTurnover),
      input.leaving,
    ),
    poolHours: Float64Array.from(input.supports.coachHours, cut),
    capacityInvestment: Float64Array.from(input.supports.capacityInvestment),
    ...ownHoursOf(input),
  }
}

/** Lays a checked input out as flat arrays. Cost grows in proportion to its size. */
export function layOut(input: CompleteModelInput): DistrictArrays {
  const { order, unitGroups, groupUnit } = groupsByUnit(input)
  const groupPlace = placesOf(orderedGroups(input, order))
  return {
    start: input.start,
    unitIds: input.units.map((unit) => unit.id),
    horizonMonths: input.horizonMonths,
    unitCount: input.units.length,
    groupCount: order.length,
    componentCount: input.components.length,
    firstCalendarMonth: Number(input.start.slice(5, 7)) - 1,
    calendar: Float64Array.from(input.calendar),
    leaving: Float64Array.from(input.leaving),
    componentWeight: normalised(input.components.map((component) => component.weight)),
    isCore: Uint8Array.from(input.components, (component) => (component.core ? 1 : 0)),
    unitStartMonth: Float64Array.from(input.units, (unit) => unit.startMonth ?? Number.POSITIVE_INFINITY),
    unitInitialCapacity: Float64Array.from(input.units, (unit) => unit.initialCapacity),
    unitDependency: Float64Array.from(input.units, (unit) => unit.keyPersonDependency),
    ...headcountsOf(input, order, unitGroups),
    unitGroups,
    groupUnit,
    districtInitialCapacity: input.district.initialCapacity,
    districtDependency: input.district.keyPersonDependency,
    ...ratesOf(input, order),
    sessions: sessionsOf(input, groupPlace),
    initial: initialCells(input, groupPlace),
  }
}

/** Whether two inputs have the same schools, people, components, sessions and start: all but rates and supports. */
function areAlike(one: CompleteModelInput, other: CompleteModelInput): boolean {
  return (
    one.units === other.units &&
    one.components === other.components &&
    one.initial === other.initial &&
    one.district === other.district &&
    one.calendar === other.calendar &&
    one.leaving === other.leaving &&
    one.start === other.start &&
    one.horizonMonths === other.horizonMonths &&
    one.supports.sessions === other.supports.sessions &&
    one.groups.length === other.groups.length &&
    one.groups.every((group, at) => {
      const like = other.groups[at]
      return group.id === like?.id && group.unitId === like.unitId && group.headcount === like.headcount
    })
  )
}

/**
 * Lays out inputs that come from one another by `withFactor`, as the draws do: what they share is laid out once. Gives
 * what `layOut` gives.
 */
export function layoutOfMany(): (input: CompleteModelInput) => DistrictArrays {
  let first: {
    readonly input: CompleteModelInput
    readonly arrays: DistrictArrays
    readonly order: Int32Array
  } | null = null
  return (input) => {
    if (first && areAlike(first.input, input)) return { ...first.arrays, ...ratesOf(input, first.order) }
    const arrays = layOut(input)
    first ??= { input, arrays, order: groupsByUnit(input).order }
    return arrays
  }
}
