import { Tabs } from '@mantine/core'
import { useState } from 'react'
import { Page } from '../../components/Page'
import { CostSheet, FundSheets, PaymentSheet } from './MoneySheets'

/** Where the money comes from, what it pays, and what costs money besides people and training. */
export function Money() {
  const [tab, setTab] = useState<string | null>('funds')
  return (
    <Page
      title="Money"
      purpose="Which funds there are and how long they last, what each pays, and what costs money besides people and training."
    >
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="funds">Funds</Tabs.Tab>
          <Tabs.Tab value="payments">Who pays what</Tabs.Tab>
          <Tabs.Tab value="costs">Other costs</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="funds">
          <FundSheets />
        </Tabs.Panel>
        <Tabs.Panel value="payments">
          <PaymentSheet />
        </Tabs.Panel>
        <Tabs.Panel value="costs">
          <CostSheet />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}
