import type { CompleteModelInput, InputGroup, InputSession } from '@shared/model/input'
import type { MeasureValues } from '@shared/model/trajectory'

/**
 * The model once more, straight from its equations: plain objects, one small function a step, nothing shared with the
 * fast engine. Slow on purpose; it is there to be read and believed.
 */

interface Stocks {
  U: number
  T: number
  P: number
  F: number
}

interface Group {
  facts: Required<InputGroup>
  vacant: number
  stocks: Map<string, Stocks>
}

interface Unit {
  id: string
  startMonth: number | null
  dependency: number
  capacity: number
  need: number
  coverage: number
  groups: Group[]
}

interface District {
  capacity: number
  coverage: number
  units: Unit[]
}

export interface SlowRun {
  months: MeasureValues[]
  units: Record<string, MeasureValues[]>
}

export function slowSimulate(input: CompleteModelInput): SlowRun {
  const district = begin(input)
  const months: MeasureValues[] = []
  const units = new Map<string, MeasureValues[]>(district.units.map((unit) => [unit.id, []]))
  for (let month = 0; month < input.horizonMonths; month += 1) {
    coach(input, district, month)
    buildCapacity(input, district, month)
    for (const session of input.supports.sessions) if (session.month === month) hold(session, district, month)
    practice(input, district, month)
    turnOver(input, district, month)
    months.push(
      measure(
        input,
        district.units.flatMap((unit) => unit.groups),
        district,
      ),
    )
    for (const unit of district.units) units.get(unit.id)!.push(measure(input, unit.groups, unit))
  }
  return { months, units: Object.fromEntries(units) }
}

function begin(input: CompleteModelInput): District {
  const units = input.units.map((unit): Unit => {
    const groups = input.groups.filter((group) => group.unitId === unit.id)
    return {
      id: unit.id,
      startMonth: unit.startMonth,
      dependency: unit.keyPersonDependency,
      capacity: unit.initialCapacity,
      need: 0,
      coverage: 0,
      groups: groups.map((facts) => ({ facts, vacant: 0, stocks: initialStocks(input, facts.id) })),
    }
  })
  return { capacity: input.district.initialCapacity, coverage: 0, units }
}

function initialStocks(input: CompleteModelInput, groupId: string): Map<string, Stocks> {
  const stocks = new Map<string, Stocks>()
  for (const component of input.components) {
    const row = input.initial.find((entry) => entry.groupId === groupId && entry.componentId === component.id)
    const [T, P, F] = [row?.trained ?? 0, row?.using ?? 0, row?.fidelity ?? 0]
    stocks.set(component.id, { U: Math.max(0, 1 - T - P - F), T, P, F })
  }
  return stocks
}

function isActive(unit: Unit, month: number): boolean {
  return unit.startMonth !== null && month >= unit.startMonth
}

function calendarMonth(input: CompleteModelInput, month: number): number {
  return (Number(input.start.split('-')[1]) - 1 + month) % 12
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

/** Headcount- and weight-averaged value of something that is read from each stock. */
function average(input: CompleteModelInput, groups: Group[], read: (stocks: Stocks) => number): number {
  const people = sum(groups.map((group) => group.facts.headcount))
  if (people === 0) return 0
  const weights = sum(input.components.map((component) => component.weight))
  const total = groups.map(
    (group) =>
      group.facts.headcount *
      sum(input.components.map((part) => (part.weight / weights) * read(group.stocks.get(part.id)!))),
  )
  return sum(total) / people
}

function coach(input: CompleteModelInput, district: District, month: number): void {
  const { coachingHoursTrained, coachingHoursUsing, coachingHoursFidelity } = input.parameters
  const used = new Map<Unit, number>()
  for (const unit of district.units) {
    const people = sum(unit.groups.map((group) => group.facts.headcount))
    const hours = (stocks: Stocks) =>
      coachingHoursTrained * stocks.T + coachingHoursUsing * stocks.P + coachingHoursFidelity * stocks.F
    unit.need = isActive(unit, month) ? people * average(input, unit.groups, hours) : 0
    used.set(unit, Math.min(unit.need, input.supports.coachHoursByUnit[unit.id]?.[month] ?? 0))
  }
  const left = sum(district.units.map((unit) => unit.need - used.get(unit)!))
  const ratio = left > 0 ? Math.min(1, input.supports.coachHours[month]! / left) : 0
  for (const unit of district.units) {
    const given = used.get(unit)! + (unit.need - used.get(unit)!) * ratio
    unit.coverage = unit.need === 0 ? 0 : given / unit.need
  }
  const need = sum(district.units.map((unit) => unit.need))
  district.coverage = need === 0 ? 0 : sum(district.units.map((unit) => unit.coverage * unit.need)) / need
}

function buildCapacity(input: CompleteModelInput, district: District, month: number): void {
  const { capacityGainMonths, capacityLossMonths, leaderTurnover } = input.parameters
  const lost = 1 - (1 - leaderTurnover) ** input.leaving[calendarMonth(input, month)]!
  const held = (value: number) => Math.min(1, Math.max(0, value))
  const investment = input.supports.capacityInvestment[month]!
  const C0 = district.capacity
  district.capacity = held(
    C0 +
      (investment * (1 - C0)) / capacityGainMonths -
      ((1 - investment) * C0) / capacityLossMonths -
      lost * input.district.keyPersonDependency * C0,
  )
  for (const unit of district.units) {
    const C = unit.capacity
    const built = isActive(unit, month) ? (district.capacity * (1 - C)) / capacityGainMonths : 0
    const faded = ((1 - district.capacity) * C) / capacityLossMonths
    unit.capacity = held(C + built - faded - lost * unit.dependency * C)
  }
}

function hold(session: InputSession, district: District, month: number): void {
  for (const unit of district.units.filter((candidate) => isActive(candidate, month))) {
    for (const group of unit.groups.filter((candidate) => session.groupIds.includes(candidate.facts.id))) {
      for (const componentId of session.componentIds) {
        const stocks = group.stocks.get(componentId)!
        const a = stocks.U * session.coverage
        const b = stocks.T * session.coverage
        stocks.U -= a
        stocks.T += a * (1 - session.transfer) - b * session.transfer
        stocks.P += (a + b) * session.transfer
      }
    }
  }
}

function pullOfColleagues(input: CompleteModelInput, exposure: number): number {
  const { tippingThreshold, tippingSteepness, peerResponse } = input.parameters
  if (peerResponse === 'linear') return exposure
  if (exposure === 0) return 0
  const power = exposure ** tippingSteepness
  return power / (power + tippingThreshold ** tippingSteepness)
}

/** What a stock loses to several hazards at once, shared out in proportion. */
function mix(stock: number, ...hazards: number[]): number[] {
  const all = sum(hazards)
  return hazards.map((hazard) => (all === 0 ? 0 : stock * (1 - Math.exp(-all)) * (hazard / all)))
}

function practice(input: CompleteModelInput, district: District, month: number): void {
  const parameters = input.parameters
  const adopted = (stocks: Stocks) => stocks.P + stocks.F
  const s = input.calendar[calendarMonth(input, month)]!
  const districtAdoption = average(
    input,
    district.units.flatMap((unit) => unit.groups),
    adopted,
  )
  const exposures = district.units.map(
    (unit) =>
      parameters.schoolPeerWeight * average(input, unit.groups, adopted) +
      (1 - parameters.schoolPeerWeight) * districtAdoption,
  )
  district.units.forEach((unit, index) => {
    const pull = pullOfColleagues(input, exposures[index]!)
    const e = (1 - unit.coverage) * (1 - unit.capacity)
    const skill = parameters.skillFromSystems * unit.capacity + parameters.skillFromCoaching * unit.coverage
    for (const group of unit.groups) {
      const uptake = s * group.facts.readiness * (parameters.spontaneousUptake + parameters.peerInfluence * pull)
      for (const stocks of group.stocks.values()) {
        const [takenUp] = mix(stocks.T, uptake)
        const [gained, lapsed] = mix(stocks.P, s * group.facts.contextFit * skill, parameters.lapse * e * (1 - pull))
        const [drifted] = mix(stocks.F, parameters.fidelityDrift * e)
        stocks.T += lapsed! - takenUp!
        stocks.P += takenUp! + drifted! - gained! - lapsed!
        stocks.F += gained! - drifted!
      }
    }
  })
}

function turnOver(input: CompleteModelInput, district: District, month: number): void {
  const leaving = input.leaving[calendarMonth(input, month)]!
  for (const unit of district.units) {
    for (const group of unit.groups) {
      const lost = 1 - (1 - group.facts.annualTurnover) ** leaving
      group.vacant += lost * (1 - group.vacant)
      const hires = group.vacant * (1 - Math.exp(-1 / input.parameters.hiringLagMonths))
      group.vacant -= hires
      const toP = isActive(unit, month) ? hires * input.parameters.carryIn : 0
      const toT = isActive(unit, month) ? (hires - toP) * group.facts.onboardingCoverage * unit.capacity : 0
      for (const stocks of group.stocks.values()) {
        stocks.U += hires - toP - toT - stocks.U * lost
        stocks.T += toT - stocks.T * lost
        stocks.P += toP - stocks.P * lost
        stocks.F -= stocks.F * lost
      }
    }
  }
}

function measure(
  input: CompleteModelInput,
  groups: Group[],
  place: { capacity: number; coverage: number },
): MeasureValues {
  const people = sum(groups.map((group) => group.facts.headcount))
  const overPeople = (read: (group: Group) => number) =>
    people === 0 ? 0 : sum(groups.map((group) => group.facts.headcount * read(group))) / people
  const core = input.components.filter((component) => component.core)
  const byCore = core.map((component) => overPeople((group) => group.stocks.get(component.id)!.F))
  return {
    untrained: average(input, groups, (stocks) => stocks.U),
    trained: average(input, groups, (stocks) => stocks.T),
    using: average(input, groups, (stocks) => stocks.P),
    fidelity: average(input, groups, (stocks) => stocks.F),
    vacant: overPeople((group) => group.vacant),
    bottleneck: byCore.length === 0 ? 0 : Math.min(...byCore),
    capacity: place.capacity,
    coachingCoverage: place.coverage,
  }
}
