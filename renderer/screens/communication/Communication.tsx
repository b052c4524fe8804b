import { Page } from '../../components/Page'
import { PageTabs, type PageTab } from '../../components/PageTabs'
import { useTab } from '../../stores/tab'
import { BarrierSheet } from './BarrierSheet'
import { MessageSheet } from './MessageSheet'

const tabs: readonly PageTab[] = [
  { id: 'messages', label: 'Messages', view: () => <MessageSheet /> },
  { id: 'barriers', label: 'Barriers', view: () => <BarrierSheet /> },
]

/** Who is told what, and what stands in the way. */
export function Communication() {
  const [tab, setTab] = useTab('communication', 'messages')
  return (
    <Page
      title="Messages and barriers"
      purpose="Who is told what, and what stands in the way: raised, passed on, removed."
    >
      <PageTabs tabs={tabs} value={tab} onChange={setTab} />
    </Page>
  )
}
