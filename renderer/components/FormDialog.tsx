import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'

type Props = {
  readonly title: string
  readonly onClose: () => void
  readonly onSubmit: () => void
  readonly submitWords: string
  /** Why it cannot be taken as it is; null where it can. */
  readonly problem?: string | null
  readonly size?: string
  /** More buttons, at the left. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A form in a dialog: it stands while its parent draws it, Enter takes it, Escape leaves everything as it was. */
export function FormDialog({ title, onClose, onSubmit, submitWords, problem = null, size, actions, children }: Props) {
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': 'Close' }}
      {...(size === undefined ? {} : { size })}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          {children}
          {problem !== null && (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {problem}
            </Text>
          )}
          <Group justify="space-between">
            <Group gap="xs">{actions}</Group>
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                Cancel
              </Button>
              <Button type="submit">{submitWords}</Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
