import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Sheet, SheetCell } from '@shared/exchange/sheet'
import { idHeader, sheetColumns, tablesToSheets } from '@shared/exchange/table-sheet'
import { planWorkbookImport } from '@shared/exchange/workbook-import'
import { rowsOf, type Plan } from '@shared/plan/plan'
import { tableNames } from '@shared/plan/table-name'
import { validate } from '@shared/plan/validate'
import { arbitraryPlan } from '../../fixtures/arbitrary-plan'
import { committed, idSource, newPlan, withRow } from './small-plan'

/** The exported tables as sheets that were read back: a header and cells; a share comes as the text that Excel shows. */
const exported = (plan: Plan): Sheet[] =>
  tablesToSheets(plan).map(({ name, columns, rows }) => ({ name, rows: [columns.map(({ label }) => label), ...rows] }))

const edit = (sheets: Sheet[], name: string, how: (rows: SheetCell[][]) => void): Sheet[] =>
  sheets.map((sheet) => {
    if (sheet.name !== name) return sheet
    const rows = sheet.rows.map((row) => [...row])
    how(rows)
    return { name, rows }
  })

describe('the sheets of a plan', () => {
  it('have names that spreadsheets take, all different', () => {
    const names = tablesToSheets(newPlan).map(({ name }) => name)
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(tableNames.length)
    for (const name of names) expect(name).toMatch(/^[^*?:\\/[\]']{1,31}$/)
    expect(names).not.toContain('History')
  })

  it.each(tableNames)('have columns of different names: %s', (table) => {
    const labels = sheetColumns(table).map(({ label }) => label.toLowerCase())
    expect(new Set(labels).size).toBe(labels.length)
    expect(sheetColumns(table)[0]?.label).toBe(idHeader)
  })
})

describe('bringing an exported workbook back', () => {
  it('changes nothing when nothing was edited', () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        const back = planWorkbookImport(plan, exported(plan), idSource('f'))
        expect(back.problems).toEqual([])
        expect(back.changes).toEqual([])
        expect(back.tables.flatMap(({ absentIds }) => absentIds)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('gives the whole plan again in a workbook that has none of its rows', () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        const own = new Set(plan.plan.keys())
        const bare = committed(newPlan, [])
        const back = planWorkbookImport(bare, exported(plan), idSource('f'))
        const after = committed(bare, back.changes)
        expect(own.size).toBe(1)
        for (const table of ['unit', 'role', 'wave', 'component'] as const) {
          expect(rowsOf(after, table)).toHaveLength(rowsOf(plan, table).length)
        }
      }),
      { numRuns: 30 },
    )
  })

  const first = '00000000-1111-4000-8000-000000000001'
  const base = withRow(newPlan, 'unit', first, { name: 'North Fork', enrolment: 400 })

  it('takes over what was edited, emptied and added, also rows that name each other', () => {
    const sheets = edit(exported(base), 'Schools and departments', (rows) => {
      rows[1]![1] = 'North Fork Elementary'
      rows[1]![6] = null
      rows.push([null, 'East', 'School', 'Cedar Hollow ISD'])
      rows.push([null, 'Cedar Hollow ISD', 'District'])
    })
    const both = edit(
      edit(sheets, 'Roles', (rows) => rows.push([null, 'Teacher', 'Practitioner'])),
      'Staff by school',
      (rows) => rows.push([null, 'East', 'Teacher', 21.5, 0.14]),
    )
    const { changes, problems, tables } = planWorkbookImport(base, both, idSource('f'))
    expect(problems).toEqual([])
    const plan = committed(base, changes)
    expect(plan.unit.get(first)).toMatchObject({ name: 'North Fork Elementary', enrolment: null })
    const [group] = rowsOf(plan, 'staffGroup')
    expect(plan.unit.get(group!.unitId)?.name).toBe('East')
    expect(group).toMatchObject({ headcount: 21.5, annualTurnover: 1400, readiness: 1 })
    expect(tables.find(({ table }) => table === 'unit')?.summary).toMatchObject({ added: 2, changed: 1 })
  })

  it('names rows that are gone and removes none; a sheet or column that is gone says nothing', () => {
    const emptied = edit(exported(base), 'Schools and departments', (rows) => rows.splice(1, 1))
    const gone = planWorkbookImport(base, emptied, idSource('f'))
    expect(gone.changes).toEqual([])
    expect(gone.tables.find(({ table }) => table === 'unit')?.absentIds).toEqual([first])
    const fewer = edit(exported(base), 'Schools and departments', (rows) => rows.forEach((row) => row.splice(2)))
    expect(planWorkbookImport(base, fewer.slice(0, 4), idSource('f')).changes).toEqual([])
  })

  it('names the cell of a school that is not there', () => {
    const sheets = edit(exported(base), 'Schools and departments', (rows) => (rows[1]![3] = 'Nowhere ISD'))
    const { problems, changes } = planWorkbookImport(base, sheets, idSource('f'))
    expect(changes).toEqual([])
    expect(problems).toMatchObject([
      { sheet: 'Schools and departments', cell: 'D2', value: 'Nowhere ISD', code: 'unknown-name' },
    ])
  })

  const second = '00000000-1111-4000-8000-000000000002'
  const role = '00000000-2222-4000-8000-000000000001'
  const group = '00000000-3333-4000-8000-000000000001'
  const staffed = withRow(
    withRow(withRow(base, 'unit', second, { name: 'East' }), 'role', role, { name: 'Teacher' }),
    'staffGroup',
    group,
    { unitId: first, roleId: role, headcount: 20 },
  )
  const withoutRow = (name: string, at: number): Sheet[] => edit(exported(staffed), name, (rows) => rows.splice(at, 1))

  it('removes absent rows of a table where the planner says so, with what belongs to them', () => {
    const back = planWorkbookImport(staffed, withoutRow('Schools and departments', 1), idSource('f'), {
      leftOut: [],
      removing: ['unit'],
    })
    expect(back.problems).toEqual([])
    const plan = committed(staffed, back.changes)
    expect(rowsOf(plan, 'unit').map(({ name }) => name)).toEqual(['East'])
    expect(plan.staffGroup.size).toBe(0)
    expect(back.tables.find(({ table }) => table === 'unit')?.removed).toBe(1)
  })

  it('keeps an absent row that others still name, and says who does', () => {
    const back = planWorkbookImport(staffed, withoutRow('Roles', 1), idSource('f'), { leftOut: [], removing: ['role'] })
    expect(back.changes).toEqual([])
    expect(back.problems).toMatchObject([
      { sheet: 'Roles', value: 'Teacher', code: 'still-used', message: expect.stringContaining('Staff by school') },
    ])
  })

  it('takes over single tables: what is left out stays as it is', () => {
    const sheets = edit(
      edit(exported(staffed), 'Schools and departments', (rows) => (rows[1]![1] = 'North')),
      'Roles',
      (rows) => (rows[1]![1] = 'Coach'),
    )
    const { changes } = planWorkbookImport(staffed, sheets, idSource('f'), { leftOut: ['unit'], removing: [] })
    const plan = committed(staffed, changes)
    expect(plan.unit.get(first)?.name).toBe('North Fork')
    expect(plan.role.get(role)?.name).toBe('Coach')
  })

  it('leaves a valid plan whatever is absent and removed', () => {
    fc.assert(
      fc.property(arbitraryPlan(), fc.integer({ min: 2, max: 5 }), (plan, every) => {
        const sheets = exported(plan).map(({ name, rows }) => ({
          name,
          rows: rows.filter((_, at) => at === 0 || at % every > 0),
        }))
        const { changes } = planWorkbookImport(plan, sheets, idSource('f'), { leftOut: [], removing: tableNames })
        expect(validate(plan, changes)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })
})
