import type { DistrictArrays } from './district-arrays'
import type { DistrictState } from './district-state'
import type { CompleteModelInput } from './input'
import { prepareSimulation, type SimulationOptions } from './simulate'

/** The states a position can be in. */
export const stocks = ['untrained', 'trained', 'using', 'fidelity', 'vacant'] as const

export type Stock = (typeof stocks)[number]

/**
 * What moves people between the states in a month, as shares of all positions, never negative: `reached` is who leaves
 * "untrained" through a session, `startedInTraining` who starts using in a session (some of them trained before);
 * `takenUp` trained → using, `lapsed` using → trained, `gainedFidelity` using → fidelity, `drifted` fidelity → using;
 * `left…` who leaves from each state, `hired…` who comes into each.
 */
export const flowKinds = [
  'reached',
  'startedInTraining',
  'takenUp',
  'lapsed',
  'gainedFidelity',
  'drifted',
  'leftUntrained',
  'leftTrained',
  'leftUsing',
  'leftFidelity',
  'hiredUntrained',
  'hiredTrained',
  'hiredUsing',
] as const

export type FlowKind = (typeof flowKinds)[number]

/**
 * A run seen as flows, averaged over people and components. Place 0 is the district, 1 + i the unit `unitIds[i]`.
 * `flows[(place * flowKinds.length + kind) * horizonMonths + month]`; `levels` has one month more, the start first:
 * `levels[(place * stocks.length + stock) * (horizonMonths + 1) + month + 1]`.
 */
export interface FlowRecord {
  readonly horizonMonths: number
  readonly unitIds: readonly string[]
  readonly flows: Float64Array
  readonly levels: Float64Array
}

/** The level of a stock at the end of a month, −1: at the start. NaN outside the record. */
export function levelAt(record: FlowRecord, place: number, stock: Stock, month: number): number {
  const at = (place * stocks.length + stocks.indexOf(stock)) * (record.horizonMonths + 1) + month + 1
  return record.levels[at] ?? Number.NaN
}

/** A flow of a place over all months: a view into the record. */
export function flowSeries(record: FlowRecord, place: number, kind: FlowKind): Float64Array {
  const from = (place * flowKinds.length + flowKinds.indexOf(kind)) * record.horizonMonths
  return record.flows.subarray(from, from + record.horizonMonths)
}

type Figures = Record<FlowKind | Stock, number>

function noFigures(): Figures {
  return Object.fromEntries([...flowKinds, ...stocks].map((name) => [name, 0])) as Figures
}

/** Adds the month's flows of one cell, `weight` being its part of the unit; the state is as before the change. */
function addCell(
  figures: Figures,
  state: DistrictState,
  group: number,
  cell: number,
  weight: number,
  kept: number,
): void {
  const stay = state.stay[group] ?? 0
  const t = state.trained[cell] ?? 0
  const p = state.using[cell] ?? 0
  const f = state.fidelity[cell] ?? 0
  const takenUp = t - t * (state.trainedKept[group] ?? 0)
  const moved = p - p * (state.usingKept[group] ?? 0)
  const gained = moved * (state.gainPart[group] ?? 0)
  const lapsed = moved - gained
  const drifted = f - f * kept
  figures.takenUp += weight * takenUp
  figures.gainedFidelity += weight * gained
  figures.lapsed += weight * lapsed
  figures.drifted += weight * drifted
  figures.leftUntrained += weight * (state.untrained[cell] ?? 0) * (1 - stay)
  figures.leftTrained += weight * (t - takenUp + lapsed) * (1 - stay)
  figures.leftUsing += weight * (p - moved + takenUp + drifted) * (1 - stay)
  figures.leftFidelity += weight * (f - drifted + gained) * (1 - stay)
  figures.hiredUntrained += weight * (state.hiredUntrained[group] ?? 0)
  figures.hiredTrained += weight * (state.hiredTrained[group] ?? 0)
  figures.hiredUsing += weight * (state.hiredUsing[group] ?? 0)
}

function addLevels(figures: Figures, state: DistrictState, cell: number, weight: number): void {
  figures.untrained += weight * (state.untrained[cell] ?? 0)
  figures.trained += weight * (state.trained[cell] ?? 0)
  figures.using += weight * (state.using[cell] ?? 0)
  figures.fidelity += weight * (state.fidelity[cell] ?? 0)
}

/** Records a run; one instance a run. */
class FlowRecorder {
  readonly record: FlowRecord
  readonly #arrays: DistrictArrays
  readonly #weights: Float64Array
  /** Untrained and using of each unit before the month's sessions. */
  readonly #before: Float64Array

  constructor(arrays: DistrictArrays, weights: Float64Array) {
    const { horizonMonths, unitCount, unitIds } = arrays
    const places = unitCount + 1
    this.#arrays = arrays
    this.#weights = weights
    this.#before = new Float64Array(2 * unitCount)
    this.record = {
      horizonMonths,
      unitIds,
      flows: new Float64Array(places * flowKinds.length * horizonMonths),
      levels: new Float64Array(places * stocks.length * (horizonMonths + 1)),
    }
  }

  /** Calls `add` with every cell of a unit and the cell's part of the unit. */
  #overCells(unit: number, add: (group: number, cell: number, weight: number) => void): void {
    const { unitGroups, groupShare, componentCount } = this.#arrays
    const endOfGroups = unitGroups[unit + 1] ?? 0
    for (let group = unitGroups[unit] ?? 0; group < endOfGroups; group += 1) {
      for (let component = 0; component < componentCount; component += 1) {
        const weight = (groupShare[group] ?? 0) * (this.#weights[component] ?? 0)
        add(group, group * componentCount + component, weight)
      }
    }
  }

  #write(
    values: Float64Array,
    names: readonly (FlowKind | Stock)[],
    length: number,
    unit: number,
    figures: Figures,
    at: number,
  ) {
    const part = this.#arrays.unitShare[unit] ?? 0
    names.forEach((name, index) => {
      values[((unit + 1) * names.length + index) * length + at] = figures[name]
      const ofDistrict = index * length + at
      values[ofDistrict] = (values[ofDistrict] ?? 0) + part * figures[name]
    })
  }

  beforeSessions(state: DistrictState, month: number): void {
    for (let unit = 0; unit < this.#arrays.unitCount; unit += 1) {
      const figures = noFigures()
      this.#overCells(unit, (_, cell, weight) => addLevels(figures, state, cell, weight))
      this.#before[2 * unit] = figures.untrained
      this.#before[2 * unit + 1] = figures.using
      if (month === 0) this.#writeLevels(unit, figures, -1)
    }
  }

  beforeChange(state: DistrictState, month: number): void {
    for (let unit = 0; unit < this.#arrays.unitCount; unit += 1) {
      const figures = noFigures()
      const kept = state.driftKept[unit] ?? 0
      this.#overCells(unit, (group, cell, weight) => {
        addCell(figures, state, group, cell, weight, kept)
        addLevels(figures, state, cell, weight)
      })
      figures.reached = (this.#before[2 * unit] ?? 0) - figures.untrained
      figures.startedInTraining = figures.using - (this.#before[2 * unit + 1] ?? 0)
      this.#write(this.record.flows, flowKinds, this.record.horizonMonths, unit, figures, month)
    }
  }

  afterMonth(state: DistrictState, month: number): void {
    for (let unit = 0; unit < this.#arrays.unitCount; unit += 1) {
      const figures = noFigures()
      this.#overCells(unit, (_, cell, weight) => addLevels(figures, state, cell, weight))
      figures.vacant = state.unitVacant[unit] ?? 0
      this.#writeLevels(unit, figures, month)
    }
  }

  #writeLevels(unit: number, figures: Figures, month: number): void {
    this.#write(this.record.levels, stocks, this.record.horizonMonths + 1, unit, figures, month + 1)
  }
}

/**
 * Runs the model and records every month's flows, of the district and each unit. With `componentId`, of that component
 * alone (an unknown one counts nothing); else averaged over components by weight. Slower than `simulate`.
 */
export function simulateFlows(
  input: CompleteModelInput,
  componentId?: string,
  options: Omit<SimulationOptions, 'observer'> = {},
): FlowRecord {
  const simulation = prepareSimulation(input)
  const weights =
    componentId === undefined
      ? simulation.arrays.componentWeight
      : Float64Array.from(input.components, (component) => (component.id === componentId ? 1 : 0))
  const recorder = new FlowRecorder(simulation.arrays, weights)
  const observer = {
    beforeSessions: (state: DistrictState, month: number) => recorder.beforeSessions(state, month),
    beforeChange: (state: DistrictState, month: number) => recorder.beforeChange(state, month),
    afterMonth: (state: DistrictState, month: number) => recorder.afterMonth(state, month),
  }
  simulation.run(input.parameters, new Float64Array(simulation.valuesLength), { ...options, observer })
  return recorder.record
}
