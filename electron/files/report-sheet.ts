import { statusSigns } from '@shared/forecast/status'
import { cellWords } from '@shared/report/cell-words'
import {
  chartTable,
  isWords,
  statusHeaders,
  type Block,
  type ReportChart,
  type ReportColumn,
  type ReportSection,
  type ReportTable,
  type SectionId,
  type StatusLine,
} from '@shared/report/report'
import type ExcelJS from 'exceljs'
import { cellText } from './cell-text'
import type { SheetChart } from './charts/sheet-chart'
import { columnWidths, lineHeight, linesOf, rowHeight, totalWidth, type Widths } from './report-layout'
import { pageBreaker } from './report-pages'
import type { RowLinks } from './report-links'
import type { Region } from './report-regions'
import { fillOf, statusFills, writeCell } from './report-style'
import { font, headerFill, headerFont } from './sheet-style'

/** A chart that was given its place, and not yet the cells that it is drawn from. */
type PlacedChart = Omit<SheetChart, 'cells'>

type Page = {
  readonly sheet: ExcelJS.Worksheet
  readonly widths: Widths
  next: number
  readonly headerRows: number[]
  readonly regions: Region[]
  readonly charts: PlacedChart[]
  readonly rowLinks: RowLinks
  readonly sectionId: SectionId
  readonly keepTogether: (next: number, points: number) => void
}

/** How a sheet came out: the widths of its columns, the rows in which tables have their headers, and the charts to be put on it. */
export type Written = {
  readonly widths: Widths
  readonly headerRows: readonly number[]
  /** Every table, with the figures behind the charts. */
  readonly regions: readonly Region[]
  readonly charts: readonly SheetChart[]
  /** The last row that is printed. */
  readonly lastPrinted: number
}

const rule: Partial<ExcelJS.Borders> = { bottom: { style: 'thin', color: { argb: 'FFBFBFBF' } } }

/** How much wider bold letters are. */
const boldWidth = 1.08

/** A text over the whole width of the sheet, as high as it needs. */
const wide = (page: Page, text: string, style: Partial<ExcelJS.Font> = {}): void => {
  const { sheet, widths } = page
  const row = sheet.getRow(page.next)
  sheet.mergeCells(page.next, 1, page.next, widths.length)
  const cell = row.getCell(1)
  cell.value = cellText(text)
  cell.numFmt = '@'
  cell.font = font(style)
  cell.alignment = { vertical: 'top', wrapText: true }
  const scale = (style.size ?? 11) / 11
  row.height = rowHeight(
    linesOf(text, totalWidth(widths) / (scale * (style.bold ? boldWidth : 1))) * lineHeight * scale + 3,
  )
  page.next += 1
}

const space = (page: Page): void => {
  page.next += 1
}

/** What rows are called stands left, figures right; every other text keeps its distance from the column before. */
const sideOf = (columns: readonly ReportColumn[], at: number): Partial<ExcelJS.Alignment> => {
  if (at > 0 && !isWords(columns[at])) return { horizontal: 'right' }
  return { horizontal: 'left', indent: at > 0 ? 1 : 0 }
}

const headerRow = (page: Page, { columns }: ReportTable): void => {
  page.headerRows.push(page.next)
  const row = page.sheet.getRow(page.next)
  for (const [at, { label }] of columns.entries()) {
    const cell = row.getCell(at + 1)
    cell.value = cellText(label)
    cell.numFmt = '@'
    cell.font = headerFont
    cell.fill = headerFill
    cell.alignment = { vertical: 'middle', wrapText: true, ...sideOf(columns, at) }
  }
  row.height = rowHeight(
    Math.max(...columns.map(({ label }, at) => linesOf(label, (page.widths[at] ?? 10) / boldWidth))) * lineHeight + 3,
  )
  page.next += 1
}

const tableRows = (page: Page, { columns, rows, hasTotal, standsAt }: ReportTable): void => {
  for (const [at, cells] of rows.entries()) {
    const row = page.sheet.getRow(page.next)
    const first = cellWords(columns[0]?.kind ?? 'text', cells[0] ?? null)
    page.rowLinks.note(page.sectionId, first, row.getCell(1))
    const isTotal = hasTotal && at === rows.length - 1
    let lines = 1
    for (const [column, { kind }] of columns.entries()) {
      const cell = row.getCell(column + 1)
      writeCell(cell, kind, cells[column] ?? null)
      cell.font = font(isTotal ? { bold: true } : {})
      cell.border = isTotal ? { top: { style: 'medium' } } : rule
      cell.alignment = { vertical: 'top', wrapText: true, ...sideOf(columns, column) }
      lines = Math.max(lines, linesOf(cellWords(kind, cells[column] ?? null), page.widths[column] ?? 10))
    }
    row.height = rowHeight(lines * lineHeight + 1)
    page.rowLinks.link(row.getCell(1), standsAt?.[at] ?? null)
    page.next += 1
  }
}

/** Rows of a table that is not torn over two pages. */
const shortTable = 12

/** A short table stays together, of a longer one its title, header and first rows. */
const keptOfTable = ({ rows, note }: ReportTable): number =>
  lineHeight * (rows.length > shortTable ? 7 : rows.length + 3 + (note === null ? 0 : 1))

const writeTable = (page: Page, table: ReportTable): void => {
  page.keepTogether(page.next, keptOfTable(table))
  wide(page, table.title, { bold: true, size: 12 })
  const headerAt = page.next
  headerRow(page, table)
  tableRows(page, table)
  page.regions.push({ headerRow: headerAt, lastRow: page.next - 1, columns: table.columns.length })
  if (table.note !== null) wide(page, table.note, { italic: true })
  space(page)
}

const statusRow = (page: Page, { label, text, status, statusWord, sentence }: StatusLine): void => {
  const { sheet, widths } = page
  const row = sheet.getRow(page.next)
  page.rowLinks.note(page.sectionId, label, row.getCell(1))
  const texts = [label, text, `${statusSigns[status]} ${statusWord}`, sentence]
  for (const [at, value] of texts.entries()) {
    const cell = row.getCell(at + 1)
    cell.value = cellText(value)
    cell.numFmt = '@'
    cell.font = font({ bold: at < 3 })
    cell.border = rule
    cell.alignment = { vertical: 'top', wrapText: true }
  }
  row.getCell(3).fill = fillOf(statusFills[status])
  sheet.mergeCells(page.next, 4, page.next, widths.length)
  const lines = [
    linesOf(label, widths[0] ?? 30),
    linesOf(text, widths[1] ?? 18),
    linesOf(sentence, totalWidth(widths.slice(3))),
  ]
  row.height = rowHeight(Math.max(...lines) * lineHeight + 3)
  page.next += 1
}

const writeStatusLines = (page: Page, lines: readonly StatusLine[]): void => {
  const row = page.sheet.getRow(page.next)
  for (const [at, label] of statusHeaders.entries()) {
    const cell = row.getCell(at + 1)
    cell.value = label
    cell.font = headerFont
    cell.fill = headerFill
  }
  page.sheet.mergeCells(page.next, 4, page.next, page.widths.length)
  page.next += 1
  for (const line of lines) statusRow(page, line)
  page.regions.push({ headerRow: page.next - 1 - lines.length, lastRow: page.next - 1, columns: 4 })
  space(page)
}

/** Pixels of a character of the usual font, a little less than it has, so that a chart stays within the columns. */
const pixelsPerCharacter = 7
const widestChart = 960
/** The names under rows of dots stand slanting, and take room. */
const chartHeightOf = ({ kind }: ReportChart): number => (kind === 'dots' ? 440 : 340)
/** Points of a row below a chart, and pixels of a point. */
const plainRow = 15
const pixelsPerPoint = 96 / 72

/** The chart gets its room and its place; it is put there when the sheet is whole. */
const writeChart = (page: Page, chart: ReportChart): void => {
  const { sheet, widths } = page
  const height = chartHeightOf(chart)
  const rows = Math.ceil(height / pixelsPerPoint / plainRow) + 1
  page.keepTogether(page.next, rows * plainRow + 6 * lineHeight)
  wide(page, chart.title, { bold: true, size: 12 })
  const width = Math.min(widestChart, Math.floor(totalWidth(widths) * pixelsPerCharacter))
  page.charts.push({ chart, topRow: page.next, width, height })
  for (let row = page.next; row < page.next + rows; row += 1) sheet.getRow(row).height = plainRow
  page.next += rows
  wide(page, chart.summary, { italic: true })
  space(page)
}

/** The figures that the charts of the sheet are drawn from, at its end; there for the screen, and left out on paper. */
const writeChartTables = (page: Page): SheetChart[] => {
  if (page.charts.length === 0) return []
  wide(page, 'The figures behind the charts', { bold: true, size: 14 })
  return page.charts.map((placed) => {
    writeTable(page, chartTable(placed.chart))
    const header = page.headerRows.at(-1) ?? 0
    return { ...placed, cells: { sheetName: page.sheet.name, headerRow: header } }
  })
}

const writeTerms = (page: Page, block: Block & { kind: 'terms' }): void => {
  wide(page, block.title, { bold: true, size: 12 })
  for (const { word, text } of block.terms) {
    const row = page.sheet.getRow(page.next)
    row.getCell(1).value = cellText(word)
    row.getCell(1).font = font({ bold: true })
    row.getCell(1).alignment = { vertical: 'top', wrapText: true, horizontal: 'left' }
    row.getCell(2).value = cellText(text)
    row.getCell(2).font = font()
    row.getCell(2).alignment = { vertical: 'top', wrapText: true }
    page.sheet.mergeCells(page.next, 2, page.next, page.widths.length)
    const lines = Math.max(linesOf(word, page.widths[0] ?? 10), linesOf(text, totalWidth(page.widths.slice(1))))
    row.height = rowHeight(lines * lineHeight + 2)
    page.next += 1
  }
  space(page)
}

const writeSteps = (page: Page, { title, steps }: Block & { kind: 'steps' }): void => {
  wide(page, title, { bold: true, size: 12 })
  for (const [at, step] of steps.entries()) wide(page, `${at + 1}. ${step}`)
  space(page)
}

const writeBlock = (page: Page, block: Block): void => {
  switch (block.kind) {
    case 'paragraph':
      return wide(page, block.text)
    case 'statusLines':
      return writeStatusLines(page, block.lines)
    case 'chart':
      return writeChart(page, block.chart)
    case 'table':
      return writeTable(page, block.table)
    case 'steps':
      return writeSteps(page, block)
    case 'terms':
    default:
      return writeTerms(page, block)
  }
}

/** Writes one section: its finding, what is above every sheet, block by block, then the figures behind its charts. */
export const writeSection = (
  sheet: ExcelJS.Worksheet,
  section: ReportSection,
  above: string,
  rowLinks: RowLinks,
): Written => {
  const widths = columnWidths(section)
  widths.forEach((width, at) => (sheet.getColumn(at + 1).width = width))
  const keepTogether = pageBreaker(sheet, widths)
  const lists = { headerRows: [], regions: [], charts: [] }
  const page: Page = { sheet, widths, next: 1, ...lists, rowLinks, sectionId: section.id, keepTogether }
  wide(page, section.title, { bold: true, size: 16 })
  wide(page, above, { color: { argb: 'FF595959' } })
  space(page)
  for (const block of section.blocks) writeBlock(page, block)
  const printed = { headerRows: [...page.headerRows], lastPrinted: page.next - 1 }
  const charts = writeChartTables(page)
  return { widths, ...printed, regions: page.regions, charts }
}
