import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { formatValue, parseText } from '@shared/plan/format'
import type { TableName } from '@shared/plan/table-name'
import { tableOf, tables } from '@shared/plan/tables'
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import type { SheetOutcome } from '../../components/DataSheet/sheet-host'
import type { NoteWords } from './notes'
import styles from './panel.module.css'

const { fields } = tables.note

type Props = {
  readonly table: TableName
  readonly start: NoteWords
  readonly onKeep: (words: NoteWords) => Promise<SheetOutcome>
  readonly onClose: () => void
}

type Typed = Readonly<Record<'text' | 'source' | 'date' | 'aboutField', string>>
type Problems = { readonly text?: string; readonly source?: string; readonly date?: string }

type NoteRead = { readonly ok: true; readonly words: NoteWords } | { readonly ok: false; readonly problems: Problems }

/** What was typed as a note, or what is wrong with it by field. */
function readNote({ text, source, date, aboutField }: Typed): NoteRead {
  const read = {
    text: parseText(fields.text, text),
    source: parseText(fields.source, source),
    date: parseText(fields.date, date),
  }
  if (!read.text.ok || !read.source.ok || !read.date.ok)
    return {
      ok: false,
      problems: Object.fromEntries(Object.entries(read).flatMap(([key, one]) => (one.ok ? [] : [[key, one.error]]))),
    }
  const words = {
    aboutField: aboutField === '' ? null : aboutField,
    text: text.trim(),
    source: source.trim() === '' ? null : source.trim(),
    date: typeof read.date.value === 'string' ? read.date.value : null,
  }
  return { ok: true, words }
}

const aboutOf = (table: TableName) => [
  { value: '', label: 'The whole row' },
  ...Object.entries(tableOf(table).fields).map(([value, { label }]) => ({ value, label })),
]

/** A note to write or to mend: its words, what it is about, its source and date. Esc leaves it as it was. */
export function NoteForm({ table, start, onKeep, onClose }: Props) {
  const [text, setText] = useState(start.text)
  const [source, setSource] = useState(start.source ?? '')
  const [date, setDate] = useState(start.date === null ? '' : formatValue(fields.date, start.date))
  const [aboutField, setAboutField] = useState(start.aboutField ?? '')
  const [problems, setProblems] = useState<Problems>({})
  const first = useRef<HTMLTextAreaElement>(null)
  useEffect(() => first.current?.focus(), [])
  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const read = readNote({ text, source, date, aboutField })
    setProblems(read.ok ? {} : read.problems)
    if (!read.ok) return
    const outcome = await onKeep(read.words)
    if (outcome.ok) onClose()
    else setProblems({ text: outcome.message })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    onClose()
  }
  const common = { size: 'xs', onKeyDown } as const
  return (
    <form className={styles['noteForm']} onSubmit={(event) => void keep(event)} noValidate>
      <Stack gap="xs">
        <Textarea
          label={fields.text.label}
          {...common}
          autosize
          minRows={3}
          maxRows={12}
          ref={first}
          value={text}
          error={problems.text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <NativeSelect
          label="About"
          {...common}
          data={aboutOf(table)}
          value={aboutField}
          onChange={(event) => setAboutField(event.currentTarget.value)}
        />
        <TextInput
          label={fields.source.label}
          description={fields.source.help}
          {...common}
          value={source}
          error={problems.source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <TextInput
          label={fields.date.label}
          {...common}
          value={date}
          error={problems.date}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button type="submit" size="xs">
            Keep the note
          </Button>
          <Button size="xs" variant="default" onClick={onClose}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
