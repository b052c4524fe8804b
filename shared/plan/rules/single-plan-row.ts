import type { Problem } from '../problem'
import { planRowId } from '../plan'
import type { Rule } from '../rule'

/** The table of the plan itself has one row, with the one id that it has in every workbook. */
export const singlePlanRow: Rule = (view): Problem[] => [
  ...view.removed('plan').map((id) => ({
    table: 'plan' as const,
    id,
    field: null,
    code: 'plan-row-needed' as const,
    message: 'The plan itself cannot be removed.',
  })),
  ...view
    .touched('plan')
    .filter(({ id }) => id !== planRowId)
    .map(({ id }) => ({
      table: 'plan' as const,
      id,
      field: null,
      code: 'only-one-plan' as const,
      message: 'A workbook holds one plan; there cannot be a second.',
    })),
]
