import { Button } from '@mantine/core'
import { planRow } from '@shared/plan/plan'
import { IconCalendarRepeat, IconCopy } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { ColumnChoice } from '../../components/DataSheet/columns'
import { DataSheet } from '../../components/DataSheet/DataSheet'
import { figureColumn } from '../../components/DataSheet/figure-column'
import { useRows } from '../../stores/rows'
import { isLocked, useWorkbook } from '../../stores/workbook'
import { SeriesDialog } from './SeriesDialog'
import { WaveCopyDialog } from './WaveCopyDialog'

const columnsWith = (cost: ColumnChoice): readonly ColumnChoice[] => [
  { key: 'title', width: 220 },
  'month',
  { key: 'componentIds', width: 240 },
  { key: 'waveIds', width: 150 },
  'hours',
  cost,
  'methods',
  'attendancePlanned',
  'attendanceActual',
  'seats',
  'timePaidAs',
  'leaderFeeCents',
  'materialsPerPersonCents',
  'facilitators',
  'roleIds',
  'unitIds',
  'series',
  'date',
]

/** The sessions, one line each; many at once as a series, or as copies of another wave's. */
export function SessionSheet() {
  const plan = useWorkbook((s) => s.plan)
  const cost = useWorkbook((s) => figureColumn(s.plan, 'costOfSession', 96))
  const columns = useMemo(() => columnsWith(cost), [cost])
  const rows = useRows('session')
  const locked = useWorkbook(isLocked)
  const [dialog, open] = useState<'series' | 'copy' | null>(null)
  const close = () => open(null)
  const start = planRow(plan)?.startMonth
  const defaults = useMemo(() => (start === undefined ? {} : { month: start }), [start])
  return (
    <>
      <DataSheet
        table="session"
        columns={columns}
        rows={rows}
        title="Sessions"
        addWords="Add a session"
        defaults={defaults}
        actions={
          !locked && (
            <>
              <Button
                size="xs"
                variant="default"
                leftSection={<IconCalendarRepeat size={15} />}
                onClick={() => open('series')}
              >
                Add a series…
              </Button>
              {rows.length > 0 && plan.wave.size > 1 && (
                <Button size="xs" variant="default" leftSection={<IconCopy size={15} />} onClick={() => open('copy')}>
                  Copy to another wave…
                </Button>
              )}
            </>
          )
        }
      />
      <SeriesDialog isOpen={dialog === 'series'} onClose={close} />
      <WaveCopyDialog isOpen={dialog === 'copy'} onClose={close} />
    </>
  )
}
