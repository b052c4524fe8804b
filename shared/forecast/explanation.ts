import { splitCents } from '../money/cents'
import type { TableName } from '../plan/table-name'
import type { ExplainQuestion } from './explain-question'

/** A row of the plan. */
export type RowRef = { readonly table: TableName; readonly id: string }

/** One line behind a figure. */
export type ExplanationLine = {
  readonly label: string
  /** As it is printed: "$62,000", "At the line". */
  readonly text: string
  /** In the unit of the part's total; null where the line says something and adds nothing. */
  readonly amount: number | null
  /** The rows that it comes from. */
  readonly rows: readonly RowRef[]
  /** What explains this line in turn. */
  readonly question: ExplainQuestion | null
}

/** Lines that belong together; their amounts add up to the total exactly. */
export type ExplanationPart = {
  readonly heading: string
  readonly lines: readonly ExplanationLine[]
  /** Null where there is nothing to add up. */
  readonly total: { readonly label: string; readonly text: string; readonly amount: number } | null
}

/** What a figure is made of. */
export type Explanation = {
  readonly title: string
  /** The figure as it is printed where the planner asked. */
  readonly value: string
  /** How it is worked out, in a sentence or two. */
  readonly how: string
  readonly parts: readonly ExplanationPart[]
  /** What was rounded and how, a sentence each. */
  readonly roundings: readonly string[]
  /** Settings and rates that it rests on. */
  readonly sources: readonly ExplanationLine[]
}

/** A line; without an amount it only says something. */
export const line = (label: string, text: string, more: Partial<ExplanationLine> = {}): ExplanationLine => ({
  label,
  text,
  amount: null,
  rows: [],
  question: null,
  ...more,
})

/** A part whose total is the sum of its lines' amounts, printed by `print`. */
export function summed(
  heading: string,
  lines: readonly ExplanationLine[],
  print: (amount: number) => string,
  label = 'Together',
): ExplanationPart {
  const amount = lines.reduce((sum, one) => sum + (one.amount ?? 0), 0)
  return { heading, lines, total: { label, text: print(amount), amount } }
}

/** A part that only says something. */
export const told = (heading: string, lines: readonly ExplanationLine[]): ExplanationPart => ({
  heading,
  lines,
  total: null,
})

/** Figures ≥ 0 as whole numbers that add up to their rounded sum, by largest remainder. */
export const wholeNumbers = (values: readonly number[]): number[] =>
  splitCents(Math.round(values.reduce((sum, value) => sum + value, 0)), values)

/** The largest first; equal ones as they come. */
export const bySize = (lines: readonly ExplanationLine[]): ExplanationLine[] =>
  lines.toSorted((a, b) => (b.amount ?? 0) - (a.amount ?? 0))
