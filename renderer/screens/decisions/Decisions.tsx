import { Stack } from '@mantine/core'
import { Page } from '../../components/Page'
import { PageTabs, type PageTab } from '../../components/PageTabs'
import { useTab } from '../../stores/tab'
import { DecisionSheet } from './DecisionSheet'
import { FollowUps } from './FollowUps'
import { Gates } from './Gates'

const tabs: readonly PageTab[] = [
  {
    id: 'decisions',
    label: 'Decisions',
    view: () => (
      <Stack gap="xl">
        <FollowUps />
        <DecisionSheet />
      </Stack>
    ),
  },
  { id: 'gates', label: 'Gates', view: () => <Gates /> },
]

/** What was decided, and the gates between the phases. */
export function Decisions() {
  const [tab, setTab] = useTab('decisions', 'decisions')
  return (
    <Page
      title="Decisions and gates"
      purpose="What was decided on which data, and what has to hold before the next step begins."
    >
      <PageTabs tabs={tabs} value={tab} onChange={setTab} />
    </Page>
  )
}
