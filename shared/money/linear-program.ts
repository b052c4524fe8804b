/** A sum of columns, each times its coefficient. */
export type LinearSum = { readonly columns: readonly number[]; readonly coefficients: readonly number[] }

/**
 * A linear program as data. Every column lies between 0 and its upper bound (null: no bound), every row between its two
 * bounds. The objectives are minimized one after the other: each among the answers that are best in those before it.
 */
export type LinearProgram = {
  readonly columnUpper: readonly (number | null)[]
  readonly rows: readonly (LinearSum & { readonly lower: number | null; readonly upper: number | null })[]
  readonly objectives: readonly LinearSum[]
}

/** The answer: a value for every column, and what each objective came to. */
export type LinearAnswer = { readonly values: readonly number[]; readonly objectives: readonly number[] }
