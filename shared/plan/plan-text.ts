import { planFromRows, planToRows, type Plan, type PlanRows } from './plan'
import { tableNames } from './table-name'

declare const kind: unique symbol

/**
 * A plan as it crosses the borders between processes: the rows of every table, by rank, then id, as one text (JSON). A border
 * copies a text at once, but a hundred thousand rows value by value, and the window's has two such borders.
 */
export type PlanText = string & { readonly [kind]: 'plan' }

/** The text of rows that stand in order. */
export const rowsToText = (rows: PlanRows): PlanText => JSON.stringify(rows) as PlanText

export const planToText = (plan: Plan): PlanText => rowsToText(planToRows(plan))

/** The plan that a text holds, as `planToText` wrote it. Throws a SyntaxError or TypeError where it holds none. */
export function planFromText(text: PlanText): Plan {
  const rows: unknown = JSON.parse(text)
  const isWhole =
    typeof rows === 'object' && rows !== null && tableNames.every((name) => Array.isArray(Reflect.get(rows, name)))
  if (!isWhole) throw new TypeError('This text holds no plan')
  return planFromRows(rows as PlanRows)
}
