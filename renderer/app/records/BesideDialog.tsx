import { ActionIcon, Button, Group, ScrollArea, Stack, Table, Text } from '@mantine/core'
import { plansBeside, type BesideCell } from '@shared/forecast/beside'
import { IconFolderOpen, IconX } from '@tabler/icons-react'
import { useMemo } from 'react'
import { StatusWord } from '../../components/StatusWord'
import { addBeside, mostOthers, removeBeside, useBeside } from '../../stores/beside'
import { useForecast } from '../../stores/forecast'
import { outlookOf } from '../../stores/outlook'
import type { PlanForecast } from '../../stores/plan-forecast'
import { useWorkbook } from '../../stores/workbook'

const headlineIn = (forecast: PlanForecast | null) => forecast && outlookOf(forecast).headline

/** The figures of the open workbook beside those of others, for who looks after several districts. */
export function BesideDialog() {
  const { others, isReading } = useBeside()
  return (
    <Stack>
      <Text size="sm">
        The figures of each workbook’s Overview, held against its own lines. Other workbooks are only read; they are
        shown as they were when you chose them.
      </Text>
      <Group>
        <Button
          data-autofocus
          leftSection={<IconFolderOpen size={18} />}
          loading={isReading}
          disabled={others.length >= mostOthers}
          onClick={() => void addBeside()}
        >
          Add a workbook…
        </Button>
        {others.length >= mostOthers && (
          <Text size="sm" c="dimmed">
            {mostOthers} workbooks at most: take one away to add another.
          </Text>
        )}
      </Group>
      <BesideTable />
    </Stack>
  )
}

function Cell({ cell: { text, status } }: { readonly cell: BesideCell }) {
  if (status === null) return text
  return (
    <Group gap="xs" wrap="nowrap" justify="space-between">
      <Text span size="sm">
        {text}
      </Text>
      <StatusWord status={status} />
    </Group>
  )
}

/** One row a figure, one column a workbook, the open one first. */
function BesideTable() {
  const name = useWorkbook((s) => s.file?.name)
  const plan = useWorkbook((s) => s.currentPlan)
  const baseline = useForecast((s) => s.baseline)
  const others = useBeside((s) => s.others)
  const rows = useMemo(
    () =>
      plansBeside([
        { plan, headline: headlineIn(baseline) },
        ...others.map((other) => ({ plan: other.plan, headline: headlineIn(other.forecast) })),
      ]),
    [plan, baseline, others],
  )
  return (
    <ScrollArea type="auto" viewportProps={{ tabIndex: 0, 'aria-label': 'Workbooks side by side' }}>
      <Table fz="sm" verticalSpacing={5} withTableBorder aria-label="Workbooks side by side">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Figure</Table.Th>
            <Table.Th scope="col">{name ?? 'This workbook'}</Table.Th>
            {others.map((other) => (
              <Table.Th key={other.path} scope="col" title={other.path}>
                <Group gap={4} wrap="nowrap">
                  {other.name}
                  <ActionIcon
                    size="sm"
                    variant="subtle"
                    color="gray"
                    aria-label={`Take ${other.name} away`}
                    onClick={() => removeBeside(other.path)}
                  >
                    <IconX size={15} />
                  </ActionIcon>
                </Group>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, label, cells }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" fw={400}>
                {label}
              </Table.Th>
              {cells.map((cell, at) => (
                <Table.Td key={at === 0 ? 'own' : others[at - 1]?.path}>
                  <Cell cell={cell} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  )
}
