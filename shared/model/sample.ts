import { atScaleTests, type RunAtScale, runsAtScale } from './at-scale'
import type { DrawnFigures, Uncertainty } from './draws'
import { drawFigures, withDrawnFigures } from './draws'
import type { CompleteModelInput } from './input'
import type { AtScaleThresholds, PhaseUnit, StressAnswer } from './phase'
import { prepareSimulation, type Simulation, type SimulationOptions } from './simulate'
import { shockResult, withoutOneTimeMoney } from './stress'
import { adoptionSeries, districtSeries, type Trajectory } from './trajectory'

/**
 * What to draw from; plain data that can be posted to workers. `recurringInput` (what recurring money alone pays) makes
 * the stress test of each draw possible; null: chances of being sustained are not told. `seed` is a whole number.
 */
export interface SampleRequest {
  readonly input: CompleteModelInput
  readonly recurringInput: CompleteModelInput | null
  readonly thresholds: AtScaleThresholds
  readonly units: readonly PhaseUnit[]
  readonly uncertainty: Uncertainty
  readonly seed: number
}

/** The district's series that every draw keeps. */
export const sampledSeries = ['bottleneck', 'fidelity', 'adoption', 'capacity'] as const

export type SampledSeries = (typeof sampledSeries)[number]

/** Codes of `DrawBlock.sustained`. */
export const sustainedCodes = { no: 0, yes: 1, notKnownYet: 2 } as const

/**
 * The results of the draws `from` to before `to`: plain data, its buffers may be transferred.
 * `series[((draw - from) * sampledSeries.length + series) * horizonMonths + month]`.
 */
export interface DrawBlock {
  readonly from: number
  readonly to: number
  readonly horizonMonths: number
  readonly series: Float64Array
  /** First month at scale, counted from 0; −1: never. */
  readonly atScaleMonth: Int32Array
  /** 1 where the draw is at scale for `sustainMonths` in a row. */
  readonly hasHeld: Uint8Array
  /** Whether the draw is sustained in some month: held, and the stress test from the first of those months holds. */
  readonly sustained: Uint8Array
}

/** Makes draws; `draw(from, to)` gives the same bytes however the draws are split into blocks and workers. */
export interface Sampler {
  readonly draw: (from: number, to: number) => DrawBlock
}

/**
 * Runs prepared once for all draws. Where the plan's own figures are drawn too, the input is another in every draw, and
 * nothing can be kept.
 */
class SimulationStore {
  readonly #request: SampleRequest
  readonly #isInputFixed: boolean
  readonly #plain: Simulation | null
  readonly #stressed = new Map<number, Simulation>()
  readonly #values = new Map<number, Float64Array>()

  constructor(request: SampleRequest) {
    this.#request = request
    this.#isInputFixed = request.uncertainty.assumptions.length === 0
    this.#plain = this.#isInputFixed ? prepareSimulation(request.input) : null
  }

  /** Runs the plan itself. The answer is overwritten by the next run of the plan. */
  plan(figures: DrawnFigures): Trajectory {
    const simulation = this.#plain ?? prepareSimulation(this.#drawn(this.#request.input, figures))
    return this.#run(simulation, figures, 0, {})
  }

  /** Runs the plan under both shocks from a month on. The answer is overwritten by the next such run. */
  shocked(recurringInput: CompleteModelInput, figures: DrawnFigures, fromMonth: number): Trajectory {
    const kept = this.#stressed.get(fromMonth)
    const simulation = kept ?? prepareSimulation(this.#spliced(recurringInput, figures, fromMonth))
    if (this.#isInputFixed) this.#stressed.set(fromMonth, simulation)
    return this.#run(simulation, figures, 1, { leaderChangeMonth: fromMonth })
  }

  #spliced(recurringInput: CompleteModelInput, figures: DrawnFigures, fromMonth: number): CompleteModelInput {
    const input = this.#drawn(this.#request.input, figures)
    return withoutOneTimeMoney({ input, recurringInput: this.#drawn(recurringInput, figures), fromMonth })
  }

  #drawn(input: CompleteModelInput, figures: DrawnFigures): CompleteModelInput {
    return withDrawnFigures(input, this.#request.uncertainty, figures)
  }

  #run(simulation: Simulation, figures: DrawnFigures, slot: number, options: SimulationOptions): Trajectory {
    const values = this.#values.get(slot) ?? new Float64Array(simulation.valuesLength)
    this.#values.set(slot, values)
    simulation.run(figures.parameters, values, options)
    const { start, horizonMonths, unitIds } = simulation.arrays
    return { start, horizonMonths, unitIds, values }
  }
}

/** Whether a draw is sustained: like the phase of that name, in any month of the horizon. */
function sustainedOf(
  request: SampleRequest,
  runs: readonly RunAtScale[],
  stress: (fromMonth: number) => StressAnswer,
): number {
  const { sustainMonths } = request.thresholds
  let answer: number = sustainedCodes.no
  for (const run of runs) {
    const isCutByHorizon = run.from + run.months === request.input.horizonMonths
    const isLongEnough = run.months >= sustainMonths
    const told = isLongEnough ? stress(run.from) : isCutByHorizon ? 'notKnownYet' : 'falls'
    if (told === 'holds') return sustainedCodes.yes
    if (told === 'notKnownYet') answer = sustainedCodes.notKnownYet
  }
  return answer
}

function emptyBlock(from: number, to: number, horizonMonths: number): DrawBlock {
  const count = Math.max(0, to - from)
  return {
    from,
    to,
    horizonMonths,
    series: new Float64Array(count * sampledSeries.length * horizonMonths),
    atScaleMonth: new Int32Array(count),
    hasHeld: new Uint8Array(count),
    sustained: new Uint8Array(count),
  }
}

function keepSeries(block: DrawBlock, place: number, trajectory: Trajectory): void {
  sampledSeries.forEach((name, index) => {
    const series = name === 'adoption' ? adoptionSeries(trajectory, 0) : districtSeries(trajectory, name)
    block.series.set(series, (place * sampledSeries.length + index) * block.horizonMonths)
  })
}

/**
 * Prepares draws of a plan under uncertainty (model card, "How sure is it"). Each draw takes its own figures from seed
 * and draw index alone. Call `draw` with small ranges (some tens) where progress and cancelling matter.
 */
export function prepareSampler(request: SampleRequest): Sampler {
  const store = new SimulationStore(request)
  const { input, recurringInput, thresholds, units, uncertainty, seed } = request
  const stress = (figures: DrawnFigures) => (fromMonth: number) => {
    if (recurringInput === null) return 'notKnownYet'
    const trajectory = store.shocked(recurringInput, figures, fromMonth)
    return shockResult(trajectory, 0, 'both', { fromMonth, atScaleShare: thresholds.atScaleShare }).answer
  }
  const draw = (from: number, to: number): DrawBlock => {
    const block = emptyBlock(from, to, input.horizonMonths)
    for (let index = from; index < to; index += 1) {
      const figures = drawFigures(uncertainty, input.parameters, seed, index)
      const trajectory = store.plan(figures)
      const place = index - from
      keepSeries(block, place, trajectory)
      const tests = atScaleTests({ trajectory, thresholds, units, stress: () => 'notKnownYet' })
      const isAtScale = tests.map((test) => test.isAtScale)
      const runs = runsAtScale(isAtScale)
      block.atScaleMonth[place] = isAtScale.indexOf(true)
      block.hasHeld[place] = runs.some((run) => run.months >= thresholds.sustainMonths) ? 1 : 0
      block.sustained[place] = sustainedOf(request, runs, stress(figures))
    }
    return block
  }
  return { draw }
}
