import { attendances } from '../money/attendance'
import type { Ledger } from '../money/ledger'
import { planRow, type Plan } from '../plan/plan'
import type { AttentionItem, AttentionQuestion } from './attention-item'
import { forbiddenPayments, gapsOfFunds, overdrawnFunds, unfundedLines } from './attention-money'
import {
  differingContexts,
  fullBelowLine,
  overObserved,
  undescribedComponents,
  unmeasuredComponents,
} from './attention-evidence'
import { attentionKinds } from './attention-kinds'
import {
  clashingSessions,
  earlySessions,
  fullSessions,
  idleSessions,
  latePrerequisites,
  shortDoses,
} from './attention-learning'
import { heavyCarriers, overFullTime, shortCoaching, thinResponsibilities, vacantPositions } from './attention-people'
import {
  gatesWithoutCriteria,
  manyElements,
  milestonesWithoutSchool,
  overdueFollowUps,
  wavesAfterHorizon,
} from './attention-plan'
import {
  districtsWithoutStaff,
  laterObservations,
  missedScale,
  openBarriers,
  openWaves,
  overdueMilestones,
  schoolsWithoutStaff,
  schoolsWithoutTraining,
  startedUntrained,
  undecidedGates,
} from './attention-schools'
import { partSetAside } from './attention-set-aside'
import { oldFigures, unseenSchools } from './data-age'
import { counted } from './figure'
import type { DistrictRun } from './run'

export type { AttentionCode, AttentionItem } from './attention-item'

/** The assumptions behind the forecast, as one thing to look at. */
function openAssumptions({ runs }: AttentionQuestion): AttentionItem[] {
  const keys = runs.flatMap(({ compiled }) =>
    compiled.assumptions.map(({ table, id, field, why }) => [table, id, field, why].join('\n')),
  )
  const count = new Set(keys).size
  if (count === 0) return []
  const sentence = `The forecast rests on ${counted(count, 'assumption', 'assumptions')} where the plan says nothing.`
  return [{ code: 'assumptions', sentence, screen: 'reports', table: null, rowId: null }]
}

/** Every check, the pressing ones first. */
const checks: readonly ((question: AttentionQuestion) => AttentionItem[])[] = [
  schoolsWithoutStaff,
  districtsWithoutStaff,
  schoolsWithoutTraining,
  startedUntrained,
  missedScale,
  gapsOfFunds,
  unfundedLines,
  vacantPositions,
  shortCoaching,
  undecidedGates,
  overdueMilestones,
  openBarriers,
  overdrawnFunds,
  forbiddenPayments,
  fullSessions,
  openWaves,
  thinResponsibilities,
  unmeasuredComponents,
  laterObservations,
  openAssumptions,
  fullBelowLine,
  differingContexts,
  earlySessions,
  clashingSessions,
  idleSessions,
  shortDoses,
  latePrerequisites,
  undescribedComponents,
  overFullTime,
  heavyCarriers,
  wavesAfterHorizon,
  milestonesWithoutSchool,
  gatesWithoutCriteria,
  overdueFollowUps,
  overObserved,
  oldFigures,
  unseenSchools,
  manyElements,
]

/**
 * Everything in a plan that is worth a look, each as a sentence with the screen and row to go to; the pressing ones
 * first. `runs` is empty where the plan cannot be forecast yet: what needs no forecast is checked all the same.
 */
export function thingsToCheck(plan: Plan, runs: readonly DistrictRun[], ledger: Ledger): AttentionItem[] {
  const row = planRow(plan)
  const asOf = row?.asOfMonth ?? row?.startMonth ?? ledger.firstMonth
  const question = { plan, runs, ledger, attendances: attendances(plan), asOf }
  return checks.flatMap((check) => check(question))
}

/** Of the things to check, those that cannot wait. */
export const pressingOf = (items: readonly AttentionItem[]): AttentionItem[] =>
  items.filter(({ code }) => attentionKinds[code].isPressing)

/** What in a plan needs attention: the pressing things to check that nobody has set aside. */
export const attention = (plan: Plan, runs: readonly DistrictRun[], ledger: Ledger): AttentionItem[] =>
  pressingOf(partSetAside(plan, thingsToCheck(plan, runs, ledger)).open)
