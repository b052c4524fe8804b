import { monthsBetween, addMonths } from '../plan/month'
import { compose } from '../plan/algebra'
import { applyChanges } from '../plan/apply'
import type { Change } from '../plan/change'
import { insertChange, updateChange } from '../plan/edit'
import { newRow, rowsOf, type Plan } from '../plan/plan'
import { settingsOf } from '../plan/settings'
import { coachChanges, type CoachLever } from './coach-lever'
import { practitionerGroups } from './districts'
import {
  backupChanges,
  fillChanges,
  methodChanges,
  paceChanges,
  parameterChanges,
  schoolTurnoverChanges,
  settingChanges,
  shareSetting,
  waveChanges,
  type HighestMethod,
} from './plan-levers'
import { staffingChanges, type YearLevel } from './staffing-lever'

export { coachFteIn } from './coach-lever'

/** What a planner may ask "if we…" without editing tables. */
export type Levers = {
  readonly coachFteFrom?: CoachLever
  /** Multiplies the turnover of every staff group; takes the place of the plan's own factor. */
  readonly turnoverFactor?: number
  /** A yearly turnover, 0–1, that all staff groups together come to; the differences between schools stay. */
  readonly annualTurnover?: number
  /** A fund that ends earlier than planned: it commits money no later than this month. */
  readonly fundEnds?: { readonly sourceId: string; readonly lastMonth: string }
  /** Coaches and system builders by fiscal year, FTE in each year's fullest month. */
  readonly coachFteByYear?: readonly YearLevel[]
  readonly systemsFteByYear?: readonly YearLevel[]
  /** The month from which vacant positions are filled; null: never. */
  readonly vacanciesFilledFrom?: string | null
  /** How many months it takes to fill a vacancy among those who practice. */
  readonly hiringLagMonths?: number
  /** A yearly turnover, 0–1, of one school. */
  readonly schoolTurnover?: { readonly unitId: string; readonly annualTurnover: number }
  /** Nobody carries a required responsibility alone. */
  readonly isBackedUp?: boolean
  /** Training to come is held so many months later. */
  readonly trainingLaterMonths?: number
  readonly trainingMethod?: HighestMethod
  readonly waveStart?: { readonly waveId: string; readonly startMonth: string }
  /** Yearly rise of pay, and benefits as a share of pay, 0–1. */
  readonly payGrowth?: number
  readonly benefitRate?: number
}

/** The yearly turnover of all practitioners together, 0–1, by headcount, with the plan's factor. */
export function meanTurnover(plan: Plan): number {
  const { defaultTurnover, turnoverFactor } = settingsOf(plan)
  const groups = practitionerGroups(plan)
  const people = groups.reduce((sum, { headcount }) => sum + headcount, 0)
  const leaving = groups.reduce((sum, group) => sum + group.headcount * (group.annualTurnover ?? defaultTurnover), 0)
  return people > 0 ? (leaving / people / 10_000) * turnoverFactor : 0
}

function factorChange(plan: Plan, factor: number, newId: () => string): Change[] {
  const value = String(Math.round(Math.min(5, Math.max(0, factor)) * 10_000) / 10_000)
  const row = rowsOf(plan, 'setting').find(({ key }) => key === 'turnoverFactor')
  if (row) return [updateChange(row, 'setting', { value })].filter((change) => change !== null)
  if (Number(value) === settingsOf(plan).turnoverFactor) return []
  return [insertChange('setting', newRow('setting', newId(), { key: 'turnoverFactor', value }, plan.setting.size))]
}

function turnoverChanges(plan: Plan, { turnoverFactor, annualTurnover }: Levers, newId: () => string): Change[] {
  if (annualTurnover === undefined) return turnoverFactor === undefined ? [] : factorChange(plan, turnoverFactor, newId)
  const now = meanTurnover(plan)
  return now > 0 ? factorChange(plan, (settingsOf(plan).turnoverFactor * annualTurnover) / now, newId) : []
}

/** An earlier last month to commit, never before the fund starts; its last month to pay keeps its distance. */
function fundChanges(plan: Plan, { sourceId, lastMonth }: NonNullable<Levers['fundEnds']>): Change[] {
  const source = plan.fundingSource.get(sourceId)
  if (!source) return []
  const { startMonth, obligationEndMonth, liquidationEndMonth } = source
  const last = startMonth !== null && lastMonth < startMonth ? startMonth : lastMonth
  if (obligationEndMonth !== null && last >= obligationEndMonth) return []
  const distance =
    liquidationEndMonth === null || obligationEndMonth === null
      ? 0
      : monthsBetween(obligationEndMonth, liquidationEndMonth)
  const paid = liquidationEndMonth === null ? null : addMonths(last, distance)
  const change = updateChange(source, 'fundingSource', { obligationEndMonth: last, liquidationEndMonth: paid })
  return change === null ? [] : [change]
}

type Step = (plan: Plan, newId: () => string) => Change[]

/** What each lever that is moved does to the plan as the levers before it leave it. */
function stepsOf(levers: Levers): Step[] {
  const { coachFteFrom, coachFteByYear, systemsFteByYear, schoolTurnover, fundEnds, waveStart } = levers
  const { hiringLagMonths, vacanciesFilledFrom, trainingLaterMonths, trainingMethod, payGrowth, benefitRate } = levers
  const steps: (Step | false)[] = [
    coachFteFrom !== undefined && ((plan, newId) => coachChanges(plan, coachFteFrom, newId)),
    // a level for one year says more than one from a month on, so it has the last word for that year
    coachFteByYear !== undefined && ((plan, newId) => staffingChanges(plan, 'coach', coachFteByYear, newId)),
    systemsFteByYear !== undefined && ((plan, newId) => staffingChanges(plan, 'systems', systemsFteByYear, newId)),
    vacanciesFilledFrom !== undefined && ((plan) => fillChanges(plan, vacanciesFilledFrom)),
    hiringLagMonths !== undefined &&
      ((plan, newId) => parameterChanges(plan, 'hiringLagMonths', hiringLagMonths, newId)),
    (plan, newId) => turnoverChanges(plan, levers, newId),
    schoolTurnover !== undefined &&
      ((plan) => schoolTurnoverChanges(plan, schoolTurnover.unitId, schoolTurnover.annualTurnover)),
    levers.isBackedUp === true && ((plan) => backupChanges(plan)),
    waveStart !== undefined && ((plan) => waveChanges(plan, waveStart.waveId, waveStart.startMonth)),
    trainingLaterMonths !== undefined && ((plan) => paceChanges(plan, trainingLaterMonths)),
    trainingMethod !== undefined && ((plan) => methodChanges(plan, trainingMethod)),
    payGrowth !== undefined &&
      ((plan, newId) => settingChanges(plan, 'payGrowth', shareSetting('payGrowth', payGrowth), newId)),
    benefitRate !== undefined &&
      ((plan, newId) => settingChanges(plan, 'benefitRate', shareSetting('benefitRate', benefitRate), newId)),
    fundEnds !== undefined && ((plan) => fundChanges(plan, fundEnds)),
  ]
  return steps.filter((step) => step !== false)
}

/**
 * The changes that stand for the levers of "If we…", against a plan; each lever is laid over what those before it did.
 * Levers that change nothing give none. `newId` gives a new UUID each time.
 */
export function leverChanges(plan: Plan, levers: Levers, newId: () => string): Change[] {
  let changed = plan
  let all: Change[] = []
  for (const step of stepsOf(levers)) {
    const changes = step(changed, newId)
    const after = applyChanges(changed, changes)
    if (changes.length === 0 || !after.ok) continue
    changed = after.value
    all = compose(all, changes)
  }
  return all
}
