import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'

type Props = {
  readonly isOpen: boolean
  readonly suggestedName: string
  readonly onClose: () => void
  readonly onKeep: (name: string, question: string | null) => void
}

/** Asks what a what-if shall be called before it is kept as a scenario. */
export function KeepDialog({ isOpen, suggestedName, onClose, onKeep }: Props) {
  return (
    <Modal opened={isOpen} onClose={onClose} title="Keep as a scenario" closeButtonProps={{ 'aria-label': 'Close' }}>
      <KeepForm key={suggestedName} suggestedName={suggestedName} onKeep={onKeep} />
    </Modal>
  )
}

function KeepForm({ suggestedName, onKeep }: Pick<Props, 'suggestedName' | 'onKeep'>) {
  const [name, setName] = useState(suggestedName)
  const [question, setQuestion] = useState('')
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') onKeep(name.trim(), question.trim() === '' ? null : question.trim())
  }
  return (
    <form onSubmit={keep}>
      <Stack>
        <Text size="sm">
          What is planned stays as it is. A scenario can be looked at, changed and adopted later, from the top bar.
        </Text>
        <TextInput
          label="Name"
          value={name}
          maxLength={120}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label="The question it answers"
          placeholder="Can be left empty"
          value={question}
          maxLength={400}
          onChange={(event) => setQuestion(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit" disabled={name.trim() === ''}>
            Keep
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
