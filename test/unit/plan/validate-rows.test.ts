import { describe, expect, it } from 'vitest'
import { diff } from '@shared/plan/algebra'
import type { Change } from '@shared/plan/change'
import { insertChange, removeChange } from '@shared/plan/edit'
import { emptyPlan, newRow, planRow } from '@shared/plan/plan'
import { removalChanges } from '@shared/plan/users'
import { validate } from '@shared/plan/validate'
import { idAt } from '../../fixtures/ids'
import { added, after, edited, rowId, smallPlan } from './small-plan'
import { told } from './faults'

describe('rows among others', () => {
  const faults: [string, Change[], string[]][] = [
    [
      'a second plan',
      [insertChange('plan', newRow('plan', idAt(1), { district: 'A', startMonth: '2026-07', currencyYear: 2026 }))],
      ['plan. only-one-plan: A workbook holds one plan; there cannot be a second.'],
    ],
    [
      'the plan removed',
      [removeChange('plan', planRow(smallPlan)!)],
      ['plan. plan-row-needed: The plan itself cannot be removed.'],
    ],
    [
      'a reference to a row that is not there',
      [edited(smallPlan, 'unit', { waveId: idAt(77) }, 2)],
      ['unit.waveId reference-missing: Wave names a wave that is not in the plan.'],
    ],
    [
      'a list with a row that is not there',
      [edited(smallPlan, 'session', { unitIds: [rowId('unit', 2), idAt(77)] })],
      ['session.unitIds reference-missing: Schools names a school or department that is not in the plan.'],
    ],
    [
      'a row that refers to one that goes in the same act',
      [
        added('stage', { componentId: rowId('component', 3), unitId: rowId('unit', 3) }, 2),
        ...removalChanges(smallPlan, 'component', [rowId('component', 3)]),
      ],
      ['stage.componentId reference-missing: Component names a component that is not in the plan.'],
    ],
    [
      'a removed row that others use',
      [removeChange('unit', smallPlan.unit.get(rowId('unit', 2))!)],
      [
        'unit. still-used: 1 staff group, 1 stage, 1 observation, 1 outcome result, 1 learning session and 1 responsibility use Lincoln: delete both or neither.',
      ],
    ],
    [
      'a removed row that one other uses',
      [
        removeChange('gate', smallPlan.gate.get(rowId('gate'))!),
        removeChange('gateCriterion', smallPlan.gateCriterion.get(rowId('gateCriterion'))!),
      ],
      ['gate. still-used: 1 wave uses After the pilot: delete both or neither.'],
    ],
    [
      'a removed row that several rows of one table use',
      [removeChange('role', smallPlan.role.get(rowId('role'))!)],
      ['role. still-used: 2 staff groups use Teacher: delete both or neither.'],
    ],
    [
      'a note about a row that is not there',
      [edited(smallPlan, 'note', { aboutRow: idAt(77) })],
      ['note.aboutRow reference-missing: The school or department that the note is about is not in the plan.'],
    ],
    [
      'a note about no table',
      [edited(smallPlan, 'note', { aboutTable: 'toString' })],
      ['note.aboutTable unknown-table: There is no table "toString".'],
    ],
    [
      'a school that is there already',
      [added('unit', { name: ' LINCOLN ', parentId: rowId('unit') }, 9)],
      [
        'unit.name duplicate: "LINCOLN" is in the list "Schools and departments" already, with the same Name, Part of and School code.',
      ],
    ],
    [
      'two new rows with one key',
      [added('role', { name: 'Aide' }, 8), added('role', { name: 'aide' }, 9)],
      [
        'role.name duplicate: "Aide" is in the list "Roles" already, with the same Role.',
        'role.name duplicate: "aide" is in the list "Roles" already, with the same Role.',
      ],
    ],
    [
      'a row that takes the key of another',
      [edited(smallPlan, 'staffGroup', { unitId: rowId('unit', 2) }, 2)],
      [
        'staffGroup.unitId duplicate: "Teacher at Lincoln" is in the list "Staff by school" already, with the same School and Role.',
      ],
    ],
    [
      'a position that ends before it starts',
      [edited(smallPlan, 'positionPeriod', { toMonth: '2026-06' })],
      ['positionPeriod.toMonth end-before-start: Until (Jun 2026) must not be before From (Jul 2026).'],
    ],
    [
      'a fund that ends before it starts',
      [edited(smallPlan, 'fundingSource', { startMonth: '2028-07' })],
      ['fundingSource.startMonth end-before-start: Commit until (Jun 2028) must not be before Starts (Jul 2028).'],
    ],
    [
      'a fund that is paid out before its money may be committed',
      [edited(smallPlan, 'fundingSource', { liquidationEndMonth: '2028-05' })],
      [
        'fundingSource.liquidationEndMonth end-before-start: Pay until (May 2028) must not be before Commit until (Jun 2028).',
      ],
    ],
    [
      'a cost line that ends before it starts',
      [edited(smallPlan, 'costLine', { lastMonth: '2026-07' })],
      ['costLine.lastMonth end-before-start: Last month (Jul 2026) must not be before First month (Aug 2026).'],
    ],
    [
      'a payment that ends before it starts',
      [edited(smallPlan, 'assignment', { fromMonth: '2027-02', toMonth: '2027-01' }, 3)],
      ['assignment.toMonth end-before-start: Until (Jan 2027) must not be before From (Feb 2027).'],
    ],
    [
      'a decision followed up before it was made',
      [edited(smallPlan, 'decision', { followUpOn: '2026-11-30' })],
      ['decision.followUpOn end-before-start: Follow up on (11/30/2026) must not be before Date (12/1/2026).'],
    ],
    [
      'a range upside down',
      [edited(smallPlan, 'parameter', { low: 0.2 })],
      ['parameter.low range-upside-down: High (0.15) must not be less than Low (0.2).'],
    ],
    [
      'a place that is part of itself',
      [edited(smallPlan, 'unit', { parentId: rowId('unit', 2) })],
      ['unit.parentId circle: North District cannot be part of itself: North District → Lincoln → North District.'],
    ],
    [
      'components that need each other first',
      [edited(smallPlan, 'component', { prerequisiteIds: [rowId('component', 3)] })],
      [
        'component.prerequisiteIds circle: Daily lesson cannot be needed before itself: Daily lesson → Check-ins → Small groups → Daily lesson.',
      ],
    ],
    [
      'a payment for nothing',
      [edited(smallPlan, 'assignment', { costLineId: null }, 3)],
      ['assignment.costLineId one-target: A payment must be for exactly one position, session or cost line.'],
    ],
    [
      'a payment for two things',
      [edited(smallPlan, 'assignment', { sessionId: rowId('session') }, 3)],
      ['assignment.sessionId one-target: A payment must be for exactly one position, session or cost line.'],
    ],
    [
      'payments beyond the whole',
      [edited(smallPlan, 'assignment', { share: 6000 }, 2)],
      [
        'assignment.share over-whole: The payments for Reading coach (C-1) add up to 120% in Jul 2026; they must not be more than 100%.',
      ],
    ],
    [
      'two payments of the rest',
      [edited(smallPlan, 'assignment', { share: null })],
      [
        'assignment.share two-rests: 2 payments for Reading coach (C-1) pay "the rest" in Jul 2026 (no share is given); only one may.',
      ],
    ],
    [
      'more trained than observed',
      [edited(smallPlan, 'observation', { trained: 21 })],
      ['observation.trained count-over-count: Trained (21) must not be more than Observed (20).'],
    ],
    [
      'more using than observed',
      [edited(smallPlan, 'observation', { staffObserved: 9, trained: null })],
      ['observation.staffObserved count-over-count: Using (10) must not be more than Observed (9).'],
    ],
    [
      'more with fidelity than using',
      [edited(smallPlan, 'observation', { atFidelity: 11 })],
      ['observation.atFidelity count-over-count: With fidelity (11) must not be more than Using (10).'],
    ],
    [
      'more points than there are',
      [edited(smallPlan, 'capacityAssessment', { points: 21 })],
      [
        'capacityAssessment.points points-over-maximum: Points (21) must not be more than the most that can be reached (20).',
      ],
    ],
    [
      'a setting that there is not',
      [edited(smallPlan, 'setting', { key: 'constructor' })],
      ['setting.key unknown-key: There is no setting "constructor".'],
    ],
    [
      'a setting that cannot be read',
      [edited(smallPlan, 'setting', { value: '6' })],
      ['setting.value unreadable-value: "6" is not a value that the setting "Turnover factor" can have.'],
    ],
    [
      'a parameter that cannot be read',
      [edited(smallPlan, 'parameter', { value: '1/2' })],
      ['parameter.value unreadable-value: "1/2" is neither a number nor a word that a model parameter can have.'],
    ],
    [
      'a parameter whose key is no word',
      [edited(smallPlan, 'parameter', { key: 'peer influence' })],
      ['parameter.key unknown-key: "peer influence" cannot be the key of a model parameter.'],
    ],
    [
      'a barrier closed without a resolution',
      [edited(smallPlan, 'barrier', { closedOn: '2026-12-01' })],
      [
        'barrier.closedOn resolution-missing: A barrier is closed with its resolution: say how it was removed, or leave it open.',
      ],
    ],
    [
      'a district in a wave',
      [edited(smallPlan, 'unit', { waveId: rowId('wave') })],
      ['unit.waveId not-in-waves: North District is a district: only schools and departments join a wave.'],
    ],
    [
      'a school in a wave that becomes a region',
      [edited(smallPlan, 'unit', { kind: 'region' }, 2)],
      ['unit.kind not-in-waves: Lincoln is a region: only schools and departments join a wave.'],
    ],
  ]

  it.each(faults)('refuses %s', (_, changes, sentences) => {
    expect(told(smallPlan, ...changes)).toEqual(sentences)
  })

  it.each(faults)('refuses a whole new plan with %s', (_, changes) => {
    const whole = diff(emptyPlan, after(smallPlan, changes))
    const codes = validate(smallPlan, changes).map(({ code }) => code)
    // from nothing, nothing is removed: what a removed row leaves behind are references to a row that is not there
    const expected = codes.map((code) => (code === 'still-used' ? 'reference-missing' : code))
    const found = new Set<string>(validate(emptyPlan, whole).map(({ code }) => code))
    expect(expected.filter((code) => code !== 'plan-row-needed' && !found.has(code))).toEqual([])
  })

  it('lets a row go together with all that uses it', () => {
    const changes = [
      ...removalChanges(smallPlan, 'unit', [rowId('unit', 2)]),
      ...removalChanges(smallPlan, 'outcomeResult', [rowId('outcomeResult')]),
      edited(smallPlan, 'session', { unitIds: [] }),
      edited(smallPlan, 'responsibility', { unitId: null }),
    ]
    expect(told(smallPlan, ...changes)).toEqual([])
  })

  it('lets two schools with one name be told apart by their code or their district', () => {
    expect(told(smallPlan, added('unit', { name: 'Lincoln', parentId: rowId('unit'), externalId: '007' }, 8))).toEqual(
      [],
    )
    expect(told(smallPlan, added('unit', { name: 'Lincoln' }, 8))).toEqual([])
  })

  it('lets two rows swap their keys in one act', () => {
    const swap = [edited(smallPlan, 'role', { name: 'Principal' }), edited(smallPlan, 'role', { name: 'Teacher' }, 2)]
    expect(told(smallPlan, ...swap)).toEqual([])
  })

  it('lets positions, sessions and cost lines have the same name', () => {
    expect(told(smallPlan, added('position', { title: 'Reading coach', code: 'C-1' }, 8))).toEqual([])
    expect(told(smallPlan, added('costLine', { name: 'Books', firstMonth: '2026-08' }, 8))).toEqual([])
  })

  it('tells one of several circles at a time, at a row that was touched', () => {
    const changes = [
      edited(smallPlan, 'unit', { parentId: rowId('unit', 2) }),
      edited(smallPlan, 'unit', { parentId: rowId('unit', 3) }, 3),
    ]
    expect(validate(smallPlan, changes)).toMatchObject([{ code: 'circle', id: rowId('unit') }])
    expect(validate(after(smallPlan, [changes[0]!]), [changes[1]!])).toMatchObject([
      { code: 'circle', id: rowId('unit', 3) },
    ])
  })

  it('walks a chain of twenty thousand places', () => {
    const many = Array.from({ length: 20_000 }, (_, at) =>
      insertChange(
        'unit',
        newRow('unit', idAt(at + 1), { name: `P${at}`, kind: 'region', parentId: at === 0 ? null : idAt(at) }),
      ),
    )
    expect(validate(emptyPlan, many)).toEqual([])
    const closed = [
      insertChange('unit', newRow('unit', idAt(1), { name: 'P0', kind: 'region', parentId: idAt(20_000) })),
      ...many.slice(1),
    ]
    expect(validate(emptyPlan, closed)).toMatchObject([{ code: 'circle' }])
  })
})
