import { SegmentedControl, Stack } from '@mantine/core'
import type { ExplainQuestion } from '@shared/forecast/explain'
import { sustainFromOf } from '@shared/forecast/explain-cost-part'
import { dollars } from '@shared/forecast/figure'
import { breakdownOf, type BreakdownBy, type BreakdownQuestion } from '@shared/money/breakdown'
import { byFiscalYear, totalCents } from '@shared/money/totals'
import { useMemo, useState, type ReactNode } from 'react'
import { FigureButton } from '../../components/FigureButton'
import { PlainTable, type PlainRow } from '../../components/PlainTable'
import { asking } from '../../stores/explanation'
import { useForecast } from '../../stores/forecast'
import { useLedger } from '../../stores/ledger'
import { outlookOf } from '../../stores/outlook'
import { useWorkbook } from '../../stores/workbook'
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

/** The month from which the whole plan is at scale, as the forecast has it. */
function useSustainFrom(): string | null {
  const shown = useForecast((s) => s.shown)
  return useMemo(() => (shown ? sustainFromOf(outlookOf(shown).runs) : null), [shown])
}

/** What the plan costs by fiscal year and by fund, phase, school, component or category; every figure leads to its lines. */
export function ByYear() {
  const plan = useWorkbook((s) => s.plan)
  const ledger = useLedger()
  const sustainFrom = useSustainFrom()
  const [by, setBy] = useState<BreakdownBy>('source')
  const question = useMemo<BreakdownQuestion>(
    () => ({ plan, ledger, by, sustainFrom }),
    [plan, ledger, by, sustainFrom],
  )
  if (totalCents(ledger).costCents === 0) return <NoCosts />
  const choose = (next: string) => {
    const choice = choices.find(({ value }) => value === next)
    if (choice) setBy(choice.value)
  }
  return (
    <Stack gap="xl">
      <CostTable
        question={question}
        control={
          <SegmentedControl
            aria-label="Told apart by"
            data={choices.map(({ value, label }) => ({ value, label }))}
            value={by}
            onChange={choose}
          />
        }
      />
      <PlannedAndActual plan={plan} />
      <UnitCosts plan={plan} ledger={ledger} />
    </Stack>
  )
}

type CostTableProps = { readonly question: BreakdownQuestion; readonly control: ReactNode }

/** Which figure of a row is explained by what; null: all years. */
type QuestionIn = (fiscalYear: number | null) => ExplainQuestion

function CostTable({ question, control }: CostTableProps) {
  const { plan, ledger, by } = question
  const table = useMemo(() => breakdownOf(question), [question])
  const memo = useMemo(() => memoRows(byFiscalYear(plan, ledger)), [plan, ledger])
  const rowOf = (key: string, label: string, cents: readonly number[], ask: QuestionIn): PlainRow => {
    const figure = (amount: number, fiscalYear: number | null) =>
      amount === 0 ? (
        '–'
      ) : (
        <FigureButton
          text={dollars(amount)}
          about={`${label}, ${fiscalYear ?? 'all years'}`}
          {...asking(ask(fiscalYear))}
        />
      )
    const sum = cents.reduce((all, each) => all + each, 0)
    return {
      key,
      label,
      cells: [...cents.map((each, at) => figure(each, table.fiscalYears[at] ?? null)), figure(sum, null)],
    }
  }
  return (
    <PlainTable
      title="Cost by fiscal year"
      description="Each fiscal year is named by the year it ends in. A figure shows what it is made of (Alt+E)."
      choices={control}
      firstHead={choices.find(({ value }) => value === by)?.head ?? ''}
      head={[...table.fiscalYears.map(String), 'All years']}
      rows={[
        ...table.rows.map(({ key, label, cents }) =>
          rowOf(key, label, cents, (fiscalYear) => ({ kind: 'costPart', by, key, fiscalYear })),
        ),
        {
          ...rowOf('total', 'Total', table.totalCents, (fiscalYear) => ({ kind: 'costOfYear', fiscalYear })),
          tone: 'total',
        },
        ...memo
          .filter(({ key }) => by !== 'source' || key !== 'unfunded')
          .map(({ key, label, cents, ask }): PlainRow => ({ ...rowOf(key, label, cents, ask), tone: 'quiet' })),
      ]}
    />
  )
}

type MemoRow = {
  readonly key: string
  readonly label: string
  readonly cents: readonly number[]
  readonly ask: QuestionIn
}

/** What stands under the total, whatever the cost is told apart by: needed for good or once, and what nobody pays. */
const memoRows = (years: ReturnType<typeof byFiscalYear>): MemoRow[] => [
  {
    key: 'recurring',
    label: 'of it needed for good',
    cents: years.map(({ recurringNeed }) => recurringNeed.costCents),
    ask: (fiscalYear) => ({ kind: 'costOfNeed', isRecurring: true, fiscalYear }),
  },
  {
    key: 'once',
    label: 'of it only for the push',
    cents: years.map(({ costCents, recurringNeed }) => costCents - recurringNeed.costCents),
    ask: (fiscalYear) => ({ kind: 'costOfNeed', isRecurring: false, fiscalYear }),
  },
  {
    key: 'unfunded',
    label: 'of it paid by nobody',
    cents: years.map(({ unfundedCents }) => unfundedCents),
    ask: (fiscalYear) => ({ kind: 'unfunded', fiscalYear }),
  },
]
