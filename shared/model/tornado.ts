import { atScaleMonth, atScaleTests } from './at-scale'
import { withFactor } from './assumptions'
import { spreadsInUse, type Uncertainty } from './draws'
import type { CompleteModelInput } from './input'
import type { ParameterGrade } from './parameter'
import { numericParameters } from './parameters'
import type { AtScaleThresholds, PhaseUnit } from './phase'
import { simulateReorganised, type ReorganisationStage } from './reorganisation'
import { adoptionSeries, districtSeries } from './trajectory'

/**
 * What the tornado looks at: a share of the district at the end of a month, the number of months at scale, or the first
 * month at scale (the horizon's length where there is none).
 */
export type TornadoOutcome =
  | { readonly kind: 'share'; readonly measure: 'bottleneck' | 'fidelity' | 'adoption'; readonly month: number }
  | { readonly kind: 'monthsAtScale' }
  | { readonly kind: 'atScaleMonth' }

export interface TornadoQuestion {
  readonly input: CompleteModelInput
  readonly thresholds: AtScaleThresholds
  readonly units: readonly PhaseUnit[]
  readonly uncertainty: Uncertainty
  readonly outcome: TornadoOutcome
  /** Steps of a reorganization, made in every run that is at scale. */
  readonly stages?: readonly ReorganisationStage[]
}

/** One end of a bar: the figure that was set and the outcome it gives. */
export interface TornadoEnd {
  readonly value: number
  readonly outcome: number
}

/**
 * One bar: a parameter (`key` is its key) or an assumption of the plan (`key` is its id, its values are factors), set to
 * its low and high end with all else as it is. `grade` is null for assumptions.
 */
export interface TornadoBar {
  readonly kind: 'parameter' | 'assumption'
  readonly key: string
  readonly grade: ParameterGrade | null
  readonly low: TornadoEnd
  readonly high: TornadoEnd
  /** How far apart the two outcomes are. */
  readonly swing: number
}

/** Bars with the widest swing first (equal ones in the order of the table), around the outcome of the plan as it is. */
export interface Tornado {
  readonly baseOutcome: number
  readonly bars: readonly TornadoBar[]
}

/** What is run for a bar's end: the question's own input and steps, or both with one figure set. */
type Tried = { readonly input: CompleteModelInput; readonly stages: readonly ReorganisationStage[] }

function outcomeOf(question: TornadoQuestion, { input, stages }: Tried): number {
  const { outcome, thresholds, units } = question
  const { trajectory } = simulateReorganised({ input, stages, thresholds, units })
  if (outcome.kind === 'share') {
    const series =
      outcome.measure === 'adoption' ? adoptionSeries(trajectory, 0) : districtSeries(trajectory, outcome.measure)
    return series[outcome.month] ?? Number.NaN
  }
  const asked = { trajectory, thresholds, units, stress: () => 'notKnownYet' as const }
  if (outcome.kind === 'monthsAtScale') return atScaleTests(asked).filter((test) => test.isAtScale).length
  return atScaleMonth(asked) ?? trajectory.horizonMonths
}

function bar(
  question: TornadoQuestion,
  row: Pick<TornadoBar, 'kind' | 'key' | 'grade'>,
  ends: { low: number; high: number },
  set: (value: number) => Tried,
): TornadoBar {
  const low = { value: ends.low, outcome: outcomeOf(question, set(ends.low)) }
  const high = { value: ends.high, outcome: outcomeOf(question, set(ends.high)) }
  return { ...row, low, high, swing: Math.abs(high.outcome - low.outcome) }
}

/**
 * The tornado: every uncertain figure at its low and its high end, one at a time (model card, "How sure is it").
 * Parameters that a pilot taught go to the ends of their 90 % interval, the others to those of their spread.
 */
export function tornado(question: TornadoQuestion): Tornado {
  const { input, uncertainty, stages = [] } = question
  const grades = new Map(numericParameters.map((parameter) => [parameter.key, parameter.grade]))
  const ofParameters = spreadsInUse(uncertainty).map((spread) =>
    bar(question, { kind: 'parameter', key: spread.key, grade: grades.get(spread.key) ?? null }, spread, (value) => ({
      input: { ...input, parameters: { ...input.parameters, [spread.key]: value } },
      stages,
    })),
  )
  const ofAssumptions = uncertainty.assumptions.map((assumption) =>
    bar(question, { kind: 'assumption', key: assumption.id, grade: null }, assumption, (factor) => ({
      input: withFactor(input, assumption, factor),
      stages: stages.map((stage) => {
        const standing = { ...input, supports: { ...stage.supports, sessions: [] } }
        return { ...stage, supports: withFactor(standing, assumption, factor).supports }
      }),
    })),
  )
  const bars = [...ofParameters, ...ofAssumptions].toSorted((one, other) => other.swing - one.swing)
  return { baseOutcome: outcomeOf(question, { input, stages }), bars }
}
