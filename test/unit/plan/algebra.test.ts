import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compose, diff, invert, normalise } from '@shared/plan/algebra'
import { applyChanges } from '@shared/plan/apply'
import type { Change } from '@shared/plan/change'
import { insertChange, removeChange, updateChange } from '@shared/plan/edit'
import { emptyPlan, newRow, type Plan } from '@shared/plan/plan'
import { tableNames } from '@shared/plan/table-name'
import { arbitraryChanges, arbitraryPlan } from '../../fixtures/arbitrary-plan'
import { idAt } from '../../fixtures/ids'

const sizes = { maxRows: 2 }
const plan = arbitraryPlan(sizes)
const applied = (from: Plan, changes: readonly Change[]): Plan => {
  const result = applyChanges(from, changes)
  if (!result.ok) throw new Error(result.error[0]?.message)
  return result.value
}
const steps = (count: number) =>
  plan.chain((start) => {
    const next = (at: Plan, left: number): fc.Arbitrary<Change[][]> =>
      left === 0
        ? fc.constant([])
        : arbitraryChanges(at, sizes).chain((changes) =>
            next(applied(at, changes), left - 1).map((rest) => [changes, ...rest]),
          )
    return fc.tuple(fc.constant(start), next(start, count))
  })

describe('the laws of changes', () => {
  it('taking changes back leads to the plan they were made on', () => {
    fc.assert(
      fc.property(steps(1), ([start, [changes]]) => {
        expect(applied(applied(start, changes!), invert(changes!))).toEqual(start)
        expect(invert(invert(changes!))).toEqual(normalise(changes!))
      }),
    )
  })

  it('the difference of two plans leads from one to the other', () => {
    fc.assert(
      fc.property(plan, plan, (from, to) => {
        expect(applied(from, diff(from, to))).toEqual(to)
        expect(diff(to, from)).toEqual(invert(diff(from, to)))
        expect(diff(from, applied(from, []))).toEqual([])
      }),
    )
  })

  it('changes composed do what they do one after the other', () => {
    fc.assert(
      fc.property(steps(2), ([start, [first, second]]) => {
        const both = compose(first!, second!)
        const end = applied(applied(start, first!), second!)
        expect(applied(start, both)).toEqual(end)
        expect(both).toEqual(diff(start, end))
      }),
    )
  })

  it('composing is associative', () => {
    fc.assert(
      fc.property(steps(3), ([, [a, b, c]]) => {
        expect(compose(compose(a!, b!), c!)).toEqual(compose(a!, compose(b!, c!)))
      }),
    )
  })

  it('a normal form stays as it is, and does what the list did', () => {
    fc.assert(
      fc.property(steps(3), ([start, lists]) => {
        const list = lists.flat()
        const normal = normalise(list)
        expect(normalise(normal)).toEqual(normal)
        expect(JSON.stringify(normalise(normal))).toBe(JSON.stringify(normal))
        expect(applied(start, normal)).toEqual(applied(start, list))
        const places = normal.map(({ table, id }) => `${tableNames.indexOf(table) + 100} ${id}`)
        expect(places).toEqual([...new Set(places)].sort())
      }),
    )
  })

  it('changes that take each other back compose to nothing', () => {
    fc.assert(
      fc.property(steps(1), ([, [changes]]) => {
        expect(compose(changes!, invert(changes!))).toEqual([])
      }),
    )
  })
})

describe('applying', () => {
  const wave = (count: number, name: string) => newRow('wave', idAt(count), { name })
  const small = applied(emptyPlan, [
    insertChange('wave', wave(1, 'Pilot')),
    insertChange('role', newRow('role', idAt(1), { name: 'Teacher' })),
  ])

  it('keeps the tables and rows that are not touched as the same objects', () => {
    const change = updateChange(small.role.get(idAt(1))!, 'role', { name: 'Aide' })!
    const after = applied(small, [change, insertChange('role', newRow('role', idAt(2), { name: 'Coach' }))])
    for (const table of tableNames) expect(after[table] === small[table]).toBe(table !== 'role')
    const again = applied(after, [updateChange(after.role.get(idAt(2))!, 'role', { kind: 'coach' })!])
    expect(again.role.get(idAt(1))).toBe(after.role.get(idAt(1)))
    expect(small.role.get(idAt(1))?.name).toBe('Teacher')
  })

  it('tells every place where the plan is not as it was, and applies nothing', () => {
    const row = small.wave.get(idAt(1))!
    const result = applyChanges(small, [
      { kind: 'update', table: 'wave', id: row.id, fields: { name: { before: 'First', after: 'Second' } } },
      { kind: 'update', table: 'wave', id: idAt(9), fields: { name: { before: 'A', after: 'B' } } },
      insertChange('role', newRow('role', idAt(1), { name: 'Coach' })),
      removeChange('unit', newRow('unit', idAt(1), { name: 'Lincoln' })),
    ])
    expect(result).toMatchObject({
      ok: false,
      error: [
        {
          table: 'wave',
          id: row.id,
          field: 'name',
          code: 'field-changed',
          message: 'Wave of "Pilot" was changed in the meantime: it is "Pilot" now, not "First".',
        },
        { table: 'wave', id: idAt(9), field: null, code: 'row-missing' },
        { table: 'role', id: idAt(1), code: 'row-exists', message: 'The role "Teacher" is in the plan already.' },
        { table: 'unit', id: idAt(1), code: 'row-missing' },
      ],
    })
  })

  it('does not remove a row that was changed since', () => {
    const old = small.wave.get(idAt(1))!
    const renamed = applied(small, [updateChange(old, 'wave', { name: 'First wave' })!])
    const result = applyChanges(renamed, [removeChange('wave', old)])
    expect(result).toMatchObject({ ok: false, error: [{ field: 'name', code: 'field-changed' }] })
  })

  it('applies a list of steps on one row one after the other', () => {
    const row = wave(5, 'A')
    const steps: Change[] = [
      insertChange('wave', row),
      { kind: 'update', table: 'wave', id: row.id, fields: { name: { before: 'A', after: 'B' } } },
      { kind: 'update', table: 'wave', id: row.id, fields: { name: { before: 'B', after: 'C' } } },
    ]
    expect(applied(small, steps).wave.get(row.id)?.name).toBe('C')
    expect(normalise(steps)).toEqual([insertChange('wave', { ...row, name: 'C' })])
  })
})

describe('composing', () => {
  it('refuses steps that cannot follow one another', () => {
    const row = newRow('wave', idAt(1), { name: 'A' })
    const insert = insertChange('wave', row)
    const update = updateChange(row, 'wave', { name: 'B' })!
    expect(() => compose([insert], [insert])).toThrow(RangeError)
    expect(() => compose([removeChange('wave', row)], [update])).toThrow(RangeError)
    expect(() => compose([update], [insert])).toThrow(RangeError)
  })

  it('makes an update of a row that is removed and added again', () => {
    const row = newRow('wave', idAt(1), { name: 'A' })
    expect(compose([removeChange('wave', row)], [insertChange('wave', { ...row, name: 'B' })])).toEqual([
      updateChange(row, 'wave', { name: 'B' }),
    ])
  })
})
