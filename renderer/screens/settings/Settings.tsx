import { Page } from '../../components/Page'
import { PageTabs, type PageTab } from '../../components/PageTabs'
import { useTab } from '../../stores/tab'
import { NoteSheet } from './NoteSheet'
import { EntryList } from './EntryList'
import { parameterGroups, settingGroups } from './entry'
import { HistoryTab } from './history/HistoryTab'
import { VersionsTab } from './history/VersionsTab'
import { PlanForm } from './PlanForm'

const tabs: readonly PageTab[] = [
  { id: 'plan', label: 'The plan', view: () => <PlanForm /> },
  { id: 'settings', label: 'Settings', view: () => <SettingList /> },
  { id: 'parameters', label: 'Model', view: () => <ParameterList /> },
  { id: 'notes', label: 'Notes', view: () => <NoteSheet /> },
  { id: 'history', label: 'History', view: () => <HistoryTab /> },
  { id: 'versions', label: 'Versions', view: () => <VersionsTab /> },
]

function SettingList() {
  return (
    <EntryList
      table="setting"
      groups={settingGroups}
      description="Lines, rates and rules for the whole plan. What you do not change stands at its default, in this plan and in every new version."
    />
  )
}

function ParameterList() {
  return (
    <EntryList
      table="parameter"
      groups={parameterGroups}
      description="How people take a practice up, get good at it and let it go. The likely range varies each figure between its lowest and highest plausible value."
    />
  )
}

/** What holds for the whole plan. */
export function Settings() {
  const [tab, setTab] = useTab('settings', 'plan')
  return (
    <Page title="Settings and history" purpose="What holds for the whole plan, and everything that was changed in it.">
      <PageTabs tabs={tabs} value={tab} onChange={setTab} />
    </Page>
  )
}
