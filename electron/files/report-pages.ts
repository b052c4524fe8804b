import type ExcelJS from 'exceljs'
import { totalWidth, type Widths } from './report-layout'

/** US Letter and its margins, in inches, as every sheet of the report is printed. */
export const paper = { short: 8.5, long: 11, side: 0.5, above: 0.75 } as const

/** Wider sheets than this, in characters, are turned. */
const widestUpright = 150

export const isTurned = (widths: Widths): boolean => totalWidth(widths) > widestUpright

/** Of the usual font, 7 pixels. */
const pointsPerCharacter = 5.25
const usualRow = 15
// Other programs and printers set a little taller than is reckoned here.
const spare = 0.95

/** Points of height that go on one page of a sheet that is made as narrow as the paper. */
const pageHeight = (widths: Widths): number => {
  const [across, down] = isTurned(widths) ? [paper.long, paper.short] : [paper.short, paper.long]
  const scale = Math.min(1, ((across - 2 * paper.side) * 72) / (totalWidth(widths) * pointsPerCharacter))
  return (((down - 2 * paper.above) * 72) / scale) * spare
}

/**
 * Breaks pages where what belongs together would be torn: `next` is the first row (from 1) of something whose first
 * `points` have to stay on one page. Works from the top of a sheet downwards.
 */
export const pageBreaker = (sheet: ExcelJS.Worksheet, widths: Widths): ((next: number, points: number) => void) => {
  const room = pageHeight(widths)
  let top = 1
  return (next, points) => {
    let used = 0
    for (let row = top; row < next; row += 1) {
      const height = sheet.getRow(row).height || usualRow
      // a page that is full is ended here: where it ends by itself, another program may put more on it, and what follows
      // would stand elsewhere than is reckoned
      if (used > 0 && used + height > room) {
        sheet.getRow(row - 1).addPageBreak()
        top = row
        used = 0
      }
      used += height
    }
    if (used === 0 || used + points <= room) return
    sheet.getRow(next - 1).addPageBreak()
    top = next
  }
}
