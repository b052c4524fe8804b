/**
 * The text that spreadsheets put on the clipboard: cells parted by tabs, rows by line breaks; a cell that holds a tab,
 * a line break or begins with a quote stands in quotes, its own quotes doubled.
 */

const pattern = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy

/** The rows of cells of a clipboard text; a last line break ends the last row and starts no other. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  pattern.lastIndex = 0
  while (pattern.lastIndex < text.length) {
    const start = pattern.lastIndex
    // a quote in the middle of a cell is an ordinary character: such a cell is read up to the tab
    const found = pattern.exec(text) ?? plainCell(text, start)
    row.push(found[1] === undefined ? (found[2] ?? '') : found[1].replaceAll('""', '"'))
    if (found[3] !== '\t') {
      rows.push(row)
      row = []
    } else if (pattern.lastIndex >= text.length) row.push('')
  }
  if (row.length > 0) rows.push(row)
  return rows
}

function plainCell(text: string, start: number): [string, undefined, string, string] {
  const rest = text.slice(start)
  const length = rest.search(/\t|\r\n|\n|\r|$/)
  const [end = ''] = /\t|\r\n|\n|\r|$/.exec(rest) ?? []
  pattern.lastIndex = start + length + end.length
  return [rest, undefined, rest.slice(0, length), end]
}

const cell = (text: string): string => (/[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Rows of cells as clipboard text. */
export const formatTsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(cell).join('\t')).join('\r\n')
