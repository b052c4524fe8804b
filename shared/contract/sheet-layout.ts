import { z } from 'zod'

const key = z.string().min(1).max(80)

const filter = z.strictObject({
  /** The text that a cell must hold, whatever its letter case; absent: any. */
  contains: z.string().min(1).max(200).optional(),
  /** The texts that a cell may show; absent: any. */
  values: z.array(z.string().max(4000)).max(5000).optional(),
})

/** How a sheet is laid out: what the planner set in the headings, never what the rows hold. */
export const sheetLayoutSchema = z.strictObject({
  sort: z.strictObject({ key, isDescending: z.boolean() }).nullable(),
  filters: z.record(key, filter),
  groupBy: key.nullable(),
  hidden: z.array(key).max(100),
  /** Keys in the order in which they stand, columns that are not named after them. */
  order: z.array(key).max(100),
  /** Pixels, of the columns that were given another width. */
  widths: z.record(key, z.number().min(40).max(2000)),
  /** How many columns at the left stay in place; null: the first. */
  frozenCount: z.int().min(0).max(100).nullable(),
})

export type SheetLayout = Readonly<z.infer<typeof sheetLayoutSchema>>
export type ColumnFilter = Readonly<z.infer<typeof filter>>

/** A sheet as its screen made it. */
export const plainLayout: SheetLayout = {
  sort: null,
  filters: {},
  groupBy: null,
  hidden: [],
  order: [],
  widths: {},
  frozenCount: null,
}
