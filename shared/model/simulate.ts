import { countUnits } from './count'
import type { DistrictArrays } from './district-arrays'
import { type DistrictState, makeState, resetState } from './district-state'
import type { CompleteModelInput } from './input'
import { layOut } from './layout'
import { changeLeaders, coverCoaching, growCapacity, setUnitRates, usableParameters } from './month'
import type { ModelParameters } from './parameter'
import { changePractice, holdSessions, setGroupRates } from './practice'
import { makeMonthBlock, recordMonth } from './record'
import { measures, type Trajectory } from './trajectory'

/** Looks into a running month; must not change the state. Indices of groups and cells are those of `DistrictArrays`. */
export interface SimulationObserver {
  /** Before the month's sessions (its coaching and capacity are known). For month 0: the start. */
  readonly beforeSessions?: (state: DistrictState, month: number) => void
  /** After the sessions and with all rates of the month set, before people change (vacancies have changed already). */
  readonly beforeChange?: (state: DistrictState, month: number) => void
  /** At the end of the month, with the averages counted. */
  readonly afterMonth?: (state: DistrictState, month: number) => void
}

/** What a run may be asked beyond the input. */
export interface SimulationOptions {
  /** A change of leader everywhere at the start of this month (the stress test). */
  readonly leaderChangeMonth?: number
  /** Capacity of units and district stays as it was at the start (the tipping point). */
  readonly isCapacityFrozen?: boolean
  readonly observer?: SimulationObserver
}

/** A district made ready to run, many times and with different parameters, without allocating anew. */
export interface Simulation {
  /** Runs all months into `values`, which must have `valuesLength` places; see `Trajectory` for the layout. */
  readonly run: (parameters: ModelParameters, values: Float64Array, options?: SimulationOptions) => void
  readonly valuesLength: number
  readonly arrays: DistrictArrays
}

/** Prepares a checked input for repeated runs; `simulate` is the one-run form. */
export function prepareSimulation(input: CompleteModelInput): Simulation {
  return prepareArrays(layOut(input))
}

/** Like `prepareSimulation`, from arrays laid out already. */
export function prepareArrays(arrays: DistrictArrays): Simulation {
  const state = makeState(arrays)
  const block = makeMonthBlock(arrays)
  const { horizonMonths, unitCount } = arrays
  const run = (given: ModelParameters, values: Float64Array, options: SimulationOptions = {}) => {
    const parameters = usableParameters(given)
    const { observer } = options
    resetState(state, arrays)
    countUnits(arrays, state)
    for (let month = 0; month < horizonMonths; month += 1) {
      coverCoaching(arrays, parameters, state, month)
      if (month === options.leaderChangeMonth) changeLeaders(arrays, state)
      if (options.isCapacityFrozen !== true) growCapacity(arrays, parameters, state, month)
      observer?.beforeSessions?.(state, month)
      holdSessions(arrays, state, month)
      setUnitRates(arrays, parameters, state, month)
      setGroupRates(arrays, parameters, state, month)
      observer?.beforeChange?.(state, month)
      changePractice(arrays, state)
      countUnits(arrays, state)
      observer?.afterMonth?.(state, month)
      recordMonth(arrays, state, month, block, values)
    }
  }
  return { run, valuesLength: (unitCount + 1) * measures.length * horizonMonths, arrays }
}

/**
 * Runs the rollout model over all months of a checked input (model card, "One month"). Pure: the same input gives the
 * same bytes. One allocation of results; the answer can be transferred between threads.
 */
export function simulate(input: CompleteModelInput, options: SimulationOptions = {}): Trajectory {
  const simulation = prepareSimulation(input)
  const values = new Float64Array(simulation.valuesLength)
  simulation.run(input.parameters, values, options)
  return {
    start: input.start,
    horizonMonths: input.horizonMonths,
    unitIds: input.units.map((unit) => unit.id),
    values,
  }
}
