import { Anchor, Button } from '@mantine/core'
import { IconChecklist } from '@tabler/icons-react'
import { DataSheet } from '../../components/DataSheet/DataSheet'
import { EmptyState } from '../../components/EmptyState'
import { Page } from '../../components/Page'
import { commitAndSay } from '../../stores/commits'
import { openSample } from '../../stores/opening'
import { useRows } from '../../stores/rows'
import { isLocked, useWorkbook } from '../../stores/workbook'
import { starterComponents } from './starter-components'

const columns = [
  { key: 'name', width: 220 },
  { key: 'description', width: 240 },
  { key: 'minimumPractice', width: 240 },
  'contributionWeight',
  'isCore',
  'trainingHoursNeeded',
  'prerequisiteIds',
  'owner',
  { key: 'evidence', width: 240 },
] as const

/** The essential components, one line each. */
export function ComponentsInPlace() {
  const locked = useWorkbook(isLocked)
  const rows = useRows('component')
  return (
    <Page
      title="What has to be in place"
      purpose="The essential components: what people do in every school once the practice works, and the least that counts."
    >
      {rows.length === 0 && (
        <EmptyState
          icon={IconChecklist}
          title="Name what has to be in place"
          text="A handful of components is enough to forecast: each is something people do, that you can see, and that is known to matter."
        >
          <Button
            disabled={locked}
            onClick={() => void commitAndSay('Start with a literacy set', 'add', starterComponents, { hasUndo: true })}
          >
            Start with a literacy set
          </Button>
          <Anchor component="button" type="button" onClick={() => void openSample()}>
            See it in the sample district
          </Anchor>
        </EmptyState>
      )}
      <DataSheet
        table="component"
        columns={columns}
        rows={rows}
        title="Essential components"
        addWords="Add a component"
      />
    </Page>
  )
}
