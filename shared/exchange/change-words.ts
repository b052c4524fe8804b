import { applyChanges } from '../plan/apply'
import type { Change } from '../plan/change'
import { formatValue } from '../plan/format-value'
import { namesOf } from '../plan/names'
import type { Plan } from '../plan/plan'
import type { TableName } from '../plan/table-name'
import { tableOf } from '../plan/tables'

const shown = (text: string): string => (text === '' ? 'empty' : text.length > 60 ? `${text.slice(0, 59)}…` : text)

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
      return [
        `${field.label}: ${shown(formatValue(field, before, namesBefore))} → ${shown(formatValue(field, now, namesAfter))}`,
      ]
    })
    words.set(change.id, fields.join('; '))
  }
  return words
}
