import { Stack } from '@mantine/core'
import { formatFte } from '@shared/plan/format'
import { monthNumber, monthWords } from '@shared/plan/month'
import { planRow, type Plan } from '@shared/plan/plan'
import type { Row } from '@shared/plan/tables'
import { useMemo } from 'react'
import type { ColumnChoice, ComputedColumn } from '../../components/DataSheet/columns'
import { DataSheet } from '../../components/DataSheet/DataSheet'
import { useRows } from '../../stores/rows'
import { useWorkbook } from '../../stores/workbook'
import { NoPositions } from './NoPositions'

type Period = Row<'positionPeriod'>

/** Lines by position, the earliest first. */
function periodsByPosition(periods: Iterable<Period>): ReadonlyMap<string, readonly Period[]> {
  const byPosition = new Map<string, Period[]>()
  for (const period of periods)
    byPosition.set(period.positionId, [...(byPosition.get(period.positionId) ?? []), period])
  for (const lines of byPosition.values()) lines.sort((a, b) => (a.fromMonth < b.fromMonth ? -1 : 1))
  return byPosition
}

/** The line that holds in a month: the last that began by then and has not ended. */
function periodIn(lines: readonly Period[], month: string): Period | undefined {
  const at = monthNumber(month)
  const begun = lines.findLast(({ fromMonth }) => monthNumber(fromMonth) <= at)
  return begun && (begun.toMonth === null || monthNumber(begun.toMonth) >= at) ? begun : undefined
}

function fteColumn(plan: Plan): ComputedColumn {
  const start = planRow(plan)?.asOfMonth ?? planRow(plan)?.startMonth
  const byPosition = periodsByPosition(plan.positionPeriod.values())
  const fteOf = (id: string): number => {
    const lines = byPosition.get(id) ?? []
    return (start === undefined ? undefined : periodIn(lines, start))?.fte ?? 0
  }
  return {
    kind: 'computed',
    key: 'fteAtStart',
    label: start === undefined ? 'FTE' : `FTE ${monthWords(start)}`,
    help: 'Full-time equivalents in the first month of the forecast, from the lines below.',
    width: 92,
    isNumber: true,
    text: ({ id }) => formatFte(fteOf(id)),
    sortBy: ({ id }) => fteOf(id),
    total: (rows) => formatFte(rows.reduce((sum, { id }) => sum + fteOf(id), 0)),
  }
}

const periodColumns: readonly ColumnChoice[] = [
  { key: 'positionId', width: 220 },
  'fromMonth',
  'toMonth',
  { key: 'unitId', width: 180 },
  { key: 'fte', hasTotal: false },
  { key: 'salaryCents', hasTotal: false },
  'benefitRate',
  'rolloutShare',
]

/** The posts of the rollout, and from which month each has which FTE, place and pay. */
export function PositionSheets() {
  const plan = useWorkbook((s) => s.plan)
  const positions = useRows('position')
  const periods = useRows('positionPeriod')
  const columns = useMemo<readonly ColumnChoice[]>(
    () => [
      { key: 'title', width: 220 },
      'code',
      'function',
      'status',
      'expectedFillMonth',
      fteColumn(plan),
      { key: 'practitionerTimeShare', width: 124 },
      'isRecurringNeed',
      'backup',
      { key: 'category', width: 160 },
    ],
    [plan],
  )
  const start = planRow(plan)?.startMonth
  const defaults = useMemo(() => (start === undefined ? {} : { fromMonth: start }), [start])
  const withLine = new Set(periods.map(({ positionId }) => positionId))
  const without = positions.filter(({ id }) => !withLine.has(id))
  return (
    <Stack gap="xl">
      {positions.length === 0 && <NoPositions />}
      <DataSheet
        table="position"
        columns={columns}
        rows={positions}
        title="Positions"
        description="Posts that carry the rollout, filled or not."
        addWords="Add a position"
      />
      <DataSheet
        table="positionPeriod"
        columns={periodColumns}
        rows={periods}
        title="From which month, how much"
        description={
          without.length === 0
            ? 'FTE, place and pay of a position from a month on; each line holds until the next one of its position.'
            : `Without a line here, a position counts as nobody: ${without.map(({ title }) => title).join(', ')}.`
        }
        addWords="Add a line"
        defaults={defaults}
      />
    </Stack>
  )
}
