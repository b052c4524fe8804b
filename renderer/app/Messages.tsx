import { Button, Group, Text } from '@mantine/core'
import { Notifications, notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react'
import { useEffect } from 'react'
import { call } from '../stores/bridge'
import { undo } from '../stores/commits'
import { dismissMessage, useInterface, type Message } from '../stores/interface'
import { useWorkbook } from '../stores/workbook'

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

let shown: readonly Message[] = []

function putAway(isOld: (message: Message) => boolean): void {
  for (const message of shown.filter(isOld)) notifications.hide(String(message.id))
  shown = shown.filter((message) => !isOld(message))
}

/** The newest message never waits for older ones to go: beyond two, the oldest gives way. */
function makeRoom(message: Message): void {
  shown = [...shown, message]
  putAway((older) => shown.indexOf(older) < shown.length - 2)
}

/** Puts messages away when they are old news: what they offer would no longer take back what they tell of. */
function followWhatIsShown(): () => void {
  const leaveScreen = useInterface.subscribe((now, before) => {
    // the top bar still takes it back
    if (now.screen !== before.screen) putAway(() => true)
  })
  const leaveWorkbook = useWorkbook.subscribe((now, before) => {
    if (now.file?.sessionId !== before.file?.sessionId) putAway(() => true)
    // Undo takes back the last act on the plan that is shown
    else if (now.sequence !== before.sequence || now.target !== before.target) putAway(({ hasUndo }) => hasUndo)
  })
  return () => {
    leaveScreen()
    leaveWorkbook()
  }
}

/** Short messages in the corner; problems stay until they are put away, the others go by themselves. */
export function Messages() {
  const messages = useInterface((s) => s.messages)
  useEffect(followWhatIsShown, [])
  useEffect(() => {
    for (const message of messages) {
      const { color, icon } = signs[message.tone]
      if (message.tone !== 'problem') makeRoom(message)
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
