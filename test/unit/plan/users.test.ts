import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change } from '@shared/plan/change'
import { tableNames } from '@shared/plan/table-name'
import { removalChanges, removalWithUsers, usedBy, usersLeft } from '@shared/plan/users'
import { validate } from '@shared/plan/validate'
import { arbitraryPlan } from '../../fixtures/arbitrary-plan'
import { added, after, edited, rowId, smallPlan } from './small-plan'

describe('what uses a row', () => {
  it('is every row that refers to it, by which field, notes included', () => {
    expect(usedBy(smallPlan, 'unit', rowId('unit', 3))).toEqual([
      { table: 'staffGroup', id: rowId('staffGroup', 2), field: 'unitId' },
      { table: 'note', id: rowId('note'), field: 'aboutRow' },
    ])
    expect(usedBy(smallPlan, 'component', rowId('component'))).toEqual([
      { table: 'component', id: rowId('component', 2), field: 'prerequisiteIds' },
      { table: 'stage', id: rowId('stage'), field: 'componentId' },
      { table: 'fidelityMeasure', id: rowId('fidelityMeasure'), field: 'componentIds' },
      { table: 'observation', id: rowId('observation'), field: 'componentId' },
    ])
    expect(usedBy(smallPlan, 'report', rowId('report'))).toEqual([])
  })
})

describe('removing a row', () => {
  it('takes along what belongs to it, and the notes about it', () => {
    const changes = removalChanges(smallPlan, 'unit', [rowId('unit', 3)])
    expect(changes.map(({ kind, table }) => `${kind} ${table}`)).toEqual([
      'remove unit',
      'remove staffGroup',
      'remove note',
    ])
    expect(validate(smallPlan, changes)).toEqual([])
    expect(removalChanges(smallPlan, 'position', [rowId('position')]).map(({ table }) => table)).toEqual([
      'position',
      'positionPeriod',
    ])
  })

  it('passes over rows that are not there', () => {
    expect(removalChanges(smallPlan, 'unit', [rowId('unit', 99)])).toEqual([])
  })

  it('leaves alone what merely uses it, so that the removal is refused', () => {
    const changes = removalChanges(smallPlan, 'wave', [rowId('wave')])
    expect(validate(smallPlan, changes)).toMatchObject([
      { code: 'still-used', message: '1 school or department and 1 milestone use Pilot: delete both or neither.' },
    ])
    const freed = [edited(smallPlan, 'unit', { waveId: null }, 2), edited(smallPlan, 'milestone', { waveId: null })]
    expect(validate(smallPlan, [...changes, ...freed])).toEqual([])
  })
})

describe('removing a row with all that uses it', () => {
  const told = (changes: readonly Change[]): string[] =>
    changes.map(
      (change) =>
        `${change.kind} ${change.table}${change.kind === 'update' ? ` ${Object.keys(change.fields).join()}` : ''}`,
    )

  it('takes the name out where a row can be without it, and the row where it cannot', () => {
    expect(told(removalWithUsers(smallPlan, 'wave', [rowId('wave')]))).toEqual([
      'update unit waveId',
      'remove wave',
      'remove milestone',
    ])
    expect(told(removalWithUsers(smallPlan, 'position', [rowId('position')]))).toEqual([
      'remove position',
      'remove positionPeriod',
      'remove assignment',
      'remove assignment',
      'update reorganisationMove positionId',
    ])
    expect(told(removalWithUsers(smallPlan, 'role', [rowId('role')]))).toEqual([
      'remove role',
      'remove staffGroup',
      'remove staffGroup',
    ])
  })

  it('takes a session for this school only, and leaves one for others too', () => {
    const plan = after(smallPlan, [
      added('session', { title: 'Both', month: '2026-09', unitIds: [rowId('unit', 2), rowId('unit', 3)] }, 2),
      added('session', { title: 'Wave', month: '2026-09', unitIds: [rowId('unit', 2)], waveIds: [rowId('wave')] }, 3),
      added('session', { title: 'All', month: '2026-09' }, 4),
    ])
    const left = after(plan, removalWithUsers(plan, 'unit', [rowId('unit', 2)]))
    expect([...left.session.values()].map(({ title, unitIds }) => [title, unitIds])).toEqual([
      ['Both', [rowId('unit', 3)]],
      ['Wave', []],
      ['All', []],
    ])
  })

  it('leaves nothing that names what is gone, and a plan that is right', () => {
    const places = arbitraryPlan().chain((plan) => {
      const all = tableNames.flatMap((table) => [...plan[table].keys()].map((id) => [table, id] as const))
      const others = all.filter(([table]) => table !== 'plan')
      return fc.tuple(fc.constant(plan), others.length === 0 ? fc.constant(null) : fc.constantFrom(...others))
    })
    fc.assert(
      fc.property(places, ([plan, place]) => {
        const changes = place === null ? [] : removalWithUsers(plan, place[0], [place[1]])
        expect(validate(plan, changes).filter(({ code }) => code !== 'duplicate')).toEqual([])
        const removed = changes.filter(({ kind }) => kind === 'remove')
        const cleared = changes.filter(({ kind }) => kind === 'update').map(({ table, id }) => `${table} ${id}`)
        const users = usersLeft(plan, removed).map(({ table, id }) => `${table} ${id}`)
        expect([...new Set(users)].sort()).toEqual(cleared.sort())
      }),
    )
  })
})
