import Excel from 'exceljs'
import { describe, expect, it } from 'vitest'
import { pageBreaker } from '../../../electron/files/report-pages'

const widths = [30, 20, 20, 20, 20, 20]
const rows = 200
const pointsOfRow = 15

/** The last rows of pages after `keep` was called for each place, with rows of the same height throughout. */
function breaksAfter(places: readonly (readonly [next: number, points: number])[]): number[] {
  const sheet = new Excel.Workbook().addWorksheet('Pages')
  for (let row = 1; row <= rows; row += 1) sheet.getRow(row).height = pointsOfRow
  const keepTogether = pageBreaker(sheet, widths)
  for (const [next, points] of places) keepTogether(next, points)
  const model = sheet as unknown as { readonly rowBreaks: readonly { readonly id: number }[] }
  return model.rowBreaks.map(({ id }) => id)
}

describe('the pages of a sheet', () => {
  const [pageEnd = 0] = breaksAfter([[rows, 0]])

  it('end where they are full, so that nothing that follows stands elsewhere than is reckoned', () => {
    expect(pageEnd).toBeGreaterThan(20)
    expect(breaksAfter([[rows, 0]])).toEqual(
      Array.from({ length: Math.floor((rows - 2) / pageEnd) }, (_, at) => (at + 1) * pageEnd),
    )
  })

  it('end before what would be torn, and go on from there', () => {
    const chart = 10 * pointsOfRow
    expect(breaksAfter([[pageEnd - 5, chart]])).toEqual([pageEnd - 6])
    expect(breaksAfter([[pageEnd + 4, chart]])).toEqual([pageEnd])
    expect(breaksAfter([[2 * pageEnd - 4, chart]])).toEqual([pageEnd, 2 * pageEnd - 5])
  })
})
