import { Anchor, Button, Stack } from '@mantine/core'
import { fiscalYearOf } from '@shared/plan/month'
import { planRow } from '@shared/plan/plan'
import { IconCoin } from '@tabler/icons-react'
import { useMemo } from 'react'
import { DataSheet } from '../../components/DataSheet/DataSheet'
import { EmptyState } from '../../components/EmptyState'
import { commitAndSay } from '../../stores/commits'
import { openSample } from '../../stores/opening'
import { useRows } from '../../stores/rows'
import { isLocked, useWorkbook } from '../../stores/workbook'
import { usualFunds } from './usual-funds'

const fundColumns = [
  { key: 'name', width: 220 },
  'kind',
  'isRecurring',
  'startMonth',
  'obligationEndMonth',
  'liquidationEndMonth',
  'allowedCategories',
  'allowedUnitIds',
] as const
const yearColumns = [{ key: 'sourceId', width: 220 }, 'fiscalYear', 'amountCents'] as const

/** The funds, and how much each gives in which year. */
export function FundSheets() {
  const locked = useWorkbook(isLocked)
  const row = useWorkbook((s) => planRow(s.plan))
  const funds = useRows('fundingSource')
  const years = useRows('sourceYear')
  const fiscalYear = row ? fiscalYearOf(row.startMonth, row.fiscalYearStart) : null
  const defaults = useMemo(() => (fiscalYear === null ? {} : { fiscalYear }), [fiscalYear])
  return (
    <Stack gap="xl">
      {funds.length === 0 && (
        <EmptyState
          icon={IconCoin}
          title="Where does the money come from?"
          text="Recurring funds can keep a practice going; a grant that ends cannot. Say when each ends, and the forecast shows what falls away."
        >
          <Button
            disabled={locked}
            onClick={() => void commitAndSay('Add the usual funds', 'add', usualFunds, { hasUndo: true })}
          >
            Add the usual funds
          </Button>
          <Anchor component="button" type="button" onClick={() => void openSample()}>
            See it in the sample district
          </Anchor>
        </EmptyState>
      )}
      <DataSheet table="fundingSource" columns={fundColumns} rows={funds} title="Funds" addWords="Add a fund" />
      <DataSheet
        table="sourceYear"
        columns={yearColumns}
        rows={years}
        title="How much in which year"
        description="A fund without a line here is taken to be large enough."
        addWords="Add a year"
        defaults={defaults}
      />
    </Stack>
  )
}

const paymentColumns = [
  { key: 'positionId', width: 220 },
  'sessionId',
  'costLineId',
  { key: 'sourceId', width: 180 },
  'share',
  'fromMonth',
  'toMonth',
] as const

/** Which fund pays which share of what. */
export function PaymentSheet() {
  const rows = useRows('assignment')
  return (
    <DataSheet
      table="assignment"
      columns={paymentColumns}
      rows={rows}
      title="Who pays what"
      description="One position, session or cost a line. What no line names counts as paid, and is listed among the assumptions."
      addWords="Add a payment"
    />
  )
}

const costColumns = [
  { key: 'name', width: 220 },
  'category',
  'frequency',
  'amountCents',
  'firstMonth',
  'lastMonth',
  'isRecurringNeed',
  'unitId',
  'componentId',
  'sessionId',
  'obligatedMonth',
  'functionCode',
  'objectCode',
] as const

const lineYearColumns = [{ key: 'lineId', width: 220 }, 'fiscalYear', 'plannedCents', 'actualCents'] as const

/** What costs money besides positions and sessions, and what was planned and spent on it by fiscal year. */
export function CostSheet() {
  const start = useWorkbook((s) => planRow(s.plan)?.startMonth)
  const rows = useRows('costLine')
  const years = useRows('lineYear')
  const defaults = useMemo(() => (start === undefined ? {} : { firstMonth: start }), [start])
  return (
    <Stack gap="xl">
      <DataSheet
        table="costLine"
        columns={costColumns}
        rows={rows}
        title="Other costs"
        description="Materials, licenses, services, travel. Positions and sessions bring their own costs."
        addWords="Add a cost"
        defaults={defaults}
      />
      <DataSheet
        table="lineYear"
        columns={lineYearColumns}
        rows={years}
        title="Planned and spent by fiscal year"
        description="A planned figure here stands in for the amount above in that year."
        addWords="Add a year"
      />
    </Stack>
  )
}
