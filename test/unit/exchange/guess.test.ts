import { describe, expect, it } from 'vitest'
import { guessMapping } from '@shared/exchange/guess'
import { columnNames, findHeaderRow } from '@shared/exchange/header'
import { mappingFromJson, type Mapping } from '@shared/exchange/mapping'
import type { Sheet, SheetCell } from '@shared/exchange/sheet'
import { namesOf } from '@shared/plan/names'
import type { TableName } from '@shared/plan/table-name'
import { fixtureSheet, newPlan, schoolDirectory, sheetOf, withRow } from './small-plan'

const guess = (table: TableName, sheet: Sheet): Mapping => {
  const header = findHeaderRow(sheet.rows)
  return guessMapping(table, columnNames(sheet.rows, header), sheet.rows.slice(header + 1, header + 50))
}

const columnsOf = (mapping: Mapping): Record<string, string> =>
  Object.fromEntries(
    mapping.fields.map(({ field, source }) => [field, source.kind === 'column' ? source.column : source.value]),
  )

describe('the header row', () => {
  it('is the first row of a plain table', () => {
    expect(findHeaderRow(fixtureSheet('campuses').rows)).toBe(0)
    expect(findHeaderRow(fixtureSheet('district-staff').rows)).toBe(0)
  })

  it('is found below a title, a date and a blank row', () => {
    const rows = [
      ['Cedar Hollow ISD: list of schools', null, null],
      ['as of 10/1/2026'],
      [],
      ['School', 'Campus number', 'Students'],
      ['North Fork', '101', 412],
      ['Juniper', '102', 380],
    ]
    expect(findHeaderRow(rows)).toBe(3)
  })

  it('is not the row of totals, though "Total" is what many columns are called', () => {
    expect(
      findHeaderRow([
        ['What is due', 'When'],
        ['Tell the board', '3/1/2027'],
        ['Total', null],
      ]),
    ).toBe(0)
  })

  it('is not the title that was merged over all columns', () => {
    const rows = [
      ['Staff 2026', 'Staff 2026', 'Staff 2026'],
      ['Position', 'FTE', 'Salary'],
      ['Coach', 1, 60000],
    ]
    expect(findHeaderRow(rows)).toBe(1)
  })

  it('names columns without a header and columns of the same name apart', () => {
    expect(
      columnNames(
        [
          ['Name', null, 'Name'],
          ['a', 'b', 'c', 'd'],
        ],
        0,
      ),
    ).toEqual(['Name', 'Column B', 'Name (2)', 'Column D'])
  })
})

describe('the guess of a mapping', () => {
  it('reads a national school directory as the example that ships for it', () => {
    const guessed = guess('unit', fixtureSheet('campuses'))
    expect(guessed.parent).toEqual(schoolDirectory.parent)
    expect(columnsOf(guessed)).toEqual(columnsOf(schoolDirectory))
    expect(guessed.fields.find(({ field }) => field === 'level')?.transform).toEqual({
      kind: 'level',
      highColumn: 'GSHI',
      typeColumn: 'TYPE',
    })
  })

  it("knows a planner's own words for schools, and tells percent from fraction by the samples", () => {
    const percent = guess(
      'unit',
      sheetOf(['School Name', 'Enrollment', '% Econ Disadv'], ['North Fork', '412', '61.5']),
    )
    expect(columnsOf(percent)).toEqual({
      name: 'School Name',
      enrolment: 'Enrollment',
      economicallyDisadvantagedShare: '% Econ Disadv',
    })
    expect(percent.fields.at(-1)?.transform).toEqual({ kind: 'percent' })
    const fraction = guess('unit', sheetOf(['School Name', 'FRL'], ['North Fork', 0.615]))
    expect(fraction.fields.at(-1)?.transform).toEqual({ kind: 'fraction' })
  })

  it('spreads a roster of positions over positions and their months', () => {
    const roster = sheetOf(
      ['Position', 'Position Number', 'FTE', 'Salary', 'School', 'Start Date'],
      ['Reading coach', '0012', 1, '$61,500', 'North Fork', '2026-08-01'],
    )
    expect(columnsOf(guess('position', roster))).toEqual({
      title: 'Position',
      code: 'Position Number',
      'positionPeriod.fte': 'FTE',
      'positionPeriod.salaryCents': 'Salary',
      'positionPeriod.unitId': 'School',
      'positionPeriod.fromMonth': 'Start Date',
    })
  })

  it('knows who holds a position, and what it does, by other words', () => {
    const roster = sheetOf(
      ['Position title', 'Holder', 'Work', 'Position status'],
      ['Literacy coach', 'E-101', 'Coaching', 'Filled'],
    )
    const named = { title: 'Position title', code: 'Holder', function: 'Work', status: 'Position status' }
    expect(columnsOf(guess('position', roster))).toEqual(named)
  })

  it('leaves a column out whose cells the field could not read', () => {
    const sheet = sheetOf(['School', 'Students'], ['North Fork', 'many'], ['Juniper', 'few'])
    expect(columnsOf(guess('unit', sheet))).toEqual({ name: 'School' })
  })

  it('gives each column to one field and each field one column', () => {
    const fields = guess(
      'staffGroup',
      sheetOf(['School', 'Role', 'FTE', 'Turnover'], ['A', 'Teacher', 12.5, '14%']),
    ).fields
    expect(fields.map(({ field }) => field).toSorted()).toEqual(['annualTurnover', 'headcount', 'roleId', 'unitId'])
    expect(new Set(fields.map(({ source }) => JSON.stringify(source))).size).toBe(4)
  })
})

describe('a remembered mapping', () => {
  it('comes back from its JSON as it was', () => {
    const mapping = schoolDirectory
    expect(mappingFromJson(JSON.stringify(mapping))).toEqual({ ok: true, value: mapping })
  })

  it.each(['', '{', 'null', '[]', '{"formatVersion":1}', '{"formatVersion":2,"table":"unit"}'])(
    'is refused in a sentence where it is none: %s',
    (json) => {
      expect(mappingFromJson(json)).toEqual({
        ok: false,
        error: expect.stringMatching(/^This is not a column matching/) as string,
      })
    },
  )

  it('is refused where it names a field that the table does not have', () => {
    const wrong = JSON.stringify(schoolDirectory).replace('"externalId"', '"schoolCode"')
    expect(mappingFromJson(wrong)).toEqual({
      ok: false,
      error: 'The table "Schools and departments" has no field "schoolCode".',
    })
  })
})

describe('the guess from what stands in a column', () => {
  const school = '00000000-1111-4000-8000-000000000001'
  const plan = withRow(newPlan, 'unit', school, { name: 'North Fork' })
  const guessed = (table: TableName, names: readonly string[], ...samples: (readonly SheetCell[])[]) =>
    columnsOf(guessMapping(table, names, samples, namesOf(plan)))

  it('finds the names of schools, days and months under headers that say nothing', () => {
    const rows = [
      ['Tell the board', '3/1/2027', 'North Fork'],
      ['Order materials', '4/1/2027', 'North Fork'],
    ]
    // two fields are days or months, so a column of days is left to the planner
    expect(guessed('milestone', ['Milestone', 'When', 'Whose'], ...rows)).toEqual({
      name: 'Milestone',
      unitId: 'Whose',
    })
  })

  it('knows a column of the words of one field, and takes none that fits two', () => {
    const rows = [
      ['Coach', 'Vacant', 'x'],
      ['Lead', 'Filled', 'y'],
    ]
    expect(guessed('position', ['Title', 'A', 'B'], ...rows)).toMatchObject({ title: 'Title', status: 'A' })
    expect(Object.values(guessed('position', ['Title', 'A', 'B'], ...rows))).not.toContain('B')
  })
})
