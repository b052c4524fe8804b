import { ScrollArea, Table, Text } from '@mantine/core'
import type { HistoryEntry } from '@shared/contract/workbook'
import { useEffect, useState } from 'react'
import { call } from '../stores/bridge'
import { useWorkbook } from '../stores/workbook'

const moment = (at: string): string =>
  new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** What was done to this workbook, the newest first. */
export function HistoryDialog() {
  const sessionId = useWorkbook((s) => s.file?.sessionId)
  const scenarios = useWorkbook((s) => s.scenarios)
  const [entries, setEntries] = useState<readonly HistoryEntry[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    if (sessionId === undefined) return
    void call('workbook.history', { sessionId, limit: 200, beforeSequence: null }).then((answer) =>
      answer.ok ? setEntries(answer.value) : setProblem(answer.error.message),
    )
  }, [sessionId])
  if (problem !== null) return <Text role="alert">{problem}</Text>
  if (entries?.length === 0) return <Text>Nothing has been changed in this workbook yet.</Text>
  const where = ({ target }: HistoryEntry): string =>
    target === 'plan' ? 'Current plan' : (scenarios.find(({ id }) => id === target.scenarioId)?.name ?? 'A scenario')
  return (
    <ScrollArea.Autosize mah="60dvh" viewportProps={{ tabIndex: 0, 'aria-label': 'History of changes' }}>
      <Table stickyHeader verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>What</Table.Th>
            <Table.Th>Where</Table.Th>
            <Table.Th>When</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {(entries ?? []).map((entry) => (
            <Table.Tr key={entry.sequence}>
              <Table.Td>{entry.label}</Table.Td>
              <Table.Td>{where(entry)}</Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{moment(entry.at)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  )
}
