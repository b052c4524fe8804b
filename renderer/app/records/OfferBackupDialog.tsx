import { Button, Group, Stack, Text } from '@mantine/core'
import type { Offer } from '@shared/contract/workbook'
import { closeDialog } from '../../stores/interface'
import { restoreBackup } from '../../stores/opening'
import { backupMoment } from './backup-words'

type Props = { readonly problem: string; readonly offer: Offer }

/** A workbook cannot be opened: says why, and offers its latest backup that is whole. */
export function OfferBackupDialog({ problem, offer: { path, backup } }: Props) {
  const restore = (): void => {
    closeDialog()
    void restoreBackup(path, backup.id)
  }
  return (
    <Stack>
      <Text role="alert">{problem}</Text>
      <Text>
        There is a backup of <strong>{backupMoment(backup)}</strong>, and it is whole. Restoring it puts it in the place
        of the file that cannot be opened; that one is set aside beside it under another name.
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={closeDialog}>
          Not now
        </Button>
        <Button onClick={restore} data-autofocus>
          Restore the backup
        </Button>
      </Group>
    </Stack>
  )
}
