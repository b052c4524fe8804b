/**
 * A cell as it was read: text (also dates, as `YYYY-MM-DD`, and percentages, as `45%`), a number, yes or no, or nothing.
 * The same shape as the contract's, so that sheets pass between the two without copying.
 */
export type SheetCell = string | number | boolean | null

/** One sheet of a workbook or one text table: `rows[0]` is row 1, cells at the end of a row may be missing. */
export type Sheet = { readonly name: string; readonly rows: readonly (readonly SheetCell[])[] }

/** The letters of a column, 0 for A. */
export const columnLetters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : columnLetters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26))

/** The address of a cell as spreadsheets write it, both numbers from 0: (6, 1) is "B7". */
export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`

/** The cell as text, without spaces around it; "" where there is nothing. */
export const cellText = (cell: SheetCell | undefined): string => {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'boolean') return cell ? 'Yes' : 'No'
  return String(cell).trim()
}

/** True where a row holds nothing but empty cells and spaces. */
export const isBlankRow = (row: readonly SheetCell[]): boolean => row.every((cell) => cellText(cell) === '')
