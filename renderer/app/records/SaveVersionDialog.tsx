import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { closeDialog } from '../../stores/interface'
import { saveVersion } from '../../stores/records'

const today = (): string => new Date().toLocaleDateString(undefined, { dateStyle: 'medium' })

/** Asks what the current plan is to be called as it is now. Saving itself needs nobody: every act is saved when it is done. */
export function SaveVersionDialog() {
  const [name, setName] = useState(today)
  const [isSaving, setSaving] = useState(false)
  const save = async (): Promise<void> => {
    setSaving(true)
    const isKept = await saveVersion(name.trim())
    setSaving(false)
    if (isKept) closeDialog()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() !== '' && !isSaving) void save()
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm">
          Your work is saved already. A version keeps the current plan as it is now under a name, to compare with and to
          go back to. You find it under Settings and history, Versions.
        </Text>
        <TextInput
          label="Name"
          description="What it is for: “As the board saw it”, “Before the budget cut”"
          value={name}
          maxLength={120}
          data-autofocus
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={closeDialog}>
            Cancel
          </Button>
          <Button type="submit" loading={isSaving} disabled={name.trim() === ''}>
            Save the version
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
