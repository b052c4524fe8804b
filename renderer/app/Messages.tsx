import { Button, Group, Text } from '@mantine/core'
import { Notifications, notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react'
import { useEffect } from 'react'
import { call } from '../stores/bridge'
import { undo } from '../stores/commits'
import { dismissMessage, useInterface, type Message } from '../stores/interface'

const signs = {
  info: { color: 'blue', icon: <IconInfoCircle size={18} /> },
  done: { color: 'teal', icon: <IconCheck size={18} /> },
  problem: { color: 'red', icon: <IconAlertTriangle size={18} /> },
} as const

function Words({ message }: { readonly message: Message }) {
  const { id, text, hasUndo, takeBack, path } = message
  const close = (): void => void notifications.hide(String(id))
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <Text size="sm">{text}</Text>
      {(hasUndo || takeBack !== null) && (
        <Button
          size="compact-sm"
          variant="default"
          flex="none"
          onClick={() => {
            close()
            if (takeBack === null) void undo()
            else takeBack()
          }}
        >
          Undo
        </Button>
      )}
      {path !== null && (
        <Button size="compact-sm" variant="default" flex="none" onClick={() => void call('app.showInFolder', { path })}>
          Show in folder
        </Button>
      )}
    </Group>
  )
}

const shown: number[] = []

/** The newest message never waits for older ones to go: beyond two, the oldest gives way. */
function makeRoom(id: number): void {
  shown.push(id)
  while (shown.length > 2) notifications.hide(String(shown.shift()))
}

/** What was done on another screen is old news; the top bar still takes it back. */
function putAway(): void {
  for (const id of shown.splice(0)) notifications.hide(String(id))
}

/** Short messages in the corner; problems stay until they are put away, the others go by themselves. */
export function Messages() {
  const messages = useInterface((s) => s.messages)
  useEffect(
    () =>
      useInterface.subscribe((now, before) => {
        if (now.screen !== before.screen) putAway()
      }),
    [],
  )
  useEffect(() => {
    for (const message of messages) {
      const { color, icon } = signs[message.tone]
      if (message.tone !== 'problem') makeRoom(message.id)
      notifications.show({
        id: String(message.id),
        color,
        icon,
        message: <Words message={message} />,
        autoClose: message.tone === 'problem' ? false : message.hasUndo || message.path !== null ? 10_000 : 6000,
        withBorder: true,
        closeButtonProps: { 'aria-label': 'Put this message away' },
      })
      dismissMessage(message.id)
    }
  }, [messages])
  return <Notifications position="bottom-right" limit={8} zIndex={500} />
}
