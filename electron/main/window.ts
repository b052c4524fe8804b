import { join } from 'node:path'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { Closable } from './closing'
import { boundsToOpen, leastSize, readWindowState, windowStateWriter } from './window-state'

// the colours of the page's own background, so that nothing flashes before it is painted
const backgrounds = { light: '#ffffff', dark: '#242424' }
const settleMilliseconds = 500

export type WindowOptions = {
  /** Where size and place are kept. */
  readonly stateFile: string
  readonly preload: string
  readonly isPackaged: boolean
}

/** Every protection that Electron has for a page, said even where it is the default. */
export const pagePreferences = (preload: string, isPackaged: boolean): Electron.WebPreferences => ({
  preload,
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  devTools: !isPackaged,
})

function keepState(window: BrowserWindow, stateFile: string): void {
  const write = windowStateWriter(stateFile)
  let timer: NodeJS.Timeout | undefined
  const save = (): void => {
    clearTimeout(timer)
    if (!window.isDestroyed() && !window.isMinimized())
      void write({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() })
  }
  const saveSoon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(save, settleMilliseconds)
  }
  window.on('resize', saveSoon)
  window.on('move', saveSoon)
  window.on('close', save)
  window.on('closed', () => clearTimeout(timer))
}

/** The window, hidden until its page is there, where and as large as it was left. */
export function createWindow(options: WindowOptions): BrowserWindow {
  const state = readWindowState(options.stateFile)
  const screens = screen.getAllDisplays().map((display) => display.workArea)
  const window = new BrowserWindow({
    ...boundsToOpen(state.bounds, screens),
    minWidth: leastSize.width,
    minHeight: leastSize.height,
    show: false,
    title: 'Rollout Workbook',
    backgroundColor: nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light,
    webPreferences: pagePreferences(options.preload, options.isPackaged),
  })
  window.once('ready-to-show', () => {
    if (state.isMaximized) window.maximize()
    window.show()
  })
  keepState(window, options.stateFile)
  return window
}

/** The window as its closing is guarded. */
export const closable = (window: BrowserWindow): Closable => ({
  close: () => {
    if (!window.isDestroyed()) window.close()
  },
  onObjection: (listener) =>
    // to prevent the preventing is to close
    void window.webContents.on('will-prevent-unload', (event) => listener(() => event.preventDefault())),
})

/** The preload scripts beside the built main file: of the window, and of the page that is printed. */
export const preloadFile = (builtFolder: string, name: 'preload' | 'paper' = 'preload'): string =>
  join(builtFolder, `../preload/${name}.cjs`)
