import { Button, Switch, Text, TextInput, Title } from '@mantine/core'
import { foldText } from '@shared/plan/names'
import { IconSearch } from '@tabler/icons-react'
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import { Card } from '../../components/Card'
import { commitAndSay } from '../../stores/commits'
import { noteFound, useInterface, type RowPlace } from '../../stores/interface'
import { useRows } from '../../stores/rows'
import { isLocked, useWorkbook } from '../../stores/workbook'
import type { Entry, EntryGroup } from './entry'
import { resetChanges, type EntryRow } from './entry-changes'
import { EntryLine } from './EntryLine'
import styles from './settings.module.css'
import { useChosenRow } from './use-chosen-row'

type Props = {
  readonly table: Entry['table']
  readonly groups: readonly EntryGroup[]
  readonly description: string
}

const matches = (entry: Entry, wanted: string): boolean =>
  [entry.label, entry.help, entry.source].some((text) => foldText(text).includes(wanted))

/** All settings or all parameters by group, with a filter; the planner's changes are marked. */
export function EntryList({ table, groups, description }: Props) {
  const locked = useWorkbook(isLocked)
  const rows: readonly EntryRow[] = useRows(table)
  const byKey = useMemo(() => new Map(rows.map((row) => [row.key, row])), [rows])
  const [text, setText] = useState('')
  const [isChangedOnly, setChangedOnly] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  useWanted(table, rows, list)
  const rowAt = useCallback(
    (field: HTMLElement): RowPlace | null => {
      const row = byKey.get(field.closest<HTMLElement>('[data-entry]')?.dataset['entry'] ?? '')
      return row ? { table, id: row.id } : null
    },
    [byKey, table],
  )
  useChosenRow(list, rowAt)
  const shown = groups
    .map(({ title, entries }) => ({
      title,
      entries: entries.filter((entry) => matches(entry, foldText(text)) && (!isChangedOnly || byKey.has(entry.key))),
    }))
    .filter(({ entries }) => entries.length > 0)
  const count = groups.reduce((sum, { entries }) => sum + entries.filter(({ key }) => byKey.has(key)).length, 0)
  return (
    <div ref={list} className={styles['entries']}>
      <div className={styles['tools']}>
        <Text size="sm" c="dimmed" maw={640}>
          {description}
        </Text>
        <Switch
          label={`Only what was changed (${count})`}
          checked={isChangedOnly}
          onChange={(event) => setChangedOnly(event.currentTarget.checked)}
        />
        <TextInput
          aria-label="Filter"
          placeholder="Filter"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      {shown.map(({ title, entries }) => (
        <Group key={title} title={title}>
          {entries.map((entry) => (
            <EntryLine key={entry.key} entry={entry} row={byKey.get(entry.key)} isLocked={locked} />
          ))}
        </Group>
      ))}
      {shown.length === 0 && <Text role="status">Nothing here by these words.</Text>}
      <UnknownRows table={table} rows={rows} groups={groups} isLocked={locked} />
    </div>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  const titleId = useId()
  return (
    <Card label={title}>
      <div className={styles['groupHead']}>
        <Title order={2} id={titleId}>
          {title}
        </Title>
        <Text size="xs" c="dimmed" aria-hidden className={styles['headValue'] ?? ''}>
          Value
        </Text>
        <Text size="xs" c="dimmed" aria-hidden>
          Lowest – highest plausible
        </Text>
      </div>
      <ul className={styles['lines']} aria-labelledby={titleId}>
        {children}
      </ul>
    </Card>
  )
}

/** A jump to a row of the table leads to the field of its key. */
function useWanted(table: Entry['table'], rows: readonly EntryRow[], list: React.RefObject<HTMLElement | null>): void {
  const wanted = useInterface((s) => s.wanted)
  useEffect(() => {
    if (wanted?.table !== table) return
    const key = rows.find(({ id }) => id === wanted.id)?.key
    const line = key === undefined ? null : list.current?.querySelector<HTMLElement>(`[data-entry="${key}"]`)
    if (!line) return
    line.scrollIntoView({ block: 'center' })
    line.querySelector<HTMLElement>('[data-value] input')?.focus()
    noteFound()
  }, [wanted, table, rows, list])
}

type UnknownProps = Pick<Props, 'table' | 'groups'> & { readonly rows: readonly EntryRow[]; readonly isLocked: boolean }

/** Rows under keys that this version does not have, from a file of another version or an import. */
function UnknownRows({ table, rows, groups, isLocked: locked }: UnknownProps) {
  const known = new Set(groups.flatMap(({ entries }) => entries.map(({ key }) => key)))
  const unknown = rows.filter(({ key }) => !known.has(key))
  if (unknown.length === 0) return null
  return (
    <Card label="Not known here">
      <Title order={2}>Not known here</Title>
      <Text size="sm" c="dimmed">
        These stand in the workbook, but nothing goes by these names.
      </Text>
      <ul className={styles['lines']}>
        {unknown.map(({ key, value }) => (
          <li key={key} className={styles['unknown']}>
            <Text>
              {key}: {value}
            </Text>
            {!locked && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`Delete ${key}`}
                onClick={() =>
                  void commitAndSay(`Delete ${key}`, 'remove', (plan) => resetChanges(plan, { table, key }), {
                    hasUndo: true,
                  })
                }
              >
                Delete
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
