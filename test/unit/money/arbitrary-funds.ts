import type { Plan } from '@shared/plan/plan'
import { budgetCategoryOptions, type BudgetCategory } from '@shared/plan/tables/budget-category'
import fc from 'fast-check'
import { moneyPlan } from './arbitrary-money.ts'
import { planOf } from './plan-of.ts'

const categories = Object.keys(budgetCategoryOptions) as BudgetCategory[]

const restrictions = fc.record({
  kind: fc.constantFrom('general' as const, 'federal' as const, 'grant' as const),
  allowedCategories: fc.subarray(categories),
  allowedUnitIds: fc.constantFrom([], [], ['unit-0'], ['unit-0', 'unit-1']),
})
const amounts = fc.uniqueArray(
  fc.record({ fiscalYear: fc.integer({ min: 2026, max: 2031 }), amountCents: fc.integer({ min: 0, max: 40_000_000 }) }),
  { selector: ({ fiscalYear }) => fiscalYear, maxLength: 6 },
)

/** A plan with arbitrary costs, whose funds have rules, and amounts by fiscal year or none. */
export const restrictedPlan: fc.Arbitrary<Plan> = fc
  .record({ plan: moneyPlan, rules: fc.array(fc.tuple(restrictions, amounts), { minLength: 4, maxLength: 4 }) })
  .map(({ plan, rules }) => {
    const sources = [...plan.fundingSource.values()]
    const made = planOf({
      fundingSource: sources.map((source, at) => ({ ...source, ...rules[at]?.[0] })),
      sourceYear: sources.flatMap(({ id }, at) => (rules[at]?.[1] ?? []).map((year) => ({ sourceId: id, ...year }))),
    })
    return { ...plan, fundingSource: made.fundingSource, sourceYear: made.sourceYear }
  })
