import type { Field, ValueOf } from './field'

export type Fields = Readonly<Record<string, Field>>

/** One table of the plan, defined once; everything that shows, stores or reads it is made from this. */
export type TableDefinition<F extends Fields = Fields> = {
  /** What the planner reads: "Schools and departments". */
  readonly label: string
  /** One row of it: "School or department". */
  readonly labelOne: string
  readonly help: string
  readonly fields: F
  /** The fields that together tell one row from another where no id is at hand (Excel, import). */
  readonly naturalKey: readonly string[]
  /**
   * The fields of which no two rows may hold the same, or null where two equal rows may be meant (two positions with one
   * title, two batches of a session). Where it is given, import and references by name can tell every row.
   */
  readonly uniqueKey: readonly string[] | null
  /** The field whose row this one belongs to and is deleted with, if any. */
  readonly parent: string | null
  /** True where the table always holds exactly one row. */
  readonly isSingle: boolean
}

/** A row: its id (UUID), its rank in the planner's own order (any finite number), and the fields. */
export type RowOf<F extends Fields> = { readonly id: string; readonly rank: number } & {
  readonly [K in keyof F]: ValueOf<F[K]>
}

/** Defines a table; the fields' types are kept, so the row type follows from it. */
export const defineTable = <const F extends Fields>(definition: {
  label: string
  labelOne: string
  help: string
  fields: F
  naturalKey: readonly (keyof F & string)[]
  uniqueKey?: readonly (keyof F & string)[]
  parent?: keyof F & string
  isSingle?: boolean
}): TableDefinition<F> => ({ uniqueKey: null, parent: null, isSingle: false, ...definition })
