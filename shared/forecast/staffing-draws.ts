import type { CompleteModelInput } from '../model/input'
import type { StandingSupports } from '../model/reorganisation'
import { prepareSampler, type SampleRequest } from '../model/sample'
import { monthsBetween } from '../plan/month'
import type { Plan } from '../plan/plan'
import { compileForecast, type Compiled } from './compile'
import { lastMonthOf, type StaffingGoal } from './least-staffing'
import { thresholdsOf } from './thresholds'
import { sampleRequestOf, uncertaintyOf } from './uncertainty'

/** How many draws stand for a chance, and from which seed. */
export type Draws = { readonly draws: number; readonly seed: number }

function cutStanding<T extends StandingSupports>(supports: T, months: number): T {
  const { coachHours, coachHoursByUnit, capacityInvestment } = supports
  const own = Object.entries(coachHoursByUnit).map(([id, hours]) => [id, hours.slice(0, months)] as const)
  return {
    ...supports,
    coachHours: coachHours.slice(0, months),
    coachHoursByUnit: Object.fromEntries(own),
    capacityInvestment: capacityInvestment.slice(0, months),
  }
}

function cutInput(input: CompleteModelInput, months: number): CompleteModelInput {
  const sessions = input.supports.sessions.filter(({ month }) => month < months)
  return { ...input, horizonMonths: months, supports: { ...cutStanding(input.supports, months), sessions } }
}

/** What of a district has to be drawn for a goal: only the months that the goal looks at are run. */
function requestFor(plan: Plan, compiled: Compiled, goal: StaffingGoal, seed: number): SampleRequest {
  const { planned, stages, units } = compiled
  const months = Math.min(planned.horizonMonths, monthsBetween(planned.start, lastMonthOf(plan, goal)) + 1)
  // moves wait for the at-scale test: before it they change nothing
  const due = goal.holds ? stages : []
  return {
    input: cutInput(planned, months),
    recurringInput: null,
    stages: due.map((stage) => ({ ...stage, supports: cutStanding(stage.supports, months) })),
    thresholds: thresholdsOf(plan),
    units,
    uncertainty: uncertaintyOf(plan, compiled),
    seed,
  }
}

/** Whether a draw of a plan meets a goal in every district; null where the plan cannot be forecast. */
export function drawTest(plan: Plan, goal: StaffingGoal, seed: number): ((draw: number) => boolean) | null {
  const compiled = compileForecast(plan)
  if (!compiled.ok) return null
  const samplers = compiled.value.map((district) => prepareSampler(requestFor(plan, district, goal, seed)))
  // months after those of the goal are cut off, so whoever holds has begun in time
  return (draw) => samplers.every(({ isAtScale, isHolding }) => (goal.holds ? isHolding(draw) : isAtScale(draw)))
}

/** The chance, 0–1, that a plan meets a goal, from so many draws with the same luck each time. */
export function chanceOf(plan: Plan, goal: StaffingGoal, { draws, seed }: Draws): number {
  const isMet = drawTest(plan, goal, seed)
  if (!isMet) return 0
  return Array.from({ length: draws }, (_, draw) => isMet(draw)).filter(Boolean).length / draws
}

/** The chance, 0–1, that all districts hold at scale for as many months as the settings ask for, within the forecast. */
export function chanceOfHolding(plan: Plan, { draws, seed }: Draws): number {
  const compiled = compileForecast(plan)
  if (!compiled.ok) return 0
  const blocks = compiled.value.map((district) =>
    prepareSampler({ ...sampleRequestOf(plan, district, { seed }), recurringInput: null }).draw(0, draws),
  )
  const held = Array.from({ length: draws }, (_, draw) => blocks.every(({ hasHeld }) => hasHeld[draw] === 1))
  return held.filter(Boolean).length / draws
}
