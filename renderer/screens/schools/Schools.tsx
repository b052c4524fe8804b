import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { Page } from '../../components/Page'
import { PageTabs, type PageTab } from '../../components/PageTabs'
import { openImport } from '../../stores/interface'
import { isLocked, useWorkbook } from '../../stores/workbook'
import { useTab } from '../../stores/tab'
import { SchoolSheets } from './SchoolSheets'
import { PlaceTree } from './PlaceTree'
import { Readiness } from './Readiness'
import { Stages } from './Stages'
import { Waves } from './Waves'

const tabs: readonly PageTab[] = [
  { id: 'schools', label: 'Schools', view: () => <SchoolSheets /> },
  { id: 'waves', label: 'Waves', view: () => <Waves /> },
  { id: 'readiness', label: 'Readiness', view: () => <Readiness /> },
  { id: 'stages', label: 'Stages', view: () => <Stages /> },
  { id: 'tree', label: 'By district', view: () => <PlaceTree /> },
]

/** Which schools there are, and when each group of them starts. */
export function Schools() {
  const locked = useWorkbook(isLocked)
  const [tab, setTab] = useTab('schools', 'schools')
  return (
    <Page
      title="Schools and waves"
      purpose="Which schools take part, and when each group of them starts: the pilot first, then wave by wave."
      toolbar={
        <Button leftSection={<IconFileImport size={17} />} disabled={locked} onClick={() => openImport('schools')}>
          Import schools…
        </Button>
      }
    >
      <PageTabs tabs={tabs} value={tab} onChange={setTab} />
    </Page>
  )
}
