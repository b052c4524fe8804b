import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatValue, parseText } from '@shared/plan/format'
import { namesOf } from '@shared/plan/names'
import type { Value } from '@shared/plan/field'
import { tableNames } from '@shared/plan/table-name'
import { tableOf, type AnyRow } from '@shared/plan/tables'
import { countWords, nameOf } from '@shared/plan/words'
import { arbitraryPlan } from '../../fixtures/arbitrary-plan'
import { added, after, rowId, smallPlan } from './small-plan'

describe('what a row is called', () => {
  it.each([
    ['plan', 'North'],
    ['setting', 'Turnover factor'],
    ['gateCriterion', 'After the pilot: Share with fidelity'],
    ['staffGroup', 'Teacher at Lincoln'],
    ['stage', 'Daily lesson at Lincoln'],
    ['observation', 'Daily lesson at Lincoln, 11/2/2026'],
    ['outcomeResult', 'Reading at Lincoln, 11/2/2026'],
    ['capacityAssessment', 'Leadership at North District, 9/1/2026'],
    ['position', 'Reading coach (C-1)'],
    ['positionPeriod', 'Reading coach (C-1) from Jul 2026'],
    ['sourceYear', 'Grant, fiscal year 2027'],
    ['assignment', 'Grant for Reading coach (C-1)'],
    ['reorganisationMove', 'Reading coach (C-1)'],
    ['report', 'Board report, 12/15/2026'],
    ['note', 'New principal'],
  ] as const)('%s: %s', (table, name) => {
    expect(nameOf(smallPlan, table, rowId(table))).toBe(name)
  })

  it('says so where the row is gone', () => {
    expect(nameOf(smallPlan, 'unit', rowId('unit', 99))).toBe('(deleted)')
  })

  it('counts in words', () => {
    expect(countWords('staffGroup', 1)).toBe('1 staff group')
    expect(countWords('gateCriterion', 1200)).toBe('1,200 gate criteria')
  })
})

describe('names that mean one row', () => {
  it('are the plain name, the natural key where two are called the same, the id where that is the same too', () => {
    const plan = after(smallPlan, [
      added('unit', { name: 'South District', kind: 'district' }, 4),
      added('unit', { name: 'Lincoln', parentId: rowId('unit', 4) }, 5),
      added('session', { title: 'Coaching', month: '2027-01' }, 6),
      added('session', { title: 'Coaching', month: '2027-01' }, 7),
    ])
    const names = namesOf(plan)
    expect(names.nameOf('unit', rowId('unit', 3))).toBe('Washington')
    expect(names.nameOf('unit', rowId('unit', 2))).toBe('Lincoln (North District)')
    expect(names.nameOf('unit', rowId('unit', 5))).toBe('Lincoln (South District)')
    expect(names.idsOf('unit', ' lincoln  (south district)')).toEqual([rowId('unit', 5)])
    expect(names.idsOf('unit', 'LINCOLN')).toEqual([rowId('unit', 2), rowId('unit', 5)])
    expect(names.idsOf('unit', 'Lee')).toEqual([])
    expect(names.idsOf('unit', rowId('unit', 5))).toEqual([rowId('unit', 5)])
    expect(names.nameOf('session', rowId('session', 6))).toBe(`Coaching (Jan 2027) [${rowId('session', 6)}]`)
    expect(names.idsOf('session', names.nameOf('session', rowId('session', 6)))).toEqual([rowId('session', 6)])
  })

  it('bring every reference and list of every plan back from its text', () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        const names = namesOf(plan)
        for (const table of tableNames) {
          const rows: Iterable<AnyRow> = plan[table].values()
          for (const row of rows) {
            for (const [key, field] of Object.entries(tableOf(table).fields)) {
              const value = row[key] as Value
              expect(parseText(field, formatValue(field, value, names), names)).toEqual({
                ok: true,
                value: value ?? field.default,
              })
            }
          }
        }
      }),
    )
  })
})
