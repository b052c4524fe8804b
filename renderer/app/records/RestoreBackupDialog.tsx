import { Button, Group, Radio, ScrollArea, Stack, Text } from '@mantine/core'
import type { Backup } from '@shared/contract/workbook'
import { useEffect, useState } from 'react'
import { closeDialog } from '../../stores/interface'
import { listBackups, restoreBackup } from '../../stores/opening'
import { useWorkbook } from '../../stores/workbook'
import { backupMoment, sizeWords } from './backup-words'

/** Lists the automatic backups of the open workbook and puts the chosen one in its place. */
export function RestoreBackupDialog() {
  const path = useWorkbook((s) => s.file?.path)
  const sequence = useWorkbook((s) => s.sequence)
  const [backups, setBackups] = useState<readonly Backup[] | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  useEffect(() => void listBackups().then((found) => setBackups(found ?? [])), [])
  if (backups === null || path === undefined) return null
  if (backups.length === 0)
    return (
      <Text>
        There is no backup of this workbook yet. They are made by themselves: when it is opened, once an hour while you
        work, and when it is closed. None are made of the sample district.
      </Text>
    )
  const restore = (id: string): void => {
    closeDialog()
    void restoreBackup(path, id)
  }
  const sinceWords = (backup: Backup): string => {
    const since = sequence - backup.sequence
    if (since <= 0) return 'everything that is in it now'
    return since === 1 ? '1 step before now' : `${since.toLocaleString('en-US')} steps before now`
  }
  return (
    <Stack>
      <Text size="sm">
        The whole workbook becomes as it was then, with its scenarios, versions and history. As it is now it is kept
        beside it under another name, so nothing is lost.
      </Text>
      <ScrollArea.Autosize offsetScrollbars mah="45dvh" viewportProps={{ tabIndex: 0, 'aria-label': 'Backups' }}>
        <Radio.Group aria-label="Which backup" value={chosen ?? ''} onChange={setChosen}>
          <Stack gap={6} p={2}>
            {backups.map((backup) => (
              <Radio
                key={backup.id}
                value={backup.id}
                label={backupMoment(backup)}
                description={`${sinceWords(backup)} · ${sizeWords(backup.bytes)}`}
              />
            ))}
          </Stack>
        </Radio.Group>
      </ScrollArea.Autosize>
      <Group justify="flex-end">
        <Button variant="default" onClick={closeDialog}>
          Cancel
        </Button>
        <Button disabled={chosen === null} onClick={() => chosen !== null && restore(chosen)}>
          Restore this backup
        </Button>
      </Group>
    </Stack>
  )
}
