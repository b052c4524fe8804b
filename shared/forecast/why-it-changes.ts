import { simulateFlows } from '../model/flows'
import { causes, explainBottleneck, explainChange, type Cause, type ChangeExplained } from '../model/why'
import { monthsBetween } from '../plan/month'
import type { Plan } from '../plan/plan'
import { ok, type Result } from '../plan/result'
import { nameOf } from '../plan/words'
import type { Missing } from './compile'
import { runPlan, type DistrictRun } from './run'

export const causeWords: Readonly<Record<Cause, string>> = {
  training: 'Training that is put to use at once',
  uptake: 'Trained people start using it',
  lapse: 'People stop using it',
  fidelityGained: 'Users come to do it well',
  drift: 'Drift: it is done less well than before',
  turnover: 'People leave',
  hires: 'New people bring it with them',
  weakest: 'Another component is the weakest now',
}

/** A change of a share between the ends of two months, in tenths of a percentage point; the parts sum to it exactly. */
export type ChangeInTenths = {
  readonly from: number
  readonly to: number
  readonly parts: Readonly<Record<Cause, number>>
}

/** Why two shares of a district changed: fidelity at its weakest component, and use at all over every component. */
export type WhyItChanges = {
  readonly districtId: string | null
  readonly name: string
  /** The essential component that is the weakest at the end. */
  readonly component: string
  readonly weakest: ChangeInTenths
  readonly adoption: ChangeInTenths
}

/** Rounds what was explained; what rounding leaves over goes to the largest part. */
export function inTenths({ from, to, parts }: ChangeExplained): ChangeInTenths {
  const tenths = (share: number): number => Math.round(share * 1000)
  const rounded = Object.fromEntries(causes.map((cause) => [cause, tenths(parts[cause])])) as Record<Cause, number>
  const largest = causes.reduce((most, cause) => (Math.abs(parts[cause]) > Math.abs(parts[most]) ? cause : most))
  const sum = causes.reduce((total, cause) => total + rounded[cause], 0)
  rounded[largest] += tenths(to) - tenths(from) - sum
  return { from: tenths(from), to: tenths(to), parts: rounded }
}

function whyOf(plan: Plan, { compiled, forecast }: DistrictRun, months: readonly [string, string]): WhyItChanges[] {
  const last = forecast.months - 1
  const [from = 0, to = last] = months
    .map((month) => Math.min(last, Math.max(0, monthsBetween(forecast.start, month))))
    .sort((a, b) => a - b)
  const weakest = explainBottleneck(compiled.input, 0, from, to)
  if (!weakest) return []
  return [
    {
      districtId: forecast.districtId,
      name: forecast.name,
      component: nameOf(plan, 'component', weakest.componentId),
      weakest: inTenths(weakest),
      adoption: inTenths(explainChange(simulateFlows(compiled.input), 0, 'adoption', from, to)),
    },
  ]
}

/**
 * Why practice changes between the ends of two months (`YYYY-MM`, in either order, held within the forecast), for every
 * district with an essential component; of the run on screen, its reorganization included.
 */
export function whyItChanges(plan: Plan, months: readonly [string, string]): Result<WhyItChanges[], Missing[]> {
  const run = runPlan(plan)
  return run.ok ? ok(run.value.runs.flatMap((one) => whyOf(plan, one, months))) : run
}
