import { Button } from '@mantine/core'
import { IconArrowsSplit2, IconFileImport } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { Page } from '../../components/Page'
import { PageTabs, type PageTab } from '../../components/PageTabs'
import { openImport } from '../../stores/interface'
import { isLocked, useWorkbook } from '../../stores/workbook'
import { useTab } from '../../stores/tab'
import { ByMonth } from './ByMonth'
import { PositionSheets } from './PositionSheets'
import { ReorganisationSheet } from './ReorganisationSheet'
import { ResponsibilitySheet } from './ResponsibilitySheet'
import { SplitDialog } from './SplitDialog'
import { StaffSheets } from './StaffSheets'

// the chart's library is a large part of the window's code and only wanted here
const CoachTime = lazy(async () => ({ default: (await import('./CoachTime')).CoachTime }))

const tabs: readonly PageTab[] = [
  { id: 'positions', label: 'Positions', view: () => <PositionSheets /> },
  { id: 'by-month', label: 'By month', view: () => <ByMonth /> },
  { id: 'staff', label: 'Staff by school', view: () => <StaffSheets /> },
  {
    id: 'coaching',
    label: 'Coaching time',
    view: () => (
      <Suspense fallback={null}>
        <CoachTime />
      </Suspense>
    ),
  },
  { id: 'responsibilities', label: 'Responsibilities', view: () => <ResponsibilitySheet /> },
  { id: 'reorganisation', label: 'Central office at scale', view: () => <ReorganisationSheet /> },
]

/** Who carries the rollout, who is to practice, and whether there is coaching time enough. */
export function People() {
  const locked = useWorkbook(isLocked)
  const [tab, setTab] = useTab('people', 'positions')
  const hasPositions = useWorkbook((s) => s.plan.position.size > 0)
  const [isSplitting, setSplitting] = useState(false)
  const isStaff = tab === 'staff'
  return (
    <Page
      title="People and FTE"
      purpose="Who carries the rollout, who is to practice, and whether there is time enough for coaching."
      toolbar={
        <>
          {tab === 'positions' && hasPositions && (
            <Button
              variant="default"
              leftSection={<IconArrowsSplit2 size={17} />}
              disabled={locked}
              onClick={() => setSplitting(true)}
            >
              Split a position…
            </Button>
          )}
          <Button
            leftSection={<IconFileImport size={17} />}
            disabled={locked}
            onClick={() => openImport(isStaff ? 'staff-totals' : 'positions')}
          >
            {isStaff ? 'Import staff…' : 'Import positions…'}
          </Button>
        </>
      }
    >
      <PageTabs tabs={tabs} value={tab} onChange={setTab} />
      <SplitDialog isOpen={isSplitting} onClose={() => setSplitting(false)} />
    </Page>
  )
}
