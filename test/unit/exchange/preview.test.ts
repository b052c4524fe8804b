import { describe, expect, it } from 'vitest'
import { fixedValue, fromColumn, type Mapping } from '@shared/exchange/mapping'
import { previewOf } from '@shared/exchange/preview'
import type { ImportQuestion } from '@shared/exchange/preview-content'
import { tablesToSheets } from '@shared/exchange/table-sheet'
import { wholeWorkbook, type WorkbookChoice } from '@shared/exchange/workbook-import'
import type { Sheet, SheetCell } from '@shared/exchange/sheet'
import { rowsOf } from '@shared/plan/plan'
import { committed, idSource, newPlan, sheetOf, withRow } from './small-plan'

const school = '00000000-1111-4000-8000-000000000001'
const other = '00000000-1111-4000-8000-000000000002'
const plan = withRow(withRow(newPlan, 'unit', school, { name: 'North Fork', enrolment: 400 }), 'unit', other, {
  name: 'East',
})

const previewed = (question: Partial<ImportQuestion>, told: number[] = []) =>
  previewOf(
    plan,
    {
      kind: 'rows',
      sheets: [],
      sheet: sheetOf(),
      fileName: 'list.xlsx',
      mapping: null,
      totals: null,
      choice: wholeWorkbook,
      ...question,
    },
    idSource('e'),
    (done) => void told.push(done),
  )

/** The exported workbook with the schools' sheet edited: one figure, one row gone, one new, one not readable. */
const edited = (): Sheet[] =>
  tablesToSheets(plan).map(({ table, name, columns, rows }) => {
    const cells: SheetCell[][] = [columns.map(({ label }) => label), ...rows.map((row) => [...row])]
    const at = columns.findIndex(({ label }) => label === 'Students')
    if (table === 'unit') {
      cells[1]![at] = 612
      cells.splice(2, 1)
      cells.push([null, 'West', 'School'], [null, 'South', 'School', 'Nowhere ISD'])
    }
    return { name, rows: cells }
  })

describe('the preview of an edited copy', () => {
  const tables = (choice: WorkbookChoice) => previewed({ kind: 'tables', sheets: edited(), choice })

  it('says by table and by row what would change, with the value before and after', () => {
    const preview = tables(wholeWorkbook)
    expect(preview.tables.find(({ table }) => table === 'unit')).toEqual({
      table: 'unit',
      added: 1,
      changed: 1,
      problems: 1,
      absent: 1,
      removed: 0,
    })
    const rows = preview.rows.map(({ outcome, label, detail }) => `${outcome}: ${label}, ${detail}`)
    expect(rows).toContain('Changed: North Fork, Schools and departments, row 2: Students: 400 → 612')
    expect(rows).toContain('Not in the file: East, Schools and departments')
  })

  it('removes what is gone only where the planner says so, and takes no table that is left out', () => {
    const removing = tables({ leftOut: [], removing: ['unit'] })
    expect(removing.summary.removed).toBe(1)
    expect(removing.rows[0]).toMatchObject({ outcome: 'Removed', label: 'East' })
    expect(rowsOf(committed(plan, removing.changes), 'unit').map(({ name }) => name)).toEqual(['North Fork', 'West'])
    const without = tables({ leftOut: ['unit'], removing: ['unit'] })
    expect(without.changes).toEqual([])
    expect(without.tables.find(({ table }) => table === 'unit')).toMatchObject({ added: 1, removed: 0 })
  })

  it('tells how far it is', () => {
    const told: number[] = []
    previewed({ kind: 'tables', sheets: edited(), choice: { leftOut: ['role'], removing: [] } }, told)
    expect(told.length).toBeGreaterThan(0)
    expect(told.every((done) => done > 0 && done <= 1)).toBe(true)
  })
})

describe('the preview of any sheet', () => {
  const base: Mapping = {
    formatVersion: 1,
    table: 'milestone',
    headerRow: 0,
    fields: [],
    filters: [],
    parent: null,
    emptyCells: 'keep',
    skipsTotals: true,
  }

  it('takes a value for all rows, a part of a text, and a school by its name', () => {
    const sheet = sheetOf(
      ['What', 'When', 'Where'],
      ['Board, first reading', '3/1/2027', '001 - North Fork'],
      [],
      ['Total', null, null],
    )
    const mapping: Mapping = {
      ...base,
      fields: [
        fromColumn('name', 'What', { kind: 'part', at: 'comma', which: 'first' }),
        fromColumn('month', 'When'),
        fromColumn('unitId', 'Where', { kind: 'part', at: 'dash', which: 'rest' }),
        fixedValue('owner', 'Cabinet'),
      ],
    }
    const preview = previewed({ sheet, mapping })
    expect(preview.problems).toEqual([])
    expect(preview.summary).toMatchObject({ added: 1, skipped: 1 })
    expect(rowsOf(committed(plan, preview.changes), 'milestone')).toMatchObject([
      { name: 'Board', month: '2027-03', unitId: school, owner: 'Cabinet' },
    ])
  })

  it('finds schools by their code, and names the cell that is no month while the other rows come in', () => {
    const coded = withRow(plan, 'unit', '00000000-1111-4000-8000-000000000003', { name: 'West', externalId: '047002' })
    const sheet = sheetOf(
      ['Thing that is due', 'Around', 'Bldg'],
      ['Family night', '4/1/2027', '47002'],
      ['Walk the classrooms', 'someday', '047002'],
    )
    const mapping: Mapping = {
      ...base,
      fields: [fromColumn('name', 'Thing that is due'), fromColumn('month', 'Around'), fromColumn('unitId', 'Bldg')],
    }
    const question: ImportQuestion = {
      kind: 'rows',
      sheets: [],
      sheet,
      fileName: 'due.csv',
      mapping,
      totals: null,
      choice: wholeWorkbook,
    }
    const preview = previewOf(coded, question, idSource('f'), () => undefined)
    expect(preview.problems).toMatchObject([{ value: 'someday' }])
    expect(rowsOf(committed(coded, preview.changes), 'milestone')).toMatchObject([
      { name: 'Family night', month: '2027-04', unitId: '00000000-1111-4000-8000-000000000003' },
    ])
  })
})
