import { app, dialog, type BrowserWindow } from 'electron'

const crashesAllowed = 2
const crashWindowMilliseconds = 60_000

/**
 * Loads the page into the window, and again when the page's process stops: the workbook is open elsewhere and has lost
 * nothing; but a window that is being closed closes. `onLoading` is called whenever a page begins to load.
 */
export function keepPage(window: BrowserWindow, address: string, onLoading: () => void): void {
  let crashes: number[] = []
  // whether the window is asked to close, and its page has not said no
  let isClosing = false
  window.on('close', () => (isClosing = true))
  window.webContents.on('will-prevent-unload', () => (isClosing = false))
  const load = (): void =>
    void window.loadURL(address).catch((error: unknown) => console.error('The page did not load:', error))
  window.webContents.on('did-start-loading', onLoading)
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    console.error('The page stopped:', reason)
    // a page that is gone never answers whether it may be closed
    if (isClosing) return window.destroy()
    const now = Date.now()
    crashes = [...crashes.filter((at) => now - at < crashWindowMilliseconds), now]
    if (crashes.length <= crashesAllowed) return load()
    dialog.showErrorBox(
      'The window stopped several times in a row',
      'Everything that was saved is safe. The app closes now; start it again and open your workbook.',
    )
    app.quit()
  })
  load()
}
