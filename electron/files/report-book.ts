import type { ChartImage } from '@shared/contract/calls'
import { dayWords } from '@shared/plan/day'
import { monthWords } from '@shared/plan/month'
import { chartsOf, chartTable, type Block, type Report, type ReportSection } from '@shared/report/report'
import type ExcelJS from 'exceljs'
import { withAltTexts } from './alt-text'
import { totalWidth } from './report-layout'
import { writeSection, type Pictures } from './report-sheet'
import { setProperties } from './sheet-style'

/** Letter, in US districts; a wider sheet is turned. */
const letterPaper = 1
const widestUpright = 150

const namePlan = ({ scenario }: Report): string => (scenario === null ? 'Current plan' : `Scenario: ${scenario}`)

const aboveEverySheet = (report: Report): string => {
  const contact = report.contact === null ? '' : ` · Questions: ${report.contact}`
  return `${report.district} · ${namePlan(report)} · As of ${monthWords(report.asOf)} · Report of ${dayWords(report.date)}${contact}`
}

// "&" begins a code in headers and footers; they may hold 255 characters.
const marginText = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, 60).replaceAll('&', '&&')

const printSetup = (sheet: ExcelJS.Worksheet, report: Report, width: number): void => {
  // exceljs's types want a name of an enumeration for the paper; its number is what stands in the file
  Object.assign(sheet.pageSetup, {
    paperSize: letterPaper,
    orientation: width > widestUpright ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 0.5, right: 0.5, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
  })
  const ask = report.contact === null ? '' : `Questions: ${marginText(report.contact)}`
  sheet.headerFooter.oddHeader = `&L${marginText(report.district)}&C${marginText(namePlan(report))}&RAs of ${monthWords(report.asOf)}`
  sheet.headerFooter.oddFooter = `&L${ask}&R&A · Page &P of &N`
}

/** Every figure behind the charts, a table each. */
const dataSection = (report: Report): ReportSection => ({
  id: 'notes',
  name: 'Chart data',
  title: 'The figures behind the charts',
  blocks: chartsOf(report).map((chart): Block => ({ kind: 'table', table: chartTable(chart) })),
})

/** Collects pictures and, sheet by sheet, what they show. */
const pictureBook = (book: ExcelJS.Workbook, images: readonly ChartImage[]) => {
  const altTexts = new Map<string, string[]>()
  const pictures: Pictures = {
    of: (chartId) => images.find((image) => image.chartId === chartId),
    add: (image, sheetName, altText) => {
      const texts = altTexts.get(sheetName)
      if (texts) texts.push(altText)
      else altTexts.set(sheetName, [altText])
      return book.addImage({ base64: image.png, extension: 'png' })
    },
  }
  return { pictures, altTexts: () => [...altTexts.values()] }
}

/** The report as the bytes of an .xlsx: a sheet for each section, the summary first, the charts' figures last. */
export const reportBookBytes = async (
  report: Report,
  images: readonly ChartImage[],
  progress: (done: number) => void,
): Promise<Uint8Array> => {
  const { default: Excel } = await import('exceljs')
  const book = new Excel.Workbook()
  setProperties(book, `${report.district}: board report`, report.date)
  const { pictures, altTexts } = pictureBook(book, images)
  const sections = [...report.sections, dataSection(report)]
  for (const [at, section] of sections.entries()) {
    const sheet = book.addWorksheet(section.name, { views: [{ showGridLines: false }] })
    const widths = writeSection(sheet, section, aboveEverySheet(report), pictures)
    printSetup(sheet, report, totalWidth(widths))
    progress((0.6 * (at + 1)) / sections.length)
  }
  const bytes = new Uint8Array(await book.xlsx.writeBuffer())
  progress(0.9)
  return withAltTexts(bytes, altTexts())
}
