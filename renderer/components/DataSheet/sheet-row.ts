import type { Value } from '@shared/plan/field'
import type { AnyRow } from '@shared/plan/tables'

/** What stands in an open cell: text as typed, or a value that was picked from a list. */
export type Draft = { readonly key: string } & ({ readonly text: string } | { readonly value: Value })

export const draftOf = Symbol('draft')

/** A row of the grid: a row of the plan as it is, and with it what is being typed into one of its cells. */
export type SheetRow = AnyRow & { readonly [draftOf]?: Draft }

/** The id of the line at the end where a new row is typed. */
export const blankId = 'blank'

export const isBlank = (row: SheetRow): boolean => row.id === blankId

/** The row of totals at the foot: the rows it sums, and what stands in its first column. */
export type TotalsRow = { readonly rows: readonly AnyRow[]; readonly words: string }
