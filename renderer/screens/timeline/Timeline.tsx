import { Page } from '../../components/Page'
import { PageTabs, type PageTab } from '../../components/PageTabs'
import { useTab } from '../../stores/tab'
import { MilestoneSheet } from './MilestoneSheet'

const tabs: readonly PageTab[] = [{ id: 'milestones', label: 'Milestones', view: () => <MilestoneSheet /> }]

/** What happens when. */
export function Timeline() {
  const [tab, setTab] = useTab('timeline', 'milestones')
  return (
    <Page
      title="Timeline"
      purpose="What happens when: waves, sessions, positions, funds, milestones and gates, month by month."
    >
      <PageTabs tabs={tabs} value={tab} onChange={setTab} />
    </Page>
  )
}
