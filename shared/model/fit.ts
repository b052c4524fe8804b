import { cholesky, type Matrix, solveCholesky } from './cholesky'

/** How a function slopes at a point: its gradient, and a positive definite estimate of its curvature. */
export interface Slope {
  readonly gradient: readonly number[]
  readonly curvature: Matrix
}

/** A smooth function to minimise. */
export interface Objective {
  readonly valueAt: (point: readonly number[]) => number
  readonly slopeAt: (point: readonly number[]) => Slope
}

/** Where a search ended; `isConverged` false: it ran out of steps. */
export interface Minimum {
  readonly point: readonly number[]
  readonly value: number
  readonly isConverged: boolean
}

const maximumSteps = 40
const smallestStep = 1e-6
/** A step that gains less than this much of the value is the last one. */
const smallestGain = 1e-10

function damped(curvature: Matrix, damping: number): number[][] {
  return curvature.map((row, i) => row.map((entry, j) => (i === j ? entry * (1 + damping) : entry)))
}

/**
 * Finds a minimum from a starting point by damped Newton steps (Levenberg 1944, Marquardt 1963): the damping grows until
 * a step goes down, and shrinks after it did.
 */
export function minimise(objective: Objective, start: readonly number[]): Minimum {
  let point = start
  let value = objective.valueAt(point)
  let damping = 1e-3
  for (let step = 0; step < maximumSteps; step += 1) {
    const { gradient, curvature } = objective.slopeAt(point)
    let isBetter = false
    while (!isBetter && damping < 1e12) {
      const move = solveCholesky(cholesky(damped(curvature, damping)), gradient)
      const next = point.map((coordinate, index) => coordinate - (move[index] ?? 0))
      const nextValue = objective.valueAt(next)
      isBetter = nextValue < value
      const isStill = value - nextValue < smallestGain * (1 + Math.abs(value))
      const isSmall = isBetter ? isStill : move.every((coordinate) => Math.abs(coordinate) < smallestStep)
      if (isBetter) {
        point = next
        value = nextValue
        damping = Math.max(1e-9, damping / 10)
      } else {
        damping *= 10
      }
      if (isSmall) return { point, value, isConverged: true }
    }
    if (!isBetter) return { point, value, isConverged: true }
  }
  return { point, value, isConverged: false }
}
