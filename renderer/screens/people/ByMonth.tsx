import { Anchor, SegmentedControl, Stack, Text } from '@mantine/core'
import { dollars } from '@shared/forecast/figure'
import { positionCalendar, positionYears, type PositionMonth, type PositionYear } from '@shared/money/position-years'
import { yearPlaces } from '@shared/money/totals'
import { fiscalYearOf, monthWords } from '@shared/plan/month'
import { planRow, type Plan } from '@shared/plan/plan'
import { settingsOf } from '@shared/plan/settings'
import { formatShare } from '@shared/plan/format'
import type { Row } from '@shared/plan/tables'
import { nameOf } from '@shared/plan/words'
import { useMemo, useState, type ReactNode } from 'react'
import { PlainTable } from '../../components/PlainTable'
import { goToRow } from '../../stores/interface'
import { useWorkbook } from '../../stores/workbook'
import { NoPositions } from './NoPositions'

/** Positions by month of a fiscal year, then FTE and pay of each by fiscal year. */
export function ByMonth() {
  const plan = useWorkbook((s) => s.plan)
  if (plan.position.size === 0) return <NoPositions />
  return (
    <Stack gap="xl">
      <Months plan={plan} />
      <Years plan={plan} />
    </Stack>
  )
}

/** The fiscal year of the as-of month, at first. */
function firstYear(plan: Plan): number {
  const row = planRow(plan)
  return row ? fiscalYearOf(row.asOfMonth ?? row.startMonth, row.fiscalYearStart) : 0
}

const fteWords = (fte: number): string => String(Math.round(fte * 100) / 100)

/** FTE that are worked and FTE that stand empty, in words: color is never the only sign. */
function monthText({ fte, vacantFte }: PositionMonth): ReactNode {
  if (vacantFte > 0) return <WithWords figure={fteWords(vacantFte)} words="vacant" />
  return fte === 0 ? '–' : fteWords(fte)
}

/** A figure and below it, small, what it is. */
function WithWords({ figure, words }: { readonly figure: string; readonly words: string }) {
  return (
    <>
      {figure}{' '}
      <Text span size="xs" c="dimmed" display="block" fw={400}>
        {words}
      </Text>
    </>
  )
}

function Name({ plan, position }: { readonly plan: Plan; readonly position: Row<'position'> }) {
  return (
    <Anchor
      component="button"
      type="button"
      size="sm"
      ta="left"
      onClick={() => goToRow({ table: 'position', id: position.id })}
    >
      {nameOf(plan, 'position', position.id)}
    </Anchor>
  )
}

function statusWords({ status, expectedFillMonth }: Row<'position'>): string {
  if (status === 'filled') return 'Filled'
  if (status === 'frozen') return 'Frozen'
  return expectedFillMonth === null ? 'Vacant, no month' : `Vacant, filled from ${monthWords(expectedFillMonth)}`
}

function Months({ plan }: { readonly plan: Plan }) {
  const years = useMemo(() => yearPlaces(plan).map(({ fiscalYear }) => fiscalYear), [plan])
  const [chosen, setChosen] = useState<number | null>(null)
  const year = chosen !== null && years.includes(chosen) ? chosen : firstYear(plan)
  const rows = useMemo(() => positionCalendar(plan, year), [plan, year])
  const months = rows[0]?.months ?? []
  const total = (pick: (month: PositionMonth) => number): string[] =>
    months.map((_, at) =>
      fteWords(rows.reduce((sum, row) => sum + pick(row.months[at] ?? { month: '', fte: 0, vacantFte: 0 }), 0)),
    )
  return (
    <PlainTable
      title="Positions by month"
      description="Full-time equivalents in the post. Vacant: planned, and still to be filled."
      choices={
        <SegmentedControl
          aria-label="Fiscal year"
          data={years.map((each) => ({ value: String(each), label: String(each) }))}
          value={String(year)}
          onChange={(value) => setChosen(Number(value))}
        />
      }
      firstHead="Position"
      head={[
        ...months.map(({ month }) => monthWords(month).slice(0, 3)),
        { label: 'Status', isWords: true },
        { label: 'Backed up by', isWords: true },
      ]}
      rows={[
        ...rows.map(({ position, months: own }) => ({
          key: position.id,
          label: <Name plan={plan} position={position} />,
          cells: [...own.map(monthText), statusWords(position), position.backup ?? 'Nobody'],
        })),
        { key: 'total', label: 'In the post', tone: 'total', cells: total(({ fte }) => fte) },
        { key: 'vacant', label: 'Vacant', tone: 'quiet', cells: total(({ vacantFte }) => vacantFte) },
      ]}
    />
  )
}

function Years({ plan }: { readonly plan: Plan }) {
  const rows = useMemo(() => positionYears(plan), [plan])
  const { payGrowth } = settingsOf(plan)
  const years = rows[0]?.years ?? []
  const costOf = ({ payCents, benefitCents }: PositionYear): number => payCents + benefitCents
  const sum = (at: number, pick: (year: PositionYear) => number): number =>
    rows.reduce((total, { years: own }) => {
      const year = own[at]
      return total + (year ? pick(year) : 0)
    }, 0)
  const totals = (pick: (year: PositionYear) => number): string[] => years.map((_, at) => dollars(sum(at, pick)))
  return (
    <PlainTable
      title="FTE and pay by fiscal year"
      description={`Mean FTE, and pay with benefits. Pay rises by ${formatShare(payGrowth)} a year from the plan’s second fiscal year on (settings). All of the position, also what is not the rollout’s.`}
      firstHead="Position"
      head={years.map(({ fiscalYear }) => String(fiscalYear))}
      rows={[
        ...rows.map(({ position, years: own }) => ({
          key: position.id,
          label: <Name plan={plan} position={position} />,
          cells: own.map((year) =>
            year.fte === 0 ? (
              '–'
            ) : (
              <WithWords key={year.fiscalYear} figure={dollars(costOf(year))} words={`${fteWords(year.fte)} FTE`} />
            ),
          ),
        })),
        {
          key: 'total',
          label: 'Total',
          tone: 'total',
          cells: years.map(({ fiscalYear }, at) => (
            <WithWords
              key={fiscalYear}
              figure={dollars(sum(at, costOf))}
              words={`${fteWords(sum(at, ({ fte }) => fte))} FTE`}
            />
          )),
        },
        { key: 'pay', label: 'of it pay', tone: 'quiet', cells: totals(({ payCents }) => payCents) },
        { key: 'benefits', label: 'of it benefits', tone: 'quiet', cells: totals(({ benefitCents }) => benefitCents) },
      ]}
    />
  )
}
