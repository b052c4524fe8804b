import { MantineProvider } from '@mantine/core'
import { render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { Plan } from '@shared/plan/plan'
import { SidePanel } from '../../../renderer/app/panel/SidePanel'
import { SheetHost } from '../../../renderer/app/SheetHost'
import { cssVariables, theme } from '../../../renderer/app/theme'
import { connectBridge } from '../../../renderer/stores/bridge'
import { putExplanationAway } from '../../../renderer/stores/explanation'
import { initialInterface, useInterface, type RowPlace } from '../../../renderer/stores/interface'
import { mirrorOfOpen } from '../../../renderer/stores/mirror'
import { choosePanelTab } from '../../../renderer/stores/panel'
import { fileOf, noWorkbook, putMirror, useWorkbook } from '../../../renderer/stores/workbook'
import { fakeBridge, type FakeBridge } from '../fake-bridge'

/** The panel over a workbook in memory, open on a row. */
export function openPanel(plan: Plan, row: RowPlace | null, more: { isReadOnly?: boolean } = {}) {
  const bridge: FakeBridge = fakeBridge({ plan, ...more })
  connectBridge(bridge)
  useWorkbook.setState(noWorkbook)
  putMirror(mirrorOfOpen(bridge.opened()), { file: fileOf(bridge.opened()) })
  useInterface.setState({ ...initialInterface, row, isPanelOpen: true })
  putExplanationAway()
  choosePanelTab('fields')
  render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} env="test">
      <SheetHost>
        <SidePanel />
      </SheetHost>
    </MantineProvider>,
  )
  return { bridge, user: userEvent.setup() }
}
