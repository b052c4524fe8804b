import type { Change } from '@shared/plan/change'
import { insertChange, rankAtEnd, removeChange, updateChange } from '@shared/plan/edit'
import { newRow, type Plan } from '@shared/plan/plan'
import type { Row } from '@shared/plan/tables'
import type { Entry } from './entry'

/** The planner's own row of a setting or a parameter. */
export type EntryRow = Row<'setting'> | Row<'parameter'>
export type EntryValues = Partial<Pick<EntryRow, 'value' | 'low' | 'high' | 'source' | 'grade'>>

/** The planner's rows of a table by key. */
export const rowsByKey = (plan: Pick<Plan, 'setting' | 'parameter'>, table: Entry['table']): Map<string, EntryRow> =>
  new Map([...plan[table].values()].map((row) => [row.key, row]))

const isDefault = (entry: Entry, row: EntryRow): boolean =>
  row.value === entry.defaultText &&
  (row.low ?? entry.low) === entry.low &&
  (row.high ?? entry.high) === entry.high &&
  row.source === null

/** A range of the planner's own goes on holding the value. */
function widened(row: EntryRow): EntryRow {
  const value = Number(row.value)
  if (!Number.isFinite(value)) return row
  return {
    ...row,
    low: row.low === null ? null : Math.min(row.low, value),
    high: row.high === null ? null : Math.max(row.high, value),
  }
}

/**
 * The changes that give a setting or parameter other values. A row is there only where something differs from the
 * default: it is added when first needed, and goes when everything is as it was. Ids come from the caller.
 */
export function entryChanges(plan: Plan, entry: Entry, values: EntryValues, id: string): Change[] {
  const { table, key, defaultText } = entry
  const row = rowsByKey(plan, table).get(key)
  const fresh = newRow(table, id, { key, value: defaultText, grade: 'C' }, rankAtEnd(plan, table))
  const next = widened({ ...(row ?? fresh), ...values })
  if (isDefault(entry, next)) return row ? [removeChange(table, row)] : []
  if (!row) return [insertChange(table, next)]
  const { value, low, high, source, grade } = next
  const change = updateChange(row, table, { value, low, high, source, grade })
  return change ? [change] : []
}

/** The changes that bring a setting or parameter back to its default; none where it stands there. */
export function resetChanges(plan: Plan, { table, key }: Pick<Entry, 'table' | 'key'>): Change[] {
  const row = rowsByKey(plan, table).get(key)
  return row ? [removeChange(table, row)] : []
}
