import { Group, Select, Text } from '@mantine/core'
import type { Forecast } from '@shared/forecast/forecast'
import { causeWords, type ChangeInTenths, type WhyItChanges as Why } from '@shared/forecast/why-it-changes'
import { causes } from '@shared/model/why'
import { addMonths, monthsBetween, monthWords } from '@shared/plan/month'
import { useEffect, useState, type ReactNode } from 'react'
import { Card } from '../../components/Card'
import { PlainTable } from '../../components/PlainTable'
import { useForecast } from '../../stores/forecast'
import { askWhy, useWhy } from '../../stores/questions'
import { useWorkbook } from '../../stores/workbook'

const points = (tenths: number): string => (Math.abs(tenths) / 10).toFixed(1)
const share = (tenths: number): string => `${points(tenths)}%`
const signed = (tenths: number): string => `${tenths > 0 ? '+' : tenths < 0 ? '−' : ''}${points(tenths)}`

/**
 * From the peak to the end where practice falls, else from the first month to the last. A dip within the last year is
 * the summer, when people leave.
 */
function usualMonths({ start, months, weakest }: Forecast): [string, string] {
  const end = addMonths(start, months - 1)
  const isFalling = weakest.peak > weakest.end && monthsBetween(weakest.peakMonth, end) >= 12
  return [isFalling ? weakest.peakMonth : start, end]
}

/** What a change between two months is made of, as a table; both months can be chosen. */
export function WhyItChanges() {
  const forecast = useForecast((state) => state.shown?.forecasts[0] ?? null)
  return forecast && <Asked key={`${forecast.start} ${forecast.months}`} forecast={forecast} />
}

function Asked({ forecast }: { readonly forecast: Forecast }) {
  const plan = useWorkbook((state) => state.plan)
  const [chosen, setChosen] = useState<{ readonly from?: string; readonly to?: string }>({})
  const { answer, problem } = useWhy()
  const [peak, end] = usualMonths(forecast)
  const [from, to] = [chosen.from ?? peak, chosen.to ?? end]
  useEffect(() => askWhy(plan, [from, to]), [plan, from, to])
  const data = Array.from({ length: forecast.months }, (_, month) => {
    const value = addMonths(forecast.start, month)
    return { value, label: monthWords(value) }
  })
  const months = (
    <Group gap="sm">
      <Select
        label="Between the end of"
        data={data}
        value={from}
        searchable
        allowDeselect={false}
        onChange={(month) => month !== null && setChosen({ ...chosen, from: month })}
      />
      <Select
        label="and the end of"
        data={data}
        value={to}
        searchable
        allowDeselect={false}
        onChange={(month) => month !== null && setChosen({ ...chosen, to: month })}
      />
    </Group>
  )
  return (
    <Card>
      {problem !== null && <Text>{problem}</Text>}
      {answer?.map((why, at) => (
        <WhyTable key={why.districtId ?? why.name} why={why} isOne={answer.length === 1} choices={at === 0 && months} />
      ))}
    </Card>
  )
}

type TableProps = { readonly why: Why; readonly isOne: boolean; readonly choices: ReactNode }

function WhyTable({ why, isOne, choices }: TableProps) {
  const { weakest, adoption, component, name } = why
  const row = (key: string, label: string, figureOf: (change: ChangeInTenths) => string) => ({
    key,
    label,
    cells: [figureOf(weakest), figureOf(adoption)],
  })
  const told = causes.filter((cause) => weakest.parts[cause] !== 0 || adoption.parts[cause] !== 0)
  return (
    <PlainTable
      title={isOne ? 'Why it changes' : `Why it changes: ${name}`}
      description={`Percentage points of all posts. The weakest essential component at the end is “${component}”.`}
      choices={choices}
      firstHead="What happens"
      head={['With fidelity at the weakest component', 'Using it at all, all components']}
      rows={[
        row('from', 'At the start', ({ from }) => share(from)),
        ...told.map((cause) => row(cause, causeWords[cause], ({ parts }) => signed(parts[cause]))),
        { ...row('to', 'At the end', ({ to }) => share(to)), tone: 'total' as const },
      ]}
    />
  )
}
