import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compose, invert, normalise } from '@shared/plan/algebra'
import type { Change } from '@shared/plan/change'
import { removeChange } from '@shared/plan/edit'
import { extendScenario, layOver } from '@shared/plan/lay-over'
import { removalChanges } from '@shared/plan/users'
import type { Plan } from '@shared/plan/plan'
import { validate } from '@shared/plan/validate'
import { arbitraryChanges, arbitraryEdits, arbitraryPlan } from '../../fixtures/arbitrary-plan'
import { added, after, edited, rowId, smallPlan } from './small-plan'

const sizes = { maxRows: 2 }
const planAndTwo = arbitraryPlan(sizes).chain((plan) =>
  fc.tuple(
    fc.constant(plan),
    arbitraryChanges(plan, sizes).map(normalise),
    arbitraryChanges(plan, sizes).map(normalise),
  ),
)
const laidAndEdits = planAndTwo.chain(([plan, scenario, since]) => {
  const today = after(plan, since)
  const edits = (on: Plan) => arbitraryEdits(layOver(on, scenario).plan).map(normalise)
  return fc.record({
    plan: fc.constant(plan),
    scenario: fc.constant(scenario),
    today: fc.constant(today),
    editsOfPlan: edits(plan),
    editsOfToday: edits(today),
  })
})
const skipped = (plan: Plan, scenario: readonly Change[]): string[] => {
  const { conflicts, dangling } = layOver(plan, scenario)
  const line = ({ table, field, code }: { table: string; field: string | null; code: string }) =>
    `${table}.${field ?? ''} ${code}`
  return [...conflicts.map((one) => `conflict ${line(one)}`), ...dangling.map((one) => `dangling ${line(one)}`)]
}

describe('a scenario laid over the plan', () => {
  it('is applied where the plan is as it was', () => {
    fc.assert(
      fc.property(planAndTwo, ([plan, scenario]) => {
        expect(layOver(plan, scenario)).toEqual({
          plan: after(plan, scenario),
          applied: scenario,
          conflicts: [],
          dangling: [],
        })
      }),
    )
  })

  it('never makes a valid plan wrong, whatever the plan has become', () => {
    fc.assert(
      fc.property(planAndTwo, ([plan, scenario, since]) => {
        const today = after(plan, since)
        const laid = layOver(today, scenario)
        expect(validate(today, laid.applied)).toEqual([])
        expect(laid.plan).toEqual(after(today, laid.applied))
        const told = [...laid.conflicts, ...laid.dangling]
        expect(told.every(({ message }) => message.endsWith('.'))).toBe(true)
      }),
    )
  })

  it('does nothing, and tells nothing, once it is adopted', () => {
    fc.assert(
      fc.property(planAndTwo, ([plan, scenario]) => {
        const adopted = layOver(after(plan, scenario), scenario)
        expect(adopted.applied).toEqual([])
        expect(adopted.conflicts).toEqual([])
        expect(adopted.dangling).toEqual([])
      }),
    )
  })

  it('keeps fields that were not changed since, beside one that was', () => {
    const scenario = [edited(smallPlan, 'positionPeriod', { fte: 50, salaryCents: 7_000_000 })]
    const today = after(smallPlan, [edited(smallPlan, 'positionPeriod', { fte: 80 })])
    const laid = layOver(today, scenario)
    expect(laid.plan.positionPeriod.get(rowId('positionPeriod'))).toMatchObject({ fte: 80, salaryCents: 7_000_000 })
    expect(laid.conflicts).toEqual([
      {
        table: 'positionPeriod',
        id: rowId('positionPeriod'),
        field: 'fte',
        code: 'field-changed',
        message: 'FTE of Reading coach (C-1) from Jul 2026 was changed in the plan since.',
      },
    ])
  })

  it('tells of rows that are gone, and of what refers to them', () => {
    const scenario = normalise([
      edited(smallPlan, 'unit', { enrolment: 300 }, 3),
      added('stage', { componentId: rowId('component'), unitId: rowId('unit', 3) }, 9),
      edited(smallPlan, 'responsibility', { unitId: rowId('unit', 3), name: 'Coaching there' }),
    ])
    const today = after(smallPlan, removalChanges(smallPlan, 'unit', [rowId('unit', 3)]))
    expect(skipped(today, scenario)).toEqual([
      'dangling unit. row-missing',
      'dangling stage. reference-missing',
      'dangling responsibility.unitId reference-missing',
    ])
    expect(layOver(today, scenario).plan.responsibility.get(rowId('responsibility'))?.name).toBe('Coaching there')
  })

  it('does not remove what was changed, or is used, since', () => {
    const component = smallPlan.component.get(rowId('component', 3))!
    const scenario = [removeChange('component', component)]
    const renamed = after(smallPlan, [edited(smallPlan, 'component', { name: 'Weekly check-ins' }, 3)])
    expect(skipped(renamed, scenario)).toEqual(['conflict component.name field-changed'])
    const used = after(smallPlan, [added('stage', { componentId: component.id, unitId: rowId('unit', 3) }, 9)])
    expect(skipped(used, scenario)).toEqual(['conflict component. still-used'])
    expect(layOver(used, scenario).plan.component.has(component.id)).toBe(true)
  })

  it('skips what is right by itself, and wrong together with what was added since', () => {
    const pays = (count: number) =>
      added('assignment', { positionId: rowId('position', 2), sourceId: rowId('fundingSource', 2), share: 6000 }, count)
    expect(skipped(after(smallPlan, [pays(8)]), [pays(9)])).toEqual(['conflict assignment. over-whole'])
    const later = [edited(smallPlan, 'positionPeriod', { fromMonth: '2028-01', fte: 50 })]
    const shorter = after(smallPlan, [edited(smallPlan, 'positionPeriod', { toMonth: '2027-12' })])
    expect(skipped(shorter, later)).toEqual(['conflict positionPeriod.fromMonth end-before-start'])
  })

  it('does not add again what was added and changed since', () => {
    const scenario = [added('role', { name: 'Aide' }, 9)]
    const today = after(after(smallPlan, scenario), [])
    const changed = after(today, [edited(today, 'role', { name: 'Helper' }, 9)])
    expect(skipped(changed, scenario)).toEqual(['conflict role. row-exists'])
  })
})

describe('a commit to a scenario', () => {
  const extended = (plan: Plan, scenario: readonly Change[], changes: readonly Change[]): Change[] => {
    const result = extendScenario(plan, scenario, changes)
    if (!result.ok) throw new Error(result.error[0]?.message)
    return result.value
  }

  it('is composed with it where the plan is as it was', () => {
    fc.assert(
      fc.property(laidAndEdits, ({ plan, scenario, editsOfPlan }) => {
        expect(extended(plan, scenario, editsOfPlan)).toEqual(compose(scenario, editsOfPlan))
      }),
      { numRuns: 50 },
    )
  })

  it('shows what was committed, and taken back what was shown before, whatever the plan has become', () => {
    fc.assert(
      fc.property(laidAndEdits, ({ scenario, today, editsOfToday }) => {
        const shown = layOver(today, scenario).plan
        const next = extended(today, scenario, editsOfToday)
        expect(layOver(today, next).plan).toEqual(after(shown, editsOfToday))
        const back = extended(today, next, invert(editsOfToday))
        expect(layOver(today, back).plan).toEqual(shown)
      }),
      { numRuns: 50 },
    )
  })

  it('keeps what the scenario says of other fields, even where it cannot be laid over now', () => {
    const scenario = [edited(smallPlan, 'positionPeriod', { fte: 50, salaryCents: 7_000_000 })]
    const today = after(smallPlan, [edited(smallPlan, 'positionPeriod', { fte: 80 })])
    const shown = layOver(today, scenario).plan
    const next = extended(today, scenario, [edited(shown, 'positionPeriod', { benefitRate: 3000 })])
    expect(next).toMatchObject([
      {
        fields: {
          fte: { before: 100, after: 50 },
          salaryCents: { before: 0, after: 7_000_000 },
          benefitRate: { before: null, after: 3000 },
        },
      },
    ])
    const settled = extended(today, next, [edited(layOver(today, next).plan, 'positionPeriod', { fte: 60 })])
    expect(settled).toMatchObject([{ fields: { fte: { before: 80, after: 60 } } }])
    expect(skipped(today, settled)).toEqual([])
  })

  it('is refused where it was made on something else', () => {
    const stale = [{ ...edited(smallPlan, 'positionPeriod', { fte: 50 }), fields: { fte: { before: 70, after: 50 } } }]
    expect(extendScenario(smallPlan, [], stale as Change[])).toMatchObject({
      ok: false,
      error: [{ field: 'fte', code: 'field-changed' }],
    })
  })
})
