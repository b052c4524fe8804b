import { Button } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { Page } from '../../components/Page'
import { useForecast } from '../../stores/forecast'
import { goTo } from '../../stores/interface'
import { OutlookView } from './OutlookView'
import { WhatIsMissing } from '../../components/WhatIsMissing'

/** Where the rollout stands: the first screen of an open workbook. */
export function Overview() {
  const shown = useForecast((state) => state.shown)
  const missing = useForecast((state) => state.missing)
  return (
    <Page
      title="Overview"
      purpose="Where the rollout stands, where this plan takes it, and what needs attention first."
      toolbar={
        shown && (
          <Button leftSection={<IconFileText size={18} />} onClick={() => goTo('reports')}>
            Make board report
          </Button>
        )
      }
    >
      {missing.length > 0 ? <WhatIsMissing missing={missing} onGo={goTo} /> : shown && <OutlookView forecast={shown} />}
    </Page>
  )
}
