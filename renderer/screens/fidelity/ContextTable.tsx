import { Anchor, ScrollArea, Table, Text, Title } from '@mantine/core'
import { contextResults } from '@shared/forecast/evidence-context'
import { percent } from '@shared/forecast/figure'
import { formatNumber } from '@shared/plan/format'
import type { Row } from '@shared/plan/tables'
import { useMemo } from 'react'
import { goToTable } from '../../stores/interface'
import { useWorkbook } from '../../stores/workbook'

const change = (value: number): string =>
  `${value > 0 ? '+' : value < 0 ? '−' : ''}${formatNumber(Math.abs(Math.round(value * 10) / 10))}`

/** What works, for whom, where: fidelity and the change of an outcome by the words about the schools. */
export function ContextTable({ measure }: { readonly measure: Row<'outcomeMeasure'> }) {
  const plan = useWorkbook((s) => s.plan)
  const results = useMemo(() => contextResults(plan, measure.id), [plan, measure.id])
  const unseen = results.filter(({ observed }) => observed === 0)
  return (
    <section aria-labelledby="by-context">
      <Title order={2} size="h4" id="by-context">
        {unseen.length === 0
          ? 'What works, for whom and where'
          : `No results yet from schools that are: ${unseen.map(({ tag }) => tag).join(', ')}`}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        By the words about each school’s context. What was found in one context may not hold in another.
      </Text>
      {results.length === 0 ? (
        <Anchor component="button" type="button" size="sm" onClick={() => goToTable('unit')}>
          Give schools words about their context: rural, bilingual, high mobility…
        </Anchor>
      ) : (
        <ScrollArea
          type="auto"
          offsetScrollbars="present"
          viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': 'Results by context' }}
        >
          <Table withTableBorder fz="sm" verticalSpacing={5} aria-labelledby="by-context">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">Context</Table.Th>
                <Table.Th scope="col" ta="right">
                  Observed
                </Table.Th>
                <Table.Th scope="col" ta="right">
                  With fidelity
                </Table.Th>
                <Table.Th scope="col" ta="right">
                  Change of outcome
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {results.map(({ tag, schools, observed, fidelity, outcomeChange, sentence }) => (
                <Table.Tr key={tag}>
                  <Table.Th scope="row" fw={500}>
                    {tag}
                    <Text size="xs" c="dimmed" fw={400}>
                      {sentence}
                    </Text>
                  </Table.Th>
                  <Table.Td ta="right">
                    {observed} of {schools}
                  </Table.Td>
                  <Table.Td ta="right">{fidelity === null ? '–' : percent(fidelity)}</Table.Td>
                  <Table.Td ta="right">{outcomeChange === null ? '–' : change(outcomeChange)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea>
      )}
    </section>
  )
}
