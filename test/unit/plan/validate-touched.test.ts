import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { normalise } from '@shared/plan/algebra'
import type { Change } from '@shared/plan/change'
import { insertChange, updateChange } from '@shared/plan/edit'
import type { Value } from '@shared/plan/field'
import { newRow, type Plan } from '@shared/plan/plan'
import { tableOf } from '@shared/plan/tables'
import { validate, type Problem } from '@shared/plan/validate'
import { arbitraryChanges, arbitraryPlan } from '../../fixtures/arbitrary-plan'
import { idAt } from '../../fixtures/ids'
import { added, after, edited, rowId, smallPlan } from './small-plan'
import { told } from './faults'

describe('payments of one thing', () => {
  const position = rowId('position', 2)
  const [grant, general] = [rowId('fundingSource'), rowId('fundingSource', 2)]

  it('may follow one another, the first as long as its fund lasts', () => {
    const pays = [
      added('assignment', { positionId: position, sourceId: grant, share: 10_000 }, 7),
      added('assignment', { positionId: position, sourceId: general, share: 10_000, fromMonth: '2028-07' }, 8),
    ]
    expect(told(smallPlan, ...pays)).toEqual([])
    const paid = after(smallPlan, pays)
    expect(told(paid, edited(paid, 'fundingSource', { obligationEndMonth: '2028-08' }))).toEqual([
      'fundingSource.obligationEndMonth over-whole: The payments for Reading coach (C-2) add up to 200% in Jul 2028; they must not be more than 100%.',
    ])
    expect(told(paid, edited(paid, 'fundingSource', { liquidationEndMonth: '2028-12' }))).toEqual([])
    expect(told(paid, edited(paid, 'assignment', { fromMonth: '2028-06' }, 8))).toEqual([
      'assignment.fromMonth over-whole: The payments for Reading coach (C-2) add up to 200% in Jun 2028; they must not be more than 100%.',
    ])
  })

  it('of what was ordered in time go on until the fund is paid out', () => {
    const line = rowId('costLine')
    const start = after(smallPlan, [
      edited(smallPlan, 'costLine', { obligatedMonth: '2028-05', lastMonth: null }),
      edited(smallPlan, 'fundingSource', { liquidationEndMonth: '2028-09' }),
      edited(smallPlan, 'assignment', { fromMonth: '2028-07' }, 3),
    ])
    const pays = added('assignment', { costLineId: line, sourceId: grant, share: 10_000 }, 7)
    expect(told(start, pays)).toEqual([
      'assignment.share over-whole: The payments for Books add up to 200% in Jul 2028; they must not be more than 100%.',
    ])
    expect(told(start, pays, edited(start, 'assignment', { fromMonth: '2028-10' }, 3))).toEqual([])
    const late = after(start, [edited(start, 'costLine', { obligatedMonth: '2028-07' }), pays])
    expect(told(late, edited(late, 'costLine', { obligatedMonth: null }))).toEqual([])
    expect(told(late, edited(late, 'costLine', { obligatedMonth: '2028-06' }))).toMatchObject([
      expect.stringMatching(/^costLine\.obligatedMonth over-whole/),
    ])
  })

  it('may be given up and taken over in one act', () => {
    const changes = [
      edited(smallPlan, 'assignment', { share: 4000 }),
      edited(smallPlan, 'assignment', { share: 6000 }, 2),
    ]
    expect(told(smallPlan, ...changes)).toEqual([])
  })
})

describe('what is looked at', () => {
  const big = (count: number): Plan =>
    after(
      smallPlan,
      Array.from({ length: count }, (_, at) =>
        insertChange('role', newRow('role', idAt(at + 1, 99), { name: `Role ${at}` })),
      ),
    )

  it('is no table when a field is edited that no rule about several rows is about', () => {
    const plan = big(500)
    const scanned = vi.fn<() => void>()
    const watched = new Map(plan.role)
    for (const way of ['values', 'entries', 'keys', 'forEach'] as const) {
      const original = watched[way].bind(watched) as () => never
      watched[way] = () => {
        scanned()
        return original()
      }
    }
    watched[Symbol.iterator] = () => {
      scanned()
      return new Map(plan.role)[Symbol.iterator]()
    }
    const guarded: Plan = { ...plan, role: watched }
    const row = plan.role.get(idAt(7, 99))!
    expect(validate(guarded, [updateChange(row, 'role', { kind: 'coach' })!])).toEqual([])
    expect(scanned).not.toHaveBeenCalled()
    const renamed = [updateChange(row, 'role', { name: 'Role 8' })!]
    expect(validate(guarded, renamed)).toMatchObject([{ code: 'duplicate' }])
    expect(validate(guarded, renamed)).toMatchObject([{ code: 'duplicate' }])
    expect(scanned).toHaveBeenCalledTimes(1)
  })

  it('is named in every problem: a row, and a field of it, that the changes touch', () => {
    const breakOne = (changes: readonly Change[], at: number, by: unknown): Change[] =>
      changes.map((change, index): Change => {
        if (index !== at % changes.length || change.kind === 'remove') return change
        if (change.kind === 'update') {
          const [key, field] = Object.entries(change.fields)[at % Object.keys(change.fields).length]!
          return { ...change, fields: { ...change.fields, [key]: { before: field.before, after: by as Value } } }
        }
        const keys = Object.keys(tableOf(change.table).fields)
        return { ...change, row: { ...change.row, [keys[at % keys.length]!]: by } }
      })
    const twoPlans = arbitraryPlan({ maxRows: 2 }).chain((plan) =>
      fc.tuple(fc.constant(plan), arbitraryChanges(plan, { maxRows: 2 })),
    )
    const oddValue = fc.constantFrom<unknown>(null, -1, 1, 'x', '2026-07', idAt(1, 6), [idAt(1, 9)], true)
    fc.assert(
      fc.property(twoPlans, fc.nat(), oddValue, ([plan, changes], at, value) => {
        const broken = breakOne(changes, at, value)
        const touched = new Map(broken.map((change) => [`${change.table} ${change.id}`, change]))
        const isTouched = ({ table, id, field }: Problem): boolean => {
          const change = touched.get(`${table} ${id}`)
          return change?.kind === 'update' ? field !== null && field in change.fields : change !== undefined
        }
        expect(validate(plan, broken).filter((problem) => !isTouched(problem))).toEqual([])
      }),
    )
  })

  it('does not depend on how the changes are written down', () => {
    const twoPlans = arbitraryPlan({ maxRows: 2 }).chain((plan) =>
      fc.tuple(fc.constant(plan), arbitraryChanges(plan, { maxRows: 2 })),
    )
    fc.assert(
      fc.property(twoPlans, fc.nat(), ([plan, changes], seed) => {
        const shuffled = changes.toSorted(
          (a, b) => ((a.id.charCodeAt(35) * seed) % 7) - ((b.id.charCodeAt(35) * seed) % 7),
        )
        expect(validate(plan, shuffled)).toEqual([])
        expect(normalise(shuffled)).toEqual(normalise(changes))
      }),
      { numRuns: 40 },
    )
  })
})
