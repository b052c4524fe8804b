import type { Change } from '@shared/plan/change'
import type { Plan } from '@shared/plan/plan'
import type { TableName } from '@shared/plan/table-name'
import type { AnyRow } from '@shared/plan/tables'
import { validate } from '@shared/plan/validate'
import { rowId, smallPlan } from './small-plan'

/** What is wrong with changes of a plan, one line a problem: where, code, sentence. */
export const told = (plan: Plan, ...changes: Change[]): string[] =>
  validate(plan, changes).map(({ table, field, code, message }) => `${table}.${field ?? ''} ${code}: ${message}`)

/** A change of values that no editor would make. */
export const raw = (
  table: TableName,
  count: number,
  fields: Record<string, { before: never; after: unknown }>,
): Change => ({ kind: 'update', table, id: rowId(table, count), fields }) as unknown as Change

/** Sets a field of a row of the small plan. */
export const set = (table: TableName, count: number, key: string, value: unknown): Change => {
  const row = smallPlan[table].get(rowId(table, count)) as unknown as AnyRow
  return raw(table, count, { [key]: { before: row[key] as never, after: value } })
}
