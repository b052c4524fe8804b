import { lazy, Suspense } from 'react'
import { Page } from '../../components/Page'
import { PageTabs, type PageTab } from '../../components/PageTabs'
import { useTab } from '../../stores/tab'
import { BestUse } from './BestUse'
import { ByYear } from './ByYear'
import { CostSheet, FundSheets, PaymentSheet } from './MoneySheets'

// the chart's library is a large part of the window's code and only wanted here
const KeepIt = lazy(async () => ({ default: (await import('./KeepIt')).KeepIt }))

const tabs: readonly PageTab[] = [
  { id: 'funds', label: 'Funds', view: () => <FundSheets /> },
  { id: 'payments', label: 'Who pays what', view: () => <PaymentSheet /> },
  { id: 'costs', label: 'Other costs', view: () => <CostSheet /> },
  { id: 'by-year', label: 'By year', view: () => <ByYear /> },
  {
    id: 'keep',
    label: 'Can we keep it?',
    view: () => (
      <Suspense fallback={null}>
        <KeepIt />
      </Suspense>
    ),
  },
  { id: 'best-use', label: 'Best use of funds', view: () => <BestUse /> },
]

/** Where the money comes from, what it pays and costs by year, whether that can be kept, and how the funds are best used. */
export function Money() {
  const [tab, setTab] = useTab('money', 'funds')
  return (
    <Page
      title="Money"
      purpose="Which funds there are, what each pays, what it all costs by year, and whether it can be kept when a grant ends."
    >
      <PageTabs tabs={tabs} value={tab} onChange={setTab} />
    </Page>
  )
}
