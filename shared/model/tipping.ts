import type { CompleteModelInput } from './input'
import { percentText } from './phase-reasons'
import { prepareSimulation } from './simulate'
import { districtSeries, placeSeries, type Trajectory } from './trajectory'

/** The grid of starting shares: .005, .010 … .995. */
const gridSteps = 200
/** How long each start runs, in months. */
const runMonths = 24
/** Months over which recurring coaching hours are averaged. */
const hoursMonths = 12

export type TippingKind = 'share' | 'anyStartGrows' | 'noStartHolds'

/**
 * Where practice begins to carry itself, as the district stands at a month. `share` is the tipping share, null unless
 * `kind` is 'share'. `adoption` is the district's own share that practices at that month. `starts` and `growth` draw the
 * curve: from each starting share, how much more (or less) practice there is after 24 months.
 */
export interface TippingPoint {
  readonly month: number
  readonly kind: TippingKind
  readonly share: number | null
  readonly adoption: number
  readonly starts: Float64Array
  readonly growth: Float64Array
  readonly sentence: string
}

/**
 * What to ask: the plan's input and trajectory, the input with only what recurring money pays, and a month of the
 * horizon, counted from 0.
 */
export interface TippingQuestion {
  readonly input: CompleteModelInput
  readonly recurringInput: CompleteModelInput
  readonly trajectory: Trajectory
  readonly month: number
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}

/** Recurring coaching hours a month, pool and own, averaged over the 12 months from `month` that the horizon has. */
function recurringHours(input: CompleteModelInput, month: number): number {
  const { coachHours, coachHoursByUnit } = input.supports
  const lists = [coachHours, ...Object.values(coachHoursByUnit)]
  const months = coachHours.slice(month, month + hoursMonths)
  return mean(months.map((_, offset) => lists.reduce((sum, hours) => sum + (hours[month + offset] ?? 0), 0)))
}

/** The district as one group of one component: means by headcount, full calendar averaged, leaving spread evenly. */
function collapsed(question: TippingQuestion): CompleteModelInput {
  const { input, recurringInput, trajectory, month } = question
  const people = input.groups.reduce((sum, group) => sum + group.headcount, 0)
  const meanOf = (figure: (group: CompleteModelInput['groups'][number]) => number) =>
    people > 0 ? input.groups.reduce((sum, group) => sum + group.headcount * figure(group), 0) / people : 0
  const capacities = new Map(
    trajectory.unitIds.map((unitId, index) => [unitId, placeSeries(trajectory, index + 1, 'capacity')[month] ?? 0]),
  )
  const hours = recurringHours(recurringInput, month)
  const everyMonth = (value: number) => Array.from({ length: runMonths }, () => value)
  const group = {
    id: 'everyone',
    unitId: 'district',
    headcount: people,
    annualTurnover: meanOf((one) => one.annualTurnover),
    onboardingCoverage: meanOf((one) => one.onboardingCoverage),
    readiness: meanOf((one) => one.readiness),
    contextFit: meanOf((one) => one.contextFit),
  }
  const capacity = meanOf((one) => capacities.get(one.unitId) ?? 0)
  return {
    ...input,
    horizonMonths: runMonths,
    calendar: input.calendar.map(() => mean(input.calendar)),
    leaving: input.leaving.map(() => 1 / 12),
    components: [{ id: 'program', weight: 1, core: true }],
    units: [{ id: 'district', startMonth: 0, initialCapacity: capacity, keyPersonDependency: 0 }],
    groups: [group],
    district: {
      initialCapacity: districtSeries(trajectory, 'capacity')[month] ?? 0,
      keyPersonDependency: 0,
    },
    initial: [{ groupId: group.id, componentId: 'program', trained: 0, using: 0, fidelity: 0 }],
    supports: {
      coachHours: everyMonth(hours),
      coachHoursByUnit: {},
      capacityInvestment: everyMonth(0),
      sessions: [],
    },
  }
}

/** From each start of the grid, how adoption changes in 24 months without training, with capacity as it is. */
function growthCurve(input: CompleteModelInput, starts: Float64Array): Float64Array {
  const simulation = prepareSimulation(input)
  const { initial, horizonMonths, unitIds } = simulation.arrays
  const values = new Float64Array(simulation.valuesLength)
  const trajectory = { start: input.start, horizonMonths, unitIds, values }
  const last = horizonMonths - 1
  return starts.map((start) => {
    initial.untrained[0] = 0
    initial.trained[0] = 1 - start
    initial.fidelity[0] = start
    simulation.run(input.parameters, values, { isCapacityFrozen: true })
    const adoption =
      (districtSeries(trajectory, 'using')[last] ?? 0) + (districtSeries(trajectory, 'fidelity')[last] ?? 0)
    return adoption - start
  })
}

/**
 * Reads the tipping share from a growth curve on the grid: the largest start with growth ≥ 0 after one with growth < 0
 * just before. Without one, any start grows where growth is ≥ 0 up to the first start ≥ .5; else no start holds.
 */
export function readTipping(starts: Float64Array, growth: Float64Array): { kind: TippingKind; share: number | null } {
  for (let index = starts.length - 1; index > 0; index -= 1) {
    if ((growth[index] ?? 0) >= 0 && (growth[index - 1] ?? 0) < 0)
      return { kind: 'share', share: starts[index] ?? null }
  }
  const half = starts.findIndex((start) => start >= 0.5)
  const growsToHalf = growth.subarray(0, half + 1).every((value) => value >= 0)
  return { kind: growsToHalf ? 'anyStartGrows' : 'noStartHolds', share: null }
}

function sentenceOf(kind: TippingKind, share: number | null, adoption: number): string {
  const now = `${percentText(adoption, share)} of people practice it`
  if (kind === 'anyStartGrows') return `Any start grows with the support that stays; ${now} now.`
  if (kind === 'noStartHolds') return `No start holds by itself with the support that stays; ${now} now.`
  const line = percentText(share ?? 0, null)
  if (adoption >= (share ?? 0)) return `Practice carries itself from ${line} on; ${now} now, past that point.`
  return `Practice carries itself from ${line} on; ${now} now, not there yet.`
}

/**
 * The tipping point of the district as it stands at the end of a month (model card, "Tipping point"): how many must
 * practice for practice to grow by itself with only recurring support, no more training, and systems as they are.
 */
export function tippingPoint(question: TippingQuestion): TippingPoint {
  const { trajectory, month } = question
  const starts = Float64Array.from({ length: gridSteps - 1 }, (_, index) => (index + 1) / gridSteps)
  const growth = growthCurve(collapsed(question), starts)
  const { kind, share } = readTipping(starts, growth)
  const using = districtSeries(trajectory, 'using')[month] ?? 0
  const adoption = using + (districtSeries(trajectory, 'fidelity')[month] ?? 0)
  return { month, kind, share, adoption, starts, growth, sentence: sentenceOf(kind, share, adoption) }
}
