import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalise } from '@shared/plan/algebra'
import type { Change } from '@shared/plan/change'
import { merge } from '@shared/plan/merge'
import { removalChanges } from '@shared/plan/users'
import { arbitraryChanges, arbitraryEdits, arbitraryPlan } from '../../fixtures/arbitrary-plan'
import { added, after, edited, rowId, smallPlan } from './small-plan'

const sizes = { maxRows: 2 }
const planAndTwo = (changes: typeof arbitraryChanges) =>
  arbitraryPlan(sizes).chain((plan) =>
    fc.tuple(fc.constant(plan), changes(plan, sizes).map(normalise), changes(plan, sizes).map(normalise)),
  )
const fieldsOf = (changes: readonly Change[]): string[] =>
  changes.flatMap((change) =>
    change.kind === 'update'
      ? Object.keys(change.fields).map((key) => `${change.id} ${key}`)
      : [`${change.id} ${change.kind}`],
  )

describe('merging the changes of two planners', () => {
  it('gives the same plan either way round where they changed different things', () => {
    fc.assert(
      fc.property(planAndTwo(arbitraryEdits), ([plan, ours, theirs]) => {
        const taken = new Set(fieldsOf(ours))
        const others = theirs.filter((change) => fieldsOf([change]).every((field) => !taken.has(field)))
        const merged = merge(plan, ours, others)
        expect(merged).toEqual(merge(plan, others, ours))
        expect(merged.conflicts).toEqual([])
        expect(fieldsOf(merged.changes).sort()).toEqual([...fieldsOf(ours), ...fieldsOf(others)].sort())
      }),
    )
  })

  it('counts a change that both made once, and leaves alone what the other did not change', () => {
    fc.assert(
      fc.property(planAndTwo(arbitraryChanges), ([plan, ours]) => {
        expect(merge(plan, ours, ours)).toEqual({ changes: ours, conflicts: [] })
        expect(merge(plan, ours, [])).toEqual({ changes: ours, conflicts: [] })
        expect(merge(plan, [], ours)).toEqual({ changes: ours, conflicts: [] })
      }),
      { numRuns: 50 },
    )
  })

  it('always gives changes that fit the plan, and tells whatever was not taken from either', () => {
    fc.assert(
      fc.property(planAndTwo(arbitraryChanges), ([plan, ours, theirs]) => {
        const merged = merge(plan, ours, theirs)
        expect(normalise(merged.changes)).toEqual(merged.changes)
        after(plan, merged.changes)
        const told = new Set(merged.conflicts.map(({ table, id }) => `${table} ${id}`))
        const isKept = (change: Change): boolean =>
          fieldsOf([change]).every((field) => fieldsOf(merged.changes).includes(field))
        const lost = theirs.filter((change) => !isKept(change) && !told.has(`${change.table} ${change.id}`))
        expect(lost).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  it('takes different fields of one row from both', () => {
    const merged = merge(
      smallPlan,
      [edited(smallPlan, 'unit', { enrolment: 300 }, 2)],
      [edited(smallPlan, 'unit', { level: 'elementary' }, 2)],
    )
    expect(merged.conflicts).toEqual([])
    expect(merged.changes).toMatchObject([{ fields: { level: { after: 'elementary' }, enrolment: { after: 300 } } }])
  })

  it('keeps ours and tells of theirs where both changed one field', () => {
    const merged = merge(
      smallPlan,
      [edited(smallPlan, 'unit', { enrolment: 300 }, 2)],
      [edited(smallPlan, 'unit', { enrolment: 320 }, 2)],
    )
    expect(merged.changes).toMatchObject([{ fields: { enrolment: { after: 300 } } }])
    expect(merged.conflicts).toEqual([
      {
        table: 'unit',
        id: rowId('unit', 2),
        field: 'enrolment',
        code: 'changed-twice',
        message: 'Students of Lincoln was changed in both, to different values.',
        ours: 300,
        theirs: 320,
      },
    ])
  })

  it('tells where one removed what the other changed or added to', () => {
    const removal = removalChanges(smallPlan, 'component', [rowId('component', 3)])
    const change = edited(smallPlan, 'component', { owner: 'Director' }, 3)
    expect(merge(smallPlan, removal, [change]).conflicts).toMatchObject([
      { code: 'removed-and-changed', message: 'Check-ins was removed in one and changed in the other.' },
    ])
    expect(merge(smallPlan, [change], removal).changes).toEqual([change])
    const stage = added('stage', { componentId: rowId('component', 3), unitId: rowId('unit', 3) }, 9)
    expect(merge(smallPlan, removal, [stage]).conflicts).toMatchObject([{ code: 'reference-missing' }])
  })

  it('tells where two right halves make a wrong whole', () => {
    const pays = (count: number) =>
      added('assignment', { positionId: rowId('position', 2), sourceId: rowId('fundingSource', 2), share: 6000 }, count)
    expect(merge(smallPlan, [pays(8)], [pays(9)]).conflicts).toMatchObject([
      { code: 'over-whole', id: rowId('assignment', 8) },
      { code: 'over-whole', id: rowId('assignment', 9) },
    ])
    const circle = merge(
      smallPlan,
      [edited(smallPlan, 'unit', { parentId: rowId('unit', 3) }, 2)],
      [edited(smallPlan, 'unit', { parentId: rowId('unit', 2) }, 3)],
    )
    expect(circle.conflicts).toMatchObject([{ code: 'circle' }])
    expect(
      merge(smallPlan, [added('role', { name: 'Aide' }, 8)], [added('role', { name: 'Coach' }, 8)]).conflicts,
    ).toMatchObject([{ code: 'added-twice' }])
  })
})
