import { MantineProvider, type MantineColorScheme } from '@mantine/core'
import { Suspense, useEffect } from 'react'
import { Home } from '../screens/home/Home'
import { useInterface } from '../stores/interface'
import { closeWindow } from '../stores/leaving'
import { listenToNews } from '../stores/news'
import { openWorkbook } from '../stores/opening'
import { useWorkbook } from '../stores/workbook'
import { runCommand } from './commands'
import { Dialogs } from './Dialogs'
import { DropZone } from './DropZone'
import { ErrorBoundary } from './ErrorBoundary'
import { useKeyboard } from './keyboard'
import { lateShell } from './late-shell'
import { Messages } from './Messages'
import { SchemeFromPreferences } from './SchemeFromPreferences'
import { HomeTasks } from './Tasks'
import { cssVariables, schemeManager, theme } from './theme'

type Props = {
  /** The planner's scheme as it was kept. */
  readonly scheme: MantineColorScheme
  readonly nonce: string
  /** Portals and transitions off, for tests. */
  readonly env?: 'default' | 'test'
}

/** The whole window. */
export function App({ scheme, nonce, env = 'default' }: Props) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme={scheme}
      colorSchemeManager={schemeManager(scheme)}
      getStyleNonce={() => nonce}
      env={env}
    >
      <SchemeFromPreferences />
      <Messages />
      <ErrorBoundary what="the window">
        <Window />
      </ErrorBoundary>
    </MantineProvider>
  )
}

const fromMain: Parameters<typeof listenToNews>[0] = {
  command: runCommand,
  openPath: (path) => void openWorkbook(path),
  closing: () => void closeWindow(),
}

function Window() {
  const isOpen = useWorkbook((s) => s.file !== null)
  const dialog = useInterface((s) => s.dialog)
  useKeyboard()
  useEffect(() => listenToNews(fromMain), [])
  return (
    <>
      <Suspense fallback={<Home />}>{isOpen ? <lateShell.View /> : <Home />}</Suspense>
      {!isOpen && <HomeTasks />}
      <Dialogs dialog={dialog} />
      <DropZone />
    </>
  )
}
