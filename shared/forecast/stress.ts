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
type Shocked = (kind: StressKind, from: number) => Trajectory

/** What recurring money alone pays is compiled once, when it is first asked for. */
function shockedRuns(plan: Plan, compiled: Compiled): Shocked {
  let recurring: Compiled | null = null
  const poorer = (): Compiled => {
    if (recurring) return recurring
    const answer = compileForecast(plan, { withoutOneTimeMoneyFrom: compiled.planned.start })
    const same = answer.ok ? answer.value.find(({ districtId }) => districtId === compiled.districtId) : undefined
    recurring = reorganisedAt(same ?? compiled, compiled.reorganisedAtScale)
    return recurring
  }
  return (kind, fromMonth) => {
    const { input } = compiled
    const shocked =
      kind === 'leader' ? input : withoutOneTimeMoney({ input, recurringInput: poorer().input, fromMonth })
    return simulate(shocked, kind === 'money' ? {} : { leaderChangeMonth: fromMonth })
  }
}

function judge(kind: StressKind, bottleneck: Float64Array, from: number, line: number): StressResult {
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
    return judge(kind, districtSeries(trajectory, 'bottleneck'), from, line)
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
    return judge('both', series, from, line).answer
  }
}
