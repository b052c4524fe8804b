import { Text } from '@mantine/core'
import type { Entry, NumberEditor } from './entry'
import type { EntryRow, EntryValues } from './entry-changes'
import { NumberField } from './EntryField'
import styles from './settings.module.css'
import { numberWords } from './typed-number'

type Props = {
  readonly entry: Entry
  readonly editor: NumberEditor
  readonly row: EntryRow | undefined
  readonly isLocked: boolean
  readonly onChange: (what: string, values: EntryValues) => Promise<unknown>
}

/** The lowest and highest plausible value of what is not known for sure; nothing where it is a rule rather than a figure. */
export function EntryRange({ entry, editor, row, isLocked, onChange }: Props) {
  if (entry.low === null || entry.high === null) {
    return (
      <Text size="xs" c="dimmed" mt={8}>
        Taken as it is
      </Text>
    )
  }
  const value = Number(row?.value ?? entry.defaultText)
  const low = Math.min(row?.low ?? entry.low, value)
  const high = Math.max(row?.high ?? entry.high, value)
  const words = numberWords(editor, value)
  return (
    <div className={styles['range']} role="group" aria-label={`Plausible range of ${entry.label}`}>
      <NumberField
        label={`Lowest plausible: ${entry.label}`}
        editor={editor}
        kept={low}
        isLocked={isLocked}
        check={(next) => (next > value ? `The lowest must not be above the value, ${words}.` : null)}
        onKeep={(next) => onChange(`${entry.label}: lowest plausible`, { low: next })}
      />
      <Text size="sm" c="dimmed" aria-hidden>
        –
      </Text>
      <NumberField
        label={`Highest plausible: ${entry.label}`}
        editor={editor}
        kept={high}
        isLocked={isLocked}
        check={(next) => (next < value ? `The highest must not be below the value, ${words}.` : null)}
        onKeep={(next) => onChange(`${entry.label}: highest plausible`, { high: next })}
      />
    </div>
  )
}
