import { reaches, type StressLookup } from '../model/phase'
import { simulate } from '../model/simulate'
import { districtSeries, unitSeries, type Trajectory } from '../model/trajectory'
import { addMonths } from '../plan/month'
import type { Plan } from '../plan/plan'
import { settingsOf } from '../plan/settings'
import { compileForecast, type Compiled } from './compile'

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

/** Runs a district again with a shock in month `from` of the forecast (docs/forecast.md, "Stress test"). */
function runWith(plan: Plan, compiled: Compiled, kind: StressKind, from: number): Trajectory {
  const month = addMonths(compiled.input.start, from)
  const without = kind === 'leader' ? null : compileForecast(plan, { withoutOneTimeMoneyFrom: month })
  const poorer = without?.ok ? without.value.find(({ districtId }) => districtId === compiled.districtId) : undefined
  return simulate((poorer ?? compiled).input, kind === 'money' ? {} : { leaderChangeMonth: from })
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
  return stressKinds.map((kind) => {
    const trajectory = runWith(plan, compiled, kind, from)
    return judge(kind, districtSeries(trajectory, 'bottleneck'), from, line)
  })
}

/**
 * The stress test as phases ask for it: both shocks together, for the district or one of its schools. Every start month
 * is run at most once, and only when it is asked for.
 */
export function stressLookupOf(plan: Plan, compiled: Compiled): StressLookup {
  const runs = new Map<number, Trajectory>()
  const line = settingsOf(plan).atScaleShare / 10_000
  return (unitId, from) => {
    const run = runs.get(from) ?? runWith(plan, compiled, 'both', from)
    runs.set(from, run)
    const series = unitId === null ? districtSeries(run, 'bottleneck') : unitSeries(run, unitId, 'bottleneck')
    return judge('both', series, from, line).answer
  }
}
