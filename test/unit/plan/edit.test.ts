import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChanges } from '@shared/plan/apply'
import { canonicalRow, canonicalValue, sameValue } from '@shared/plan/canonical'
import { insertChange, rankAtEnd, rankBetween, rankingChanges, updateChange } from '@shared/plan/edit'
import { emptyPlan, newRow, rowsOf, type Plan } from '@shared/plan/plan'
import { validate } from '@shared/plan/validate'
import { tableOf } from '@shared/plan/tables'
import { arbitraryPlan } from '../../fixtures/arbitrary-plan'
import { idAt } from '../../fixtures/ids'

const wave = (count: number, rank: number) => newRow('wave', idAt(count), { name: `Wave ${count}` }, rank)
const waves = (...ranks: number[]): Plan => {
  const result = applyChanges(
    emptyPlan,
    ranks.map((rank, at) => insertChange('wave', wave(at + 1, rank))),
  )
  if (!result.ok) throw new Error('not applied')
  return result.value
}

describe('one form for every value', () => {
  it('trims texts, makes empty ones null, keeps each entry of a list once, and knows no −0', () => {
    const unit = newRow('unit', idAt(1), {
      name: '  Lincoln \r\n',
      externalId: '  ',
      enrolment: -0,
      contextTags: ['rural', ' rural', ''],
    })
    const change = insertChange('unit', { ...unit, rank: -0 })
    expect(change).toMatchObject({ row: { name: 'Lincoln', externalId: null, contextTags: ['rural'] } })
    expect(change.kind === 'insert' && Object.is(change.row['enrolment'], 0)).toBe(true)
    expect(change.kind === 'insert' && Object.is(change.row.rank, 0)).toBe(true)
    expect(validate(emptyPlan, [change])).toEqual([])
  })

  it('leaves rows that are in it as they are, in the order of the definition', () => {
    fc.assert(
      fc.property(arbitraryPlan({ maxRows: 1 }), (plan) => {
        for (const row of plan.unit.values()) {
          const canonical = canonicalRow('unit', row)
          expect(canonical).toEqual(row)
          expect(Object.keys(canonical)).toEqual(['id', 'rank', ...Object.keys(tableOf('unit').fields)])
        }
      }),
      { numRuns: 30 },
    )
  })

  it('compares lists entry by entry, in order', () => {
    expect(sameValue(['a', 'b'], ['a', 'b'])).toBe(true)
    expect(sameValue(['a', 'b'], ['b', 'a'])).toBe(false)
    expect(sameValue(['a'], ['a', 'b'])).toBe(false)
    expect(sameValue(null, [])).toBe(false)
    expect(canonicalValue(tableOf('barrier').fields['resolution']!, 'a\r\nb\r')).toBe('a\nb')
  })
})

describe('changes of a row', () => {
  it('are none where nothing is another than before', () => {
    const row = wave(1, 0)
    expect(updateChange(row, 'wave', { name: ' Wave 1 ', kind: 'scale' })).toBeNull()
    expect(updateChange(row, 'wave', { name: 'Wave 2', kind: 'scale' })).toEqual({
      kind: 'update',
      table: 'wave',
      id: row.id,
      fields: { name: { before: 'Wave 1', after: 'Wave 2' } },
    })
  })
})

describe('the order of rows', () => {
  it('puts a row between two others without moving them, until no number lies between', () => {
    expect(rankBetween(null, null)).toBe(0)
    expect(rankBetween(null, 3)).toBe(2)
    expect(rankBetween(3, null)).toBe(4)
    expect(rankBetween(1, 2)).toBe(1.5)
    expect(rankBetween(1, 1 + Number.EPSILON)).toBeNull()
    expect(rankBetween(1, 1)).toBeNull()
  })

  it('puts a new row at the end', () => {
    expect(rankAtEnd(emptyPlan, 'wave')).toBe(0)
    expect(rankAtEnd(waves(0, 7, 3), 'wave')).toBe(8)
  })

  it('gives rows new ranks in the order asked for, the others after them', () => {
    const plan = waves(0, 1, 2, 3)
    const changes = rankingChanges(plan, 'wave', [idAt(3), idAt(1)])
    const after = applyChanges(plan, changes)
    expect(after.ok && rowsOf(after.value, 'wave').map(({ id }) => id)).toEqual([idAt(3), idAt(1), idAt(2), idAt(4)])
    expect(changes).toHaveLength(3)
  })
})
