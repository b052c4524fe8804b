import { SegmentedControl, Stack } from '@mantine/core'
import { dollars } from '@shared/forecast/figure'
import { breakdownOf, type BreakdownBy, type BreakdownQuestion } from '@shared/money/breakdown'
import { byFiscalYear, totalCents } from '@shared/money/totals'
import { useMemo, useState, type ReactNode } from 'react'
import { PlainTable, type PlainRow } from '../../components/PlainTable'
import { useForecast } from '../../stores/forecast'
import { useLedger } from '../../stores/ledger'
import { useWorkbook } from '../../stores/workbook'
import { FigureButton } from './FigureButton'
import { LinesBehind } from './LinesBehind'
import { NoCosts } from './NoCosts'
import { PlannedAndActual } from './PlannedAndActual'
import { UnitCosts } from './UnitCosts'

const choices: readonly { readonly value: BreakdownBy; readonly label: string; readonly head: string }[] = [
  { value: 'source', label: 'Fund', head: 'Paid by' },
  { value: 'phase', label: 'Phase', head: 'Phase' },
  { value: 'unit', label: 'School', head: 'For' },
  { value: 'component', label: 'Component', head: 'Component' },
  { value: 'category', label: 'Category', head: 'Category' },
]

/** Which figure is looked into; a null key or year: that of the total. */
type Chosen = { readonly key: string | null; readonly label: string; readonly fiscalYear: number | null }

/** The month from which the whole plan is at scale, as the forecast has it. */
function useSustainFrom(): string | null {
  const shown = useForecast((s) => s.shown)
  return useMemo(() => {
    const months = shown?.forecasts.map(({ atScaleMonth }) => atScaleMonth) ?? []
    const known = months.filter((month) => month !== null)
    return known.length > 0 && known.length === months.length ? known.reduce((a, b) => (a > b ? a : b)) : null
  }, [shown])
}

/** What the plan costs by fiscal year and by fund, phase, school, component or category; every figure leads to its lines. */
export function ByYear() {
  const plan = useWorkbook((s) => s.plan)
  const ledger = useLedger()
  const sustainFrom = useSustainFrom()
  const [by, setBy] = useState<BreakdownBy>('source')
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const question = useMemo<BreakdownQuestion>(
    () => ({ plan, ledger, by, sustainFrom }),
    [plan, ledger, by, sustainFrom],
  )
  if (totalCents(ledger).costCents === 0) return <NoCosts />
  const choose = (next: string) => {
    const choice = choices.find(({ value }) => value === next)
    if (choice) setBy(choice.value)
    setChosen(null)
  }
  return (
    <Stack gap="xl">
      <CostTable
        question={question}
        onChoose={setChosen}
        control={
          <SegmentedControl
            aria-label="Told apart by"
            data={choices.map(({ value, label }) => ({ value, label }))}
            value={by}
            onChange={choose}
          />
        }
      />
      {chosen && (
        <LinesBehind
          key={`${chosen.key} ${chosen.fiscalYear}`}
          question={question}
          groupKey={chosen.key}
          fiscalYear={chosen.fiscalYear}
          title={`Behind “${chosen.label}${chosen.fiscalYear === null ? '' : `, ${chosen.fiscalYear}`}”`}
          onClose={() => setChosen(null)}
        />
      )}
      <PlannedAndActual plan={plan} ledger={ledger} />
      <UnitCosts plan={plan} ledger={ledger} />
    </Stack>
  )
}

type CostTableProps = {
  readonly question: BreakdownQuestion
  readonly onChoose: (chosen: Chosen) => void
  readonly control: ReactNode
}

function CostTable({ question, onChoose, control }: CostTableProps) {
  const { plan, ledger, by } = question
  const table = useMemo(() => breakdownOf(question), [question])
  const memo = useMemo(() => memoRows(byFiscalYear(plan, ledger)), [plan, ledger])
  const figure = (key: string | null, label: string, fiscalYear: number | null, cents: number) =>
    cents === 0 ? (
      '–'
    ) : (
      <FigureButton
        text={dollars(cents)}
        about={`${label}, ${fiscalYear ?? 'all years'}`}
        onClick={() => onChoose({ key, label, fiscalYear })}
      />
    )
  const rowOf = (key: string | null, label: string, cents: readonly number[], sum: number): PlainRow => ({
    key: key ?? 'total',
    label,
    cells: [
      ...cents.map((each, at) => figure(key, label, table.fiscalYears[at] ?? null, each)),
      figure(key, label, null, sum),
    ],
  })
  return (
    <PlainTable
      title="Cost by fiscal year"
      description="Each fiscal year is named by the year it ends in. A figure shows the lines behind it."
      choices={control}
      firstHead={choices.find(({ value }) => value === by)?.head ?? ''}
      head={[...table.fiscalYears.map(String), 'All years']}
      rows={[
        ...table.rows.map(({ key, label, cents, sumCents }) => rowOf(key, label, cents, sumCents)),
        { ...rowOf(null, 'Total', table.totalCents, table.allCents), tone: 'total' },
        ...memo.filter(({ key }) => by !== 'source' || key !== 'unfunded'),
      ]}
    />
  )
}

/** What stands under the total, whatever the cost is told apart by: needed for good or once, and what nobody pays. */
function memoRows(years: ReturnType<typeof byFiscalYear>): PlainRow[] {
  const row = (key: string, label: string, cents: readonly number[]): PlainRow => ({
    key,
    label,
    tone: 'quiet',
    cells: [...cents, cents.reduce((sum, each) => sum + each, 0)].map(dollars),
  })
  return [
    row(
      'recurring',
      'of it needed for good',
      years.map(({ recurringNeed }) => recurringNeed.costCents),
    ),
    row(
      'once',
      'of it only for the push',
      years.map(({ costCents, recurringNeed }) => costCents - recurringNeed.costCents),
    ),
    row(
      'unfunded',
      'of it paid by nobody',
      years.map(({ unfundedCents }) => unfundedCents),
    ),
  ]
}
