import { Stack } from '@mantine/core'
import { Page } from '../../components/Page'
import { PageTabs, type PageTab } from '../../components/PageTabs'
import { useTab } from '../../stores/tab'
import { BarrierSheet } from './BarrierSheet'
import { BarrierSummary } from './BarrierSummary'
import { MessageSheet } from './MessageSheet'
import { MessageSummary } from './MessageSummary'

const tabs: readonly PageTab[] = [
  {
    id: 'messages',
    label: 'Messages',
    view: () => (
      <Stack gap="xl">
        <MessageSummary />
        <MessageSheet />
      </Stack>
    ),
  },
  {
    id: 'barriers',
    label: 'Barriers',
    view: () => (
      <Stack gap="xl">
        <BarrierSummary />
        <BarrierSheet />
      </Stack>
    ),
  },
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
