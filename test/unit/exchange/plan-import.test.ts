import { describe, expect, it } from 'vitest'
import { fixedValue, fromColumn, type FieldMapping, type Mapping } from '@shared/exchange/mapping'
import { planImport } from '@shared/exchange/plan-import'
import { rowsOf, type Plan } from '@shared/plan/plan'
import type { TableName } from '@shared/plan/table-name'
import { validate } from '@shared/plan/validate'
import { committed, fixtureSheet, idSource, newPlan, sheetOf, withRow, directoryOf } from './small-plan'

const mappingOf = (table: TableName, fields: FieldMapping[], more: Partial<Mapping> = {}): Mapping => ({
  formatVersion: 1,
  table,
  headerRow: 0,
  fields,
  filters: [],
  parent: null,
  emptyCells: 'keep',
  skipsTotals: true,
  ...more,
})

const schoolMapping = (...more: FieldMapping[]): Mapping =>
  mappingOf('unit', [fromColumn('name', 'School'), fromColumn('externalId', 'Code'), ...more])

const schools = (plan: Plan) => rowsOf(plan, 'unit').filter(({ kind }) => kind === 'school')

describe('importing a school directory', () => {
  const result = planImport(newPlan, directoryOf('Cedar Hollow ISD'), fixtureSheet('campuses'), idSource())
  const plan = committed(newPlan, result.changes)

  it('brings in the open schools of one district, and the district as what they are part of', () => {
    const [parent] = rowsOf(plan, 'unit').filter(({ kind }) => kind === 'district')
    expect(parent).toMatchObject({ name: 'CEDAR HOLLOW ISD', externalId: '305901', parentId: null })
    expect(schools(plan).map(({ name, externalId, level }) => [name, externalId, level])).toEqual([
      ['CEDAR HOLLOW H S', '305901001', 'high'],
      ['CEDAR HOLLOW MIDDLE', '305901041', 'middle'],
      ['NORTH FORK EL', '305901101', 'elementary'],
      ['JUNIPER EL', '305901102', 'elementary'],
      ['CEDAR HOLLOW ALTER CTR', '305901002', 'alternative'],
      ['RIVERSIDE JJAEP', '305901003', 'alternative'],
    ])
    expect(new Set(schools(plan).map(({ parentId }) => parentId))).toEqual(new Set([parent?.id]))
  })

  it('says how many rows it takes, leaves out and brings along', () => {
    expect(result.summary).toEqual({ added: 6, changed: 0, unchanged: 0, skipped: 10 })
    expect(result.besides).toEqual([])
    expect(result.problems).toEqual([])
    expect(result.rows[4]).toEqual({ sheetRow: 6, outcome: 'skipped', id: null, label: '', why: 'filter' })
  })

  it('changes nothing when the same file is imported again', () => {
    const again = planImport(plan, directoryOf('Cedar Hollow ISD'), fixtureSheet('campuses'), idSource('b'))
    expect(again.changes).toEqual([])
    expect(again.summary).toMatchObject({ added: 0, changed: 0, unchanged: 6 })
  })

  it('keeps leading zeros in codes and finds districts whichever way their code is written', () => {
    const silver = planImport(newPlan, directoryOf('silver creek isd'), fixtureSheet('campuses'), idSource())
    const codes = rowsOf(committed(newPlan, silver.changes), 'unit').map(({ externalId }) => externalId)
    expect(codes).toEqual(expect.arrayContaining(['028914', '028914001', '028914005']))
    const known = withRow(newPlan, 'unit', idSource('c')(), {
      name: 'Silver Creek',
      kind: 'district',
      externalId: '28914',
    })
    const joined = planImport(known, directoryOf('SILVER CREEK ISD'), fixtureSheet('campuses'), idSource())
    expect(rowsOf(committed(known, joined.changes), 'unit').filter(({ kind }) => kind === 'district')).toHaveLength(1)
  })
})

describe('rows of a sheet', () => {
  const north = '00000000-1111-4000-8000-000000000001'
  const south = '00000000-1111-4000-8000-000000000002'
  const base = withRow(
    withRow(newPlan, 'unit', north, { name: 'North Fork', externalId: '0101', enrolment: 400, level: 'elementary' }),
    'unit',
    south,
    { name: 'South Fork', externalId: null, enrolment: 300 },
  )

  it('are matched by code without leading zeros, then by name, and leave what is not given alone', () => {
    const sheet = sheetOf(
      ['School', 'Code', 'Students'],
      ['NORTH FORK EL', '101', '412'],
      ['south  fork', null, 305],
      ['West', '7', 9],
    )
    const { changes, summary } = planImport(base, schoolMapping(fromColumn('enrolment', 'Students')), sheet, idSource())
    const plan = committed(base, changes)
    expect(summary).toEqual({ added: 1, changed: 2, unchanged: 0, skipped: 0 })
    expect(plan.unit.get(north)).toMatchObject({
      name: 'NORTH FORK EL',
      externalId: '0101',
      enrolment: 412,
      level: 'elementary',
    })
    expect(plan.unit.get(south)).toMatchObject({ enrolment: 305, kind: 'school' })
    expect(schools(plan)).toHaveLength(3)
  })

  it('of another code are another school, even of the same name', () => {
    const sheet = sheetOf(['School', 'Code'], ['North Fork', '202'])
    const { changes, summary } = planImport(base, schoolMapping(), sheet, idSource())
    expect(summary.added).toBe(1)
    expect(committed(base, changes).unit.get(north)).toEqual(base.unit.get(north))
  })

  it('that are blank or sum up others are left out', () => {
    const sheet = sheetOf(['School', 'Code'], ['East', '1'], [], ['  ', null], ['Total', '1'], ['Grand total:', null])
    const { summary, rows } = planImport(newPlan, schoolMapping(), sheet, idSource())
    expect(summary).toEqual({ added: 1, changed: 0, unchanged: 0, skipped: 2 })
    expect(rows.filter(({ why }) => why === 'totals').map(({ sheetRow }) => sheetRow)).toEqual([5, 6])
  })

  it('that mean the same school twice are named and taken once', () => {
    const sheet = sheetOf(['School', 'Code'], ['East', '1'], ['East', '01'])
    const { summary, problems } = planImport(newPlan, schoolMapping(), sheet, idSource())
    expect(summary).toMatchObject({ added: 1, skipped: 1 })
    expect(problems).toMatchObject([{ sheet: 'Sheet1', cell: 'A3', value: 'East', code: 'duplicate' }])
  })

  it('with a cell that cannot be read keep the rest, and the cell is named', () => {
    const sheet = sheetOf(['School', 'Code', 'Students'], ['East', '1', 'about 300'], ['West', '2', '-5'])
    const { changes, problems } = planImport(
      newPlan,
      schoolMapping(fromColumn('enrolment', 'Students')),
      sheet,
      idSource(),
    )
    expect(schools(committed(newPlan, changes)).map(({ enrolment }) => enrolment)).toEqual([null, null])
    expect(problems.map(({ cell, value }) => [cell, value])).toEqual([
      ['C2', 'about 300'],
      ['C3', '-5'],
    ])
    expect(problems[1]?.message).toContain('between 0 and 2,000,000')
  })

  it('without a name are skipped, and the empty cell is named', () => {
    const { changes, problems } = planImport(
      newPlan,
      schoolMapping(),
      sheetOf(['School', 'Code'], [null, '9']),
      idSource(),
    )
    expect(changes).toEqual([])
    expect(problems).toMatchObject([{ cell: 'A2', code: 'required' }])
  })

  it('empty a field only where the mapping says that empty cells do', () => {
    const sheet = sheetOf(['School', 'Code', 'Students'], ['North Fork', '101', null])
    const mapping = schoolMapping(fromColumn('enrolment', 'Students'))
    expect(planImport(base, mapping, sheet, idSource()).summary.unchanged).toBe(1)
    const { changes } = planImport(base, { ...mapping, emptyCells: 'clear' }, sheet, idSource())
    expect(committed(base, changes).unit.get(north)?.enrolment).toBeNull()
  })

  it('of a column that the sheet lacks are imported without it, and the column is named once', () => {
    const { summary, problems } = planImport(
      newPlan,
      schoolMapping(),
      sheetOf(['School'], ['East'], ['West']),
      idSource(),
    )
    expect(summary.added).toBe(2)
    expect(problems).toMatchObject([{ code: 'missing-column', value: 'Code' }])
  })
})

describe('importing staff and positions', () => {
  const school = '00000000-1111-4000-8000-000000000001'
  const base = withRow(newPlan, 'unit', school, { name: 'North Fork', externalId: '0101' })

  it('finds schools by name or code, adds roles that are new, and reads percent', () => {
    const sheet = sheetOf(
      ['School', 'Role', 'Staff', 'Turnover'],
      ['101', 'Teacher', '31.5', '14.8'],
      ['North Fork', 'Aide', 8, null],
    )
    const mapping = mappingOf('staffGroup', [
      fromColumn('unitId', 'School'),
      { ...fromColumn('roleId', 'Role'), ifUnknown: 'create' },
      fromColumn('headcount', 'Staff'),
      fromColumn('annualTurnover', 'Turnover', { kind: 'percent' }),
    ])
    const { changes, besides } = planImport(base, mapping, sheet, idSource())
    const plan = committed(base, changes)
    expect(rowsOf(plan, 'staffGroup')).toMatchObject([
      { unitId: school, headcount: 31.5, annualTurnover: 1480 },
      { unitId: school, headcount: 8, annualTurnover: null },
    ])
    expect(rowsOf(plan, 'role').map(({ name }) => name)).toEqual(['Teacher', 'Aide'])
    expect(besides).toEqual([{ table: 'role', added: 2, changed: 0 }])
  })

  it('names a school that the plan does not have and skips its row', () => {
    const sheet = sheetOf(['School', 'Role', 'Staff'], ['Elsewhere', 'Teacher', '3'])
    const mapping = mappingOf('staffGroup', [
      fromColumn('unitId', 'School'),
      fixedValue('roleId', 'Teacher'),
      fromColumn('headcount', 'Staff'),
    ])
    const { summary, problems } = planImport(base, mapping, sheet, idSource())
    expect(summary).toMatchObject({ added: 0, skipped: 1 })
    expect(problems).toMatchObject([{ cell: 'A2', value: 'Elsewhere', code: 'unknown-name' }])
  })

  const roster = mappingOf('position', [
    fromColumn('title', 'Position'),
    fromColumn('code', 'Number'),
    fixedValue('function', 'Coaching'),
    fromColumn('positionPeriod.fte', 'FTE'),
    fromColumn('positionPeriod.salaryCents', 'Salary'),
    fromColumn('positionPeriod.benefitRate', 'Benefits', { kind: 'percent' }),
    fixedValue('positionPeriod.fromMonth', '2026-07'),
  ])
  const people = sheetOf(
    ['Position', 'Number', 'FTE', 'Salary', 'Benefits'],
    ['Reading coach', '0012', '1.0', '$61,500', '28'],
    ['Reading coach', null, 0.5, '(30,000)', 28],
    ['Reading coach', null, 0.5, 30000, 28],
  )

  it('fills positions and their first months from one row each; equal rows are several positions', () => {
    const { changes, summary, problems } = planImport(base, roster, people, idSource())
    const plan = committed(base, changes)
    expect(summary.added).toBe(3)
    expect(rowsOf(plan, 'position').map(({ code }) => code)).toEqual(['0012', null, null])
    expect(rowsOf(plan, 'positionPeriod')[0]).toMatchObject({ fte: 100, salaryCents: 6_150_000, benefitRate: 2800 })
    expect(problems).toMatchObject([{ cell: 'D3', value: '(30,000)' }])
  })

  it('changes nothing the second time', () => {
    const plan = committed(base, planImport(base, roster, people, idSource()).changes)
    expect(planImport(plan, roster, people, idSource('b')).changes).toEqual([])
  })
})

describe('what does not fit the plan as a whole', () => {
  it('is taken back row by row and named at its cell, the rest stays', () => {
    const sheet = sheetOf(['Wave', 'School', 'Kind'], ['W', 'East', 'School'], ['W', 'Head office', 'District'])
    const plan = withRow(newPlan, 'wave', '00000000-2222-4000-8000-000000000001', { name: 'W' })
    const mapping = mappingOf('unit', [
      fromColumn('name', 'School'),
      fromColumn('kind', 'Kind'),
      fromColumn('waveId', 'Wave'),
    ])
    const { changes, summary, problems } = planImport(plan, mapping, sheet, idSource())
    expect(summary).toMatchObject({ added: 1, skipped: 1 })
    expect(problems).toMatchObject([{ code: 'not-valid', cell: 'A3' }])
    expect(validate(plan, changes)).toEqual([])
  })
})
