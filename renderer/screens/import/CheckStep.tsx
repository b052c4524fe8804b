import { Alert, Badge, Group, ScrollArea, Stack, Table, Text } from '@mantine/core'
import type { CellProblem } from '@shared/exchange/import-problem'
import type { Preview, PreviewRow } from '@shared/exchange/preview-content'
import { formatNumber } from '@shared/plan/format'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { TablesCheck } from './TablesCheck'

const most = 200

const colors: Readonly<Record<PreviewRow['outcome'], string>> = {
  Added: 'teal',
  Changed: 'blue',
  Removed: 'red',
  'Not in the file': 'gray',
  Unchanged: 'gray',
  'Left out': 'yellow',
}

type Props = { readonly preview: Preview }

/** What would happen, row by row, and what of the file cannot be read; nothing is done yet. */
export function CheckStep({ preview }: Props) {
  const { summary, problems, remarks, tables } = preview
  const counts = [
    ['Added', summary.added],
    ['Changed', summary.changed],
    ['Unchanged', summary.unchanged],
    ['Left out', summary.skipped],
    ...(summary.removed > 0 ? [['Removed', summary.removed] as const] : []),
  ] as const
  return (
    <Stack gap="md" mt="xs">
      <Group gap="xs" role="status">
        {counts.map(([outcome, count]) => (
          <Badge key={outcome} color={colors[outcome]} variant="light" size="lg" tt="none">
            {formatNumber(count)} {outcome.toLowerCase()}
          </Badge>
        ))}
        <Text size="sm" c="dimmed">
          Nothing is done yet. The import is one step: Undo takes all of it back.
        </Text>
      </Group>
      {remarks.length > 0 && (
        <Alert variant="light" color="blue" icon={<IconInfoCircle size={18} />} p="xs">
          {remarks.slice(0, 6).map((text) => (
            <Text key={text} size="sm">
              {text}
            </Text>
          ))}
          {remarks.length > 6 && <Text size="sm">And {remarks.length - 6} more of this kind.</Text>}
        </Alert>
      )}
      {tables.length > 0 && <TablesCheck tables={tables} />}
      {problems.length > 0 && <Problems problems={problems} />}
      <Rows preview={preview} />
    </Stack>
  )
}

function Problems({ problems }: { readonly problems: readonly CellProblem[] }) {
  const shown = problems.slice(0, most)
  return (
    <Stack gap={4}>
      <Group gap={6}>
        <IconAlertTriangle size={17} aria-hidden />
        <Text fw={600}>
          {problems.length === 1
            ? '1 cell cannot be taken as it stands; the rest is imported'
            : `${formatNumber(problems.length)} cells cannot be taken as they stand; the rest is imported`}
        </Text>
      </Group>
      <ScrollArea.Autosize mah={190} type="auto" viewportProps={{ tabIndex: 0, 'aria-label': 'Problems' }}>
        <Table fz="sm" verticalSpacing={3} stickyHeader withTableBorder>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={140}>Where</Table.Th>
              <Table.Th w={180}>What stands there</Table.Th>
              <Table.Th>Why not</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map(({ sheet, cell, value, message }, i) => (
              <Table.Tr key={`${sheet} ${cell} ${String(i)}`}>
                <Table.Td>
                  {sheet} {cell}
                </Table.Td>
                <Table.Td>{value}</Table.Td>
                <Table.Td>{message}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
    </Stack>
  )
}

function Rows({ preview: { rows, rowCount } }: Props) {
  if (rows.length === 0) return null
  return (
    <ScrollArea.Autosize mah="34dvh" type="auto" viewportProps={{ tabIndex: 0, 'aria-label': 'Rows' }}>
      <Table fz="sm" verticalSpacing={3} stickyHeader withTableBorder>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={130}>What happens</Table.Th>
            <Table.Th w={280}>Row</Table.Th>
            <Table.Th>In the file, and what changes</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, label, detail, outcome }) => (
            <Table.Tr key={key}>
              <Table.Td>{outcome}</Table.Td>
              <Table.Td>{label}</Table.Td>
              <Table.Td c="dimmed">{detail}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        {rowCount > rows.length && (
          <Table.Caption>
            The first {rows.length} of {formatNumber(rowCount)} rows
          </Table.Caption>
        )}
      </Table>
    </ScrollArea.Autosize>
  )
}
