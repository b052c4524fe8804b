import { ActionIcon, Button, Text, Tooltip } from '@mantine/core'
import { dayWords } from '@shared/plan/day'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useSheetHost } from '../../components/DataSheet/sheet-host'
import type { RowPlace } from '../../stores/interface'
import { usePanel } from '../../stores/panel'
import { NoteForm } from './NoteForm'
import { addedNote, editedNote, fieldOfNote, removedNote, type Note, type NoteWords } from './notes'
import styles from './panel.module.css'

type Props = { readonly place: RowPlace; readonly notes: readonly Note[] }

/** The notes on a row and its fields: what was remarked, where it comes from, and when. */
export function NotesTab({ place, notes }: Props) {
  const host = useSheetHost()
  const noteField = usePanel((s) => s.noteField)
  // the way from a field without notes leads straight to a new one
  const hasSome = noteField !== null && notes.some(({ aboutField }) => aboutField === noteField)
  const [open, setOpen] = useState<string | null>(noteField !== null && !hasSome ? 'new' : null)
  const name = host.names.nameOf(place.table, place.id)
  const blank: NoteWords = { aboutField: noteField, text: '', source: null, date: host.today() }
  const add = (words: NoteWords) =>
    host.commit(`Add a note to ${name}`, 'note', (plan) => [addedNote(plan, place, host.newId(), words)])
  const edit = (id: string, words: NoteWords) =>
    host.commit(`Edit a note on ${name}`, 'note', (plan) => editedNote(plan, id, words))
  const remove = (id: string) =>
    host.commit(`Delete a note on ${name}`, 'note', (plan) => removedNote(plan, id), { hasUndo: true })
  const close = (): void => setOpen(null)
  return (
    <>
      {notes.length === 0 && open !== 'new' && (
        <Text size="sm" c="dimmed" mb="sm">
          No notes yet. Write down what one should know about this row, and where a figure comes from.
        </Text>
      )}
      {!host.isLocked && open !== 'new' && (
        <Button size="xs" variant="default" leftSection={<IconPlus size={15} />} mb="md" onClick={() => setOpen('new')}>
          Add a note
        </Button>
      )}
      {open === 'new' && <NoteForm table={place.table} start={blank} onKeep={add} onClose={close} />}
      <ul className={styles['list']}>
        {notes.map((note) => (
          <li key={note.id} className={styles['entry']} data-marked={hasSome && note.aboutField === noteField}>
            {open === note.id ? (
              <NoteForm table={place.table} start={note} onKeep={(words) => edit(note.id, words)} onClose={close} />
            ) : (
              <NoteWordsShown note={note} table={place.table}>
                {!host.isLocked && <NoteActs onEdit={() => setOpen(note.id)} onRemove={() => void remove(note.id)} />}
              </NoteWordsShown>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

type ShownProps = { readonly note: Note; readonly table: RowPlace['table']; readonly children: ReactNode }

function NoteWordsShown({ note, table, children }: ShownProps) {
  const about = fieldOfNote(note, table) ?? 'The whole row'
  const from = [note.source, note.date === null ? null : dayWords(note.date)].filter((part) => part !== null)
  return (
    <>
      <div className={styles['entryHead']}>
        <Text size="xs" c="dimmed">
          {about}
        </Text>
        {children}
      </div>
      <Text size="sm" className={styles['words'] ?? ''}>
        {note.text}
      </Text>
      {from.length > 0 && (
        <Text size="xs" c="dimmed">
          {from.join(', ')}
        </Text>
      )}
    </>
  )
}

function NoteActs({ onEdit, onRemove }: { readonly onEdit: () => void; readonly onRemove: () => void }) {
  return (
    <span className={styles['acts']}>
      <Tooltip label="Edit this note">
        <ActionIcon variant="subtle" color="gray" size={24} aria-label="Edit this note" onClick={onEdit}>
          <IconPencil size={15} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Delete this note">
        <ActionIcon variant="subtle" color="gray" size={24} aria-label="Delete this note" onClick={onRemove}>
          <IconTrash size={15} />
        </ActionIcon>
      </Tooltip>
    </span>
  )
}
