// The least an Electron app can be: what every app on the same runtime pays, before it does anything of its own.
import path from 'node:path'
import { app, BrowserWindow } from 'electron'

app.setPath('userData', process.env['ROLLOUT_USER_DATA'])
app.whenReady().then(
  () => {
    const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } })
    return window.loadFile(path.join(import.meta.dirname, 'index.html'))
  },
  () => app.exit(1),
)
