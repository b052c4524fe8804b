import { Page } from '../../components/Page'
import { PageTabs, type PageTab } from '../../components/PageTabs'
import { useTab } from '../../stores/tab'
import { MilestoneSheet } from './MilestoneSheet'
import { TimelineView } from './TimelineView'

const tabs: readonly PageTab[] = [
  { id: 'months', label: 'Month by month', view: () => <TimelineView /> },
  { id: 'milestones', label: 'Milestones', view: () => <MilestoneSheet /> },
]

/** What happens when. */
export function Timeline() {
  const [tab, setTab] = useTab('timeline', 'months')
  return (
    <Page
      title="Timeline"
      purpose="What happens when: waves, sessions, positions, funds, milestones and gates, month by month."
    >
      <PageTabs tabs={tabs} value={tab} onChange={setTab} />
    </Page>
  )
}
