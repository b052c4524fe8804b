import { Page } from '../../components/Page'
import { PageTabs, type PageTab } from '../../components/PageTabs'
import { useTab } from '../../stores/tab'
import { CapacitySheet } from './CapacitySheet'
import { MeasureSheet } from './MeasureSheet'
import { ObservationSheet } from './ObservationSheet'
import { OutcomeSheets } from './OutcomeSheets'

const tabs: readonly PageTab[] = [
  { id: 'observations', label: 'Observations', view: () => <ObservationSheet /> },
  { id: 'measures', label: 'Measures', view: () => <MeasureSheet /> },
  { id: 'outcomes', label: 'Outcomes', view: () => <OutcomeSheets /> },
  { id: 'capacity', label: 'Capacity', view: () => <CapacitySheet /> },
]

/** How well it is done, and whether the systems carry it. */
export function Fidelity() {
  const [tab, setTab] = useTab('fidelity', 'observations')
  return (
    <Page
      title="Fidelity and capacity"
      purpose="How well it is done, whether it pays off for students, and whether the systems carry it."
    >
      <PageTabs tabs={tabs} value={tab} onChange={setTab} />
    </Page>
  )
}
