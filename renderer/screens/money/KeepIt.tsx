import { Anchor, Paper, Stack } from '@mantine/core'
import { dollars } from '@shared/forecast/figure'
import { fundCliffs } from '@shared/money/cliffs'
import type { Ledger } from '@shared/money/ledger'
import { byFiscalYear, totalCents } from '@shared/money/totals'
import { fundDates, unfundedSpans } from '@shared/money/unfunded-months'
import { monthWords } from '@shared/plan/month'
import { planRow, type Plan } from '@shared/plan/plan'
import { nameOf } from '@shared/plan/words'
import { useMemo } from 'react'
import { BarPicture } from '../../charts/BarPicture'
import { ChartFigure } from '../../charts/ChartFigure'
import { usePalette } from '../../charts/usePalette'
import { PlainTable } from '../../components/PlainTable'
import { goToRow } from '../../stores/interface'
import { useLedger } from '../../stores/ledger'
import { useWorkbook } from '../../stores/workbook'
import { needFigure } from './need-figure'
import { NoCosts } from './NoCosts'

/** Whether what is needed for good can be paid once the grants have ended. */
export function KeepIt() {
  const plan = useWorkbook((s) => s.plan)
  const ledger = useLedger()
  const palette = usePalette()
  const figure = useMemo(() => needFigure(byFiscalYear(plan, ledger)), [plan, ledger])
  if (totalCents(ledger).costCents === 0) return <NoCosts />
  return (
    <Stack gap="xl">
      <Paper withBorder p="md" radius="md">
        <ChartFigure figure={figure} order={2}>
          <BarPicture figure={figure} palette={palette} height={300} />
        </ChartFigure>
      </Paper>
      <Cliffs plan={plan} ledger={ledger} />
      <FundDates plan={plan} ledger={ledger} />
      <UnfundedMonths plan={plan} ledger={ledger} />
    </Stack>
  )
}

type Props = { readonly plan: Plan; readonly ledger: Ledger }

function Cliffs({ plan, ledger }: Props) {
  const asOf = planRow(plan)?.asOfMonth ?? planRow(plan)?.startMonth ?? ''
  const cliffs = useMemo(() => fundCliffs(plan, ledger), [plan, ledger])
  return (
    <PlainTable
      title="When a fund ends, and what falls"
      description="Only what is needed for good. “Left without funds”: what nobody pays of it in the twelve months after."
      firstHead="Fund"
      head={[
        'Last month',
        'Carried in its last year',
        'Left without funds',
        { label: 'What it carried', isWords: true },
      ]}
      rows={cliffs.map(({ sourceId, name, lastMonth, carriedCents, unfundedCents, lines }) => ({
        key: `${sourceId} ${lastMonth}`,
        label: lastMonth < asOf ? `${name} (past)` : name,
        cells: [
          monthWords(lastMonth),
          dollars(carriedCents),
          unfundedCents === 0 ? 'nothing' : dollars(unfundedCents),
          lines
            .map(({ label, unfundedCents: gap }) => (gap === 0 ? label : `${label} (${dollars(gap)} without funds)`))
            .join('; '),
        ],
      }))}
      empty="No fund that ends pays for anything that is needed for good."
    />
  )
}

function FundDates({ plan, ledger }: Props) {
  const dates = useMemo(() => fundDates(plan, ledger), [plan, ledger])
  return (
    <PlainTable
      title="Dates of the funds that end"
      description="Money must be committed by the first date. What was committed in time, such as an order with a month under “Committed in”, may be paid until the second."
      firstHead="Fund"
      head={['Starts', 'Commit until', 'Pay until', 'Pays in this plan', 'of it after “Commit until”']}
      rows={dates.map(({ sourceId, name, startMonth, commitUntil, payUntil, paidCents, paidAfterCents }) => ({
        key: sourceId,
        label: (
          <Anchor
            component="button"
            type="button"
            size="sm"
            onClick={() => goToRow({ table: 'fundingSource', id: sourceId })}
          >
            {name}
          </Anchor>
        ),
        cells: [
          startMonth === null ? 'from the start' : monthWords(startMonth),
          monthWords(commitUntil),
          monthWords(payUntil),
          dollars(paidCents),
          paidAfterCents === 0 ? 'nothing' : dollars(paidAfterCents),
        ],
      }))}
      empty="No fund has a date by which money must be committed."
    />
  )
}

function UnfundedMonths({ plan, ledger }: Props) {
  const spans = useMemo(() => unfundedSpans(ledger), [ledger])
  return (
    <PlainTable
      title="Months without funds"
      description="Where the payments of a line do not cover its cost. In these months it stops, or goes on unfunded, as the settings say."
      firstHead="Line"
      head={['From', 'Until', 'Cost', 'Paid by nobody', { label: 'Who paid before', isWords: true }]}
      rows={spans.map(({ kind, id, label, fromMonth, toMonth, costCents, unfundedCents, endedIds }) => ({
        key: `${id} ${label} ${fromMonth}`,
        label: (
          <Anchor component="button" type="button" size="sm" onClick={() => goToRow({ table: kind, id })}>
            {label}
          </Anchor>
        ),
        cells: [
          monthWords(fromMonth),
          monthWords(toMonth),
          dollars(costCents),
          dollars(unfundedCents),
          endedIds.length === 0 ? '–' : endedIds.map((each) => nameOf(plan, 'fundingSource', each)).join(', '),
        ],
      }))}
      empty="Every month of every line is paid in full."
    />
  )
}
