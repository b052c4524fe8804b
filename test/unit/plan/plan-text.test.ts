import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyPlan, planToRows } from '@shared/plan/plan'
import { planFromText, planToText, type PlanText } from '@shared/plan/plan-text'
import { arbitraryPlan } from '../../fixtures/arbitrary-plan'

describe('a plan as a text', () => {
  it('is read back as it was, whatever the plan holds', () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        const text = planToText(plan)
        const back = planFromText(text)
        expect(planToRows(back)).toEqual(planToRows(plan))
        expect(planToText(back)).toBe(text)
      }),
      { numRuns: 30 },
    )
  })

  it.each(['', '[]', 'null', '{}', JSON.stringify({ ...planToRows(emptyPlan), unit: null })])(
    'is not read where a table is missing: %s',
    (text) => {
      expect(() => planFromText(text as PlanText)).toThrow(text === '' ? SyntaxError : TypeError)
    },
  )
})
