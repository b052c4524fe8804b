import { Button, Tabs } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { Page } from '../../components/Page'
import { openImport } from '../../stores/interface'
import { isLocked, useWorkbook } from '../../stores/workbook'
import { PositionSheets } from './PositionSheets'
import { StaffSheets } from './StaffSheets'

// the chart's library is a large part of the window's code and only wanted here
const CoachTime = lazy(async () => ({ default: (await import('./CoachTime')).CoachTime }))

/** Who carries the rollout, who is to practice, and whether there is coaching time enough. */
export function People() {
  const locked = useWorkbook(isLocked)
  const [tab, setTab] = useState<string | null>('positions')
  const isStaff = tab === 'staff'
  return (
    <Page
      title="People and FTE"
      purpose="Who carries the rollout, who is to practice, and whether there is time enough for coaching."
      toolbar={
        <Button
          leftSection={<IconFileImport size={17} />}
          disabled={locked}
          onClick={() => openImport(isStaff ? 'staff-totals' : 'positions')}
        >
          {isStaff ? 'Import staff…' : 'Import positions…'}
        </Button>
      }
    >
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="positions">Positions</Tabs.Tab>
          <Tabs.Tab value="staff">Staff by school</Tabs.Tab>
          <Tabs.Tab value="coaching">Coaching time</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="positions">
          <PositionSheets />
        </Tabs.Panel>
        <Tabs.Panel value="staff">
          <StaffSheets />
        </Tabs.Panel>
        <Tabs.Panel value="coaching">
          <Suspense fallback={null}>
            <CoachTime />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}
