import { Anchor, Button } from '@mantine/core'
import { IconCoin } from '@tabler/icons-react'
import { EmptyState } from '../../components/EmptyState'
import { chooseTab } from '../../stores/interface'
import { openSample } from '../../stores/opening'

/** What stands here before anything costs money. */
export function NoCosts() {
  return (
    <EmptyState
      icon={IconCoin}
      title="Nothing in this plan costs money yet"
      text="Positions with a salary, learning sessions with a fee, and other costs are added up here by fiscal year."
    >
      <Button onClick={() => chooseTab('money', 'costs')}>Enter a cost</Button>
      <Anchor component="button" type="button" onClick={() => void openSample()}>
        See it in the sample district
      </Anchor>
    </EmptyState>
  )
}
