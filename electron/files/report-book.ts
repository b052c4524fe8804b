import { dayWords } from '@shared/plan/day'
import { monthWords } from '@shared/plan/month'
import { reportTitle } from '@shared/report/access/report-document'
import { draftMark, type Report } from '@shared/report/report'
import type ExcelJS from 'exceljs'
import { withCharts } from './charts/add-charts'
import type { SheetChart } from './charts/sheet-chart'
import { withInnerLinks } from './inner-links'
import { rowLinks } from './report-links'
import { isTurned, paper } from './report-pages'
import { nameRegions } from './report-regions'
import { writeSection, type Written } from './report-sheet'
import { setProperties } from './sheet-style'

/** Letter, in US districts. */
const letterPaper = 1

const namePlan = ({ scenario }: Report): string => (scenario === null ? 'Current plan' : `Scenario: ${scenario}`)

const aboveEverySheet = (report: Report): string => {
  const contact = report.contact === null ? '' : ` · Questions: ${report.contact}`
  return `${report.isDraft ? `${draftMark} · ` : ''}${report.district} · ${namePlan(report)} · As of ${monthWords(report.asOf)} · Report of ${dayWords(report.date)}${contact}`
}

// "&" begins a code in headers and footers; they may hold 255 characters.
const marginText = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, 60).replaceAll('&', '&&')

const printSetup = (sheet: ExcelJS.Worksheet, report: Report, { widths, headerRows, lastPrinted }: Written): void => {
  const [header, ...others] = headerRows
  // exceljs's types want a name of an enumeration for the paper; its number is what stands in the file
  Object.assign(sheet.pageSetup, {
    paperSize: letterPaper,
    orientation: isTurned(widths) ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    // exceljs makes only the columns absolute
    printArea: `A$1:${sheet.getColumn(widths.length).letter}$${lastPrinted}`,
    margins: { left: paper.side, right: paper.side, top: paper.above, bottom: paper.above, header: 0.3, footer: 0.3 },
    // Excel repeats the same rows on every page, so only a sheet with one table can have its header repeated.
    ...(header !== undefined && others.length === 0 ? { printTitlesRow: `${header}:${header}` } : {}),
  })
  const ask = report.contact === null ? '' : `Questions: ${marginText(report.contact)}`
  sheet.headerFooter.oddHeader = `&L${report.isDraft ? `&B${draftMark}&B · ` : ''}${marginText(report.district)}&C${marginText(namePlan(report))}&RAs of ${monthWords(report.asOf)}`
  sheet.headerFooter.oddFooter = `&L${ask}&R&A · Page &P of &N`
}

/** The report as the bytes of an .xlsx: a sheet for each section, the summary first, its charts drawn by Excel from the sheet's own cells. */
export const reportBookBytes = async (report: Report, progress: (done: number) => void): Promise<Uint8Array> => {
  const { default: Excel } = await import('exceljs')
  const book = new Excel.Workbook()
  setProperties(book, reportTitle(report), report.date)
  const charts = new Map<string, readonly SheetChart[]>()
  const links = rowLinks()
  const sections = [...report.sections, report.sources]
  for (const [at, section] of sections.entries()) {
    const sheet = book.addWorksheet(section.name, { views: [{ showGridLines: false }] })
    const written = writeSection(sheet, section, aboveEverySheet(report), links)
    printSetup(sheet, report, written)
    nameRegions(book, sheet, at + 1, written.regions)
    charts.set(sheet.name, written.charts)
    progress((0.6 * (at + 1)) / sections.length)
  }
  const bytes = withInnerLinks(new Uint8Array(await book.xlsx.writeBuffer()))
  progress(0.9)
  return withCharts(bytes, charts)
}
