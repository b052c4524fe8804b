import { Button, Stack } from '@mantine/core'
import { formatNumber } from '@shared/plan/format'
import { IconStairsUp } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { ColumnChoice, ComputedColumn } from '../../components/DataSheet/columns'
import { DataSheet } from '../../components/DataSheet/DataSheet'
import { EmptyState } from '../../components/EmptyState'
import { commitAndSay } from '../../stores/commits'
import { useRows } from '../../stores/rows'
import { isLocked, useWorkbook } from '../../stores/workbook'
import { staffByUnit, waveColumns, type WaveColumn } from './school-figures'
import { threeWaves } from './three-waves'
import { WaveBoard } from './WaveBoard'

const countColumn = (
  key: string,
  label: string,
  help: string,
  columns: readonly WaveColumn[],
  count: (column: WaveColumn) => number,
): ComputedColumn => {
  const byId = new Map(columns.map((column) => [column.wave?.id, count(column)]))
  return {
    kind: 'computed',
    key,
    label,
    help,
    width: 96,
    isNumber: true,
    text: ({ id }) => formatNumber(byId.get(id) ?? 0),
    sortBy: ({ id }) => byId.get(id) ?? 0,
    total: (rows) => formatNumber(rows.reduce((sum, { id }) => sum + (byId.get(id) ?? 0), 0)),
  }
}

/** The waves as a sheet, and under it the board that says which school is in which. */
export function Waves() {
  const units = useRows('unit')
  const rows = useRows('wave')
  const groups = useWorkbook((s) => s.plan.staffGroup)
  const locked = useWorkbook(isLocked)
  const board = useMemo(() => waveColumns(units, rows, staffByUnit(groups)), [units, rows, groups])
  const columns = useMemo<readonly ColumnChoice[]>(
    () => [
      { key: 'name', width: 200 },
      'kind',
      'startMonth',
      countColumn('schools', 'Schools', 'Schools in this wave.', board, ({ schools }) => schools.length),
      countColumn('staff', 'Staff', 'People who work at its schools.', board, ({ staff }) => staff),
      countColumn('students', 'Students', 'Students at its schools.', board, ({ students }) => students),
      'gateId',
    ],
    [board],
  )
  return (
    <Stack gap="xl">
      {rows.length === 0 && (
        <EmptyState
          icon={IconStairsUp}
          title="Say in which order schools start"
          text="A small pilot first; what it teaches shapes the waves that follow. You can change everything later."
        >
          <Button
            disabled={locked}
            onClick={() => void commitAndSay('Add a pilot and two waves', 'add', threeWaves, { hasUndo: true })}
          >
            Add a pilot and two waves
          </Button>
        </EmptyState>
      )}
      <DataSheet table="wave" columns={columns} rows={rows} title="Waves" addWords="Add a wave" />
      <WaveBoard columns={board} isLocked={locked} />
    </Stack>
  )
}
