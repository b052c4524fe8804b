import { Button, Group, Modal, Text } from '@mantine/core'
import type { Snapshot } from '@shared/contract/workbook'
import { diff } from '@shared/plan/algebra'
import { useMemo } from 'react'
import { restoreVersion } from '../../../stores/records'
import { useWorkbook } from '../../../stores/workbook'
import { moment } from './moment'
import { useVersion } from './use-version'

type Props = { readonly version: Snapshot | null; readonly onClose: () => void }

/** Asks before the current plan is made as a version holds it. */
export function RestoreVersion({ version, onClose }: Props) {
  return (
    <Modal
      opened={version !== null}
      onClose={onClose}
      title={`Restore “${version?.name ?? ''}”?`}
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {version && <Question version={version} onClose={onClose} />}
    </Modal>
  )
}

function changeWords(count: number): string {
  if (count === 0) return 'The current plan is as it was then, so there is nothing to restore.'
  const rows = `${count.toLocaleString('en-US')} ${count === 1 ? 'row changes' : 'rows change'}`
  return `The current plan becomes as it was then: ${rows}. Scenarios stay. It is one step, and Undo takes it back.`
}

function Question({ version, onClose }: { readonly version: Snapshot; readonly onClose: () => void }) {
  const now = useWorkbook((s) => s.currentPlan)
  const then = useVersion(version.id)
  const count = useMemo(() => then && diff(now, then).length, [now, then])
  const restore = (): void => {
    onClose()
    if (then) void restoreVersion(then, version.name)
  }
  return (
    <>
      <Text>
        It was kept on {moment(version.at)}. {count !== null && changeWords(count)}
      </Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          Leave it as it is
        </Button>
        <Button disabled={count === null || count === 0} onClick={restore}>
          Restore this version
        </Button>
      </Group>
    </>
  )
}
