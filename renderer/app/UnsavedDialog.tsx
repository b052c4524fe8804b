import { Button, Group, Stack, Text } from '@mantine/core'
import { closeDialog } from '../stores/interface'
import { useWorkbook } from '../stores/workbook'

type Props = { readonly count: number; readonly leave: () => void }

/** The workbook is to be closed while edits are not saved: says why they are not, and asks. */
export function UnsavedDialog({ count, leave }: Props) {
  const saved = useWorkbook((s) => s.saved)
  const name = useWorkbook((s) => s.file?.name)
  const words = count === 1 ? '1 change is not saved' : `${count} changes are not saved`
  return (
    <Stack>
      <Text role="alert">
        {words}
        {name !== undefined && ` in “${name}”`}.{' '}
        {saved.kind === 'failed' ? saved.message : 'The file takes long to answer.'}
      </Text>
      <Text>
        What was saved before is safe. If you stay, you can choose “Try again” at the foot of the window once the file
        can be written. If you close without {count === 1 ? 'it' : 'them'}, you will have to make{' '}
        {count === 1 ? 'the change' : 'the changes'} again.
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={leave}>
          Close without {count === 1 ? 'it' : 'them'}
        </Button>
        <Button onClick={closeDialog} data-autofocus>
          Stay
        </Button>
      </Group>
    </Stack>
  )
}
