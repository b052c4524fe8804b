import Excel from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idHeader, tablesToSheets } from '@shared/exchange/table-sheet'
import { planWorkbookImport } from '@shared/exchange/workbook-import'
import { updateChange } from '@shared/plan/edit'
import { rowsOf, type Plan } from '@shared/plan/plan'
import { tableNames } from '@shared/plan/table-name'
import { readSheets } from '../../../electron/files/read'
import { writeTables } from '../../../electron/files/write-tables'
import { arbitraryPlan } from '../../fixtures/arbitrary-plan'
import { idSource } from '../../fixtures/ids'
import { samplePlan } from '../../fixtures/sample-plan'
import { failure, good } from '../../fixtures/workbook'
import { committed, newPlan, withRow } from '../exchange/small-plan'
import { testFolder } from './folder'

const folder = testFolder()
const path = folder.path('tables.xlsx')

const write = async (plan: Plan): Promise<void> => {
  expect(good(await writeTables(path, { plan, scenario: null, day: '2026-11-23' }))).toEqual({ path })
}

const writtenAndRead = async (plan: Plan) => {
  await write(plan)
  return good(await readSheets(path))
}

const opened = async (): Promise<Excel.Workbook> => {
  const book = new Excel.Workbook()
  await book.xlsx.readFile(path)
  return book
}

/** What the rows of every table say, whatever their ids and order. */
const contentOf = (plan: Plan): Record<string, string[]> =>
  Object.fromEntries(
    tablesToSheets(plan).map(({ table, rows }) => [table, rows.map((row) => JSON.stringify(row.slice(1))).sort()]),
  )

const unitId = '00000000-1111-4000-8000-000000000001'
const hostileTexts = ['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://x.invalid","y")', '0123', '_x0041_', '1/2']

describe('all tables of a plan in a file', () => {
  it('bring back the same plan when nothing was edited', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPlan(), async (plan) => {
        const { sheets, problems } = await writtenAndRead(plan)
        expect(problems).toEqual([])
        const back = planWorkbookImport(plan, sheets, idSource(9))
        expect(back.problems).toEqual([])
        expect(back.changes).toEqual([])
        expect(back.tables.flatMap(({ absentIds }) => absentIds)).toEqual([])
      }),
      { numRuns: 15 },
    )
  })

  it('make the same plan in a new workbook, but for notes, which know their rows by ids that are new there', async () => {
    const plan = samplePlan()
    const { sheets } = await writtenAndRead(plan)
    const back = planWorkbookImport(newPlan, sheets, idSource(9))
    expect(new Set(back.problems.map(({ sheet, code }) => `${sheet}: ${code}`))).toEqual(new Set(['Notes: not-valid']))
    expect(contentOf(committed(newPlan, back.changes))).toEqual({ ...contentOf(plan), note: [] })
  })

  it('bring an edit of one cell back as that edit and nothing else', async () => {
    const plan = samplePlan()
    await write(plan)
    const book = await opened()
    const sheet = book.getWorksheet('Schools and departments')!
    const labels = (sheet.getRow(1).values as string[]).slice(1)
    const school = rowsOf(plan, 'unit').find(({ kind }) => kind === 'school')!
    sheet.eachRow((row) => {
      if (row.getCell(1).value === school.id) row.getCell(labels.indexOf('Students') + 1).value = 612
    })
    await book.xlsx.writeFile(path)
    const { sheets } = good(await readSheets(path))
    const { changes, problems } = planWorkbookImport(plan, sheets, idSource(9))
    expect(problems).toEqual([])
    expect(changes).toEqual([updateChange(school, 'unit', { enrolment: 612 })])
  })

  it.each(hostileTexts)('hold "%s" as text, never as a formula or a number', async (text) => {
    const plan = withRow(newPlan, 'unit', unitId, { name: text, externalId: text })
    const { sheets } = await writtenAndRead(plan)
    const rows = sheets.find(({ name }) => name === 'Schools and departments')!.rows
    expect(rows[1]).toEqual(expect.arrayContaining([unitId, text]))
    const cell = (await opened()).getWorksheet('Schools and departments')!.getCell('B2')
    expect(cell.type).toBe(Excel.ValueType.String)
    expect(cell.numFmt).toBe('@')
  })

  it('are sheets that people can work in: a table each, header frozen, ids hidden, lists to choose from', async () => {
    await write(samplePlan())
    const book = await opened()
    const names = book.worksheets.map(({ name }) => name)
    expect(names[0]).toBe('Read me')
    expect(names).toHaveLength(tableNames.length + 3)
    const sheet = book.getWorksheet('Staff by school')!
    expect(sheet.getCell('A1').value).toBe(idHeader)
    expect(sheet.getColumn(1).hidden).toBe(true)
    expect(sheet.getTables()).toHaveLength(1)
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(sheet.pageSetup).toMatchObject({ fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' })
    expect(sheet.getCell('B2').dataValidation).toMatchObject({ type: 'list' })
    expect(book.getWorksheet('Lists')!.state).toBe('hidden')
  })

  it('say totals in the Read me as formulas with what they give', async () => {
    await write(samplePlan())
    const sheet = (await opened()).getWorksheet('Read me')!
    const totals = new Map<string, Excel.CellValue>()
    sheet.eachRow((row) => totals.set(row.getCell(1).text, row.getCell(2).value))
    expect(totals.get('Students of all schools')).toEqual({
      formula: `SUMIF('Schools and departments'!$C:$C,"School",'Schools and departments'!$G:$G)`,
      result: 4000,
    })
    expect(totals.get('Staff of all groups')).toMatchObject({ result: 400 })
    expect(totals.get('Funds, fiscal year 2027')).toMatchObject({ result: 1_050_000 })
  })

  it('hold money, shares and months as figures with their formats', async () => {
    await write(samplePlan())
    const book = await opened()
    const cell = (sheetName: string, label: string): Excel.Cell => {
      const sheet = book.getWorksheet(sheetName)!
      return sheet.getCell(2, (sheet.getRow(1).values as string[]).indexOf(label))
    }
    const amount = cell('Funds by year', 'Amount')
    expect(amount.type).toBe(Excel.ValueType.Number)
    expect(amount.numFmt).toContain('$')
    const turnover = cell('Staff by school', 'Leave in a year')
    expect(turnover.numFmt).toBe('0.0%')
    const start = cell('Waves', 'Starts')
    expect(start.value).toEqual(new Date(Date.UTC(2025, 7, 1)))
    expect(start.numFmt).toBe('mmm yyyy')
  })

  it('say in one sentence that a folder is gone', async () => {
    const answer = await writeTables(folder.path('gone/tables.xlsx'), {
      plan: newPlan,
      scenario: null,
      day: '2026-11-23',
    })
    expect(failure(answer, 'file-unreachable').message).toContain('"tables.xlsx" cannot be reached')
  })
})
