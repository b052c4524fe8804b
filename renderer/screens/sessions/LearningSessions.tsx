import { Anchor, Button } from '@mantine/core'
import { planRow } from '@shared/plan/plan'
import { IconSchool } from '@tabler/icons-react'
import { useMemo } from 'react'
import { DataSheet } from '../../components/DataSheet/DataSheet'
import { EmptyState } from '../../components/EmptyState'
import { Page } from '../../components/Page'
import { commitAndSay } from '../../stores/commits'
import { goTo } from '../../stores/interface'
import { useRows } from '../../stores/rows'
import { isLocked, useWorkbook } from '../../stores/workbook'
import { waveSessions } from './wave-sessions'

const columns = [
  { key: 'title', width: 220 },
  'month',
  { key: 'componentIds', width: 240 },
  { key: 'waveIds', width: 150 },
  'hours',
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
] as const

/** Who learns what, when and how. */
export function LearningSessions() {
  const locked = useWorkbook(isLocked)
  const plan = useWorkbook((s) => s.plan)
  const rows = useRows('session')
  const start = planRow(plan)?.startMonth
  const defaults = useMemo(() => (start === undefined ? {} : { month: start }), [start])
  return (
    <Page
      title="Learning sessions"
      purpose="Who learns what, when and how. What is practiced with feedback and coached carries over; talk alone does not."
    >
      {rows.length === 0 && (
        <EmptyState
          icon={IconSchool}
          title="Plan the training"
          text="Without training nobody moves from hearing about it to doing it. One training a wave is a start; change hours and months afterwards."
        >
          <FirstTraining isLocked={locked} hasWaves={plan.wave.size > 0} hasComponents={plan.component.size > 0} />
        </EmptyState>
      )}
      <DataSheet
        table="session"
        columns={columns}
        rows={rows}
        title="Sessions"
        addWords="Add a session"
        defaults={defaults}
      />
    </Page>
  )
}

type FirstProps = { readonly isLocked: boolean; readonly hasWaves: boolean; readonly hasComponents: boolean }

function FirstTraining({ isLocked: locked, hasWaves, hasComponents }: FirstProps) {
  if (!hasComponents) {
    return (
      <Anchor component="button" type="button" onClick={() => goTo('components')}>
        First name what has to be in place
      </Anchor>
    )
  }
  if (!hasWaves) {
    return (
      <Anchor component="button" type="button" onClick={() => goTo('schools')}>
        First say which schools start when
      </Anchor>
    )
  }
  return (
    <Button
      disabled={locked}
      onClick={() => void commitAndSay('Add a first training for every wave', 'add', waveSessions, { hasUndo: true })}
    >
      Add a first training for every wave
    </Button>
  )
}
