import type { Plan } from '../plan/plan'
import { allocationChanges } from './allocation-changes'
import type { Allocation } from './allocation-program'
import { settle, type Settled } from './allocation-shares'
import type { LinearAnswer } from './linear-program'

/** The best use of the funds: shares of every stretch, and the one list of changes that brings them into the plan. */
export type BestUse = Settled & {
  readonly allocation: Allocation
  readonly answer: LinearAnswer
}

/** Reads the answer of `allocationProgram(allocation)` back into the plan; `newId` gives ids for new payments. */
export const bestUseOf = (plan: Plan, allocation: Allocation, answer: LinearAnswer, newId: () => string): BestUse => ({
  allocation,
  answer,
  ...settle(plan, allocation, answer, (shares) => allocationChanges(plan, allocation, shares, newId)),
})
