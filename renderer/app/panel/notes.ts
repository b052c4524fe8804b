import type { Change } from '@shared/plan/change'
import { insertChange, rankAtEnd, removeChange, updateChange } from '@shared/plan/edit'
import { newRow, rowsOf, type Plan } from '@shared/plan/plan'
import { tableOf, type Row } from '@shared/plan/tables'
import type { RowPlace } from '../../stores/interface'

export type Note = Row<'note'>

/** What a planner enters of a note; `aboutField` null: it is about the whole row. */
export type NoteWords = Pick<Note, 'aboutField' | 'text' | 'source' | 'date'>

/** The notes on a row and on its fields, the newest first; those without a date last. */
export const notesOn = (plan: Plan, { table, id }: RowPlace): readonly Note[] =>
  rowsOf(plan, 'note')
    .filter((note) => note.aboutTable === table && note.aboutRow === id)
    .toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))

/** How many notes there are on each field, by its key. */
export function noteCounts(notes: readonly Note[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { aboutField } of notes) if (aboutField !== null) counts.set(aboutField, (counts.get(aboutField) ?? 0) + 1)
  return counts
}

/** The label of the field that a note is about; null: the whole row, or a field that there is no more. */
export const fieldOfNote = ({ aboutTable, aboutField }: Note, table: RowPlace['table']): string | null =>
  aboutTable === table && aboutField !== null ? (tableOf(table).fields[aboutField]?.label ?? null) : null

/** The change that adds a note on a row. */
export const addedNote = (plan: Plan, { table, id }: RowPlace, noteId: string, words: NoteWords): Change =>
  insertChange('note', newRow('note', noteId, { aboutTable: table, aboutRow: id, ...words }, rankAtEnd(plan, 'note')))

/** The changes that give a note other words; none where it is gone or says so already. */
export function editedNote(plan: Plan, noteId: string, words: NoteWords): readonly Change[] {
  const note = plan.note.get(noteId)
  const change = note ? updateChange(note, 'note', words) : null
  return change ? [change] : []
}

/** The changes that take a note away; none where it is gone. */
export function removedNote(plan: Plan, noteId: string): readonly Change[] {
  const note = plan.note.get(noteId)
  return note ? [removeChange('note', note)] : []
}
