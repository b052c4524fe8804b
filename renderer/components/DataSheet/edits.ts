import type { Change } from '@shared/plan/change'
import { insertChange, rankAtEnd, updateChange } from '@shared/plan/edit'
import type { Field, Value } from '@shared/plan/field'
import { parseText, type Names } from '@shared/plan/format'
import { newRow, type Plan } from '@shared/plan/plan'
import { ok, type Result } from '@shared/plan/result'
import type { TableName } from '@shared/plan/table-name'
import { tableOf, type AnyRow } from '@shared/plan/tables'
import type { Draft } from './sheet-row'

export type Values = Readonly<Record<string, Value>>

/** What a closed cell holds, or why it cannot: a sentence with what the field may hold. */
export const readDraft = (field: Field, draft: Draft, names: Names): Result<Value, string> =>
  'value' in draft ? ok(draft.value) : parseText(field, draft.text, names)

/** The change that puts values into a row of the plan; null where they stand there already or the row is gone. */
export function valuesChange(plan: Plan, table: TableName, id: string, values: Values): Change | null {
  const row = plan[table].get(id)
  return row ? updateChange(row, table, values) : null
}

/** The change that adds a row at the end of its table. */
export const additionChange = (plan: Plan, table: TableName, id: string, values: Values): Change =>
  insertChange(table, newRow(table, id, values, rankAtEnd(plan, table)))

/** Labels of the fields that must be given before a row can be added. */
export function stillNeeded(table: TableName, values: Values): string[] {
  const row: AnyRow = newRow(table, 'none', values)
  return Object.entries(tableOf(table).fields)
    .filter(([key, field]) => field.required && row[key] === null)
    .map(([, field]) => field.label)
}
