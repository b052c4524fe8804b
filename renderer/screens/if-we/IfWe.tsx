import { Page } from '../../components/Page'
import { PageTabs, type PageTab } from '../../components/PageTabs'
import { WhatIsMissing } from '../../components/WhatIsMissing'
import { useForecast } from '../../stores/forecast'
import { goTo } from '../../stores/interface'
import { useTab } from '../../stores/tab'
import { Assumptions } from './Assumptions'
import { Compare } from './Compare'
import { Drivers } from './Drivers'
import { Keeping } from './Keeping'
import { LeastStaffing } from './LeastStaffing'
import { Pilot } from './Pilot'
import { TryIt } from './TryIt'

const tabs: readonly PageTab[] = [
  { id: 'try', label: 'Try a change', view: () => <TryIt /> },
  { id: 'compare', label: 'Compare', view: () => <Compare /> },
  { id: 'drivers', label: 'What drives the result', view: () => <Drivers /> },
  { id: 'keep', label: 'Can we keep it?', view: () => <Keeping /> },
  { id: 'find', label: 'Least staffing', view: () => <LeastStaffing /> },
  { id: 'pilot', label: 'What the pilot taught', view: () => <Pilot /> },
  { id: 'assumptions', label: 'Assumptions', view: () => <Assumptions /> },
]

/** The what-if: changes tried beside the current plan, what drives the result, whether it can be kept. */
export function IfWe() {
  const missing = useForecast((state) => state.missing)
  const [tab, setTab] = useTab('if-we', 'try')
  return (
    <Page
      title="If we…"
      purpose="Try a staffing or money change beside the current plan. Nothing is changed until you adopt it."
    >
      {missing.length > 0 ? (
        <WhatIsMissing missing={missing} onGo={goTo} />
      ) : (
        <PageTabs tabs={tabs} value={tab} onChange={setTab} />
      )}
    </Page>
  )
}
