import type { DistrictArrays } from './district-arrays'
import type { DistrictState } from './district-state'
import type { CompleteModelInput } from './input'
import type { Observation } from './observation'
import type { ModelParameters } from './parameter'
import { prepareSimulation } from './simulate'

/** What the model says a person observed would be found to do: probabilities of the three answers, summing to 1. */
export interface Prediction {
  readonly notUsing: number
  readonly usingBelow: number
  readonly atFidelity: number
}

/** The model as a predictor of the observations, prepared once and run for many parameters. */
export interface Predictor {
  readonly predict: (parameters: ModelParameters) => Prediction[]
}

/** Probabilities are kept off 0: one observation that the model finds impossible must not end the search. */
const leastProbability = 1e-9

interface Target {
  readonly index: number
  readonly month: number
  readonly component: number
  /** Groups and their headcounts. */
  readonly groups: readonly (readonly [number, number])[]
}

/** The input cut after its last observed month: what comes later cannot be seen. */
function cutAfter(input: CompleteModelInput, lastMonth: number): CompleteModelInput {
  const horizonMonths = lastMonth + 1
  const { supports } = input
  const own = Object.entries(supports.coachHoursByUnit)
  return {
    ...input,
    horizonMonths,
    supports: {
      coachHours: supports.coachHours.slice(0, horizonMonths),
      coachHoursByUnit: Object.fromEntries(own.map(([unitId, hours]) => [unitId, hours.slice(0, horizonMonths)])),
      capacityInvestment: supports.capacityInvestment.slice(0, horizonMonths),
      sessions: supports.sessions.filter((session) => session.month < horizonMonths),
    },
  }
}

/** Where the observed groups stand in the arrays, which are ordered by unit and, within a unit, as in the input. */
function targetsOf(input: CompleteModelInput, arrays: DistrictArrays, observations: readonly Observation[]): Target[] {
  const unitIndex = new Map(input.units.map((unit, index) => [unit.id, index]))
  const componentIndex = new Map(input.components.map((component, index) => [component.id, index]))
  return observations.map((observation, index) => {
    const first = arrays.unitGroups[unitIndex.get(observation.unitId) ?? 0] ?? 0
    const ofUnit = input.groups.filter((group) => group.unitId === observation.unitId)
    const isObserved = (id: string) => observation.groupIds === null || observation.groupIds.includes(id)
    const groups = ofUnit.flatMap((group, offset) =>
      isObserved(group.id) ? [[first + offset, group.headcount] as const] : [],
    )
    return { index, month: observation.month, component: componentIndex.get(observation.componentId) ?? 0, groups }
  })
}

/** The shares among people who are there; an empty position cannot be observed. */
function predictionOf(target: Target, arrays: DistrictArrays, state: DistrictState): Prediction {
  let present = 0
  let using = 0
  let fidelity = 0
  for (const [group, headcount] of target.groups) {
    const cell = group * arrays.componentCount + target.component
    present += headcount * (1 - (state.vacant[group] ?? 0))
    using += headcount * (state.using[cell] ?? 0)
    fidelity += headcount * (state.fidelity[cell] ?? 0)
  }
  const usingBelow = present > 0 ? Math.max(leastProbability, using / present) : leastProbability
  const atFidelity = present > 0 ? Math.max(leastProbability, fidelity / present) : leastProbability
  return { notUsing: Math.max(leastProbability, 1 - usingBelow - atFidelity), usingBelow, atFidelity }
}

/** Prepares the model to predict checked observations. */
export function preparePredictor(input: CompleteModelInput, observations: readonly Observation[]): Predictor {
  const lastMonth = observations.reduce((last, observation) => Math.max(last, observation.month), 0)
  const simulation = prepareSimulation(cutAfter(input, lastMonth))
  const targets = targetsOf(input, simulation.arrays, observations)
  const byMonth = Array.from({ length: lastMonth + 1 }, (_, month) => targets.filter((one) => one.month === month))
  const values = new Float64Array(simulation.valuesLength)
  const predict = (parameters: ModelParameters) => {
    const predictions: Prediction[] = []
    const afterMonth = (state: DistrictState, month: number) => {
      for (const target of byMonth[month] ?? []) {
        predictions[target.index] = predictionOf(target, simulation.arrays, state)
      }
    }
    simulation.run(parameters, values, { observer: { afterMonth } })
    return predictions
  }
  return { predict }
}

/** One answer an observation can give: how many gave it, and how likely the model finds it. */
export interface Answer {
  readonly count: number
  readonly probability: number
}

/** The answers of an observation: three where fidelity was looked at (multinomial), else two (binomial). */
export function answersOf(observation: Observation, prediction: Prediction): Answer[] {
  const { staffObserved, staffUsing, staffAtFidelity } = observation
  const not = { count: staffObserved - staffUsing, probability: prediction.notUsing }
  if (staffAtFidelity === null) {
    return [not, { count: staffUsing, probability: prediction.usingBelow + prediction.atFidelity }]
  }
  return [
    not,
    { count: staffUsing - staffAtFidelity, probability: prediction.usingBelow },
    { count: staffAtFidelity, probability: prediction.atFidelity },
  ]
}
