import { plainName } from './names'
import { isTotalsRow } from './row-filter'
import { cellText, columnLetters, type Sheet, type SheetCell } from './sheet'
import { isKnownHeader } from './synonyms'

const rowsLookedAt = 30

const looksLikeValue = (text: string): boolean => /^[\s$(+-]*\d[\d.,\s%)/:-]*$/.test(text) || text.length > 60

/** How much a row looks like a header: many different short words, none of them figures, some of them known. */
const headerScore = (row: readonly SheetCell[], width: number): number => {
  const texts = row.map(cellText).filter((text) => text !== '')
  // "Total" is a known name of a column too, but rows of totals are no headers
  if (texts.length === 0 || isTotalsRow(row)) return 0
  const distinct = new Set(texts.map(plainName)).size
  const words = texts.filter((text) => !looksLikeValue(text)).length
  const known = texts.filter((text) => isKnownHeader(plainName(text))).length
  return (distinct / Math.max(1, width)) * (words / texts.length) ** 2 + (2 * known) / Math.max(2, texts.length)
}

/**
 * The row (from 0) that most looks like the header among the first thirty: titles above it, blank rows and a date line
 * are passed over. 0 in an empty sheet.
 */
export const findHeaderRow = (rows: Sheet['rows']): number => {
  const start = rows.slice(0, rowsLookedAt)
  const width = Math.max(1, ...rows.slice(0, 200).map((row) => row.length))
  let best = { row: 0, score: 0 }
  for (const [row, cells] of start.entries()) {
    const score = headerScore(cells, width)
    if (score > best.score + 1e-9) best = { row, score }
  }
  return best.row
}

/**
 * A name for every column: the header's text; "Column C" where it is empty; a number behind a name that was there
 * before. Mappings name columns by these, so they fit the next file too, in whatever order its columns stand.
 */
export const columnNames = (rows: Sheet['rows'], headerRow: number): string[] => {
  const width = Math.max(0, ...rows.slice(headerRow, headerRow + 200).map((row) => row.length))
  const header = rows[headerRow] ?? []
  const seen = new Map<string, number>()
  return Array.from({ length: width }, (_, column) => {
    const text = cellText(header[column]) || `Column ${columnLetters(column)}`
    const count = (seen.get(text) ?? 0) + 1
    seen.set(text, count)
    return count === 1 ? text : `${text} (${count})`
  })
}
