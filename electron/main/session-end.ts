import { powerMonitor, type BrowserWindow } from 'electron'

const signals = ['SIGTERM', 'SIGHUP', 'SIGINT'] as const

/**
 * Calls `end` where the system asks the app to end: it shuts down, the planner logs off, or a signal says so. A system
 * that can wait for it is asked to.
 */
export function watchSessionEnd(window: BrowserWindow, end: () => void): void {
  for (const signal of signals) process.on(signal, end)
  // Linux and macOS
  powerMonitor.on('shutdown', (event?: Electron.Event) => {
    event?.preventDefault()
    end()
  })
  // Windows, which asks first and then does not wait
  window.on('query-session-end', end)
  window.on('session-end', end)
}
