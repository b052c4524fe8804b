import type { SheetCell } from '@shared/exchange/sheet'
import type { SheetColumn, TableSheet } from '@shared/exchange/table-sheet'
import type { TableName } from '@shared/plan/table-name'
import type ExcelJS from 'exceljs'
import { cellDate, cellText } from './cell-text'
import { lineHeight, linesOf, rowHeight } from './report-layout'
import { readMe } from './read-me'
import {
  addListRule,
  columnWidth,
  font,
  headerFill,
  headerFont,
  numberFormats,
  onePageWide,
  setProperties,
} from './sheet-style'

/** What is written: the tables, what the pick lists offer, and what the Read me says. */
export type TableBook = {
  readonly district: string
  /** The scenario whose tables these are; null: the plan itself. */
  readonly scenario: string | null
  /** Day of the export, `YYYY-MM-DD`. */
  readonly day: string
  readonly sheets: readonly TableSheet[]
  readonly namesOf: (table: TableName) => readonly string[]
}

const pageSetup: Partial<ExcelJS.PageSetup> = { ...onePageWide, printTitlesRow: '1:1' }

/** Rows below a table that already have its pick lists, for what is added there. */
const spareRows = 500

const formatOf = (column: SheetColumn, cells: readonly (SheetCell | undefined)[]): string => {
  switch (column.kind) {
    case 'money': {
      const hasCents = cells.some((cell) => typeof cell === 'number' && Math.round(cell * 100) % 100 !== 0)
      return hasCents ? numberFormats.moneyCents : numberFormats.money
    }
    case 'fte':
      return numberFormats.fte
    case 'share':
      return numberFormats.share
    case 'month':
      return numberFormats.month
    case 'day':
      return numberFormats.day
    case 'number':
      if (column.unit === 'year') return numberFormats.year
      return cells.every((cell) => typeof cell !== 'number' || Number.isInteger(cell)) ? numberFormats.count : 'General'
    default:
      return numberFormats.text
  }
}

/** A row grows with a text that takes several lines: not every program does that by itself. */
const makeRoom = (row: ExcelJS.Row, cell: SheetCell | undefined, width: number): void => {
  if (typeof cell !== 'string' || cell.length <= width) return
  const height = rowHeight(linesOf(cell, width) * lineHeight)
  if (height > (row.height || lineHeight)) row.height = height
}

const valueOf = (column: SheetColumn, cell: SheetCell | undefined): ExcelJS.CellValue => {
  if (cell === undefined || cell === null) return null
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null
  if (typeof cell === 'boolean') return cell
  const date = column.kind === 'month' || column.kind === 'day' ? cellDate(cell) : null
  return date ?? cellText(cell)
}

const shownLength = (column: SheetColumn, cell: SheetCell | undefined): number => {
  if (cell === null || cell === undefined) return 0
  if (typeof cell === 'number') return column.kind === 'money' ? 14 : 10
  return Math.max(
    ...String(cell)
      .split('\n')
      .map((line) => line.length),
  )
}

/** Header and rows as a real table, so that filters, sorting and new rows work as people know them. */
const fillSheet = (sheet: ExcelJS.Worksheet, { table, columns, rows }: TableSheet): void => {
  // A table needs at least one row below its header.
  const shown = rows.length > 0 ? rows : [columns.map(() => null)]
  sheet.addTable({
    name: `Plan_${table}`,
    ref: 'A1',
    headerRow: true,
    style: { theme: 'TableStyleLight9', showRowStripes: true },
    columns: columns.map(({ label }) => ({ name: label, filterButton: true })),
    rows: shown.map((row) => columns.map((column, at) => valueOf(column, row[at]))),
  })
  for (const [at, column] of columns.entries()) {
    const cells = shown.map((row) => row[at])
    const own = sheet.getColumn(at + 1)
    const numFmt = formatOf(column, cells)
    const isWide = column.kind === 'text' || column.kind === 'list' || column.kind === 'meaning'
    // words keep a distance from the figures before them
    const side: Partial<ExcelJS.Alignment> =
      numFmt === numberFormats.text ? { horizontal: 'left', indent: at > 1 ? 1 : 0 } : { horizontal: 'right' }
    own.width = columnWidth(
      [column.label.length + 3, ...cells.map((cell) => shownLength(column, cell))],
      8,
      isWide ? 50 : 34,
    )
    own.hidden = column.kind === 'id'
    own.numFmt = numFmt
    own.font = font()
    // one object for all: the library looks each different one up anew when it writes
    const style: Partial<ExcelJS.Style> = {
      numFmt,
      font: font(),
      alignment: { vertical: 'top', wrapText: isWide, ...side },
    }
    for (let row = 2; row <= shown.length + 1; row += 1) {
      sheet.getCell(row, at + 1).style = style
      if (isWide) makeRoom(sheet.getRow(row), cells[row - 2], own.width ?? 50)
    }
    const header = sheet.getCell(1, at + 1)
    header.font = headerFont
    header.fill = headerFill
    header.alignment = { vertical: 'middle', wrapText: true, ...side }
  }
}

/** Pick lists stand on a hidden sheet, a column each; the answer is where a list stands, or null where it is empty. */
const listWriter = (sheet: ExcelJS.Worksheet) => {
  const places = new Map<string, string | null>()
  return (key: string, words: readonly string[]): string | null => {
    const known = places.get(key)
    if (known !== undefined) return known
    const column = places.size + 1
    words.forEach((word, at) => (sheet.getCell(at + 1, column).value = cellText(word)))
    const letter = sheet.getColumn(column).letter
    const place = words.length === 0 ? null : `Lists!$${letter}$1:$${letter}$${words.length}`
    places.set(key, place)
    return place
  }
}

const addPickLists = (
  sheet: ExcelJS.Worksheet,
  { columns, rows }: TableSheet,
  { namesOf }: TableBook,
  placeOf: (key: string, words: readonly string[]) => string | null,
): void => {
  for (const [at, { pickList }] of columns.entries()) {
    if (!pickList) continue
    const isWords = pickList.kind === 'words'
    const words = isWords ? pickList.words : namesOf(pickList.table)
    const source = placeOf(isWords ? `words ${words.join('\u0000')}` : `rows ${pickList.table}`, words)
    const { letter } = sheet.getColumn(at + 1)
    // A name that is not in the list may be of a row that is only being added, so it is not refused.
    if (source !== null) addListRule(sheet, `${letter}2:${letter}${rows.length + 1 + spareRows}`, source, isWords)
  }
}

const columnGuide = (book: ExcelJS.Workbook, { sheets }: TableBook): void => {
  const sheet = book.addWorksheet('About the columns', { views: [{ state: 'frozen', ySplit: 1 }], pageSetup })
  const widths = [28, 26, 80, 60]
  widths.forEach((width, at) => (sheet.getColumn(at + 1).width = width))
  const header = sheet.addRow(['Sheet', 'Column', 'What it says', 'May hold'])
  header.eachCell((cell) => {
    cell.font = headerFont
    cell.fill = headerFill
  })
  for (const { name, columns } of sheets) {
    for (const { label, help, pickList, unit, kind } of columns) {
      if (kind === 'id') continue
      const words = pickList?.kind === 'words' ? pickList.words.join(', ') : (unit ?? '')
      const row = sheet.addRow([name, label, help, words].map(cellText))
      row.eachCell((cell) => {
        cell.font = font()
        cell.alignment = { vertical: 'top', wrapText: true }
      })
    }
  }
}

/** The whole workbook as bytes; `progress` is told how far it is, 0–1. */
export const tableBookBytes = async (content: TableBook, progress: (done: number) => void): Promise<Uint8Array> => {
  const { default: Excel } = await import('exceljs')
  const book = new Excel.Workbook()
  setProperties(book, `${content.district}: the plan in tables`, content.day)
  readMe(book, content)
  const written = content.sheets.map((each) => {
    const views = [{ state: 'frozen' as const, ySplit: 1, xSplit: 2 }]
    return { each, sheet: book.addWorksheet(each.name, { views, pageSetup }) }
  })
  columnGuide(book, content)
  const lists = book.addWorksheet('Lists', { state: 'hidden' })
  const placeOf = listWriter(lists)
  for (const [at, { each, sheet }] of written.entries()) {
    fillSheet(sheet, each)
    addPickLists(sheet, each, content, placeOf)
    progress((0.7 * (at + 1)) / written.length)
  }
  const bytes = await book.xlsx.writeBuffer()
  progress(0.95)
  return new Uint8Array(bytes)
}
