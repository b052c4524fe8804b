import { Button, Group, Text } from '@mantine/core'
import type { CallValue } from '@shared/contract/calls'
import type { Answer } from '@shared/contract/error'
import { useState } from 'react'
import { call } from '../../stores/bridge'

function outcome(answer: Answer<CallValue<'app.lookForUpdate'>>): string {
  if (!answer.ok) return answer.error.message
  const { newer } = answer.value
  return newer === null ? 'You have the newest version.' : `Version ${newer.version} can be had at ${newer.page}.`
}

/** Looks for a newer version when asked, where the district's policy allows it; installs nothing. */
export function LookForUpdate({ isAllowed }: { readonly isAllowed: boolean }) {
  const [said, setSaid] = useState<string | null>(null)
  const [isLooking, setLooking] = useState(false)
  if (!isAllowed)
    return (
      <Text size="sm" c="dimmed">
        The app never goes online. Your IT department brings newer versions.
      </Text>
    )
  const look = async (): Promise<void> => {
    setLooking(true)
    setSaid(outcome(await call('app.lookForUpdate', {})))
    setLooking(false)
  }
  return (
    <Group gap="sm">
      <Button variant="default" size="xs" onClick={() => void look()} loading={isLooking}>
        Look for a newer version
      </Button>
      <Text size="sm" role="status">
        {said ?? 'The app goes online only for this, and only when you ask.'}
      </Text>
    </Group>
  )
}
