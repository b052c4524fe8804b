import { Stack } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { Page } from '../../components/Page'
import { PageTabs, type PageTab } from '../../components/PageTabs'
import { useTab } from '../../stores/tab'
import { CapacitySheet } from './CapacitySheet'
import { MeasureBurden } from './MeasureBurden'
import { MeasureSheet } from './MeasureSheet'
import { OutcomeSheets } from './OutcomeSheets'
import { Rounds } from './Rounds'

// the chart's library is a large part of the window's code and only wanted here
const CapacityTrend = lazy(async () => ({ default: (await import('./CapacityTrend')).CapacityTrend }))
const OutcomeEvidence = lazy(async () => ({ default: (await import('./OutcomeEvidence')).OutcomeEvidence }))

const tabs: readonly PageTab[] = [
  { id: 'observations', label: 'Rounds', view: () => <Rounds /> },
  {
    id: 'measures',
    label: 'Measures',
    view: () => (
      <Stack gap="xl">
        <MeasureBurden />
        <MeasureSheet />
      </Stack>
    ),
  },
  {
    id: 'outcomes',
    label: 'Outcomes',
    view: () => (
      <Stack gap="xl">
        <Suspense fallback={null}>
          <OutcomeEvidence />
        </Suspense>
        <OutcomeSheets />
      </Stack>
    ),
  },
  {
    id: 'capacity',
    label: 'Capacity',
    view: () => (
      <Stack gap="xl">
        <Suspense fallback={null}>
          <CapacityTrend />
        </Suspense>
        <CapacitySheet />
      </Stack>
    ),
  },
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
