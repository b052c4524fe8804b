import { ScrollArea, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import styles from './support.module.css'

const missing = 'The list is made when the app is built, so it is not here while it is being developed.'

async function readNotices(): Promise<string> {
  try {
    const answer = await fetch('third-party-notices.txt')
    return answer.ok ? await answer.text() : missing
  } catch {
    return missing
  }
}

/** The packages that the app is made of, each with the text of its license. */
export function LicensesDialog() {
  const [text, setText] = useState<string | null>(null)
  useEffect(() => {
    let isShown = true
    void readNotices().then((read) => {
      if (isShown) setText(read)
    })
    return () => {
      isShown = false
    }
  }, [])
  return (
    <Stack gap="sm">
      <Text size="sm">The work of others in this app, with the terms under which they let everyone use it.</Text>
      <ScrollArea h="60dvh" type="auto" viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': 'Licenses' }}>
        <pre className={styles['text']}>{text ?? ''}</pre>
      </ScrollArea>
    </Stack>
  )
}
