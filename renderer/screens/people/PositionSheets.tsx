import { Stack } from '@mantine/core'
import { planRow } from '@shared/plan/plan'
import { useMemo } from 'react'
import type { ColumnChoice } from '../../components/DataSheet/columns'
import { DataSheet } from '../../components/DataSheet/DataSheet'
import { figureColumn } from '../../components/DataSheet/figure-column'
import { useRows } from '../../stores/rows'
import { useWorkbook } from '../../stores/workbook'
import { NoPositions } from './NoPositions'

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
  const start = useWorkbook((s) => planRow(s.plan)?.startMonth)
  const fte = useWorkbook((s) => figureColumn(s.plan, 'fteOfPosition', 88))
  const yearCost = useWorkbook((s) => figureColumn(s.plan, 'yearCostOfPosition', 96))
  const cost = useWorkbook((s) => figureColumn(s.plan, 'costOfPosition', 100))
  const positions = useRows('position')
  const periods = useRows('positionPeriod')
  const columns = useMemo<readonly ColumnChoice[]>(
    () => [
      { key: 'title', width: 200 },
      { key: 'code', width: 96 },
      { key: 'function', width: 124 },
      { key: 'status', width: 92 },
      'expectedFillMonth',
      fte,
      yearCost,
      cost,
      { key: 'practitionerTimeShare', width: 124 },
      'isRecurringNeed',
      'backup',
      { key: 'category', width: 160 },
    ],
    [fte, yearCost, cost],
  )
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
