import { applyChanges } from '../plan/apply'
import type { Change } from '../plan/change'
import { formatValue } from '../plan/format-value'
import { namesOf } from '../plan/names'
import type { Plan } from '../plan/plan'
import type { TableName } from '../plan/table-name'
import { tableOf } from '../plan/tables'
import { isKeptTable, keptByKey, type KeptValue } from './kept-values'

const shown = (text: string): string => (text === '' ? 'empty' : text.length > 60 ? `${text.slice(0, 59)}…` : text)

/** A field of a setting as its sheet shows it; null where it is no value of it. */
const keptText = (kept: KeptValue, key: string, value: unknown): string | null => {
  if (key === 'value' && typeof value === 'string') return kept.words(value)
  return (key === 'low' || key === 'high') && typeof value === 'number' ? kept.numberWords(value) : null
}

/** What changes in the rows of a table that are there already, by id: "Students: 520 → 612; Wave: empty → Pilot". */
export function changeWords(plan: Plan, changes: readonly Change[], table: TableName): ReadonlyMap<string, string> {
  const after = applyChanges(plan, changes)
  const namesBefore = namesOf(plan)
  const namesAfter = after.ok ? namesOf(after.value) : namesBefore
  const words = new Map<string, string>()
  for (const change of changes) {
    if (change.kind !== 'update' || change.table !== table) continue
    const fields = Object.entries(change.fields).flatMap(([key, { before, after: now }]) => {
      const field = tableOf(table).fields[key]
      if (!field) return []
      const kept = isKeptTable(table) ? keptByKey(table, plan[table].get(change.id)?.key ?? '') : undefined
      const was = kept ? keptText(kept, key, before) : null
      const is = kept ? keptText(kept, key, now) : null
      return [
        `${field.label}: ${shown(was ?? formatValue(field, before, namesBefore))} → ${shown(is ?? formatValue(field, now, namesAfter))}`,
      ]
    })
    words.set(change.id, fields.join('; '))
  }
  return words
}
