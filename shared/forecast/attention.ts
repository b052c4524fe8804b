import { attendances } from '../money/attendance'
import type { Ledger } from '../money/ledger'
import { planRow, type Plan } from '../plan/plan'
import type { AttentionItem, AttentionQuestion } from './attention-item'
import { forbiddenPayments, gapsOfFunds, overdrawnFunds, unfundedLines } from './attention-money'
import {
  earlySessions,
  fullSessions,
  shortCoaching,
  thinResponsibilities,
  unmeasuredComponents,
  vacantPositions,
} from './attention-people'
import {
  districtsWithoutStaff,
  laterObservations,
  missedScale,
  openBarriers,
  openWaves,
  overdueMilestones,
  schoolsWithoutStaff,
  schoolsWithoutTraining,
  undecidedGates,
} from './attention-schools'
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
  earlySessions,
  openWaves,
  thinResponsibilities,
  unmeasuredComponents,
  laterObservations,
  openAssumptions,
]

/** What in a plan needs attention, each as a sentence with the screen and row to go to; the pressing ones first. */
export function attention(plan: Plan, runs: readonly DistrictRun[], ledger: Ledger): AttentionItem[] {
  const row = planRow(plan)
  const asOf = row?.asOfMonth ?? row?.startMonth ?? ledger.firstMonth
  const question = { plan, runs, ledger, attendances: attendances(plan), asOf }
  return checks.flatMap((check) => check(question))
}
