import { Anchor, ScrollArea, Table, Text, Title } from '@mantine/core'
import { laneWords, percentToward, readinessOf, type Lane, type WaveReadiness } from '@shared/forecast/readiness'
import { monthWords } from '@shared/plan/month'
import { IconStairsUp } from '@tabler/icons-react'
import { useMemo } from 'react'
import { Card } from '../../components/Card'
import { EmptyState } from '../../components/EmptyState'
import { JumpList } from '../../components/JumpList'
import { SignWord } from '../../components/SignWord'
import { useForecast } from '../../stores/forecast'
import { goToRow, goToTable } from '../../stores/interface'
import { useWorkbook } from '../../stores/workbook'
import styles from './readiness.module.css'

/** Whether everyone in the next phase will have tools, information and training: the five lanes of every wave. */
export function Readiness() {
  const plan = useWorkbook((s) => s.plan)
  const shown = useForecast((s) => s.shown)
  const ledger = shown?.plan === plan ? shown.ledger : undefined
  const waves = useMemo(() => readinessOf(plan, ledger), [plan, ledger])
  if (waves.length === 0) {
    return (
      <EmptyState
        icon={IconStairsUp}
        title="Readiness comes with the waves"
        text="Before a wave starts its people need resources, information, a way to see how it goes, training, and somebody in every post."
      >
        <Anchor component="button" type="button" onClick={() => goToTable('wave')}>
          First say in which order schools start
        </Anchor>
      </EmptyState>
    )
  }
  return (
    <div className={styles['waves']}>
      <Lanes waves={waves} />
      {waves.map((wave) => (
        <WaveCard key={wave.wave.id} readiness={wave} />
      ))}
    </div>
  )
}

function Lanes({ waves }: { readonly waves: readonly WaveReadiness[] }) {
  return (
    <section aria-labelledby="lanes">
      <Title order={2} id="lanes">
        Is everyone ready?
      </Title>
      <Text size="sm" c="dimmed" mb="xs" maw={820}>
        What everyone in a wave needs before it starts, each by one rule. A gate can ask for any of them.
      </Text>
      <ScrollArea
        type="auto"
        offsetScrollbars="present"
        viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': 'Lanes of every wave' }}
      >
        <Table withTableBorder withColumnBorders fz="sm" verticalSpacing={6} aria-labelledby="lanes">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Lane</Table.Th>
              {waves.map(({ wave }) => (
                <Table.Th key={wave.id} scope="col">
                  {wave.name}
                  <Text span size="xs" c="dimmed" display="block" fw={400}>
                    {wave.startMonth === null ? 'No month yet' : monthWords(wave.startMonth)}
                  </Text>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {waves[0]?.lanes.map(({ lane, rule }, at) => (
              <Table.Tr key={lane}>
                <Table.Th scope="row" className={styles['lane'] ?? ''}>
                  {laneWords[lane]}
                  <Text size="xs" c="dimmed" fw={400}>
                    {rule}
                  </Text>
                </Table.Th>
                {waves.map(({ wave, lanes }) => {
                  const one = lanes[at]
                  return <Table.Td key={wave.id}>{one && <LaneWord lane={one} />}</Table.Td>
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
    </section>
  )
}

function LaneWord({ lane: { isReady, value, line } }: { readonly lane: Lane }) {
  if (value === null) return <SignWord sign="notKnown" words="Not known" />
  return (
    <>
      <SignWord sign={isReady ? 'yes' : 'notYet'} words={isReady ? 'Ready' : 'Not ready'} />
      <Text size="xs" c="dimmed">
        {percentToward(value, line)}
        {line < 1 ? `, line ${percentToward(line, 0)}` : ''}
      </Text>
    </>
  )
}

function WaveCard({ readiness: { wave, schools, lanes } }: { readonly readiness: WaveReadiness }) {
  const ready = lanes.filter(({ isReady }) => isReady).length
  const open = lanes.filter(({ gaps }) => gaps.length > 0)
  return (
    <Card>
      <Title order={2} size="h3">
        {wave.name}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {ready} of {lanes.length} lanes ready · {schools.map(({ name }) => name).join(', ') || 'No school yet'}
      </Text>
      {open.length === 0 && <Text size="sm">Nothing is lacking.</Text>}
      <div className={styles['gaps']}>
        {open.map(({ lane, gaps }) => (
          <div key={lane}>
            <Title order={3} size="h4">
              {laneWords[lane]}
            </Title>
            <JumpList
              label={`What is lacking for ${wave.name}: ${laneWords[lane]}`}
              items={gaps.map(({ sentence, table, rowId }) => ({
                key: `${sentence} ${rowId ?? ''}`,
                sentence,
                onGo: () => (rowId === null ? goToTable(table) : goToRow({ table, id: rowId })),
              }))}
            />
          </div>
        ))}
      </div>
    </Card>
  )
}
