import { Paper, Table, Text, Title } from '@mantine/core'
import type { Snapshot } from '@shared/contract/workbook'
import { comparePlans, type ComparedTable, type PlanComparison } from '@shared/forecast/compare-plans'
import { formatMoney } from '@shared/plan/format'
import { useMemo } from 'react'
import { useWorkbook } from '../../../stores/workbook'
import styles from './history.module.css'
import { moment } from './moment'
import { useVersion } from './use-version'

const mostLines = 40

/** What is otherwise in the current plan than in a version, table by table, and what that does to its cost. */
export function Comparison({ version }: { readonly version: Snapshot }) {
  const now = useWorkbook((s) => s.currentPlan)
  const then = useVersion(version.id)
  const comparison = useMemo(() => then && comparePlans(then, now), [then, now])
  if (!comparison) return null
  return (
    <Paper withBorder radius="md" p="md" mt="lg" component="section" aria-labelledby="compared">
      <Title order={2} size="h3" id="compared">
        What has changed since “{version.name}”
      </Title>
      <Text c="dimmed" size="sm" mb="sm">
        From {moment(version.at)} to the current plan now.
      </Text>
      {comparison.tables.length === 0 ? (
        <Text>Nothing: the current plan is as it was then.</Text>
      ) : (
        <Differences comparison={comparison} />
      )}
    </Paper>
  )
}

function costWords({ beforeCents, afterCents }: PlanComparison): string {
  const change = afterCents - beforeCents
  if (change === 0) return `Cost over the whole plan: ${formatMoney(afterCents)}, the same as then.`
  const sign = change > 0 ? '+' : '−'
  return `Cost over the whole plan: ${formatMoney(beforeCents)} then, ${formatMoney(afterCents)} now (${sign}${formatMoney(Math.abs(change))}).`
}

function Differences({ comparison }: { readonly comparison: PlanComparison }) {
  return (
    <>
      <Text fw={600}>{costWords(comparison)}</Text>
      <Table mt="sm" aria-label="Changes by table" verticalSpacing={4} className={styles['table'] ?? ''}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Table</Table.Th>
            <Table.Th className={styles['number'] ?? ''}>Added</Table.Th>
            <Table.Th className={styles['number'] ?? ''}>Changed</Table.Th>
            <Table.Th className={styles['number'] ?? ''}>Removed</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {comparison.tables.map(({ table, label, added, changed, removed }) => (
            <Table.Tr key={table}>
              <Table.Td>{label}</Table.Td>
              {Object.entries({ added, changed, removed }).map(([kind, count]) => (
                <Table.Td key={kind} className={styles['number'] ?? ''}>
                  {count.toLocaleString('en-US')}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {comparison.tables.map((table) => (
        <Lines key={table.table} compared={table} />
      ))}
    </>
  )
}

function Lines({ compared: { label, lines } }: { readonly compared: ComparedTable }) {
  const more = lines.length - mostLines
  return (
    <>
      <Title order={3} size="h5" mt="md" mb={4}>
        {label}
      </Title>
      <ul className={styles['lines']}>
        {lines.slice(0, mostLines).map((line, at) => (
          // two rows may have changed in the same words
          <li key={`${at} ${line}`}>{line}</li>
        ))}
        {more > 0 && <li>and {more.toLocaleString('en-US')} more</li>}
      </ul>
    </>
  )
}
