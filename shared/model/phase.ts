import type { Trajectory } from './trajectory'

/**
 * Where a district or a unit stands (model card, "Phases"). `declining`: it was at scale in an earlier month and is not
 * any more. `sustained`: at scale long enough, and the stress test holds.
 */
export type Phase = 'notStarted' | 'pilot' | 'scale' | 'atScale' | 'sustained' | 'declining'

/** The lines of a plan: shares in 0..1, and how many months in a row at scale count as sustained. */
export interface AtScaleThresholds {
  readonly atScaleShare: number
  readonly atScaleUnitShare: number
  readonly sustainMonths: number
}

export const defaultThresholds: AtScaleThresholds = { atScaleShare: 0.5, atScaleUnitShare: 0.8, sustainMonths: 24 }

/** What the phases must know of a unit beside the trajectory. `startMonth` null: not in the rollout. */
export interface PhaseUnit {
  readonly unitId: string
  readonly waveKind: 'pilot' | 'scale' | null
  readonly startMonth: number | null
  readonly headcount: number
}

/** What the stress test says of a place from a month on; `notKnownYet` where the horizon ends too early to say. */
export type StressAnswer = 'holds' | 'falls' | 'notKnownYet'

/** Gives the stress test's answer, both shocks together from `fromMonth` on; `unitId` null asks for the district. */
export type StressLookup = (unitId: string | null, fromMonth: number) => StressAnswer

/** Everything a phase is made of. `units` may be in any order; those that the trajectory does not know are left out. */
export interface PhaseQuestion {
  readonly trajectory: Trajectory
  readonly thresholds: AtScaleThresholds
  readonly units: readonly PhaseUnit[]
  readonly stress: StressLookup
}

export type PhaseTest =
  | 'started'
  | 'scaleStarted'
  | 'bottleneck'
  | 'unitsAtScale'
  | 'wasAtScale'
  | 'monthsAtScale'
  | 'stress'

/**
 * One test behind a phase. `value` against `line`, both in `unit` (shares in 0..1); `passes` null: not known yet.
 * For `wasAtScale` the value is the last month at scale, counted from 0, and there is no line.
 */
export interface PhaseReason {
  readonly test: PhaseTest
  readonly passes: boolean | null
  readonly value: number | null
  readonly line: number | null
  readonly unit: 'share' | 'units' | 'months' | 'month' | 'answer'
  readonly sentence: string
}

/** The phase of a place in one month, counted from 0, with every test that led to it and one sentence for all. */
export interface PhaseAnswer {
  readonly month: number
  readonly phase: Phase
  /** Whether the phase is `sustained`: 'notKnownYet' while at scale and the horizon ends before it can be told. */
  readonly sustained: 'yes' | 'no' | 'notKnownYet'
  readonly reasons: readonly PhaseReason[]
  readonly sentence: string
}

/** Rounding must not fail five of ten people against a line of one half. */
const lineTolerance = 1e-9

/** Whether a figure reaches its line, rounding aside. */
export function reaches(value: number, line: number): boolean {
  return value >= line - lineTolerance
}
