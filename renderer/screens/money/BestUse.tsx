import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { totalCents } from '@shared/money/totals'
import { IconArrowsExchange, IconBookmark, IconCheck, IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import { EmptyState } from '../../components/EmptyState'
import { KeepDialog } from '../../components/KeepDialog'
import { adoptBestUse, findBestUse, keepBestUse, useBestUse, useFoundUse, type FoundUse } from '../../stores/best-use'
import { useLedger } from '../../stores/ledger'
import { useRows } from '../../stores/rows'
import { openSample } from '../../stores/opening'
import { isLocked, useWorkbook } from '../../stores/workbook'
import { BestUseAnswer } from './BestUseAnswer'
import { NoCosts } from './NoCosts'

/** Which fund should pay what: asked of the solver, shown beside today, kept or adopted in one step. */
export function BestUse() {
  const ledger = useLedger()
  const funds = useRows('fundingSource')
  const isSearching = useBestUse((s) => s.isSearching)
  const found = useFoundUse()
  if (totalCents(ledger).costCents === 0 || funds.length === 0) return <NoCosts />
  if (!found) return <Ask isSearching={isSearching} />
  return <Found found={found} isSearching={isSearching} />
}

function Ask({ isSearching }: { readonly isSearching: boolean }) {
  return (
    <EmptyState
      icon={IconArrowsExchange}
      title="Which fund should pay what?"
      text="Finds the payments that leave the least without funds, and of those the ones that use the general fund least. It keeps to what each fund may pay, where, until when, and how much it gives each year. Nothing changes until you adopt it."
    >
      <Button loading={isSearching} onClick={() => void findBestUse()}>
        Find the best use of funds
      </Button>
      <Anchor component="button" type="button" onClick={() => void openSample()}>
        See it in the sample district
      </Anchor>
    </EmptyState>
  )
}

function Found({ found, isSearching }: { readonly found: FoundUse; readonly isSearching: boolean }) {
  const plan = useWorkbook((s) => s.plan)
  const locked = useWorkbook(isLocked)
  const [isNaming, setNaming] = useState(false)
  const isOld = found.plan !== plan
  const isSame = found.best.changes.length === 0
  const keep = (name: string, question: string | null) => {
    setNaming(false)
    void keepBestUse(found, name, question)
  }
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="center">
        <Text size="sm" c="dimmed" maw={760}>
          Least without funds first, then least from the general fund, then the fewest changes. From the as-of month on;
          a fund may come and go with fiscal years.
        </Text>
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconRefresh size={17} />}
            loading={isSearching}
            onClick={() => void findBestUse()}
          >
            Find again
          </Button>
          <Button
            variant="default"
            leftSection={<IconBookmark size={17} />}
            disabled={locked || isOld || isSame}
            onClick={() => setNaming(true)}
          >
            Keep as a scenario…
          </Button>
          <Button
            leftSection={<IconCheck size={17} />}
            disabled={locked || isOld || isSame}
            onClick={() => void adoptBestUse(found)}
          >
            Adopt into the plan
          </Button>
        </Group>
      </Group>
      {isOld && (
        <Alert variant="light" color="yellow" title="The plan has changed since">
          This was found for the plan as it was before. Find again to see it for the plan as it is now.
        </Alert>
      )}
      <BestUseAnswer found={found} />
      <KeepDialog isOpen={isNaming} suggestedName="Best use of funds" onClose={() => setNaming(false)} onKeep={keep} />
    </Stack>
  )
}
