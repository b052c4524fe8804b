import { Select, Table, Text, Title } from '@mantine/core'
import {
  comparedYears,
  comparePlans,
  fundsSideBySide,
  holdingSentence,
  moneyDifference,
  positionDifferences,
  type ComparedPlan,
} from '@shared/forecast/compared-plans'
import { dollars } from '@shared/forecast/figure'
import { settingsOf } from '@shared/plan/settings'
import { useState } from 'react'
import { ChartFigure } from '../../charts/ChartFigure'
import { monthTicks, sideBySideFigure } from '../../charts/forecast-figure'
import { LinePicture } from '../../charts/LinePicture'
import { usePalette } from '../../charts/usePalette'
import { Card } from '../../components/Card'
import { LikelyLine } from '../../components/LikelyLine'
import { useForecast } from '../../stores/forecast'
import { cancelLikely, useRanges } from '../../stores/likely'
import { outlookOf } from '../../stores/outlook'
import type { PlanForecast } from '../../stores/plan-forecast'
import { useWorkbook } from '../../stores/workbook'
import styles from './if-we.module.css'
import { ScenarioCards } from './ScenarioCards'
import { useComparedScenarios } from './use-compared'

/** One column: a plan with its name. */
export type Column = ComparedPlan & { readonly id: string; readonly name: string }

/** The current plan and up to four scenarios side by side: what they do, what they cost, in what they differ. */
export function Compare() {
  const { chosen, choose } = useComparedScenarios()
  const baseline = useForecast((state) => state.baseline)
  const compared = useForecast((state) => state.compared)
  const scenarios = useWorkbook((state) => state.scenarios)
  const ranges = useRanges((state) => state.ranges)
  const column = (id: string, name: string, forecast: PlanForecast): Column => ({
    id,
    name,
    plan: forecast.plan,
    ledger: forecast.ledger,
    headline: outlookOf(forecast).headline,
    likely: ranges.get(forecast)?.likely ?? null,
  })
  const columns = scenarios.flatMap(({ id, name }): Column[] => {
    const forecast = chosen.has(id) ? compared.get(id) : undefined
    return forecast ? [column(id, name, forecast)] : []
  })
  const current = baseline ? column('plan', 'Current plan', baseline) : null
  const done = [...ranges.values()].find((range) => range.done !== null)?.done ?? null
  return (
    <div className={styles['answer']}>
      <ScenarioCards chosen={chosen} onChoose={choose} />
      {current && columns.length > 0 && (
        <>
          <Card>
            <Overlaid current={current} columns={columns} />
            <LikelyLine sentence={null} done={done} onCancel={cancelLikely} />
          </Card>
          <Card>
            <WhatItDoes current={current} columns={columns} />
          </Card>
          <Card>
            <Funds columns={[current, ...columns]} />
          </Card>
          {columns.map((one) => (
            <Card key={one.id}>
              <Positions current={current} other={one} />
            </Card>
          ))}
        </>
      )}
    </div>
  )
}

type Sides = { readonly current: Column; readonly columns: readonly Column[] }

function Overlaid({ current, columns }: Sides) {
  const palette = usePalette()
  const line = settingsOf(current.plan).atScaleShare / 10_000
  const figure = sideBySideFigure(
    [current, ...columns].map(({ id, name, headline, likely }) => ({
      id,
      name,
      headline,
      summary: likely?.summary ?? null,
    })),
    columns.map(({ name, headline }) => holdingSentence(name, headline, line)).join(' '),
  )
  return (
    <ChartFigure figure={figure} order={2}>
      <LinePicture
        figure={figure}
        palette={palette}
        height={320}
        domain={[0, 1]}
        marks={[{ value: line, label: `At-scale line ${figure.format(line)}` }]}
        ticks={monthTicks(figure.categories)}
      />
    </ChartFigure>
  )
}

function WhatItDoes({ current, columns }: Sides) {
  const compared = columns.map((one) => comparePlans(current, one))
  const rows = compared[0] ?? []
  return (
    <Table.ScrollContainer
      minWidth={500}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': 'What they do' } }}
    >
      <Table fz="sm" aria-label="Side by side">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">What it does</Table.Th>
            {[current, ...columns].map(({ id, name }) => (
              <Table.Th key={id} scope="col" ta="right">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, label, before }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" fw={400}>
                {label}
              </Table.Th>
              <Table.Td ta="right">{before}</Table.Td>
              {compared.map((lines, at) => {
                const own = lines.find((one) => one.key === key)
                return (
                  <Table.Td key={columns[at]?.id} ta="right">
                    {own?.after ?? '…'}
                    <Text size="xs" c="dimmed">
                      {own ? (own.difference === '' ? 'the same' : own.difference) : ''}
                    </Text>
                  </Table.Td>
                )
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function Funds({ columns }: { readonly columns: readonly Column[] }) {
  const [year, setYear] = useState<string | null>(null)
  const rows = fundsSideBySide(columns, year === null ? null : Number(year))
  return (
    <>
      <Title order={2} size="h4">
        Who pays
      </Title>
      <Select
        label="Fiscal year"
        placeholder="All years"
        clearable
        w={200}
        data={comparedYears(columns).map((one) => ({ value: String(one), label: `FY ${one}` }))}
        value={year}
        onChange={setYear}
      />
      <Table fz="sm" aria-label="Cost by fund">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Fund</Table.Th>
            {columns.map(({ id, name }) => (
              <Table.Th key={id} scope="col" ta="right">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ label, cents }) => (
            <Table.Tr key={label}>
              <Table.Th scope="row" fw={400}>
                {label}
              </Table.Th>
              {cents.map((value, at) => (
                <Table.Td key={columns[at]?.id} ta="right">
                  {dollars(value)}
                  {at > 0 && (
                    <Text size="xs" c="dimmed">
                      {moneyDifference(cents[0] ?? 0, value)}
                    </Text>
                  )}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}

function Positions({ current, other }: { readonly current: Column; readonly other: Column }) {
  const rows = positionDifferences(current, other)
  return (
    <>
      <Title order={2} size="h4">
        {other.name}: cost by position
      </Title>
      {rows.length === 0 && <Text size="sm">Every position costs the same.</Text>}
      {rows.length > 0 && (
        <Table fz="sm" aria-label={`${other.name}: cost by position`}>
          <Table.Thead>
            <Table.Tr>
              {['Position', 'Current plan', other.name, 'Difference'].map((head, at) => (
                <Table.Th key={head} scope="col" ta={at === 0 ? 'left' : 'right'}>
                  {head}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ key, label, before, after }) => (
              <Table.Tr key={key}>
                <Table.Th scope="row" fw={400}>
                  {label}
                </Table.Th>
                <Table.Td ta="right">{dollars(before)}</Table.Td>
                <Table.Td ta="right">{dollars(after)}</Table.Td>
                <Table.Td ta="right">{moneyDifference(before, after)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  )
}
