import { atScaleMonth } from './at-scale'
import type { CompleteModelInput, InputSupports } from './input'
import type { AtScaleThresholds, PhaseUnit } from './phase'
import { simulate } from './simulate'
import type { Trajectory } from './trajectory'

/** The supports that go on month by month. Sessions are dated: they do not move with a reorganization. */
export type StandingSupports = Omit<Required<InputSupports>, 'sessions'>

/**
 * One step of a reorganization that waits for the district to be at scale. `supports` is what stands in every month of
 * the horizon once the step is made, with the steps before it: which month that is, only a run can tell.
 */
export interface ReorganisationStage {
  readonly monthsAfterAtScale: number
  readonly supports: StandingSupports
}

/** The supports of one input before a month and of another from then on; a school without hours of its own has none. */
export function splicedSupports(
  one: Required<InputSupports>,
  other: Required<InputSupports>,
  fromMonth: number,
): Required<InputSupports> {
  const joined = (before: readonly number[], after: readonly number[]) => [
    ...before.slice(0, fromMonth),
    ...after.slice(fromMonth),
  ]
  const noHours = one.coachHours.map(() => 0)
  const unitIds = new Set([...Object.keys(one.coachHoursByUnit), ...Object.keys(other.coachHoursByUnit)])
  const ownHours = ({ coachHoursByUnit }: Required<InputSupports>, unitId: string) =>
    (Object.hasOwn(coachHoursByUnit, unitId) ? coachHoursByUnit[unitId] : undefined) ?? noHours
  return {
    coachHours: joined(one.coachHours, other.coachHours),
    coachHoursByUnit: Object.fromEntries(
      [...unitIds].map((unitId) => [unitId, joined(ownHours(one, unitId), ownHours(other, unitId))]),
    ),
    capacityInvestment: joined(one.capacityInvestment, other.capacityInvestment),
    sessions:
      one.sessions === other.sessions
        ? one.sessions
        : [
            ...one.sessions.filter((session) => session.month < fromMonth),
            ...other.sessions.filter((session) => session.month >= fromMonth),
          ],
  }
}

/**
 * The first month of a step, where the district is at scale from `atScale` on. The month that passes the test is over
 * by then, so a step is made in the month after it at the earliest.
 */
export const stageStart = (atScale: number, monthsAfterAtScale: number): number =>
  atScale + Math.max(1, monthsAfterAtScale)

/** The input with every step made that a district at scale from `atScale` on makes; null: never at scale, none. */
export function reorganisedInput(
  input: CompleteModelInput,
  stages: readonly ReorganisationStage[],
  atScale: number | null,
): CompleteModelInput {
  if (atScale === null) return input
  const inOrder = stages.toSorted((one, other) => one.monthsAfterAtScale - other.monthsAfterAtScale)
  const supports = inOrder.reduce((before, stage) => {
    const after = { ...stage.supports, sessions: before.sessions }
    return splicedSupports(before, after, stageStart(atScale, stage.monthsAfterAtScale))
  }, input.supports)
  return { ...input, supports }
}

/** What to run: an input, the steps that wait for it to be at scale, and what "at scale" is. */
export interface ReorganisationQuestion {
  readonly input: CompleteModelInput
  readonly stages: readonly ReorganisationStage[]
  readonly thresholds: AtScaleThresholds
  readonly units: readonly PhaseUnit[]
}

/** A run with its reorganization: the input in force, and from which month on (counted from 0) the district is at scale. */
export interface ReorganisedRun {
  readonly input: CompleteModelInput
  readonly trajectory: Trajectory
  readonly atScaleMonth: number | null
}

/**
 * Runs an input and makes its reorganization from the month on in which the run is at scale (model card,
 * "Reorganization"): run, find the month, splice the moved supports from there, run on. A step is never undone.
 */
export function simulateReorganised({ input, stages, thresholds, units }: ReorganisationQuestion): ReorganisedRun {
  const trajectory = simulate(input)
  const month = atScaleMonth({ trajectory, thresholds, units, stress: () => 'notKnownYet' })
  if (month === null || stages.length === 0) return { input, trajectory, atScaleMonth: month }
  const moved = reorganisedInput(input, stages, month)
  return { input: moved, trajectory: simulate(moved), atScaleMonth: month }
}
