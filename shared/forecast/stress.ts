import { reaches, type StressLookup } from '../model/phase'
import { simulate } from '../model/simulate'
import { withoutOneTimeMoney } from '../model/stress'
import { districtSeries, unitSeries, type Trajectory } from '../model/trajectory'
import type { Plan } from '../plan/plan'
import { settingsOf } from '../plan/settings'
import { compileForecast, type Compiled } from './compile'
import { reorganisedAt } from './reorganisation'

/** How long a district has to stay at its line under stress to count as holding. */
export const stressMonths = 24

/** The shocks of the stress test: one-time money gone, a change of leader everywhere, or both in the same month. */
export const stressKinds = ['money', 'leader', 'both'] as const
export type StressKind = (typeof stressKinds)[number]

/** What becomes of a place after a shock. */
export type StressResult = {
  readonly kind: StressKind
  /** `falls`: below the line within 24 months; `notKnownYet`: the forecast ends before. */
  readonly answer: 'holds' | 'falls' | 'notKnownYet'
  /** Months after the shock until the weakest component is below the line; null while it is not. */
  readonly monthsUntilBelow: number | null
  /** The least share at the weakest component within those months, 0–1. */
  readonly lowest: number
}

/** Runs a district again with a shock in a month of the forecast, counted from 0 (docs/forecast.md, "Stress test"). */
export type Shocked = (kind: StressKind, from: number) => Trajectory

/** The district with what recurring money alone pays, from its first month on; its reorganization is that of the run. */
export function recurringAlone(plan: Plan, compiled: Compiled): Compiled {
  const answer = compileForecast(plan, { withoutOneTimeMoneyFrom: compiled.planned.start })
  const same = answer.ok ? answer.value.find(({ districtId }) => districtId === compiled.districtId) : undefined
  return reorganisedAt(same ?? compiled, compiled.reorganisedAtScale)
}

/** Runs a district under shocks; what recurring money alone pays is compiled once, when it is first asked for. */
export function shockedRuns(plan: Plan, compiled: Compiled): Shocked {
  let recurring: Compiled | null = null
  return (kind, fromMonth) => {
    const { input } = compiled
    if (kind !== 'leader') recurring ??= recurringAlone(plan, compiled)
    const shocked =
      recurring && kind !== 'leader'
        ? withoutOneTimeMoney({ input, recurringInput: recurring.input, fromMonth })
        : input
    return simulate(shocked, kind === 'money' ? {} : { leaderChangeMonth: fromMonth })
  }
}

/** How a place took a shock in month `from`, read from its share at the weakest component under that shock. */
export function judgeStress(kind: StressKind, bottleneck: Float64Array, from: number, line: number): StressResult {
  const after = Array.from(bottleneck.subarray(from, from + stressMonths))
  const below = after.findIndex((value) => !reaches(value, line))
  const isCutShort = after.length < stressMonths
  return {
    kind,
    answer: below !== -1 ? 'falls' : isCutShort ? 'notKnownYet' : 'holds',
    monthsUntilBelow: below === -1 ? null : below,
    lowest: after.reduce((least, value) => Math.min(least, value), after[0] ?? 0),
  }
}

/** The stress test of a district from month `from` of its forecast on: each shock alone, and both together. */
export function stressTest(plan: Plan, compiled: Compiled, from: number): StressResult[] {
  const line = settingsOf(plan).atScaleShare / 10_000
  const shocked = shockedRuns(plan, compiled)
  return stressKinds.map((kind) => {
    const trajectory = shocked(kind, from)
    return judgeStress(kind, districtSeries(trajectory, 'bottleneck'), from, line)
  })
}

/**
 * The stress test as phases ask for it: both shocks together, for the district or one of its schools. Every start month
 * is run at most once, and only when it is asked for.
 */
export function stressLookupOf(plan: Plan, compiled: Compiled): StressLookup {
  const shocked = shockedRuns(plan, compiled)
  const runs = new Map<number, Trajectory>()
  const line = settingsOf(plan).atScaleShare / 10_000
  return (unitId, from) => {
    const run = runs.get(from) ?? shocked('both', from)
    runs.set(from, run)
    const series = unitId === null ? districtSeries(run, 'bottleneck') : unitSeries(run, unitId, 'bottleneck')
    return judgeStress('both', series, from, line).answer
  }
}
