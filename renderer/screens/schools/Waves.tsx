import { Button, Stack } from '@mantine/core'
import { staffByUnit } from '@shared/forecast/row-figures'
import { IconStairsUp } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { ColumnChoice } from '../../components/DataSheet/columns'
import { DataSheet } from '../../components/DataSheet/DataSheet'
import { figureColumn } from '../../components/DataSheet/figure-column'
import { EmptyState } from '../../components/EmptyState'
import { commitAndSay } from '../../stores/commits'
import { useRows } from '../../stores/rows'
import { isLocked, useWorkbook } from '../../stores/workbook'
import { waveColumns } from './school-figures'
import { threeWaves } from './three-waves'
import { WaveBoard } from './WaveBoard'

/** The waves as a sheet, and under it the board that says which school is in which. */
export function Waves() {
  const units = useRows('unit')
  const rows = useRows('wave')
  const groups = useWorkbook((s) => s.plan.staffGroup)
  const locked = useWorkbook(isLocked)
  const board = useMemo(() => waveColumns(units, rows, staffByUnit(groups)), [units, rows, groups])
  const schools = useWorkbook((s) => figureColumn(s.plan, 'schoolsOfWave', 96))
  const staff = useWorkbook((s) => figureColumn(s.plan, 'staffOfWave', 96))
  const students = useWorkbook((s) => figureColumn(s.plan, 'studentsOfWave', 96))
  const columns = useMemo<readonly ColumnChoice[]>(
    () => [{ key: 'name', width: 200 }, 'kind', 'startMonth', schools, staff, students, 'gateId'],
    [schools, staff, students],
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
