import { cellWords } from '../cell-words'
import {
  chartTable,
  draftMark,
  statusHeaders,
  type Block,
  type Report,
  type ReportSection,
  type ReportTable,
} from '../report'
import { decisionWords } from '../sections/summary'
import type { AccessDocument, AccessPart, AccessPlace } from './access-document'

/** The language that every report is written in. */
export const reportLanguage = 'en-US'

/** What stands above the report. */
export const reportHeading = ({ district }: Pick<Report, 'district'>): string => `${district}: board report`

/** The title of the file, in Excel and as a PDF. */
export const reportTitle = ({ district, isDraft }: Pick<Report, 'district' | 'isDraft'>): string =>
  `${reportHeading({ district })}${isDraft ? ' (draft)' : ''}`

/** What the first page of a draft says of itself. */
export const draftWords = `${draftMark}: figures and wording may still change.`

type Spot = { readonly where: string; readonly place: AccessPlace | null }

const textPart = (text: string, spot: Spot): AccessPart => ({ kind: 'text', text, ...spot })

const tableParts = ({ title, columns, rows, note }: ReportTable, spot: Spot): AccessPart[] => [
  { kind: 'heading', level: 3, text: title, ...spot },
  { kind: 'table', title, headers: columns.map(({ label }) => label), ...spot },
  ...rows.flatMap((row) =>
    row.flatMap((cell, at) => {
      const kind = columns[at]?.kind
      return typeof cell === 'string' && (kind === 'text' || kind === 'longText')
        ? [textPart(cellWords(kind, cell), spot)]
        : []
    }),
  ),
  ...(note === null ? [] : [textPart(note, spot)]),
]

const partsOf = (block: Block, spot: Spot): AccessPart[] => {
  switch (block.kind) {
    case 'paragraph':
      return [textPart(block.text, spot)]
    case 'statusLines':
      return [
        { kind: 'table', title: 'Status', headers: [...statusHeaders], ...spot },
        ...block.lines.flatMap(({ label, statusWord, sentence }): AccessPart[] => [
          { kind: 'status', figure: label, word: statusWord, ...spot },
          textPart(sentence, spot),
        ]),
      ]
    case 'chart': {
      const { title, summary, series } = block.chart
      return [
        { kind: 'heading', level: 3, text: title, ...spot },
        {
          kind: 'figure',
          title,
          alt: summary,
          series: series.map(({ label }) => label),
          hasTable: chartTable(block.chart).rows.length > 0,
          ...spot,
        },
      ]
    }
    case 'table':
      return tableParts(block.table, spot)
    case 'steps':
      return [
        { kind: 'heading', level: 3, text: block.title, ...spot },
        ...block.steps.map((text) => textPart(text, spot)),
      ]
    case 'terms':
    default:
      return [
        { kind: 'heading', level: 3, text: block.title, ...spot },
        ...block.terms.flatMap(({ word, text }) => [textPart(word, spot), textPart(text, spot)]),
      ]
  }
}

const titleOf = (block: Block): string =>
  block.kind === 'chart' ? block.chart.title : block.kind === 'table' ? block.table.title : ''

const sectionParts = ({ id, name, title, blocks }: ReportSection): AccessPart[] => [
  { kind: 'heading', level: 2, text: title, where: name, place: null },
  ...blocks.flatMap((block, blockAt) => {
    const isDecision = block.kind === 'paragraph' && block.text.startsWith(decisionWords)
    const place: AccessPlace = isDecision
      ? { kind: 'field', field: 'decisionAsked' }
      : { kind: 'block', sectionId: id, blockAt }
    const about = isDecision ? 'Decision asked' : titleOf(block)
    return partsOf(block, { where: about === '' ? name : `${name}, “${about}”`, place })
  }),
]

/** The report as a reader with a screen reader gets it, in reading order; the same headings as on paper and on screen. */
export const accessDocumentOf = (report: Report): AccessDocument => ({
  title: report.district.trim() === '' ? '' : reportTitle(report),
  language: reportLanguage,
  contact: report.contact,
  parts: [
    { kind: 'heading', level: 1, text: reportHeading(report), where: 'Title', place: null },
    ...(report.isDraft ? [textPart(draftWords, { where: 'Title', place: null })] : []),
    ...report.sections.flatMap(sectionParts),
  ],
})
