import { type AssumptionSpread, type Spread, withFactor } from './assumptions'
import { cholesky } from './cholesky'
import type { CompleteModelInput } from './input'
import type { ModelParameters, NumericParameterKey } from './parameter'
import { numericParameters } from './parameters'
import { normalQuantile, portableExp } from './portable-math'
import { uniformFor } from './random'
import type { ReorganisationStage } from './reorganisation'

export interface ParameterSpread extends Spread {
  readonly key: NumericParameterKey
}

/** What a pilot taught: the logarithms of these parameters are jointly normal. `logCovariance` is square, by row. */
export interface ParameterPosterior {
  readonly keys: readonly NumericParameterKey[]
  readonly logMean: readonly number[]
  readonly logCovariance: readonly (readonly number[])[]
}

/** What is drawn: parameters by triangle, parameters by posterior (which goes first), assumptions of the plan. */
export interface Uncertainty {
  readonly parameters: readonly ParameterSpread[]
  readonly posterior: ParameterPosterior | null
  readonly assumptions: readonly AssumptionSpread[]
}

/** Everything drawn in one draw. `factors` are in the order of `Uncertainty.assumptions`. */
export interface DrawnFigures {
  readonly parameters: ModelParameters
  readonly factors: readonly number[]
}

/**
 * The spread of every numeric parameter: the low–high range of the table, with the value in use as the most likely one.
 * A value outside the range widens it.
 */
export function parameterSpreads(parameters: ModelParameters): ParameterSpread[] {
  return numericParameters.map(({ key, low, high }) => {
    const mode = parameters[key]
    return { key, low: Math.min(low, mode), mode, high: Math.max(high, mode) }
  })
}

/** The value of a triangular distribution below which the share `uniform` lies. */
export function triangular({ low, mode, high }: Spread, uniform: number): number {
  const width = high - low
  if (!(width > 0)) return mode
  if (uniform * width < mode - low) return low + Math.sqrt(uniform * width * (mode - low))
  return high - Math.sqrt((1 - uniform) * width * (high - mode))
}

/** A uniform number moved off 0 and 1, where the normal quantile has no value. */
function insideUnit(uniform: number): number {
  return Math.min(Math.max(uniform, 2 ** -54), 1 - 2 ** -53)
}

function drawPosterior(posterior: ParameterPosterior, seed: number, draw: number): [NumericParameterKey, number][] {
  const normals = posterior.keys.map((key) => normalQuantile(insideUnit(uniformFor(seed, draw, `parameter ${key}`))))
  const lower = cholesky(posterior.logCovariance)
  return posterior.keys.map((key, index) => {
    const row = lower[index] ?? []
    const offset = row.reduce((sum, factor, column) => sum + factor * (normals[column] ?? 0), 0)
    return [key, portableExp((posterior.logMean[index] ?? 0) + offset)]
  })
}

/**
 * The figures of one draw: the same to the last bit on every computer, and independent of which other draws are made.
 * Parameters that are neither spread nor in the posterior keep the value of `parameters`.
 */
export function drawFigures(
  uncertainty: Uncertainty,
  parameters: ModelParameters,
  seed: number,
  draw: number,
): DrawnFigures {
  const drawn = uncertainty.parameters.map((spread) => {
    return [spread.key, triangular(spread, uniformFor(seed, draw, `parameter ${spread.key}`))] as const
  })
  const learned = uncertainty.posterior === null ? [] : drawPosterior(uncertainty.posterior, seed, draw)
  return {
    parameters: { ...parameters, ...Object.fromEntries(drawn), ...Object.fromEntries(learned) },
    factors: uncertainty.assumptions.map((spread) => triangular(spread, uniformFor(seed, draw, `plan ${spread.id}`))),
  }
}

/** The input with everything that one draw drew. */
export function withDrawnFigures(
  input: CompleteModelInput,
  uncertainty: Uncertainty,
  figures: DrawnFigures,
): CompleteModelInput {
  const drawn = uncertainty.assumptions.reduce(
    (changed, assumption, index) => withFactor(changed, assumption, figures.factors[index] ?? 1),
    input,
  )
  return { ...drawn, parameters: figures.parameters }
}

/** Steps of a reorganization with everything that one draw drew, so that what was drawn holds after them too. */
export function withDrawnStages(
  input: CompleteModelInput,
  stages: readonly ReorganisationStage[],
  uncertainty: Uncertainty,
  figures: DrawnFigures,
): readonly ReorganisationStage[] {
  if (uncertainty.assumptions.length === 0) return stages
  return stages.map((stage) => {
    const standing = { ...input, supports: { ...stage.supports, sessions: [] } }
    return { ...stage, supports: withDrawnFigures(standing, uncertainty, figures).supports }
  })
}

/** 1.645 standard deviations of a normal span from its middle to the ends of a 90 % interval. */
const ninetyPercent = 1.6448536269514722

/** The spread of each parameter as it is drawn: those the pilot taught by their 90 % interval, the others as given. */
export function spreadsInUse({ parameters, posterior }: Uncertainty): ParameterSpread[] {
  const learned = (posterior?.keys ?? []).map((key, index) => {
    const mean = posterior?.logMean[index] ?? 0
    const reach = ninetyPercent * Math.sqrt(Math.max(0, posterior?.logCovariance[index]?.[index] ?? 0))
    return { key, low: portableExp(mean - reach), mode: portableExp(mean), high: portableExp(mean + reach) }
  })
  const taught = new Map(learned.map((spread) => [spread.key, spread]))
  const given = new Set(parameters.map((spread) => spread.key))
  const both = parameters.map((spread) => taught.get(spread.key) ?? spread)
  return [...both, ...learned.filter((spread) => !given.has(spread.key))]
}
