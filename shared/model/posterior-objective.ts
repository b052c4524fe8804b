import { cholesky, isPositive, type Matrix } from './cholesky'
import type { Objective, Slope } from './fit'
import { type Answer, answersOf, type Prediction } from './likelihood'
import type { Observation } from './observation'

/** Half the widths of the central differences, in prior standard deviations: of probabilities, and of gradients. */
const differenceStep = 1e-3
const gradientStep = 1e-2

interface WeighedAnswer extends Answer {
  /** All who were observed, whatever they answered. */
  readonly observed: number
}

type AnswersAt = (point: readonly number[]) => WeighedAnswer[]

/** By coordinate, how the probability of every answer changes with it: central differences. */
function slopesOf(answersAt: AnswersAt, point: readonly number[]): number[][] {
  return point.map((_, index) => {
    const shifted = (by: number) => answersAt(point.map((one, at) => (at === index ? one + by : one)))
    const above = shifted(differenceStep)
    const below = shifted(-differenceStep)
    return below.map(({ probability }, at) => ((above[at]?.probability ?? 0) - probability) / (2 * differenceStep))
  })
}

function gradientOf(
  point: readonly number[],
  answers: readonly WeighedAnswer[],
  slopes: readonly number[][],
): number[] {
  return point.map((coordinate, index) =>
    answers.reduce(
      (sum, { count, probability }, at) => sum - (count / probability) * (slopes[index]?.[at] ?? 0),
      coordinate,
    ),
  )
}

/** Fisher information of the answers plus the prior's, which is 1 in every direction. */
function informationOf(answers: readonly WeighedAnswer[], slopes: readonly number[][]): Matrix {
  return slopes.map((one, i) =>
    slopes.map((other, j) =>
      answers.reduce(
        (sum, { observed, probability }, at) => sum + (observed / probability) * (one[at] ?? 0) * (other[at] ?? 0),
        i === j ? 1 : 0,
      ),
    ),
  )
}

/** The second derivatives, from differences of the gradient; symmetric. */
function hessianOf(gradientAt: (point: readonly number[]) => readonly number[], point: readonly number[]): number[][] {
  const rows = point.map((_, index) => {
    const shifted = (by: number) => gradientAt(point.map((one, at) => (at === index ? one + by : one)))
    const above = shifted(gradientStep)
    return shifted(-gradientStep).map((below, at) => ((above[at] ?? 0) - below) / (2 * gradientStep))
  })
  return rows.map((row, i) => row.map((entry, j) => (entry + (rows[j]?.[i] ?? 0)) / 2))
}

/**
 * Minus the logarithm of a posterior. `slopeAt` takes the expected curvature (Fisher information): cheap, and good far
 * from the minimum. `bentAt` takes the curvature itself where it is positive definite, else the expected one.
 */
export interface PosteriorObjective extends Objective {
  readonly bentAt: (point: readonly number[]) => Slope
}

/**
 * Minus the logarithm of the posterior of a point, constants left out: the multinomial misfit of all observations plus a
 * standard normal prior. Coordinates are prior standard deviations of the parameters' logarithms. `predictAt` gives, for
 * a point, one prediction per observation.
 */
export function posteriorObjective(
  observations: readonly Observation[],
  predictAt: (point: readonly number[]) => readonly Prediction[],
): PosteriorObjective {
  const answersAt: AnswersAt = (point) => {
    const predictions = predictAt(point)
    return observations.flatMap((observation, index) => {
      const prediction = predictions[index]
      const answers = prediction === undefined ? [] : answersOf(observation, prediction)
      return answers.map((answer) => ({ ...answer, observed: observation.staffObserved }))
    })
  }
  const valueAt = (point: readonly number[]) =>
    answersAt(point).reduce(
      (sum, { count, probability }) => sum - count * Math.log(probability),
      point.reduce((sum, coordinate) => sum + (coordinate * coordinate) / 2, 0),
    )
  const slopeAt = (point: readonly number[]) => {
    const answers = answersAt(point)
    const slopes = slopesOf(answersAt, point)
    return { gradient: gradientOf(point, answers, slopes), curvature: informationOf(answers, slopes) }
  }
  const bentAt = (point: readonly number[]) => {
    const { gradient, curvature } = slopeAt(point)
    const hessian = hessianOf((at) => gradientOf(at, answersAt(at), slopesOf(answersAt, at)), point)
    return { gradient, curvature: isPositive(cholesky(hessian)) ? hessian : curvature }
  }
  return { valueAt, slopeAt, bentAt }
}
