import type { ChartImage } from '@shared/contract/calls'
import { dayWords } from '@shared/plan/day'
import { monthWords } from '@shared/plan/month'
import { chartsOf, chartTable, type Report, type ReportSection } from '@shared/report/report'
import type ExcelJS from 'exceljs'
import { withAltTexts } from './alt-text'
import { isTurned, paper } from './report-pages'
import { writeSection, type Pictures, type Written } from './report-sheet'
import { setProperties } from './sheet-style'

/** Letter, in US districts. */
const letterPaper = 1

const namePlan = ({ scenario }: Report): string => (scenario === null ? 'Current plan' : `Scenario: ${scenario}`)

const aboveEverySheet = (report: Report): string => {
  const contact = report.contact === null ? '' : ` · Questions: ${report.contact}`
  return `${report.district} · ${namePlan(report)} · As of ${monthWords(report.asOf)} · Report of ${dayWords(report.date)}${contact}`
}

// "&" begins a code in headers and footers; they may hold 255 characters.
const marginText = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, 60).replaceAll('&', '&&')

const printSetup = (sheet: ExcelJS.Worksheet, report: Report, { widths, headerRows }: Written): void => {
  const [header, ...others] = headerRows
  // exceljs's types want a name of an enumeration for the paper; its number is what stands in the file
  Object.assign(sheet.pageSetup, {
    paperSize: letterPaper,
    orientation: isTurned(widths) ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: paper.side, right: paper.side, top: paper.above, bottom: paper.above, header: 0.3, footer: 0.3 },
    // Excel repeats the same rows on every page, so only a sheet with one table can have its header repeated.
    ...(header !== undefined && others.length === 0 ? { printTitlesRow: `${header}:${header}` } : {}),
  })
  const ask = report.contact === null ? '' : `Questions: ${marginText(report.contact)}`
  sheet.headerFooter.oddHeader = `&L${marginText(report.district)}&C${marginText(namePlan(report))}&RAs of ${monthWords(report.asOf)}`
  sheet.headerFooter.oddFooter = `&L${ask}&R&A · Page &P of &N`
}

type SheetContent = Pick<ReportSection, 'name' | 'title' | 'blocks'>

const dataSheetName = (at: number): string => `Chart ${at + 1}`

/** The figures behind every chart: a sheet each, so that it can be sorted, and its header repeated on paper. */
const dataSheets = (report: Report): SheetContent[] =>
  chartsOf(report).map((chart, at) => ({
    name: dataSheetName(at),
    title: 'The figures behind the chart',
    blocks: [{ kind: 'table', table: chartTable(chart) }],
  }))

/** Collects pictures and, sheet by sheet, what they show. */
const pictureBook = (book: ExcelJS.Workbook, report: Report, images: readonly ChartImage[]) => {
  const chartIds = chartsOf(report).map(({ id }) => id)
  const altTexts = new Map<string, string[]>()
  const pictures: Pictures = {
    of: (chartId) => images.find((image) => image.chartId === chartId),
    add: (image, sheetName, altText) => {
      const texts = altTexts.get(sheetName)
      if (texts) texts.push(altText)
      else altTexts.set(sheetName, [altText])
      return book.addImage({ base64: image.png, extension: 'png' })
    },
    dataSheetOf: (chartId) => dataSheetName(chartIds.indexOf(chartId)),
  }
  return { pictures, altTexts: () => [...altTexts.values()] }
}

/** The report as the bytes of an .xlsx: a sheet for each section, the summary first, then one for the figures of each chart. */
export const reportBookBytes = async (
  report: Report,
  images: readonly ChartImage[],
  progress: (done: number) => void,
): Promise<Uint8Array> => {
  const { default: Excel } = await import('exceljs')
  const book = new Excel.Workbook()
  setProperties(book, `${report.district}: board report`, report.date)
  const { pictures, altTexts } = pictureBook(book, report, images)
  const contents: SheetContent[] = [...report.sections, ...dataSheets(report)]
  for (const [at, content] of contents.entries()) {
    const sheet = book.addWorksheet(content.name, { views: [{ showGridLines: false }] })
    const written = writeSection(sheet, content, aboveEverySheet(report), pictures)
    printSetup(sheet, report, written)
    const [header] = written.headerRows
    if (at >= report.sections.length && header !== undefined) {
      sheet.views = [{ showGridLines: false, state: 'frozen', ySplit: header }]
    }
    progress((0.6 * (at + 1)) / contents.length)
  }
  const bytes = new Uint8Array(await book.xlsx.writeBuffer())
  progress(0.9)
  return withAltTexts(bytes, altTexts())
}
