import { MantineProvider } from '@mantine/core'
import { render } from '@testing-library/react'
import { userEvent, type UserEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { cssVariables, theme } from '../../../renderer/app/theme'
import { connectBridge } from '../../../renderer/stores/bridge'
import { noHistory, useHistory } from '../../../renderer/stores/history'
import { initialInterface, useInterface } from '../../../renderer/stores/interface'
import { mirrorOfOpen } from '../../../renderer/stores/mirror'
import { useRecords } from '../../../renderer/stores/records'
import { fileOf, putMirror } from '../../../renderer/stores/workbook'
import type { FakeBridge } from '../fake-bridge'

/** Opens a fake's workbook in a window that was just started, and shows a part of it. */
export function openWindow(bridge: FakeBridge, part: ReactNode): UserEvent {
  useInterface.setState(initialInterface)
  useHistory.setState(noHistory)
  useRecords.setState({ versions: null, sessionId: null })
  connectBridge(bridge)
  const opened = bridge.opened()
  putMirror(mirrorOfOpen(opened), { file: fileOf(opened), target: 'plan' })
  render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} env="test">
      {part}
    </MantineProvider>,
  )
  return userEvent.setup()
}

/** The calls of a name that were made, with what they asked. */
export const callsOf = (bridge: FakeBridge, name: string): readonly unknown[] =>
  bridge.calls.filter((call) => call.name === name).map(({ args }) => args)
