import { SegmentedControl } from '@mantine/core'
import { statusWords } from '@shared/forecast/position-words'
import { positionCalendar, type PositionMonth } from '@shared/money/position-years'
import { yearPlaces } from '@shared/money/totals'
import { fiscalYearOf, monthWords } from '@shared/plan/month'
import { planRow, type Plan } from '@shared/plan/plan'
import { nameOf } from '@shared/plan/words'
import { useMemo, useState, type ReactNode } from 'react'
import { FigureButton } from '../../components/FigureButton'
import { PlainTable } from '../../components/PlainTable'
import { asking } from '../../stores/explanation'
import { fteWords, PositionName, WithWords } from './PositionCells'

/** The fiscal year of the as-of month, at first. */
function firstYear(plan: Plan): number {
  const row = planRow(plan)
  return row ? fiscalYearOf(row.asOfMonth ?? row.startMonth, row.fiscalYearStart) : 0
}

type MonthProps = {
  readonly who: string
  readonly month: PositionMonth
  /** Null: all positions. */
  readonly positionId: string | null
  readonly isVacant: boolean
}

/** FTE that are worked or that stand empty in a month; a month without any says nothing. */
function MonthFigure({ who, month: { month, fte, vacantFte }, positionId, isVacant }: MonthProps) {
  const value = isVacant ? vacantFte : fte
  if (value === 0) return positionId === null ? '0' : '–'
  const about = `${who}, ${monthWords(month)}${isVacant ? ', vacant' : ''}`
  const question = { kind: 'positionMonth', positionId, month, isVacant } as const
  return <FigureButton text={fteWords(value)} about={about} {...asking(question)} />
}

/** FTE that are worked and FTE that stand empty, in words: color is never the only sign. */
function monthCell(who: string, positionId: string, month: PositionMonth): ReactNode {
  const isVacant = month.vacantFte > 0
  const figure = <MonthFigure key={month.month} {...{ who, month, positionId, isVacant }} />
  return isVacant ? <WithWords key={month.month} figure={figure} words="vacant" /> : figure
}

/** Positions by month of a fiscal year: who is in the post, and what stands vacant. */
export function PositionMonths({ plan }: { readonly plan: Plan }) {
  const years = useMemo(() => yearPlaces(plan).map(({ fiscalYear }) => fiscalYear), [plan])
  const [chosen, setChosen] = useState<number | null>(null)
  const year = chosen !== null && years.includes(chosen) ? chosen : firstYear(plan)
  const rows = useMemo(() => positionCalendar(plan, year), [plan, year])
  const months = rows[0]?.months ?? []
  const totals = months.map(({ month }, at): PositionMonth => {
    const sum = (pick: 'fte' | 'vacantFte') => rows.reduce((all, row) => all + (row.months[at]?.[pick] ?? 0), 0)
    return { month, fte: sum('fte'), vacantFte: sum('vacantFte') }
  })
  const total = (who: string, isVacant: boolean): ReactNode[] =>
    totals.map((month) => <MonthFigure key={month.month} {...{ who, month, isVacant }} positionId={null} />)
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
          label: <PositionName plan={plan} position={position} />,
          cells: [
            ...own.map((month) => monthCell(nameOf(plan, 'position', position.id), position.id, month)),
            statusWords(position),
            position.backup ?? 'Nobody',
          ],
        })),
        { key: 'total', label: 'In the post', tone: 'total', cells: total('In the post', false) },
        { key: 'vacant', label: 'Vacant', tone: 'quiet', cells: total('All positions', true) },
      ]}
    />
  )
}
