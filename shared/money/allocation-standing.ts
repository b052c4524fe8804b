import { rowsOf, type Plan } from '../plan/plan'
import { firstPlaceAhead } from './allocation-stretches'
import { overCommitments } from './charges'
import { ruleObjection } from './fund-rules'
import type { Ledger } from './ledger'
import { sumOf } from './totals'

/** How the funds of a plan stand from its as-of month on, in whole cents. */
export type FundStanding = {
  readonly costCents: number
  /** What nobody pays. */
  readonly unfundedCents: number
  /** What is counted as paid although no fund is named for it. */
  readonly unnamedCents: number
  /** What funds are to pay beyond what they give, of all fiscal years. */
  readonly beyondCents: number
  /** What funds are to pay for that their own rules do not allow. */
  readonly forbiddenCents: number
  readonly generalCents: number
  /** What each fund pays, in the planner's order of funds. */
  readonly bySource: readonly { readonly sourceId: string; readonly name: string; readonly cents: number }[]
}

/** What each fund pays from the as-of month on, and what is not covered, on a plan and its ledger. */
export function fundStanding(plan: Plan, ledger: Ledger): FundStanding {
  const from = firstPlaceAhead(plan)
  const payments = ledger.lines.flatMap((line) =>
    line.paid.map((payment) => ({ line, sourceId: payment.sourceId, cents: sumOf(payment.cents, from) })),
  )
  const paidBy = (isWanted: (payment: (typeof payments)[number]) => boolean): number =>
    payments.filter(isWanted).reduce((sum, { cents }) => sum + cents, 0)
  const bySource = rowsOf(plan, 'fundingSource').map(({ id, name }) => ({
    sourceId: id,
    name,
    cents: paidBy(({ sourceId }) => sourceId === id),
  }))
  const isGeneral = (id: string | null): boolean => id !== null && plan.fundingSource.get(id)?.kind === 'general'
  return {
    costCents: ledger.lines.reduce((sum, { costCents }) => sum + sumOf(costCents, from), 0),
    unfundedCents: ledger.lines.reduce((sum, { unfundedCents }) => sum + sumOf(unfundedCents, from), 0),
    unnamedCents: paidBy(({ sourceId }) => sourceId === null),
    beyondCents: overCommitments(plan, ledger).reduce((sum, over) => sum + over.assignedCents - over.amountCents, 0),
    forbiddenCents: paidBy(({ line, sourceId }) => {
      const source = sourceId === null ? undefined : plan.fundingSource.get(sourceId)
      return source !== undefined && ruleObjection(plan, source, line) !== null
    }),
    generalCents: paidBy(({ sourceId }) => isGeneral(sourceId)),
    bySource,
  }
}
