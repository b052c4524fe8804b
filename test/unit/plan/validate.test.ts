import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { diff, invert, normalise } from '@shared/plan/algebra'
import type { Change } from '@shared/plan/change'
import { insertChange, removeChange, updateChange } from '@shared/plan/edit'
import type { Value } from '@shared/plan/field'
import { emptyPlan, newRow, planRow, type Plan } from '@shared/plan/plan'
import { tableNames, type TableName } from '@shared/plan/table-name'
import { tableOf, type AnyRow } from '@shared/plan/tables'
import { removalChanges } from '@shared/plan/users'
import { checkCell, validate, type Problem } from '@shared/plan/validate'
import { arbitraryChanges, arbitraryPlan } from '../../fixtures/arbitrary-plan'
import { idAt } from '../../fixtures/ids'
import { added, after, edited, rowId, smallPlan, smallPlanChanges } from './small-plan'

const told = (plan: Plan, ...changes: Change[]): string[] =>
  validate(plan, changes).map(({ table, field, code, message }) => `${table}.${field ?? ''} ${code}: ${message}`)

const raw = (table: TableName, count: number, fields: Record<string, { before: never; after: unknown }>): Change =>
  ({ kind: 'update', table, id: rowId(table, count), fields }) as unknown as Change

const set = (table: TableName, count: number, key: string, value: unknown): Change => {
  const row = smallPlan[table].get(rowId(table, count)) as unknown as AnyRow
  return raw(table, count, { [key]: { before: row[key] as never, after: value } })
}

describe('a plan without a fault', () => {
  it('is accepted, built at once from the empty plan', () => {
    expect(validate(emptyPlan, smallPlanChanges)).toEqual([])
    expect(tableNames.filter((table) => smallPlan[table].size === 0)).toEqual([])
  })

  it('is accepted after an act is taken back', () => {
    const changes = [
      edited(smallPlan, 'unit', { waveId: null }, 2),
      ...removalChanges(smallPlan, 'costLine', []),
      edited(smallPlan, 'assignment', { share: 9000 }),
    ]
    expect(validate(smallPlan, changes)).toEqual([])
    expect(validate(after(smallPlan, changes), invert(changes))).toEqual([])
  })
})

describe('one field by itself', () => {
  it.each<[TableName, string, unknown, string | null]>([
    ['staffGroup', 'headcount', 31, null],
    ['staffGroup', 'headcount', -1, 'Staff must be between 0 and 200,000.'],
    ['staffGroup', 'headcount', '31', 'Staff must be between 0 and 200,000.'],
    ['staffGroup', 'headcount', null, 'Staff must not be empty.'],
    ['staffGroup', 'headcount', Number.NaN, 'Staff must be between 0 and 200,000.'],
    ['staffGroup', 'headcount', Number.POSITIVE_INFINITY, 'Staff must be between 0 and 200,000.'],
    ['staffGroup', 'headcount', -0, 'Staff must be between 0 and 200,000.'],
    ['staffGroup', 'annualTurnover', 10_001, 'Leave in a year must be between 0% and 100%.'],
    ['staffGroup', 'annualTurnover', 12.5, 'Leave in a year must be between 0% and 100%.'],
    ['staffGroup', 'annualTurnover', null, null],
    ['observation', 'using', 1.5, 'Using must be a whole number between 0 and 200,000.'],
    ['sourceYear', 'amountCents', -1, 'Amount must be between $0 and $1,000,000,000.'],
    ['sourceYear', 'fiscalYear', 1999, 'Fiscal year must be a whole number between 2000 and 2150.'],
    ['positionPeriod', 'fte', 100_001, 'FTE must be between 0 and 1,000.'],
    ['wave', 'name', '', 'Wave must not be empty.'],
    ['wave', 'name', ' x', 'Wave must not begin or end with a space.'],
    ['wave', 'name', 'a\nb', 'Wave must stand on one line.'],
    ['wave', 'name', 'a\u0000b', 'Wave holds a character that cannot be kept.'],
    ['wave', 'name', 'a\ud800b', 'Wave holds a character that cannot be kept.'],
    ['wave', 'name', 'x'.repeat(201), 'Wave must have at most 200 characters.'],
    ['wave', 'name', 7, 'Wave must be a text.'],
    ['barrier', 'resolution', 'a\nb', null],
    ['wave', 'startMonth', '2027-13', 'Starts must be a month between Jan 1990 and Dec 2150, such as Jul 2027.'],
    ['wave', 'startMonth', '9999-01', 'Starts must be a month between Jan 1990 and Dec 2150, such as Jul 2027.'],
    ['barrier', 'raisedOn', '2027-02-29', 'Raised on must be a day between Jan 1990 and Dec 2150, such as 7/1/2027.'],
    ['wave', 'kind', 'trial', 'Kind must be one of: Pilot, Scale-up.'],
    ['wave', 'kind', 'toString', 'Kind must be one of: Pilot, Scale-up.'],
    ['wave', 'gateId', 'x', 'Gate must be chosen from the list "Gates".'],
    ['component', 'isCore', null, 'Core must be Yes or No.'],
    ['unit', 'contextTags', null, 'Context must be a list.'],
    ['unit', 'contextTags', ['a', 'a'], 'Context must name each entry once.'],
    ['unit', 'contextTags', ['x'.repeat(61)], 'Each entry of Context must have at most 60 characters.'],
    [
      'session',
      'methods',
      ['talk'],
      'Methods must be one of: Theory, Demonstration, Practice with feedback, Coaching in the classroom.',
    ],
    ['wave', 'colour', 'red', 'There is no field "colour" here.'],
  ])('%s.%s = %j', (table, key, value, message) => {
    expect(checkCell(table, key, value)).toBe(message)
  })

  it('is checked with its code when it is committed, and before any rule about several rows', () => {
    expect(
      validate(smallPlan, [set('staffGroup', 1, 'headcount', -1), set('unit', 2, 'parentId', rowId('unit', 2))]),
    ).toEqual([
      {
        table: 'staffGroup',
        id: rowId('staffGroup'),
        field: 'headcount',
        code: 'out-of-range',
        message: 'Staff must be between 0 and 200,000.',
      },
    ])
    const codes = [
      set('wave', 1, 'name', ''),
      set('wave', 1, 'name', 'x'.repeat(300)),
      set('wave', 1, 'kind', 'trial'),
      set('wave', 1, 'startMonth', 'soon'),
      set('unit', 2, 'contextTags', ['a', 'a']),
    ].map((change) => validate(smallPlan, [change])[0]?.code)
    expect(codes).toEqual(['empty', 'too-long', 'unknown-choice', 'wrong-kind', 'listed-twice'])
  })
})

describe('a row by itself', () => {
  const row = newRow('role', idAt(9), { name: 'Aide' })
  const insert = (values: object, id = row.id): Change => ({
    kind: 'insert',
    table: 'role',
    id,
    row: { ...row, ...values },
  })

  it('has an id of its own, a place, and the fields of its table', () => {
    expect(told(smallPlan, insert({}))).toEqual([])
    expect(told(smallPlan, insert({}, idAt(8)))[0]).toMatch(/^role\. bad-id/)
    expect(told(smallPlan, insert({ id: 'x' }, 'x'))[0]).toMatch(/^role\. bad-id/)
    expect(told(smallPlan, insert({ id: row.id.toUpperCase() }, row.id.toUpperCase()))[0]).toMatch(/^role\. bad-id/)
    expect(told(smallPlan, insert({ rank: Number.NaN }))[0]).toMatch(/^role\.rank bad-rank/)
    expect(told(smallPlan, insert({ colour: 'red' }))).toEqual([
      'role.colour unknown-field: There is no field "colour" in the list "Roles".',
    ])
    expect(told(smallPlan, insert({ kind: undefined }))).toEqual(['role.kind empty: Kind must not be empty.'])
    expect(told(smallPlan, raw('role', 1, { id: { before: rowId('role') as never, after: idAt(5) } }))[0]).toMatch(
      /^role\.id unknown-field/,
    )
  })

  it('is told as a conflict where the plan is not as the change says', () => {
    expect(told(smallPlan, insertChange('role', smallPlan.role.get(rowId('role'))!))[0]).toMatch(/row-exists/)
  })
})

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
