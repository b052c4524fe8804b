import { runPackage } from './command.ts'
import { hasDisplay } from './display.ts'
import { script } from './project.ts'
import { describeRuntime, prepareRuntime } from './runtime.ts'
import { ensureSystem } from './system.ts'

const isRoot = process.platform === 'linux' && process.getuid?.() === 0

// The app with live reload: the window follows each saved file, the main process restarts.
await script(async () => {
  if (!hasDisplay()) throw new Error('There is no screen here to develop on. "npm start" shows the app without one.')
  await ensureSystem(['window'])
  const runtime = await prepareRuntime()
  console.log(describeRuntime(runtime))
  const env = { ...process.env, ELECTRON_EXEC_PATH: runtime.executable }
  await runPackage('electron-vite', ['dev', '--watch', ...(isRoot ? ['--noSandbox'] : []), ...process.argv.slice(2)], {
    env,
  })
})
