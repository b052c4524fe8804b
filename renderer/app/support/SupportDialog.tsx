import { Alert, Button, Group, ScrollArea, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { call } from '../../stores/bridge'
import { closeDialog, say } from '../../stores/interface'
import styles from './support.module.css'

/** Shows the whole of a support file, then saves exactly that. */
export function SupportDialog() {
  const [text, setText] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  useEffect(() => {
    let isShown = true
    void call('app.supportText', {}).then((answer) => {
      if (!isShown) return
      if (answer.ok) setText(answer.value.text)
      else setProblem(answer.error.message)
    })
    return () => {
      isShown = false
    }
  }, [])
  const save = async (): Promise<void> => {
    setSaving(true)
    const answer = await call('app.saveSupportFile', {})
    setSaving(false)
    if (!answer.ok) return setProblem(answer.error.message)
    if (answer.value === null) return
    closeDialog()
    say('The support file is saved.', { tone: 'done', path: answer.value.path })
  }
  return (
    <Stack gap="sm">
      <Text size="sm">
        If something does not work, save this file and send it to whoever helps you. It holds what you see below and
        nothing else: no names, no file names, nothing from your plan. The app sends it nowhere.
      </Text>
      {problem !== null && (
        <Alert color="red" role="alert">
          {problem}
        </Alert>
      )}
      <ScrollArea
        h="40dvh"
        type="auto"
        viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': 'What is in the support file' }}
      >
        <pre className={styles['text']}>{text ?? ''}</pre>
      </ScrollArea>
      <Group justify="flex-end">
        <Button variant="default" onClick={closeDialog}>
          Cancel
        </Button>
        <Button onClick={() => void save()} loading={isSaving} disabled={text === null}>
          Save the file…
        </Button>
      </Group>
    </Stack>
  )
}
