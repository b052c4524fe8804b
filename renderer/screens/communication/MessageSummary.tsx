import { Button, Group, ScrollArea, Table, Text, Title } from '@mantine/core'
import { messagesOf, messageWords, type UntoldWave } from '@shared/forecast/evidence-messages'
import type { Change } from '@shared/plan/change'
import { insertChange, rankAtEnd } from '@shared/plan/edit'
import { monthWords } from '@shared/plan/month'
import { newRow, type Plan } from '@shared/plan/plan'
import type { Row } from '@shared/plan/tables'
import { IconCircleCheck, IconMessagePlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import { Card } from '../../components/Card'
import { newId } from '../../stores/bridge'
import { commitAndSay } from '../../stores/commits'
import { isLocked, useWorkbook } from '../../stores/workbook'
import styles from './communication.module.css'

/** A message to the people of a wave, with the words of the one before it where there is one. */
function messageFor(plan: Plan, wave: Row<'wave'>): Change[] {
  const before = [...plan.communication.values()].findLast(({ waveId }) => waveId !== null)
  const values = {
    audience: `Staff of ${wave.name}`,
    message: before?.message ?? 'What changes, when it starts, who helps, and what stays as it is.',
    channel: before?.channel ?? null,
    owner: before?.owner ?? null,
    frequency: before?.frequency ?? ('monthly' as const),
    waveId: wave.id,
  }
  return [insertChange('communication', newRow('communication', newId(), values, rankAtEnd(plan, 'communication')))]
}

/** Who is told what, by audience and wave, and the waves whose people are not told. */
export function MessageSummary() {
  const plan = useWorkbook((s) => s.plan)
  const locked = useWorkbook(isLocked)
  const { waves, audiences, untold, withoutOwner } = useMemo(() => messagesOf(plan), [plan])
  if (plan.communication.size === 0 && waves.length === 0) return null
  const ahead = untold.filter(({ hasBegun }) => !hasBegun)
  const title =
    ahead.length === 0
      ? 'Every wave that is still to start is told'
      : `${ahead.length === 1 ? 'One wave' : `${ahead.length} waves`} to start whose people are not told yet`
  return (
    <Card>
      <Title order={2} size="h3">
        {title}
      </Title>
      {withoutOwner.length > 0 && (
        <Text size="sm" c="dimmed">
          {withoutOwner.length} of {plan.communication.size} messages have nobody who answers for them.
        </Text>
      )}
      <Untold waves={ahead} isLocked={locked} />
      {audiences.length > 0 && (
        <ScrollArea
          type="auto"
          offsetScrollbars="present"
          mt="sm"
          viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': 'Messages by audience and wave' }}
        >
          <Table
            withTableBorder
            withColumnBorders
            fz="sm"
            verticalSpacing={5}
            aria-label="Messages by audience and wave"
            className={styles['byWave'] ?? ''}
          >
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">Audience</Table.Th>
                <Table.Th scope="col">For all waves</Table.Th>
                {waves.map(({ id, name, startMonth }) => (
                  <Table.Th key={id} scope="col">
                    {name}
                    <Text span size="xs" c="dimmed" display="block" fw={400}>
                      {startMonth === null ? 'No month yet' : monthWords(startMonth)}
                    </Text>
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {audiences.map(({ audience, forAll, byWave }) => (
                <Table.Tr key={audience}>
                  <Table.Th scope="row" fw={500}>
                    {audience}
                  </Table.Th>
                  {[forAll, ...byWave].map((messages, at) => (
                    <Table.Td key={at === 0 ? 'all' : (waves[at - 1]?.id ?? at)}>
                      {messages.length === 0 ? '–' : messages.map((message) => messageWords(message)).join('; ')}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea>
      )}
    </Card>
  )
}

function Untold({ waves, isLocked: locked }: { readonly waves: readonly UntoldWave[]; readonly isLocked: boolean }) {
  if (waves.length === 0) {
    return (
      <Text size="sm" className={styles['calm'] ?? ''}>
        <IconCircleCheck size={17} aria-hidden /> A message is addressed to the people of every wave that is still to
        start.
      </Text>
    )
  }
  return (
    <ul className={styles['list']}>
      {waves.map(({ wave, sentence }) => (
        <li key={wave.id}>
          <Group justify="space-between" gap="sm" className={styles['item'] ?? ''}>
            <Text size="sm">{sentence}</Text>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconMessagePlus size={15} />}
              disabled={locked}
              aria-label={`Add a message for ${wave.name}`}
              onClick={() =>
                void commitAndSay(`Add a message for ${wave.name}`, 'add', (plan) => messageFor(plan, wave), {
                  hasUndo: true,
                })
              }
            >
              Add a message
            </Button>
          </Group>
        </li>
      ))}
    </ul>
  )
}
