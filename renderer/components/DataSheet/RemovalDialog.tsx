import { Button, Group, Modal, Text } from '@mantine/core'
import type { Removing } from './use-removal'

/** Says what uses a row before it is deleted, so that both go or neither. */
export function RemovalDialog({ removal }: { readonly removal: Removing }) {
  const { question, problem, close } = removal
  return (
    <Modal
      opened={question !== null || problem !== null}
      onClose={close}
      title={problem === null ? `Delete “${question?.name ?? ''}”?` : 'It was not deleted'}
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {problem !== null && <Text role="alert">{problem}</Text>}
      {question && (
        <>
          <Text>
            It is used by {question.usedBy}. If you delete it, it is taken out there too, and lines that say nothing
            without it go with it. Undo brings everything back.
          </Text>
          <Group justify="flex-end" mt="lg">
            <Button variant="default" onClick={close} data-autofocus>
              Keep it
            </Button>
            <Button color="red" onClick={question.confirm}>
              Delete it everywhere
            </Button>
          </Group>
        </>
      )}
    </Modal>
  )
}
