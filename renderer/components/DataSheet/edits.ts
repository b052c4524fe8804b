import type { Change } from '@shared/plan/change'
import { insertChange, rankAtEnd, updateChange } from '@shared/plan/edit'
import type { Field, Value } from '@shared/plan/field'
import { parseText, valueOfNumber, type Names } from '@shared/plan/format'
import { newRow, type Plan } from '@shared/plan/plan'
import { ok, type Result } from '@shared/plan/result'
import type { TableName } from '@shared/plan/table-name'
import { tableOf, type AnyRow } from '@shared/plan/tables'
import { calculate, isCalculation } from './arithmetic'
import { isNumeric } from './columns'
import type { Draft } from './sheet-row'

export type Values = Readonly<Record<string, Value>>

/** What a closed cell holds, with the calculation that it was worked out by where one was typed. */
export type ReadDraft = { readonly value: Value; readonly calculation: string | null }

/** What a closed cell holds, or why it cannot: a sentence with what the field may hold. */
export function readDraft(
  field: Field,
  draft: Exclude<Draft, { newName: string }>,
  names: Names,
): Result<ReadDraft, string> {
  if ('value' in draft) return ok({ value: draft.value, calculation: null })
  const { text } = draft
  if (isNumeric(field) && isCalculation(text)) {
    const worked = calculate(text)
    const read = worked.ok ? valueOfNumber(field, worked.value) : worked
    return read.ok ? ok({ value: read.value, calculation: text.trim() }) : read
  }
  const read = parseText(field, text, names)
  return read.ok ? ok({ value: read.value, calculation: null }) : read
}

/** The change that puts values into a row of the plan; null where they stand there already or the row is gone. */
export function valuesChange(plan: Plan, table: TableName, id: string, values: Values): Change | null {
  const row = plan[table].get(id)
  return row ? updateChange(row, table, values) : null
}

/** The change that adds a row, at the end of its table unless a rank is given. */
export const additionChange = (plan: Plan, table: TableName, id: string, values: Values, rank?: number): Change =>
  insertChange(table, newRow(table, id, values, rank ?? rankAtEnd(plan, table)))

/** Labels of the fields that must be given before a row can be added. */
export function stillNeeded(table: TableName, values: Values): string[] {
  const row: AnyRow = newRow(table, 'none', values)
  return Object.entries(tableOf(table).fields)
    .filter(([key, field]) => field.required && row[key] === null)
    .map(([, field]) => field.label)
}

/** The field that a row of a table is named by, where its name alone makes a row; null where more must be known. */
export function namedBy(table: TableName): string | null {
  const { fields, naturalKey, isSingle } = tableOf(table)
  const key = naturalKey.find((name) => fields[name]?.kind === 'text' && fields[name].required)
  if (key === undefined || isSingle || ['setting', 'parameter', 'note'].includes(table)) return null
  return stillNeeded(table, { [key]: 'x' }).length === 0 ? key : null
}
