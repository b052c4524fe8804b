import type { Value } from '@shared/plan/field'
import type { AnyRow } from '@shared/plan/tables'

/**
 * What stands in an open cell: text as typed, a value that was picked from a list, or the name of a row that is to be
 * added to the list that the cell picks from.
 */
export type Draft = { readonly key: string } & (
  | { readonly text: string }
  | { readonly value: Value }
  | { readonly newName: string }
)

export const draftOf = Symbol('draft')
export const groupOf = Symbol('group')

/** A heading over rows that hold the same in one column. */
export type RowGroup = {
  readonly label: string
  readonly rows: readonly AnyRow[]
  readonly isOpen: boolean
}

/** A row of the grid: a row of the plan as it is, and with it what is being typed into one of its cells. */
export type SheetRow = AnyRow & { readonly [draftOf]?: Draft; readonly [groupOf]?: RowGroup }

/** The id of the line where a new row is typed. */
export const blankId = 'blank'

export const isBlank = (row: SheetRow): boolean => row.id === blankId

/** True for a row of the plan: neither the line for a new one nor a group's heading. */
export const isReal = (row: SheetRow): boolean => row.id !== blankId && row[groupOf] === undefined

/** The row of totals at the foot: the rows it sums, and what stands in its first column. */
export type TotalsRow = { readonly rows: readonly AnyRow[]; readonly words: string }
