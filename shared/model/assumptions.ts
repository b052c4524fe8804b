import type { CompleteModelInput } from './input'

/** A figure that is not known for sure: low, most likely, high. Drawn from the triangle over them. */
export interface Spread {
  readonly low: number
  readonly mode: number
  readonly high: number
}

/** What of the plan may be uncertain; each is a factor on the plan's own figures, held in the range they may have. */
export type AssumptionLever =
  | 'annualTurnover'
  | 'onboardingCoverage'
  | 'readiness'
  | 'contextFit'
  | 'coachHours'
  | 'capacityInvestment'
  | 'sessionCoverage'
  | 'sessionTransfer'
  | 'initialCapacity'
  | 'keyPersonDependency'

/**
 * An assumption of the plan that the planner marked uncertain: a factor (1 = as planned) on one kind of figure, of the
 * groups named or of all (null; the levers that are not figures of groups always touch all). `id` names the figure:
 * assumptions with the same id draw the same number in every scenario.
 */
export interface AssumptionSpread extends Spread {
  readonly id: string
  readonly lever: AssumptionLever
  readonly groupIds: readonly string[] | null
}

function scaledShare(share: number, factor: number): number {
  return Math.min(1, Math.max(0, share * factor))
}

function withGroups(
  input: CompleteModelInput,
  assumption: AssumptionSpread,
  change: (group: CompleteModelInput['groups'][number]) => Partial<CompleteModelInput['groups'][number]>,
): CompleteModelInput {
  const touched = assumption.groupIds === null ? null : new Set(assumption.groupIds)
  const groups = input.groups.map((group) =>
    touched === null || touched.has(group.id) ? { ...group, ...change(group) } : group,
  )
  return { ...input, groups }
}

function withSupports(
  input: CompleteModelInput,
  supports: Partial<CompleteModelInput['supports']>,
): CompleteModelInput {
  return { ...input, supports: { ...input.supports, ...supports } }
}

function withCoachHours(input: CompleteModelInput, factor: number): CompleteModelInput {
  const scaled = (hours: readonly number[]) => hours.map((value) => Math.max(0, value * factor))
  const { coachHours, coachHoursByUnit } = input.supports
  const own = Object.entries(coachHoursByUnit).map(([unitId, hours]) => [unitId, scaled(hours)] as const)
  return withSupports(input, { coachHours: scaled(coachHours), coachHoursByUnit: Object.fromEntries(own) })
}

function withCapacity(
  input: CompleteModelInput,
  key: 'initialCapacity' | 'keyPersonDependency',
  factor: number,
): CompleteModelInput {
  return {
    ...input,
    units: input.units.map((unit) => ({ ...unit, [key]: scaledShare(unit[key], factor) })),
    district: { ...input.district, [key]: scaledShare(input.district[key], factor) },
  }
}

function withSessions(input: CompleteModelInput, key: 'coverage' | 'transfer', factor: number): CompleteModelInput {
  const sessions = input.supports.sessions.map((session) => ({ ...session, [key]: scaledShare(session[key], factor) }))
  return withSupports(input, { sessions })
}

type Lever = (input: CompleteModelInput, assumption: AssumptionSpread, factor: number) => CompleteModelInput

const levers: Readonly<Record<AssumptionLever, Lever>> = {
  annualTurnover: (input, assumption, factor) =>
    withGroups(input, assumption, (group) => ({ annualTurnover: scaledShare(group.annualTurnover, factor) })),
  onboardingCoverage: (input, assumption, factor) =>
    withGroups(input, assumption, (group) => ({ onboardingCoverage: scaledShare(group.onboardingCoverage, factor) })),
  readiness: (input, assumption, factor) =>
    withGroups(input, assumption, (group) => ({ readiness: Math.max(0, group.readiness * factor) })),
  contextFit: (input, assumption, factor) =>
    withGroups(input, assumption, (group) => ({ contextFit: Math.max(0, group.contextFit * factor) })),
  coachHours: (input, _, factor) => withCoachHours(input, factor),
  capacityInvestment: (input, _, factor) =>
    withSupports(input, {
      capacityInvestment: input.supports.capacityInvestment.map((share) => scaledShare(share, factor)),
    }),
  sessionCoverage: (input, _, factor) => withSessions(input, 'coverage', factor),
  sessionTransfer: (input, _, factor) => withSessions(input, 'transfer', factor),
  initialCapacity: (input, _, factor) => withCapacity(input, 'initialCapacity', factor),
  keyPersonDependency: (input, _, factor) => withCapacity(input, 'keyPersonDependency', factor),
}

/** The input with one assumption's factor applied; the answer is as valid as the input. */
export function withFactor(
  input: CompleteModelInput,
  assumption: AssumptionSpread,
  factor: number,
): CompleteModelInput {
  return levers[assumption.lever](input, assumption, factor)
}
