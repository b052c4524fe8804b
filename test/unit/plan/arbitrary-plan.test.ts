import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diff } from '@shared/plan/algebra'
import { emptyPlan, type Plan } from '@shared/plan/plan'
import { rowSchema } from '@shared/plan/row-schema'
import { tableNames } from '@shared/plan/table-name'
import { validate } from '@shared/plan/validate'
import { arbitraryChanges, arbitraryPlan } from '../../fixtures/arbitrary-plan'

const planAndChanges = arbitraryPlan().chain((plan) => fc.tuple(fc.constant(plan), arbitraryChanges(plan)))

describe('arbitrary plans', () => {
  it('are accepted, built from the empty plan in one commit', () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        expect(validate(emptyPlan, diff(emptyPlan, plan))).toEqual([])
      }),
    )
  })

  it('hold rows that are right by the schema of their table', () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        for (const table of tableNames) {
          for (const row of plan[table].values()) expect(rowSchema(table).safeParse(row).error).toBeUndefined()
        }
      }),
      { numRuns: 30 },
    )
  })

  it('have rows in every table, one time or another', () => {
    const filled = new Set<string>()
    const note = (plan: Plan): void => {
      for (const table of tableNames) if (plan[table].size > 0) filled.add(table)
    }
    for (const plan of fc.sample(arbitraryPlan(), { numRuns: 50, seed: 1 })) note(plan)
    expect([...filled].sort()).toEqual([...tableNames].sort())
  })

  it('are accepted after arbitrary changes', () => {
    fc.assert(
      fc.property(planAndChanges, ([plan, changes]) => {
        expect(validate(plan, changes)).toEqual([])
      }),
    )
  })
})
