import type { Change } from '@shared/plan/change'
import { insertChange, rankAtEnd } from '@shared/plan/edit'
import { newRow, type Plan } from '@shared/plan/plan'
import { newId } from '../../stores/bridge'

const funds = [
  { name: 'General fund', kind: 'general', isRecurring: true },
  { name: 'Title II-A', kind: 'federal', isRecurring: true },
] as const

/** The recurring funds that most districts pay such work from. */
export const usualFunds = (plan: Plan): Change[] =>
  funds.map((values, i) =>
    insertChange('fundingSource', newRow('fundingSource', newId(), values, rankAtEnd(plan, 'fundingSource') + i)),
  )
