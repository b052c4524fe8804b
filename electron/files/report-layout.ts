import { cellWords } from '@shared/report/cell-words'
import { chartTable, type Block, type ReportSection, type ReportTable } from '@shared/report/report'

/** Points of a line of text of 11 points, with its space. */
export const lineHeight = 15.5

/** Excel refuses taller rows, in points. */
const tallestRow = 409

/** The height of a row that holds so many points of text, as far as rows go. */
export const rowHeight = (points: number): number => Math.min(tallestRow, points)

const leastColumns = 6
const narrowest = 10
/** Widest columns: the first, others of short texts and numbers, and those of long texts. */
const widest = { first: 34, other: 26, long: 46 } as const

/** Widths of the columns of a sheet in characters; all tables of a section share them. */
export type Widths = readonly number[]

const longestWord = (text: string): number => Math.max(0, ...text.split(/\s+/).map((word) => word.length))

const needed = ({ columns, rows }: ReportTable, at: number): number => {
  const column = columns[at]
  if (!column) return 0
  const header = Math.max(longestWord(column.label), Math.min(column.label.length, 14))
  return Math.max(header, ...rows.map((row) => cellWords(column.kind, row[at] ?? null).length)) + 2
}

const widestOf = ({ columns }: ReportTable, at: number): number => {
  if (columns[at]?.kind === 'longText') return widest.long
  return at === 0 ? widest.first : widest.other
}

/** Figure, value, status, then room for what it means. */
const statusWidths = [28, 16, 16, 18, 18, 18]

const tablesOf = (blocks: readonly Block[]): ReportTable[] =>
  blocks.flatMap((block) =>
    block.kind === 'table' ? [block.table] : block.kind === 'chart' ? [chartTable(block.chart)] : [],
  )

/** Wide enough for every number; texts beyond a bound are wrapped. */
export const columnWidths = ({ blocks }: Pick<ReportSection, 'blocks'>): number[] => {
  const tables = tablesOf(blocks)
  const count = Math.max(leastColumns, ...tables.map(({ columns }) => columns.length))
  const hasStatus = blocks.some(({ kind }) => kind === 'statusLines')
  return Array.from({ length: count }, (_, at) => {
    const least = hasStatus ? (statusWidths[at] ?? narrowest) : narrowest
    return Math.max(least, ...tables.map((table) => Math.min(widestOf(table, at), needed(table, at))))
  })
}

export const totalWidth = (widths: Widths): number => widths.reduce((sum, width) => sum + width, 0)

/** Letters to a digit's width: widths are counted in digits, and letters are narrower; less than what there is, for other fonts. */
const lettersPerDigit = 1.1

/** How many lines a text takes in so many characters, words kept whole. */
export const linesOf = (text: string, width: number): number => {
  const room = Math.max(1, Math.floor(width * lettersPerDigit))
  return text.split('\n').reduce((sum, paragraph) => {
    let lines = 1
    let used = 0
    for (const word of paragraph.split(' ')) {
      if (used > 0 && used + word.length > room) {
        lines += 1
        used = 0
      }
      lines += Math.floor(Math.max(0, word.length - 1) / room)
      used += word.length + 1
    }
    return sum + lines
  }, 0)
}
