import { columnNames } from '@shared/exchange/header'
import { cellText, type Sheet } from '@shared/exchange/sheet'

/** The different texts of a column below the header, in their order, at most `most`. */
export function textsOf(sheet: Sheet, headerRow: number, column: string, most = 500): string[] {
  const at = columnNames(sheet.rows, headerRow).indexOf(column)
  const texts = new Set<string>()
  for (const row of sheet.rows.slice(headerRow + 1)) {
    const text = cellText(row[at])
    if (text !== '') texts.add(text)
    if (texts.size >= most) break
  }
  return [...texts]
}

/** The first few texts of a column, to recognise it by. */
export const examplesOf = (sheet: Sheet, headerRow: number, column: string): string =>
  textsOf(sheet, headerRow, column, 3).join(', ')
