import { Loader, SegmentedControl, Text } from '@mantine/core'
import { outcomeWords, type DriverOutcome, type Drivers as Found } from '@shared/forecast/drivers'
import { useEffect, useState } from 'react'
import { ChartFigure } from '../../charts/ChartFigure'
import type { Figure } from '../../charts/figure'
import { TornadoPicture } from '../../charts/TornadoPicture'
import { usePalette } from '../../charts/usePalette'
import { Card } from '../../components/Card'
import { askDrivers, useDrivers } from '../../stores/questions'
import { useWorkbook } from '../../stores/workbook'

const outcomes: readonly { readonly value: DriverOutcome; readonly label: string }[] = [
  { value: 'end', label: 'Share at the end' },
  { value: 'atScaleMonth', label: 'Month at scale' },
  { value: 'monthsAtScale', label: 'Months at scale' },
  { value: 'cost', label: 'Cost of the plan' },
]

const shownBars = 10

const drawnWords = (bars: Found['bars']): string => {
  const moving = bars.filter(({ swing }) => swing > 0).length
  return moving > shownBars ? `The ${shownBars} widest of ${moving} are drawn; the table has all.` : ''
}

/** The bars as a table of the same values. */
function driversFigure(found: Found): Figure {
  const { bars, sentence } = found
  const badge = (isAssumption: boolean): string => (isAssumption ? ' (planner’s assumption)' : '')
  return {
    id: 'drivers',
    title: sentence,
    summary: `Every uncertain figure is set to its lowest and its highest plausible value, one at a time, with all else as it is. Widest first. ${drawnWords(bars)}`,
    categoryLabel: 'Figure',
    categories: bars.map(
      (bar) => `${bar.label}${badge(bar.isPlannersAssumption)}: ${bar.low.value} to ${bar.high.value}`,
    ),
    series: [
      { key: 'low', label: 'At its lowest', values: bars.map(({ low }) => low.outcome) },
      { key: 'high', label: 'At its highest', values: bars.map(({ high }) => high.outcome) },
    ],
    format: (value) => outcomeWords(found, value),
  }
}

/** What drives the result: one bar for every uncertain figure of the plan that is shown. */
export function Drivers() {
  const plan = useWorkbook((state) => state.plan)
  const { answer, isAsking, problem } = useDrivers()
  const [outcome, setOutcome] = useState<DriverOutcome>('end')
  const palette = usePalette()
  useEffect(() => askDrivers(plan, outcome), [plan, outcome])
  return (
    <Card>
      <SegmentedControl
        aria-label="What is looked at"
        data={outcomes.map((one) => ({ ...one }))}
        value={outcome}
        onChange={(value) => setOutcome(outcomes.find((one) => one.value === value)?.value ?? 'end')}
        mb="md"
      />
      {problem !== null && <Text>{problem}</Text>}
      {isAsking && <Loader size="sm" role="status" aria-label="Working it out" />}
      {answer && answer.outcome === outcome && (
        <ChartFigure figure={driversFigure(answer)} order={2}>
          <TornadoPicture
            title={answer.sentence}
            palette={palette}
            base={answer.base}
            baseWords={outcomeWords(answer, answer.base)}
            rows={answer.bars
              .filter(({ swing }) => swing > 0)
              .slice(0, shownBars)
              .map(({ key, label, unit, isPlannersAssumption, low, high }) => ({
                key,
                label,
                badge: isPlannersAssumption ? 'Planner’s assumption' : '',
                note: unit,
                low: { ...low, words: outcomeWords(answer, low.outcome) },
                high: { ...high, words: outcomeWords(answer, high.outcome) },
              }))}
          />
        </ChartFigure>
      )}
    </Card>
  )
}
