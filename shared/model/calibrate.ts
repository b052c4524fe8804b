import { cholesky, inverseFromCholesky, type Matrix } from './cholesky'
import { type ParameterPosterior, type ParameterSpread, parameterSpreads } from './draws'
import { minimise, type Minimum } from './fit'
import type { CompleteModelInput } from './input'
import type { ModelInputProblem } from './input-problem'
import { type Prediction, preparePredictor } from './likelihood'
import { checkObservations, type Observation } from './observation'
import type { ModelParameters } from './parameter'
import { baseParameters, numericParameters } from './parameters'
import { normalQuantile } from './portable-math'
import { type PosteriorObjective, posteriorObjective } from './posterior-objective'
import { uniformFor } from './random'

/** The parameters that a pilot can teach. */
export const calibratedKeys = [
  'spontaneousUptake',
  'peerInfluence',
  'skillFromSystems',
  'skillFromCoaching',
  'fidelityDrift',
  'lapse',
] as const

export type CalibratedKey = (typeof calibratedKeys)[number]

/** How much the pilot told of a parameter: much (posterior sd under half the prior's), some, or next to nothing. */
export type Taught = 'much' | 'some' | 'little'

/** One parameter after calibration; values in its own unit, `low` and `high` the ends of the 90 % interval. */
export interface CalibratedParameter {
  readonly key: CalibratedKey
  readonly prior: { readonly value: number; readonly low: number; readonly high: number }
  readonly value: number
  readonly low: number
  readonly high: number
  /** Posterior over prior standard deviation of the logarithm: 1 means that the pilot taught nothing. */
  readonly sdRatio: number
  readonly taught: Taught
  readonly sentence: string
}

/** An observation beside what the calibrated model gives: shares of the staff observed; null: not looked at. */
export interface FittedObservation {
  readonly observation: Observation
  readonly observedUsing: number | null
  readonly fittedUsing: number
  readonly observedAtFidelity: number | null
  readonly fittedAtFidelity: number
}

/** What the pilot taught. `posterior` goes into the draws; `isConverged` false: the search ended without settling. */
export interface Calibration {
  readonly parameters: readonly CalibratedParameter[]
  readonly posterior: ParameterPosterior
  readonly fitted: readonly FittedObservation[]
  readonly isConverged: boolean
  readonly sentence: string
}

/** The observations and the plan they come from, compiled from its start; `priors` default to the parameter table. */
export interface CalibrationQuestion {
  readonly input: CompleteModelInput
  readonly observations: readonly Observation[]
  readonly priors?: readonly ParameterSpread[]
}

export type CalibrationAnswer =
  | { readonly ok: true; readonly value: Calibration }
  | { readonly ok: false; readonly errors: readonly ModelInputProblem[] }

interface Prior {
  readonly key: CalibratedKey
  readonly logMean: number
  readonly logSd: number
}

/** Widths of a 90 % interval in standard deviations: from end to end, and from the middle. */
const intervalWidth = 3.29
const intervalReach = 1.645

/** Starting points of the search: the middle of the priors and some seeded draws from them. */
const startCount = 5
const startSeed = 20_260_701

function priorsOf(spreads: readonly ParameterSpread[]): Prior[] {
  const base = parameterSpreads(baseParameters)
  return calibratedKeys.flatMap((key) => {
    const spread = [...spreads, ...base].find((one) => one.key === key && one.low > 0 && one.high > one.low)
    if (spread === undefined) return []
    return [{ key, logMean: Math.log(spread.mode), logSd: Math.log(spread.high / spread.low) / intervalWidth }]
  })
}

/** The parameters at a point; coordinates are prior standard deviations of the logarithm away from the prior's middle. */
function parametersAt(base: ModelParameters, priors: readonly Prior[], point: readonly number[]): ModelParameters {
  const moved = priors.map(({ key, logMean, logSd }, index) => {
    return [key, Math.exp(logMean + logSd * (point[index] ?? 0))] as const
  })
  return { ...base, ...Object.fromEntries(moved) }
}

/** Searches from every start by expected curvature, then settles the best by the curvature itself. */
function bestMinimum(objective: PosteriorObjective, priors: readonly Prior[]): Minimum {
  const starts = Array.from({ length: startCount }, (_, start) =>
    priors.map(({ key }) => (start === 0 ? 0 : normalQuantile(uniformFor(startSeed, start, key) || 0.5))),
  )
  const minima = starts.map((start) => minimise(objective, start))
  const best = minima.reduce((least, minimum) => (minimum.value < least.value ? minimum : least))
  return minimise({ valueAt: objective.valueAt, slopeAt: objective.bentAt }, best.point)
}

function taughtOf(sdRatio: number): Taught {
  if (sdRatio < 0.5) return 'much'
  return sdRatio < 0.85 ? 'some' : 'little'
}

const taughtWords: Readonly<Record<Taught, string>> = {
  much: 'the pilot tells this well',
  some: 'the pilot tells something; the rest is the general assumption',
  little: 'the pilot tells next to nothing; this still rests on the general assumption',
}

function labelOf(key: CalibratedKey): string {
  return numericParameters.find((parameter) => parameter.key === key)?.label ?? key
}

function calibratedParameter(prior: Prior, coordinate: number, sd: number): CalibratedParameter {
  const { key, logMean, logSd } = prior
  const at = (offset: number) => Math.exp(logMean + logSd * offset)
  const taught = taughtOf(sd)
  return {
    key,
    prior: { value: at(0), low: at(-intervalReach), high: at(intervalReach) },
    value: at(coordinate),
    low: at(coordinate - intervalReach * sd),
    high: at(coordinate + intervalReach * sd),
    sdRatio: sd,
    taught,
    sentence: `${labelOf(key)}: ${taughtWords[taught]}.`,
  }
}

function fittedOf(observation: Observation, prediction: Prediction): FittedObservation {
  const { staffObserved, staffUsing, staffAtFidelity } = observation
  const hasStaff = staffObserved > 0
  return {
    observation,
    observedUsing: hasStaff ? staffUsing / staffObserved : null,
    fittedUsing: prediction.usingBelow + prediction.atFidelity,
    observedAtFidelity: hasStaff && staffAtFidelity !== null ? staffAtFidelity / staffObserved : null,
    fittedAtFidelity: prediction.atFidelity,
  }
}

function listed(parameters: readonly CalibratedParameter[], taught: Taught): string {
  return parameters
    .filter((parameter) => parameter.taught === taught)
    .map((parameter) => labelOf(parameter.key).toLowerCase())
    .join(', ')
}

function sentenceOf(parameters: readonly CalibratedParameter[]): string {
  const sentences = [
    ['The pilot tells much about: ', listed(parameters, 'much')],
    ['It tells something about: ', listed(parameters, 'some')],
    ['Still resting on general assumptions: ', listed(parameters, 'little')],
  ]
  return sentences
    .filter(([, names]) => names !== '')
    .map((parts) => `${parts.join('')}.`)
    .join(' ')
}

function posteriorOf(priors: readonly Prior[], point: readonly number[], covariance: Matrix): ParameterPosterior {
  const sdOf = (index: number) => priors[index]?.logSd ?? 0
  return {
    keys: priors.map((prior) => prior.key),
    logMean: priors.map(({ logMean, logSd }, index) => logMean + logSd * (point[index] ?? 0)),
    logCovariance: covariance.map((row, i) => row.map((entry, j) => entry * sdOf(i) * sdOf(j))),
  }
}

/**
 * Calibrates the forecast from the pilot (model card, "What the pilot teaches"): the six parameters that maximise the
 * multinomial likelihood of the observations times log-normal priors, searched from several starts, with the Laplace
 * covariance (inverse of the curvature there). Pure and without luck: the same question, the same answer.
 * Repeated looks at the same staff count as independent ones, so that much-observed pilots look a little too sure.
 * Observations that do not fit the input are refused with their paths.
 */
export function calibrate(question: CalibrationQuestion): CalibrationAnswer {
  const { input, observations } = question
  const errors = checkObservations(input, observations)
  if (errors.length > 0) return { ok: false, errors }
  const priors = priorsOf(question.priors ?? [])
  const predictor = preparePredictor(input, observations)
  const predictAt = (point: readonly number[]) => predictor.predict(parametersAt(input.parameters, priors, point))
  const objective = posteriorObjective(observations, predictAt)
  const { point, isConverged } = bestMinimum(objective, priors)
  const covariance = inverseFromCholesky(cholesky(objective.bentAt(point).curvature))
  const parameters = priors.map((prior, index) =>
    calibratedParameter(prior, point[index] ?? 0, Math.sqrt(covariance[index]?.[index] ?? 0)),
  )
  const predictions = predictAt(point)
  const fitted = observations.flatMap((observation, index) => {
    const prediction = predictions[index]
    return prediction === undefined ? [] : [fittedOf(observation, prediction)]
  })
  const posterior = posteriorOf(priors, point, covariance)
  return { ok: true, value: { parameters, posterior, fitted, isConverged, sentence: sentenceOf(parameters) } }
}
