import { Anchor, Button } from '@mantine/core'
import { IconSchool } from '@tabler/icons-react'
import { EmptyState } from '../../components/EmptyState'
import { Page } from '../../components/Page'
import { PageTabs, type PageTab } from '../../components/PageTabs'
import { commitAndSay } from '../../stores/commits'
import { goTo } from '../../stores/interface'
import { useRows } from '../../stores/rows'
import { useTab } from '../../stores/tab'
import { isLocked, useWorkbook } from '../../stores/workbook'
import { DoseView } from './DoseView'
import { SeatsView } from './SeatsView'
import { SessionSheet } from './SessionSheet'
import { newId } from '../../stores/bridge'
import { waveSessions } from './wave-sessions'

const tabs: readonly PageTab[] = [
  { id: 'sessions', label: 'Sessions', view: () => <SessionSheet /> },
  { id: 'hours', label: 'Hours per person', view: () => <DoseView /> },
  { id: 'seats', label: 'Seats and attendance', view: () => <SeatsView /> },
]

/** Who learns what, when and how; whether the hours and the seats are enough, and who came. */
export function LearningSessions() {
  const locked = useWorkbook(isLocked)
  const plan = useWorkbook((s) => s.plan)
  const rows = useRows('session')
  const [tab, setTab] = useTab('sessions', 'sessions')
  return (
    <Page
      title="Learning sessions"
      purpose="Who learns what, when and how. What is practiced with feedback and coached carries over; talk alone does not."
    >
      {rows.length === 0 ? (
        <>
          <EmptyState
            icon={IconSchool}
            title="Plan the training"
            text="Without training nobody moves from hearing about it to doing it. One training a wave is a start; change hours and months afterwards."
          >
            <FirstTraining isLocked={locked} hasWaves={plan.wave.size > 0} hasComponents={plan.component.size > 0} />
          </EmptyState>
          <SessionSheet />
        </>
      ) : (
        <PageTabs tabs={tabs} value={tab} onChange={setTab} />
      )}
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
      onClick={() =>
        void commitAndSay('Add a first training for every wave', 'add', (plan) => waveSessions(plan, newId), {
          hasUndo: true,
        })
      }
    >
      Add a first training for every wave
    </Button>
  )
}
