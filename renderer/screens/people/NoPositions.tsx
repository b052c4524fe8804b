import { Anchor, Button } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { EmptyState } from '../../components/EmptyState'
import { openImport } from '../../stores/interface'
import { openSample } from '../../stores/opening'
import { isLocked, useWorkbook } from '../../stores/workbook'

/** What stands here before there is a position. */
export function NoPositions() {
  const locked = useWorkbook(isLocked)
  return (
    <EmptyState
      icon={IconUsers}
      title="Who carries the rollout?"
      text="Coaches, program directors, data staff: the posts that train and support the schools. Import them or type them below."
    >
      <Button disabled={locked} onClick={() => openImport('positions')}>
        Import positions…
      </Button>
      <Anchor component="button" type="button" onClick={() => void openSample()}>
        See it in the sample district
      </Anchor>
    </EmptyState>
  )
}
