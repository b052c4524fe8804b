import { atScaleTests, type RunAtScale, runsAtScale } from './at-scale'
import type { DrawnFigures, Uncertainty } from './draws'
import { drawFigures, withDrawnFigures, withDrawnStages } from './draws'
import type { CompleteModelInput } from './input'
import type { AtScaleThresholds, PhaseUnit, StressAnswer } from './phase'
import { reorganisedInput, type ReorganisationStage } from './reorganisation'
import { layoutOfMany } from './layout'
import { prepareArrays, type Simulation, type SimulationOptions } from './simulate'
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
  /** Steps of a reorganization that each draw makes once it is at scale; of the input, and of the recurring input. */
  readonly stages?: readonly ReorganisationStage[]
  readonly recurringStages?: readonly ReorganisationStage[]
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
  /** Whether one draw is at scale in some month, or holds for `sustainMonths` in a row: what `draw` says, sooner. */
  readonly isAtScale: (draw: number) => boolean
  readonly isHolding: (draw: number) => boolean
}

/** The places of `SimulationStore` that a run's answer is kept in until the next run of its kind. */
const slots = { plan: 0, reorganised: 1, shocked: 2 } as const

/**
 * Runs prepared once for all draws. Where the plan's own figures are drawn too, the input is another in every draw, and
 * only what they have in common is laid out once.
 */
class SimulationStore {
  readonly #request: SampleRequest
  readonly #isInputFixed: boolean
  readonly #kept = new Map<string, Simulation>()
  readonly #values = new Map<number, Float64Array>()
  readonly #layOut = layoutOfMany()

  constructor(request: SampleRequest) {
    this.#request = request
    this.#isInputFixed = request.uncertainty.assumptions.length === 0
  }

  /** Runs the plan itself. The answer is overwritten by the next run of the plan. */
  plan(figures: DrawnFigures): Trajectory {
    const simulation = this.#prepared('plan', () => this.#input(figures, null))
    return this.#run(simulation, figures, slots.plan, {})
  }

  /** Runs the plan with its reorganization, at scale from a month on. Overwritten by the next such run. */
  reorganised(figures: DrawnFigures, atScale: number): Trajectory {
    const simulation = this.#prepared(`from ${atScale}`, () => this.#input(figures, atScale))
    return this.#run(simulation, figures, slots.reorganised, {})
  }

  /** Runs the plan under both shocks from a month on. The answer is overwritten by the next such run. */
  shocked(
    recurringInput: CompleteModelInput,
    figures: DrawnFigures,
    { fromMonth, atScale }: { readonly fromMonth: number; readonly atScale: number | null },
  ): Trajectory {
    const moved = (this.#request.stages ?? []).length === 0 ? 'never' : (atScale ?? 'never')
    const simulation = this.#prepared(`from ${moved}, shocked in ${fromMonth}`, () =>
      withoutOneTimeMoney({
        input: this.#input(figures, atScale),
        recurringInput: this.#moved(recurringInput, this.#request.recurringStages, figures, atScale),
        fromMonth,
      }),
    )
    return this.#run(simulation, figures, slots.shocked, { leaderChangeMonth: fromMonth })
  }

  #prepared(key: string, input: () => CompleteModelInput): Simulation {
    const simulation = this.#kept.get(key) ?? prepareArrays(this.#layOut(input()))
    if (this.#isInputFixed) this.#kept.set(key, simulation)
    return simulation
  }

  #input(figures: DrawnFigures, atScale: number | null): CompleteModelInput {
    return this.#moved(this.#request.input, this.#request.stages, figures, atScale)
  }

  #moved(
    input: CompleteModelInput,
    stages: readonly ReorganisationStage[] | undefined,
    figures: DrawnFigures,
    atScale: number | null,
  ): CompleteModelInput {
    const { uncertainty } = this.#request
    const drawn = withDrawnFigures(input, uncertainty, figures)
    if (atScale === null || stages === undefined || stages.length === 0) return drawn
    return reorganisedInput(drawn, withDrawnStages(input, stages, uncertainty, figures), atScale)
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

/** Whether a run is at scale, month by month. */
const testsIn = ({ thresholds, units }: SampleRequest, trajectory: Trajectory): boolean[] =>
  atScaleTests({ trajectory, thresholds, units, stress: () => 'notKnownYet' }).map((test) => test.isAtScale)

/** One draw: its run, with its reorganization where it is at scale, and the month from which on it is. */
function drawnRun(
  request: SampleRequest,
  store: SimulationStore,
  figures: DrawnFigures,
): { trajectory: Trajectory; isAtScale: boolean[]; atScale: number | null } {
  const trajectory = store.plan(figures)
  const isAtScale = testsIn(request, trajectory)
  const first = isAtScale.indexOf(true)
  if (first === -1) return { trajectory, isAtScale, atScale: null }
  if ((request.stages ?? []).length === 0) return { trajectory, isAtScale, atScale: first }
  const moved = store.reorganised(figures, first)
  return { trajectory: moved, isAtScale: testsIn(request, moved), atScale: first }
}

/**
 * Prepares draws of a plan under uncertainty (model card, "How sure is it"). Each draw takes its own figures from seed
 * and draw index alone. Call `draw` with small ranges (some tens) where progress and cancelling matter.
 */
export function prepareSampler(request: SampleRequest): Sampler {
  const store = new SimulationStore(request)
  const { input, recurringInput, thresholds, uncertainty, seed } = request
  const stress = (figures: DrawnFigures, atScale: number | null) => (fromMonth: number) => {
    if (recurringInput === null) return 'notKnownYet'
    const trajectory = store.shocked(recurringInput, figures, { fromMonth, atScale })
    return shockResult(trajectory, 0, 'both', { fromMonth, atScaleShare: thresholds.atScaleShare }).answer
  }
  const draw = (from: number, to: number): DrawBlock => {
    const block = emptyBlock(from, to, input.horizonMonths)
    for (let index = from; index < to; index += 1) {
      const figures = drawFigures(uncertainty, input.parameters, seed, index)
      const { trajectory, isAtScale, atScale } = drawnRun(request, store, figures)
      const place = index - from
      keepSeries(block, place, trajectory)
      const runs = runsAtScale(isAtScale)
      block.atScaleMonth[place] = atScale ?? -1
      block.hasHeld[place] = runs.some((run) => run.months >= thresholds.sustainMonths) ? 1 : 0
      block.sustained[place] = sustainedOf(request, runs, stress(figures, atScale))
    }
    return block
  }
  const isAtScale = (index: number): boolean => {
    const trajectory = store.plan(drawFigures(uncertainty, input.parameters, seed, index))
    return testsIn(request, trajectory).includes(true)
  }
  const isHolding = (index: number): boolean => {
    const figures = drawFigures(uncertainty, input.parameters, seed, index)
    const planned = testsIn(request, store.plan(figures))
    const first = planned.indexOf(true)
    // too late to hold within the horizon, whatever a reorganization does
    if (first === -1 || first + thresholds.sustainMonths > input.horizonMonths) return false
    const hasMoves = (request.stages ?? []).length > 0
    const tests = hasMoves ? testsIn(request, store.reorganised(figures, first)) : planned
    return runsAtScale(tests).some((run) => run.months >= thresholds.sustainMonths)
  }
  return { draw, isAtScale, isHolding }
}
