import { Page } from '../../components/Page'
import { PageTabs, type PageTab } from '../../components/PageTabs'
import { useTab } from '../../stores/tab'
import { NoteSheet } from './NoteSheet'
import { ParameterSheet } from './ParameterSheet'
import { PlanSheet } from './PlanSheet'
import { SettingSheet } from './SettingSheet'

const tabs: readonly PageTab[] = [
  { id: 'plan', label: 'The plan', view: () => <PlanSheet /> },
  { id: 'settings', label: 'Settings', view: () => <SettingSheet /> },
  { id: 'parameters', label: 'Model', view: () => <ParameterSheet /> },
  { id: 'notes', label: 'Notes', view: () => <NoteSheet /> },
]

/** What holds for the whole plan. */
export function Settings() {
  const [tab, setTab] = useTab('settings', 'plan')
  return (
    <Page title="Settings and history" purpose="What holds for the whole plan, and everything that was changed in it.">
      <PageTabs tabs={tabs} value={tab} onChange={setTab} />
    </Page>
  )
}
