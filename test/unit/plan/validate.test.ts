import { describe, expect, it } from 'vitest'
import { invert } from '@shared/plan/algebra'
import type { Change } from '@shared/plan/change'
import { insertChange } from '@shared/plan/edit'
import { emptyPlan, newRow } from '@shared/plan/plan'
import { tableNames, type TableName } from '@shared/plan/table-name'
import { removalChanges } from '@shared/plan/users'
import { checkCell, validate } from '@shared/plan/validate'
import { idAt } from '../../fixtures/ids'
import { after, edited, rowId, smallPlan, smallPlanChanges } from './small-plan'
import { raw, set, told } from './faults'

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
