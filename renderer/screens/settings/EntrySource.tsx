import { NativeSelect, Text, TextInput } from '@mantine/core'
import { gradeOptions } from '@shared/plan/tables/grade'
import { useState } from 'react'
import type { Entry } from './entry'
import type { EntryRow, EntryValues } from './entry-changes'
import { GradeBadge } from './GradeBadge'
import styles from './settings.module.css'

type Props = {
  readonly entry: Entry
  readonly row: EntryRow | undefined
  readonly isLocked: boolean
  readonly onChange: (what: string, values: EntryValues) => Promise<unknown>
}

const grades = Object.entries(gradeOptions).map(([value, label]) => ({ value, label }))

// the badge says already that it is an assumption
const sourceWords = (source: string | null): string => {
  const words = (source ?? '').replace(/^Planner's assumption(?:: )?/, '')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Where a value comes from and how sure it is; of a changed one it is for the planner to say. */
export function EntrySource({ entry, row, isLocked, onChange }: Props) {
  if (!row || isLocked) {
    const source = sourceWords(row ? row.source : entry.source)
    const grade = row ? (row.grade ?? 'C') : entry.grade
    return (
      <div className={styles['source']}>
        <GradeBadge grade={grade} />
        {source !== '' && (
          <Text size="xs" c="dimmed">
            {source}
          </Text>
        )}
      </div>
    )
  }
  return (
    <div className={styles['source']}>
      <NativeSelect
        size="xs"
        aria-label={`How sure is ${entry.label}`}
        data={grades}
        value={row.grade ?? 'C'}
        onChange={(event) => {
          const grade = grades.find(({ value }) => value === event.currentTarget.value)?.value
          if (grade === 'A' || grade === 'B' || grade === 'C') void onChange(`${entry.label}: how sure`, { grade })
        }}
      />
      <SourceText key={row.source ?? ''} entry={entry} source={row.source} onChange={onChange} />
    </div>
  )
}

type TextProps = Pick<Props, 'entry' | 'onChange'> & { readonly source: string | null }

function SourceText({ entry, source, onChange }: TextProps) {
  const [draft, setDraft] = useState(source ?? '')
  const keep = () => {
    const next = draft.trim() === '' ? null : draft.trim()
    if (next !== source) void onChange(`${entry.label}: source`, { source: next })
  }
  return (
    <TextInput
      size="xs"
      className={styles['sourceText'] ?? ''}
      aria-label={`Source of ${entry.label}`}
      placeholder="Where your value comes from"
      maxLength={400}
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
        if (event.key === 'Escape') setDraft(source ?? '')
      }}
    />
  )
}
