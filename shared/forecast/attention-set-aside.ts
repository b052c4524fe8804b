import type { Change } from '../plan/change'
import { insertChange, rankAtEnd, removeChange } from '../plan/edit'
import { newRow, planRowId, type Plan } from '../plan/plan'
import type { TableName } from '../plan/table-name'
import type { Row } from '../plan/tables'
import type { AttentionItem } from './attention-item'

/**
 * A thing to check is set aside by a note on its row (on the plan where it has none), which says why. The note's source
 * names the kind: all of that kind on that row is set aside, until the note is deleted.
 */
const sourceOf = ({ code }: AttentionItem): string => `Set aside in “Things to check” (${code})`

const placeOf = ({ table, rowId }: AttentionItem): { table: TableName; id: string } =>
  table !== null && rowId !== null ? { table, id: rowId } : { table: 'plan', id: planRowId }

const keyOf = (table: string, id: string, source: string): string => `${table} ${id} ${source}`

/** A thing to check that was set aside, and the note that says why. */
export type SetAside = { readonly item: AttentionItem; readonly note: Row<'note'> }

/** Parts things to check into those still open and those set aside, each in its order. */
export function partSetAside(
  plan: Pick<Plan, 'note'>,
  items: readonly AttentionItem[],
): { readonly open: readonly AttentionItem[]; readonly aside: readonly SetAside[] } {
  const notes = new Map<string, Row<'note'>>()
  for (const note of plan.note.values())
    if (note.source !== null) notes.set(keyOf(note.aboutTable, note.aboutRow, note.source), note)
  const open: AttentionItem[] = []
  const aside: SetAside[] = []
  for (const item of items) {
    const { table, id } = placeOf(item)
    const note = notes.get(keyOf(table, id, sourceOf(item)))
    if (note) aside.push({ item, note })
    else open.push(item)
  }
  return { open, aside }
}

/** The change that sets a thing aside; `reason` is what the planner says, `today` the day `YYYY-MM-DD`. */
export function setAsideChange(plan: Plan, item: AttentionItem, reason: string, id: string, today: string): Change {
  const place = placeOf(item)
  const values = { aboutTable: place.table, aboutRow: place.id, text: reason, source: sourceOf(item), date: today }
  return insertChange('note', newRow('note', id, values, rankAtEnd(plan, 'note')))
}

/** The change that takes a thing up again; none where the note is gone already. */
export function takeUpChanges(plan: Plan, noteId: string): Change[] {
  const note = plan.note.get(noteId)
  return note ? [removeChange('note', note)] : []
}
