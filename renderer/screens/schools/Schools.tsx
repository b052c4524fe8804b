import { Button, Tabs } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import { Page } from '../../components/Page'
import { openImport } from '../../stores/interface'
import { isLocked, useWorkbook } from '../../stores/workbook'
import { SchoolSheets } from './SchoolSheets'
import { Waves } from './Waves'

/** Which schools there are, and when each group of them starts. */
export function Schools() {
  const locked = useWorkbook(isLocked)
  const [tab, setTab] = useState<string | null>('schools')
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
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="schools">Schools</Tabs.Tab>
          <Tabs.Tab value="waves">Waves</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="schools">
          <SchoolSheets />
        </Tabs.Panel>
        <Tabs.Panel value="waves">
          <Waves />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}
