import type { CellFaultCode } from './cell-value'
import { cellAddress, cellText, type SheetCell } from './sheet'

/** What was wrong, as a stable word for programs. */
export type ImportProblemCode =
  | CellFaultCode
  /** A column that the mapping names is not in the sheet. */
  | 'missing-column'
  /** A field that a new row needs is not given. */
  | 'required'
  /** Two rows of the sheet mean the same row of the plan. */
  | 'duplicate'
  /** It cannot be told which of several rows of the plan is meant. */
  | 'ambiguous-row'
  /** The row as a whole does not fit the plan (shares over 100 %, end before start…). */
  | 'not-valid'
  /** A row that the sheet no longer holds cannot be removed: others name it. */
  | 'still-used'
  /** A district of the sheet, or a place that a figure belongs to, is not in the plan. */
  | 'no-place'

/** Something in a spreadsheet that cannot be imported as it stands: where, what stands there, and why. */
export type CellProblem = {
  readonly sheet: string
  /** As spreadsheets write it: "B7". */
  readonly cell: string
  readonly value: string
  readonly code: ImportProblemCode
  readonly message: string
}

/** A problem at a cell; row and column from 0. */
export const problemAt = (
  place: { readonly sheet: string; readonly row: number; readonly column: number },
  value: SheetCell | undefined,
  code: ImportProblemCode,
  message: string,
): CellProblem => ({
  sheet: place.sheet,
  cell: cellAddress(place.row, Math.max(0, place.column)),
  value: cellText(value).slice(0, 200),
  code,
  message,
})
