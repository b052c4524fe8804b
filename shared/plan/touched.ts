import { sameValue, fieldKeys } from './canonical'
import type { Change } from './change'
import type { Field, Value } from './field'
import { formatValue } from './format-value'
import type { Plan } from './plan'
import type { TableName } from './table-name'
import { tableOf, type AnyRow } from './tables'
import { kindWords, nameOfRow, type RowLookup } from './words'

/** Why a change cannot be applied: what stands in the plan is not what the change was made from. */
export type Conflict = {
  readonly table: TableName
  readonly id: string
  readonly field: string | null
  readonly code: 'row-exists' | 'row-missing' | 'field-changed'
  readonly message: string
}

/** The rows that a list of changes leaves behind, table by table; null where a row is gone. */
export type Touched = ReadonlyMap<TableName, ReadonlyMap<string, AnyRow | null>>

type Place = { readonly table: TableName; readonly id: string }

const rowExists = (lookup: RowLookup, { table, id }: Place, row: AnyRow): Conflict => ({
  table,
  id,
  field: null,
  code: 'row-exists',
  message: `The ${kindWords(table)} "${nameOfRow(lookup, table, row)}" is in the plan already.`,
})

const rowMissing = ({ table, id }: Place): Conflict => ({
  table,
  id,
  field: null,
  code: 'row-missing',
  message: `This ${kindWords(table)} is not in the plan any more.`,
})

const shown = (field: Field | undefined, value: unknown): string => {
  const text = field === undefined || value === undefined ? '' : formatValue(field, value as Value)
  return text === '' ? 'empty' : `"${text}"`
}

const fieldChanged = (lookup: RowLookup, { table, id }: Place, key: string, now: AnyRow, before: Value): Conflict => {
  const field = tableOf(table).fields[key]
  const subject = field === undefined ? 'The order' : field.label
  const isById = field?.kind === 'reference' || field?.kind === 'list' || field === undefined
  const values = isById ? '' : `: it is ${shown(field, now[key])} now, not ${shown(field, before)}`
  const message = `${subject} of "${nameOfRow(lookup, table, now)}" was changed in the meantime${values}.`
  return { table, id, field: key, code: 'field-changed', message }
}

/** What one change makes of a row, and why it cannot. */
const step = (lookup: RowLookup, change: Change, conflicts: Conflict[]): AnyRow | null => {
  const row = lookup(change.table, change.id)
  if (change.kind === 'insert') {
    if (row !== undefined) conflicts.push(rowExists(lookup, change, row))
    return change.row
  }
  if (row === undefined) {
    conflicts.push(rowMissing(change))
    return null
  }
  if (change.kind === 'remove') {
    for (const key of fieldKeys(change.table)) {
      const before = change.row[key] as Value
      if (!sameValue(row[key], before)) conflicts.push(fieldChanged(lookup, change, key, row, before))
    }
    return null
  }
  const after: Record<string, Value> = {}
  for (const [key, field] of Object.entries(change.fields)) {
    if (!sameValue(row[key], field.before)) conflicts.push(fieldChanged(lookup, change, key, row, field.before))
    after[key] = field.after
  }
  return { ...row, ...after, id: row.id }
}

/**
 * The rows after `changes`, one change after the other, without copying a table: only the rows that are touched are
 * held. Every change whose `before` is no longer so is told as a conflict; the rows are then of no use.
 */
export const touch = (plan: Plan, changes: readonly Change[]): { rows: Touched; conflicts: Conflict[] } => {
  const rows = new Map<TableName, Map<string, AnyRow | null>>()
  const conflicts: Conflict[] = []
  const lookup: RowLookup = (table, id) => {
    const held = rows.get(table)?.get(id)
    return held === undefined ? plan[table].get(id) : (held ?? undefined)
  }
  for (const change of changes) {
    const after = step(lookup, change, conflicts)
    const held = rows.get(change.table)
    if (held) held.set(change.id, after)
    else rows.set(change.table, new Map([[change.id, after]]))
  }
  return { rows, conflicts }
}
