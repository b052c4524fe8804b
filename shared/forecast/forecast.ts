import { atScaleMonth, districtPhases } from '../model/phases'
import { reaches, type AtScaleThresholds, type PhaseAnswer, type PhaseQuestion } from '../model/phase'
import { districtSeries, unitSeries, type Trajectory } from '../model/trajectory'
import { addMonths } from '../plan/month'
import type { Plan } from '../plan/plan'
import { coachingNeedOf, type CoachingNeed } from './coaching-need'
import type { Compiled } from './compile'
import { stressLookupOf } from './stress'
import { thresholdsOf } from './thresholds'

export { thresholdsOf } from './thresholds'

/** A share at the start of the forecast (end of its first month), at its end, and at its highest. All 0–1. */
export type ShareOverTime = {
  readonly now: number
  readonly end: number
  readonly peak: number
  /** `YYYY-MM`. */
  readonly peakMonth: string
}

/** What becomes of one school. Months `YYYY-MM`. */
export type UnitForecast = {
  readonly unitId: string
  readonly name: string
  readonly headcount: number
  /** Null where the plan does not say. */
  readonly students: number | null
  readonly hasStarted: boolean
  /** In a wave with a start month. */
  readonly takesPart: boolean
  /** Whether its weakest essential component is at the line, in the first and in the last month. */
  readonly isAtLineNow: boolean
  readonly isAtLineAtEnd: boolean
  /** The first month in which it is; null: not within the forecast. */
  readonly atLineMonth: string | null
  readonly fidelityNow: number
  readonly fidelityAtEnd: number
  /** The share at its weakest essential component, which the line is held against. */
  readonly weakestNow: number
  readonly weakestAtEnd: number
}

/** What becomes of one district, ready to be shown. */
export type Forecast = {
  readonly districtId: string | null
  readonly name: string
  /** The first month, `YYYY-MM`, and how many. */
  readonly start: string
  readonly months: number
  readonly headcount: number
  readonly thresholds: AtScaleThresholds
  /** The phase of every month, with its reasons. */
  readonly phases: readonly PhaseAnswer[]
  /** The first month at scale, `YYYY-MM`; null: not within the forecast. */
  readonly atScaleMonth: string | null
  /** Whether it is (still) at scale in the last month. */
  readonly isAtScaleAtEnd: boolean
  /** Share with fidelity at the weakest essential component: what the line is held against. */
  readonly weakest: ShareOverTime
  /** Share with fidelity over all components by weight. */
  readonly fidelity: ShareOverTime
  /** District capacity. */
  readonly capacity: ShareOverTime
  readonly coaching: CoachingNeed
  readonly units: readonly UnitForecast[]
}

const questionOf = (plan: Plan, compiled: Compiled, trajectory: Trajectory): PhaseQuestion => ({
  trajectory,
  thresholds: thresholdsOf(plan),
  units: compiled.units,
  stress: stressLookupOf(plan, compiled),
})

function overTime(series: Float64Array, start: string): ShareOverTime {
  const peak = series.reduce((most, value) => Math.max(most, value), 0)
  return {
    now: series[0] ?? 0,
    end: series.at(-1) ?? 0,
    peak,
    peakMonth: addMonths(start, Math.max(0, series.indexOf(peak))),
  }
}

function unitForecasts(plan: Plan, compiled: Compiled, trajectory: Trajectory, line: number): UnitForecast[] {
  return compiled.units.map(({ unitId, name, headcount, startMonth }) => {
    const bottleneck = unitSeries(trajectory, unitId, 'bottleneck')
    const fidelity = unitSeries(trajectory, unitId, 'fidelity')
    const isAtLine = (value: number | undefined): boolean =>
      headcount > 0 && value !== undefined && reaches(value, line)
    const first = bottleneck.findIndex(isAtLine)
    return {
      unitId,
      name,
      headcount,
      students: plan.unit.get(unitId)?.enrolment ?? null,
      hasStarted: startMonth !== null && startMonth <= 0,
      takesPart: startMonth !== null,
      isAtLineNow: isAtLine(bottleneck[0]),
      isAtLineAtEnd: isAtLine(bottleneck.at(-1)),
      atLineMonth: first === -1 ? null : addMonths(trajectory.start, first),
      fidelityNow: fidelity[0] ?? 0,
      fidelityAtEnd: fidelity.at(-1) ?? 0,
      weakestNow: bottleneck[0] ?? 0,
      weakestAtEnd: bottleneck.at(-1) ?? 0,
    }
  })
}

/**
 * What a run of the model means for the plan: phases with reasons, the month at scale, schools at the line, capacity and
 * coaching. Pure; the window, the command line and the report all show what this says. The stress test behind
 * "sustained" runs the model again where it is needed.
 */
export function forecastOf(plan: Plan, compiled: Compiled, trajectory: Trajectory): Forecast {
  const question = questionOf(plan, compiled, trajectory)
  const phases = districtPhases(question)
  const first = atScaleMonth(question)
  const { start, horizonMonths } = trajectory
  const last = phases.at(-1)?.phase
  return {
    districtId: compiled.districtId,
    name: compiled.name,
    start,
    months: horizonMonths,
    headcount: compiled.units.reduce((sum, unit) => sum + unit.headcount, 0),
    thresholds: question.thresholds,
    phases,
    atScaleMonth: first === null ? null : addMonths(start, first),
    isAtScaleAtEnd: last === 'atScale' || last === 'sustained',
    weakest: overTime(districtSeries(trajectory, 'bottleneck'), start),
    fidelity: overTime(districtSeries(trajectory, 'fidelity'), start),
    capacity: overTime(districtSeries(trajectory, 'capacity'), start),
    coaching: coachingNeedOf(compiled.input, trajectory),
    units: unitForecasts(plan, compiled, trajectory, question.thresholds.atScaleShare),
  }
}
