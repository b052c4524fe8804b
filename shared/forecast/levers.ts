import { monthsBetween, addMonths } from '../plan/month'
import type { Change } from '../plan/change'
import { insertChange, updateChange } from '../plan/edit'
import { newRow, rowsOf, type Plan } from '../plan/plan'
import { settingsOf } from '../plan/settings'
import { coachChanges, type CoachLever } from './coach-lever'
import { practitionerGroups } from './districts'

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

/**
 * The changes that stand for the levers of "If we…", against a plan. Levers that change nothing give none. `newId` gives
 * a new UUID each time.
 */
export function leverChanges(plan: Plan, levers: Levers, newId: () => string): Change[] {
  return [
    ...(levers.coachFteFrom === undefined ? [] : coachChanges(plan, levers.coachFteFrom, newId)),
    ...turnoverChanges(plan, levers, newId),
    ...(levers.fundEnds === undefined ? [] : fundChanges(plan, levers.fundEnds)),
  ]
}
