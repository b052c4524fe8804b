import type { FigurePlace, SectionId } from '@shared/report/report'
import type ExcelJS from 'exceljs'
import { font } from './sheet-style'

/** Remembers where rows stand, by their section and the words in their first cell, and links cells of later sheets to them. */
export type RowLinks = {
  /** Of rows with the same words the first one counts. */
  readonly note: (sectionId: SectionId, words: string, cell: ExcelJS.Cell) => void
  /** Makes the text of a cell lead to a row; nothing where there is no such row in this report. */
  readonly link: (cell: ExcelJS.Cell, place: FigurePlace | null) => void
}

/** Excel's own blue of a link; 6 to 1 on white. */
const linkFont = font({ color: { argb: 'FF0B5CAD' }, underline: true })

export const rowLinks = (): RowLinks => {
  const places = new Map<string, string>()
  const keyOf = (sectionId: SectionId, words: string): string => `${sectionId} ${words}`
  return {
    note: (sectionId, words, cell) => {
      const key = keyOf(sectionId, words)
      if (!places.has(key)) places.set(key, `'${cell.worksheet.name.replaceAll("'", "''")}'!${cell.address}`)
    },
    link: (cell, place) => {
      const target = place && places.get(keyOf(place.sectionId, place.row))
      if (!target) return
      cell.value = { text: cell.text, hyperlink: target }
      cell.font = linkFont
    },
  }
}
