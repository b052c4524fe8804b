import { totalsOf } from '@shared/exchange/table-totals'
import { dayWords } from '@shared/plan/day'
import type ExcelJS from 'exceljs'
import { cellText } from './cell-text'
import { font, numberFormats, onePageWide } from './sheet-style'
import type { TableBook } from './table-book'

const instructions = [
  'Each sheet is one table of the plan. Change cells, add rows at the end, and save the file as .xlsx.',
  'Then choose Import in Rollout Workbook and open this file: you see what would be added and changed before anything is.',
  'The first column of each sheet is hidden. It tells which row of the plan a row is; leave it as it is.',
  'An empty cell empties the field. A row that you delete here stays in the plan unless you say so when you import.',
  'A column or sheet that you delete here changes nothing in the plan.',
  'Money is in dollars, shares are percentages, months are dates of their first day. Several names stand with "; " between.',
]

const totalFormat = (value: number): string => (Number.isInteger(value) ? numberFormats.count : numberFormats.decimal)

/** Figures and their header stand right, the words after them keep a distance. */
const besideFigures = (column: number): Partial<ExcelJS.Alignment> =>
  column === 2 ? { horizontal: 'right' } : column === 3 ? { wrapText: true, horizontal: 'left', indent: 1 } : {}

/** The first sheet: how to work with the file, what is in it, and sums that follow what is edited. */
export const readMe = (book: ExcelJS.Workbook, content: TableBook): void => {
  const sheet = book.addWorksheet('Read me', { views: [{ showGridLines: false }], pageSetup: onePageWide })
  sheet.getColumn(1).width = 38
  sheet.getColumn(2).width = 16
  sheet.getColumn(3).width = 104
  const line = (cells: readonly (string | number)[], style: Partial<ExcelJS.Font> = {}): void => {
    const row = sheet.addRow(cells.map((cell) => (typeof cell === 'string' ? cellText(cell) : cell)))
    row.eachCell((cell) => {
      cell.font = font(style)
      cell.alignment = { vertical: 'top', ...besideFigures(cell.fullAddress.col) }
    })
  }
  line([`${content.district}: the plan in tables`], { size: 16, bold: true })
  sheet.getRow(1).height = 24
  line([
    `Written ${dayWords(content.day)}${content.scenario === null ? '' : `, with the scenario "${content.scenario}"`}`,
  ])
  line([])
  for (const sentence of instructions) line([sentence])
  line([])
  line(['Sheet', 'Rows', 'What it holds'], { bold: true })
  for (const { name, rows, help } of content.sheets) {
    line([name, rows.length, help])
  }
  const totals = totalsOf(content.sheets)
  if (totals.length === 0) return
  line([])
  line(['Totals', '', 'These follow what you change in the sheets. They are not imported.'], { bold: true })
  for (const { label, formula, value, kind } of totals) {
    line([label])
    const cell = sheet.getCell(sheet.rowCount, 2)
    cell.value = { formula, result: value }
    cell.numFmt = kind === 'money' ? numberFormats.money : totalFormat(value)
    cell.font = font()
  }
}
