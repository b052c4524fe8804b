import { Anchor, Button } from '@mantine/core'
import { IconChecklist, IconPackage } from '@tabler/icons-react'
import { useState } from 'react'
import { EmptyState } from '../../components/EmptyState'
import { Page } from '../../components/Page'
import { PageTabs, type PageTab } from '../../components/PageTabs'
import { newId } from '../../stores/bridge'
import { commitAndSay } from '../../stores/commits'
import { openSample } from '../../stores/opening'
import { useRows } from '../../stores/rows'
import { useTab } from '../../stores/tab'
import { isLocked, useWorkbook } from '../../stores/workbook'
import { ComponentSheet } from './ComponentSheet'
import { PracticeProfiles } from './PracticeProfiles'
import { Prerequisites } from './Prerequisites'
import { ScaleReadiness } from './ScaleReadiness'
import { starterChanges } from './starter-changes'
import { starterSets } from './starter-sets'
import { StarterDialog } from './StarterDialog'

const tabs: readonly PageTab[] = [
  { id: 'components', label: 'Components', view: () => <ComponentSheet /> },
  { id: 'profiles', label: 'Practice profiles', view: () => <PracticeProfiles /> },
  { id: 'ready', label: 'Is it ready to scale?', view: () => <ScaleReadiness /> },
  { id: 'order', label: 'What comes first', view: () => <Prerequisites /> },
]

const startWithLiteracy = (): void => {
  const chosen = starterSets[0]?.components ?? []
  void commitAndSay('Start with a literacy set', 'add', (plan) => starterChanges(plan, chosen, newId), {
    hasUndo: true,
  })
}

/** The essential components: as a sheet, as practice profiles, whether they are ready to scale, and what needs what. */
export function ComponentsInPlace() {
  const locked = useWorkbook(isLocked)
  const rows = useRows('component')
  const [tab, setTab] = useTab('components', 'components')
  const [isChoosing, choose] = useState(false)
  const open = (
    <Button variant="default" leftSection={<IconPackage size={17} />} disabled={locked} onClick={() => choose(true)}>
      Starter sets…
    </Button>
  )
  return (
    <Page
      title="What has to be in place"
      purpose="The essential components: what people do in every school once the practice works, and the least that counts."
      toolbar={rows.length > 0 && open}
    >
      {rows.length === 0 ? (
        <>
          <EmptyState
            icon={IconChecklist}
            title="Name what has to be in place"
            text="A handful of components is enough to forecast: each is something people do, that you can see, and that is known to matter."
          >
            <Button disabled={locked} onClick={startWithLiteracy}>
              Start with a literacy set
            </Button>
            {open}
            <Anchor component="button" type="button" onClick={() => void openSample()}>
              See it in the sample district
            </Anchor>
          </EmptyState>
          <ComponentSheet />
        </>
      ) : (
        <PageTabs tabs={tabs} value={tab} onChange={setTab} />
      )}
      <StarterDialog isOpen={isChoosing} onClose={() => choose(false)} />
    </Page>
  )
}
