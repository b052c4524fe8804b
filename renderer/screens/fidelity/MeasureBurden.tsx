import { ScrollArea, Table, Text, Title } from '@mantine/core'
import { burdensOf, practicalShare } from '@shared/forecast/evidence-burden'
import { roundsOf } from '@shared/forecast/evidence-rounds'
import { percent } from '@shared/forecast/figure'
import { formatNumber, formatShare } from '@shared/plan/format'
import { monthOfDay, monthWords } from '@shared/plan/month'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import { Card } from '../../components/Card'
import { useWorkbook } from '../../stores/workbook'
import styles from './fidelity.module.css'

const hours = (value: number): string => formatNumber(Math.round(value))

/** What observing costs in time, and which version of an instrument was used when, with its own line. */
export function MeasureBurden() {
  const plan = useWorkbook((s) => s.plan)
  const burdens = useMemo(() => burdensOf(plan), [plan])
  const rounds = useMemo(() => roundsOf(plan), [plan])
  if (burdens.length === 0) return null
  const heavy = burdens.filter(({ isImpractical }) => isImpractical).length
  const used = (measureId: string): string => {
    const mine = rounds.filter(({ measure }) => measure.id === measureId)
    const [first, last] = [mine[0], mine.at(-1)]
    if (!first || !last) return 'Not used yet'
    const [from, to] = [monthWords(monthOfDay(first.firstDay)), monthWords(monthOfDay(last.lastDay))]
    return `${mine.length} × ${from === to ? from : `${from} to ${to}`}`
  }
  return (
    <Card>
      <Title order={2} size="h3">
        {heavy === 0 ? 'Observing is practical enough to go on with' : 'Observing takes more time than people have'}
      </Title>
      <Text size="sm" c="dimmed" mb="xs" maw={860}>
        Minutes for one person × practitioners × rounds a year. Up to {percent(practicalShare)} of the time of those who
        work for the rollout is practical; a measure that takes more is seldom used for long.
      </Text>
      <ScrollArea
        type="auto"
        offsetScrollbars="present"
        viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': 'Time for each measure' }}
      >
        <Table withTableBorder fz="sm" aria-label="Time for each measure">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Measure</Table.Th>
              <Table.Th scope="col">Version</Table.Th>
              <Table.Th scope="col" ta="right">
                Line
              </Table.Th>
              <Table.Th scope="col">Rounds</Table.Th>
              <Table.Th scope="col" ta="right">
                Hours a year now
              </Table.Th>
              <Table.Th scope="col" ta="right">
                In all schools
              </Table.Th>
              <Table.Th scope="col">Practical?</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {burdens.map(({ measure, hoursNow, hoursInAll, isImpractical, sentence }) => (
              <Table.Tr key={measure.id}>
                <Table.Th scope="row" fw={500}>
                  {measure.name}
                </Table.Th>
                <Table.Td>{measure.version ?? '–'}</Table.Td>
                <Table.Td ta="right">{formatShare(measure.criterionShare)}</Table.Td>
                <Table.Td>{used(measure.id)}</Table.Td>
                <Table.Td ta="right">{hours(hoursNow)}</Table.Td>
                <Table.Td ta="right">{hours(hoursInAll)}</Table.Td>
                <Table.Td>
                  <span className={isImpractical ? styles['heavy'] : undefined}>
                    {isImpractical ? (
                      <IconAlertTriangle size={15} aria-hidden className={styles['sign']} />
                    ) : (
                      <IconCircleCheck size={15} aria-hidden className={styles['sign']} />
                    )}{' '}
                    {isImpractical ? 'Not practical.' : 'Practical.'}
                  </span>{' '}
                  {sentence}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
    </Card>
  )
}
