import { Button, Group, Modal, Text } from '@mantine/core'
import type { Snapshot } from '@shared/contract/workbook'
import { removeVersion } from '../../../stores/records'
import { moment } from './moment'

type Props = { readonly version: Snapshot | null; readonly onClose: () => void }

/** Asks before a version is deleted: that is no change of the plan, and Undo does not bring it back. */
export function DeleteVersion({ version, onClose }: Props) {
  const remove = (): void => {
    onClose()
    if (version) void removeVersion(version)
  }
  return (
    <Modal
      opened={version !== null}
      onClose={onClose}
      title={`Delete “${version?.name ?? ''}”?`}
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {version && (
        <Text>
          It was kept on {moment(version.at)}. The plan is not changed by this, but the version cannot be brought back.
        </Text>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          Keep it
        </Button>
        <Button color="red" onClick={remove}>
          Delete this version
        </Button>
      </Group>
    </Modal>
  )
}
