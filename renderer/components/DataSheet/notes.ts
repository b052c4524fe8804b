import type { Change } from '@shared/plan/change'
import { insertChange, rankAtEnd, removeChange, updateChange } from '@shared/plan/edit'
import { newRow, type Plan } from '@shared/plan/plan'
import type { TableName } from '@shared/plan/table-name'
import type { Row } from '@shared/plan/tables'

type Note = Row<'note'>

/** Notes by the cell that they are about; a note on a whole row stands under the row alone. */
export type NotesByCell = ReadonlyMap<string, readonly Note[]>

const cellKey = (table: string, rowId: string, field: string | null): string => `${table} ${rowId} ${field ?? ''}`

const known = new WeakMap<ReadonlyMap<string, Note>, NotesByCell>()

/** The notes of a plan by cell; gone through once for a version of the table. */
export function notesByCell(notes: ReadonlyMap<string, Note>): NotesByCell {
  const found = known.get(notes)
  if (found) return found
  const byCell = new Map<string, Note[]>()
  for (const note of notes.values()) {
    const key = cellKey(note.aboutTable, note.aboutRow, note.aboutField)
    byCell.set(key, [...(byCell.get(key) ?? []), note])
  }
  known.set(notes, byCell)
  return byCell
}

/** The notes about one field of a row, or about the row as a whole where the field is null. */
export const notesAbout = (
  notes: NotesByCell,
  table: TableName,
  rowId: string,
  field: string | null,
): readonly Note[] => notes.get(cellKey(table, rowId, field)) ?? []

const howBegins = 'Worked out as '

/** What a calculation that was typed into a cell leaves as a note beside the result. */
export const howWords = (calculation: string): string => `${howBegins}${calculation.trim()}`

/** Calculations that were typed, by row id and field key. */
export type Calculations = ReadonlyMap<string, ReadonlyMap<string, string>>

type Context = { readonly plan: Plan; readonly newId: () => string; readonly today: string }

function noteOfCalculation(
  { plan, newId, today }: Context,
  table: TableName,
  rowId: string,
  field: string,
  text: string,
) {
  const values = { aboutTable: table, aboutRow: rowId, aboutField: field, text, date: today }
  return insertChange('note', newRow('note', newId(), values, rankAtEnd(plan, 'note')))
}

/** What becomes of the notes of one cell when it takes a value: how it was worked out now, nothing of how it was before. */
function cellNotes(
  context: Context,
  table: TableName,
  rowId: string,
  field: string,
  typed: string | undefined,
): Change[] {
  const about = notesAbout(notesByCell(context.plan.note), table, rowId, field)
  const [old, ...more] = about.filter(({ text }) => text.startsWith(howBegins))
  const gone = more.map((note) => removeChange('note', note))
  if (typed === undefined) return old ? [removeChange('note', old), ...gone] : gone
  const text = howWords(typed)
  if (!old) return [noteOfCalculation(context, table, rowId, field, text), ...gone]
  const changed = updateChange(old, 'note', { text, date: context.today })
  return changed ? [changed, ...gone] : gone
}

/**
 * The changes of notes that go with changes of cells: a calculation that was typed is kept as a note on its cell, and
 * the note of an earlier one is taken away where a plain value takes its place.
 */
export function noteChanges(context: Context, changes: readonly Change[], calculations: Calculations): Change[] {
  const found: Change[] = []
  for (const change of changes) {
    if (change.kind === 'remove' || change.table === 'note') continue
    const typed = calculations.get(change.id)
    const fields = change.kind === 'update' ? Object.keys(change.fields) : [...(typed?.keys() ?? [])]
    for (const field of fields) found.push(...cellNotes(context, change.table, change.id, field, typed?.get(field)))
  }
  return found
}
