import { Page } from '../../components/Page'
import { PageTabs, type PageTab } from '../../components/PageTabs'
import { useTab } from '../../stores/tab'
import { CostSheet, FundSheets, PaymentSheet } from './MoneySheets'

const tabs: readonly PageTab[] = [
  { id: 'funds', label: 'Funds', view: () => <FundSheets /> },
  { id: 'payments', label: 'Who pays what', view: () => <PaymentSheet /> },
  { id: 'costs', label: 'Other costs', view: () => <CostSheet /> },
]

/** Where the money comes from, what it pays, and what costs money besides people and training. */
export function Money() {
  const [tab, setTab] = useTab('money', 'funds')
  return (
    <Page
      title="Money"
      purpose="Which funds there are and how long they last, what each pays, and what costs money besides people and training."
    >
      <PageTabs tabs={tabs} value={tab} onChange={setTab} />
    </Page>
  )
}
