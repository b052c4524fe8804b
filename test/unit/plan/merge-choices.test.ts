import fc from 'fast-check'
import { normalise } from '@shared/plan/algebra'
import { updateChange } from '@shared/plan/edit'
import { mergeChosen, rowKey, type Side } from '@shared/plan/merge-choices'
import { planToRows } from '@shared/plan/plan'
import { describe, expect, it } from 'vitest'
import { arbitraryChanges, arbitraryPlan } from '../../fixtures/arbitrary-plan'
import { after, rowId, smallPlan } from './small-plan'

const sizes = { maxRows: 2 }
const planAndTwo = arbitraryPlan(sizes).chain((plan) =>
  fc.tuple(
    fc.constant(plan),
    arbitraryChanges(plan, sizes).map(normalise),
    arbitraryChanges(plan, sizes).map(normalise),
  ),
)

describe('merging a copy with choices', () => {
  it('leaves the plan as it is where mine is chosen for every row that only the copy changed', () => {
    fc.assert(
      fc.property(planAndTwo, ([base, mine, theirs]) => {
        const ownRows = new Set(mine.map(rowKey))
        const apart = theirs.filter((change) => !ownRows.has(rowKey(change)))
        const choices = new Map(apart.map((change): [string, Side] => [rowKey(change), 'mine']))
        expect(mergeChosen(base, mine, apart, choices)).toEqual({ changes: [], clashes: [], problems: [] })
      }),
      { numRuns: 60 },
    )
  })

  it('has the copy’s plan where theirs is chosen for every row that I changed and both did not', () => {
    fc.assert(
      fc.property(planAndTwo, ([base, mine, theirs]) => {
        const theirRows = new Set(theirs.map(rowKey))
        const apart = mine.filter((change) => !theirRows.has(rowKey(change)))
        const choices = new Map(apart.map((change): [string, Side] => [rowKey(change), 'theirs']))
        const { changes } = mergeChosen(base, apart, theirs, choices)
        expect(planToRows(after(after(base, apart), changes))).toEqual(planToRows(after(base, theirs)))
      }),
      { numRuns: 60 },
    )
  })

  it('takes a field that both changed from the side chosen, and what only they changed in any case', () => {
    const row = { table: 'unit' as const, id: rowId('unit', 1) }
    const before = smallPlan.unit.get(row.id)
    if (!before) throw new Error('The small plan has no such school')
    const mine = [updateChange(before, 'unit', { enrolment: 100 })].filter((change) => change !== null)
    const theirs = [updateChange(before, 'unit', { enrolment: 200, name: 'Their name' })].filter((c) => c !== null)
    const chosen = (side: Side) => mergeChosen(smallPlan, mine, theirs, new Map([[rowKey(row), side]]))
    const shown = (side: Side) => after(after(smallPlan, mine), chosen(side).changes).unit.get(row.id)
    expect(chosen('mine').clashes.map(({ field }) => field)).toEqual(['enrolment'])
    expect(shown('mine')).toMatchObject({ enrolment: 100, name: 'Their name' })
    expect(shown('theirs')).toMatchObject({ enrolment: 200, name: 'Their name' })
  })
})
