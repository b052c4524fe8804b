import { applyChanges } from '@shared/plan/apply'
import { updateChange } from '@shared/plan/edit'
import { findRows } from '@shared/plan/find-rows'
import { rowsOf, type Plan } from '@shared/plan/plan'
import { tableNames } from '@shared/plan/table-name'
import type { AnyRow } from '@shared/plan/tables'
import { nameOf } from '@shared/plan/words'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryPlan } from '../../fixtures/arbitrary-plan.ts'
import { planOf } from '../money/plan-of.ts'

const plan = planOf({
  unit: [
    { id: 'oak', name: 'Oak Elementary', externalId: '047-001', contextTags: ['rural'] },
    { id: 'royal', name: 'Royal Oak' },
    { id: 'soak', name: 'Soak Academy' },
  ],
  role: [{ id: 'teacher', name: 'Teacher' }],
  staffGroup: [{ id: 'group', unitId: 'oak', roleId: 'teacher', headcount: 12 }],
  note: [{ id: 'note', aboutTable: 'unit', aboutRow: 'oak', text: 'Small;\nthe principal leaves in June.' }],
})
const found = (of: Plan, words: string): string[] => findRows(of, words, 50).rows.map(({ id }) => id)

describe('search in the workbook', () => {
  it('puts names that begin so first, then words of a name, then what a name holds', () => {
    expect(found(plan, 'oak')).toEqual(['oak', 'royal', 'group', 'soak'])
    expect(found(plan, '  OAK   elem ')).toEqual(['oak', 'group'])
  })

  it('finds rows by their texts, and shows the text around the words', () => {
    expect(found(plan, '047-001')).toEqual(['oak'])
    expect(found(plan, 'rural')).toEqual(['oak'])
    expect(findRows(plan, 'teacher oak', 5).rows).toMatchObject([{ table: 'staffGroup', id: 'group', excerpt: null }])
    expect(findRows(planOf({ unit: [{ id: 'u', name: 'Elm', externalId: 'X 12' }] }), 'x 12', 5).rows).toEqual([
      { table: 'unit', id: 'u', name: 'Elm', excerpt: 'X 12' },
    ])
  })

  it('does not find what nobody reads: ids, and the keys by which a note names its row', () => {
    expect(found(plan, 'aboutRow')).toEqual([])
    expect(found(planOf({ note: [{ id: 'n', aboutTable: 'unit', aboutRow: 'oak', text: 'A' }] }), 'oak')).toEqual([])
  })

  it('finds nothing for no words, and says how many there are beyond the best', () => {
    expect(findRows(plan, '  ', 5)).toEqual({ rows: [], count: 0 })
    expect(findRows(plan, 'oak', 2)).toMatchObject({ rows: [{ id: 'oak' }, { id: 'royal' }], count: 4 })
  })

  it('follows an edit, also in names that come from other tables', () => {
    const change = updateChange(plan.unit.get('oak')!, 'unit', { name: 'Birch Elementary' })!
    const applied = applyChanges(plan, [change])
    if (!applied.ok) throw new Error('does not apply')
    expect(found(plan, 'oak')).toContain('group')
    expect(found(applied.value, 'oak')).toEqual(['royal', 'soak'])
    expect(found(applied.value, 'birch')).toEqual(['oak', 'group'])
  })

  it('finds every row of any plan by its whole name', () => {
    const property = fc.property(arbitraryPlan(), (any) => {
      for (const table of tableNames) {
        const rows: readonly AnyRow[] = rowsOf(any, table)
        for (const { id } of rows) {
          const name = nameOf(any, table, id)
          const places = findRows(any, name, 10_000).rows
          expect(name.trim() === '' || places.some((one) => one.table === table && one.id === id)).toBe(true)
        }
      }
    })
    fc.assert(property, { numRuns: 40 })
  })
})
