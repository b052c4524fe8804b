import type { Value } from './field'
import type { TableName } from './table-name'
import { tableNames } from './table-name'
import { tableOf, type AnyRow, type Row } from './tables'

/** The plan as a value: every table a map from row id to row. Never changed in place; see `applyChanges`. */
export type Plan = { readonly [T in TableName]: ReadonlyMap<string, Row<T>> }

/** A plan as it crosses a process boundary: the rows of every table, by rank, then id. */
export type PlanRows = { readonly [T in TableName]: readonly Row<T>[] }

/** The id of the one row of the table `plan`, the same in every workbook, so that two workbooks can be compared. */
export const planRowId = '00000000-0000-4000-8000-000000000001'

/** A plan without a row, not even the one of the table `plan`. */
export const emptyPlan: Plan = Object.freeze(
  Object.fromEntries(tableNames.map((name) => [name, new Map<string, never>()])),
) as unknown as Plan

/** Rows in the planner's order: by rank, then by id, so that the order is total. */
export const inOrder = <R extends { readonly id: string; readonly rank: number }>(rows: Iterable<R>): R[] =>
  [...rows].sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))

/** The rows of one table in the planner's order. */
export const rowsOf = <T extends TableName>(plan: Pick<Plan, T>, table: T): Row<T>[] =>
  inOrder(plan[table].values() as Iterable<Row<T>>)

/** All rows, table by table, ready to cross a process boundary. */
export const planToRows = (plan: Plan): PlanRows =>
  Object.fromEntries(tableNames.map((name) => [name, rowsOf(plan, name)])) as unknown as PlanRows

/** The plan that `rows` describe; where an id stands twice the later row holds. */
export const planFromRows = (rows: PlanRows): Plan =>
  Object.fromEntries(
    tableNames.map((name) => [name, new Map((rows[name] as readonly AnyRow[]).map((row) => [row.id, row]))]),
  ) as unknown as Plan

/** The one row of the table `plan`, or undefined in a plan that has none yet. */
export const planRow = (plan: Pick<Plan, 'plan'>): Row<'plan'> | undefined => plan.plan.get(planRowId)

/** The value of a field by its key; undefined where the row has no such field. */
export const valueOf = (row: AnyRow, field: string): Value | undefined => row[field] as Value | undefined

/**
 * A new row of `table`: the defaults of the definition, then `values`.
 * The caller passes the id in; nothing is validated here.
 */
export const newRow = <T extends TableName>(
  table: T,
  id: string,
  values: Partial<Omit<Row<T>, 'id'>>,
  rank = 0,
): Row<T> => {
  const row: Record<string, unknown> = { id, rank }
  for (const [key, field] of Object.entries(tableOf(table).fields)) row[key] = field.default
  return { ...row, ...values } as unknown as Row<T>
}
