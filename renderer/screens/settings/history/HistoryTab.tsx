import { Button, Group, Select, Table, Text } from '@mantine/core'
import type { HistoryEntry } from '@shared/contract/workbook'
import { IconHistory } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { EmptyState } from '../../../components/EmptyState'
import { loadEarlier, loadHistory, useHistory } from '../../../stores/history'
import { useWorkbook } from '../../../stores/workbook'
import { HistoryLine } from './HistoryLine'
import styles from './history.module.css'

const everything = 'everything'
const keyOf = ({ target }: HistoryEntry): string => (target === 'plan' ? 'plan' : target.scenarioId)

/** Everything that was done to this workbook, the latest first; each step can be looked into and gone back to. */
export function HistoryTab() {
  const sequence = useWorkbook((s) => s.sequence)
  const sessionId = useWorkbook((s) => s.file?.sessionId ?? null)
  const scenarios = useWorkbook((s) => s.scenarios)
  const entries = useHistory((s) => s.entries)
  const hasEarlier = useHistory((s) => s.hasEarlier)
  const [shown, setShown] = useState(everything)
  useEffect(() => void loadHistory(sessionId, sequence), [sequence, sessionId])
  if (entries === null) return null
  if (entries.length === 0)
    return (
      <EmptyState
        icon={IconHistory}
        title="Nothing has been changed yet"
        text="Every change is listed here, and can be taken back from here."
      />
    )
  const names = new Map([['plan', 'Current plan'], ...scenarios.map(({ id, name }) => [id, name] as const)])
  const latest = new Map(entries.toReversed().map((entry) => [keyOf(entry), entry.sequence]))
  const wanted = names.has(shown) ? shown : everything
  const listed = entries.filter((entry) => wanted === everything || keyOf(entry) === wanted)
  return (
    <>
      <Group justify="space-between" mb="sm">
        <Text c="dimmed" size="sm">
          Going back is a step of its own: nothing is lost by it, and Undo takes it back.
        </Text>
        <Select
          aria-label="Which changes are shown"
          value={wanted}
          allowDeselect={false}
          data={[
            { value: everything, label: 'Plan and scenarios' },
            ...[...names].map(([value, label]) => ({ value, label })),
          ]}
          onChange={(value) => setShown(value ?? everything)}
        />
      </Group>
      <Table className={styles['table'] ?? ''} aria-label="History of changes" verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>What</Table.Th>
            <Table.Th>Where</Table.Th>
            <Table.Th>Who</Table.Th>
            <Table.Th>When</Table.Th>
            <Table.Th className={styles['number'] ?? ''}>Changes</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {listed.map((entry) => (
            <HistoryLine
              key={entry.sequence}
              entry={entry}
              where={names.get(keyOf(entry)) ?? 'A scenario that was removed'}
              canGoBack={names.has(keyOf(entry)) && latest.get(keyOf(entry)) !== entry.sequence}
            />
          ))}
        </Table.Tbody>
      </Table>
      {listed.length === 0 && (
        <Text size="sm" mt="sm">
          Nothing was changed there{hasEarlier ? ' lately' : ''}.
        </Text>
      )}
      {hasEarlier && (
        <Button variant="default" mt="md" onClick={() => void loadEarlier()}>
          Show earlier changes
        </Button>
      )}
    </>
  )
}
