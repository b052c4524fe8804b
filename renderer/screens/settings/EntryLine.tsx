import { Badge, Button, Text } from '@mantine/core'
import { IconRestore } from '@tabler/icons-react'
import { newId } from '../../stores/bridge'
import { commitAndSay } from '../../stores/commits'
import { EntryRange } from './EntryRange'
import { ChoiceField, NumberField } from './EntryField'
import { EntrySource } from './EntrySource'
import { entryChanges, resetChanges, type EntryRow, type EntryValues } from './entry-changes'
import type { Entry } from './entry'
import { MonthShares } from './MonthShares'
import styles from './settings.module.css'
import { numberWords } from './typed-number'

/** Letters of a unit that stands in its field; a longer one stands below. */
const longestInField = 7

type Props = {
  readonly entry: Entry
  /** The planner's own row; undefined: everything stands at its default. */
  readonly row: EntryRow | undefined
  readonly isLocked: boolean
}

/** A stored text as the planner reads it: "55%", "It stops"; twelve months are shown by their own editor. */
function wordsOf({ editor }: Entry, text: string): string {
  if (editor.kind === 'number') return numberWords(editor, Number(text))
  if (editor.kind === 'choice') return editor.options.find(({ value }) => value === text)?.label ?? text
  return ''
}

/** One setting or parameter: what it is, its value, how sure it is and where it comes from, and the way back to the default. */
export function EntryLine({ entry, row, isLocked }: Props) {
  const { label, editor, defaultText } = entry
  const kept = row?.value ?? defaultText
  const change = (what: string, values: EntryValues) =>
    commitAndSay(what, 'edit', (plan) => entryChanges(plan, entry, values, newId()))
  const keep = (value: string) =>
    change(editor.kind === 'months' ? label : `${label}: ${wordsOf(entry, value)}`, { value })
  const isMonths = editor.kind === 'months'
  const isUnitShort = editor.kind === 'number' && editor.unit.length <= longestInField
  return (
    <li
      className={styles['line']}
      data-entry={entry.key}
      data-changed={row !== undefined || undefined}
      data-months={isMonths || undefined}
    >
      <div className={styles['what']}>
        <div className={styles['name']}>
          <Text fw={600}>{label}</Text>
          {row && (
            <Badge size="sm" variant="light" color="blue">
              Changed
            </Badge>
          )}
        </div>
        <Text size="sm" c="dimmed">
          {entry.help}
        </Text>
        <EntrySource entry={entry} row={row} isLocked={isLocked} onChange={change} />
      </div>
      <div className={styles['value']} data-value>
        {editor.kind === 'number' && (
          <NumberField
            label={label}
            editor={editor}
            kept={Number(kept)}
            isLocked={isLocked}
            unit={isUnitShort ? editor.unit : ''}
            onKeep={(value) => (value === null ? Promise.resolve() : keep(String(value)))}
          />
        )}
        {editor.kind === 'choice' && (
          <ChoiceField label={label} editor={editor} kept={kept} isLocked={isLocked} onKeep={keep} />
        )}
        {editor.kind === 'months' && (
          <MonthShares entry={entry} editor={editor} kept={kept} isLocked={isLocked} onKeep={keep} />
        )}
        {editor.kind === 'number' && editor.unit !== '' && !isUnitShort && (
          <Text size="xs" c="dimmed">
            {editor.unit}
          </Text>
        )}
        <Default entry={entry} isChanged={row !== undefined} isLocked={isLocked} />
      </div>
      {editor.kind === 'number' && (
        <EntryRange entry={entry} editor={editor} row={row} isLocked={isLocked} onChange={change} />
      )}
    </li>
  )
}

function Default({ entry, isChanged, isLocked }: { entry: Entry; isChanged: boolean; isLocked: boolean }) {
  if (!isChanged) return null
  const words = wordsOf(entry, entry.defaultText)
  const reset = () =>
    void commitAndSay(`${entry.label}: back to the default`, 'remove', (plan) => resetChanges(plan, entry), {
      hasUndo: true,
    })
  return (
    <div className={styles['default']}>
      {words !== '' && (
        <Text size="xs" c="dimmed">
          Default: {words}
        </Text>
      )}
      {!isLocked && (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconRestore size={13} />}
          aria-label={`Reset ${entry.label} to default`}
          onClick={reset}
        >
          Reset to default
        </Button>
      )}
    </div>
  )
}
