import { runPackage, statusOf } from './command.ts'
import { hasDisplay, withDisplay } from './display.ts'
import { script } from './project.ts'
import { describeRuntime, prepareRuntime } from './runtime.ts'
import { ensureSystem } from './system.ts'
import { tour } from './tour.ts'

const isRoot = process.platform === 'linux' && process.getuid?.() === 0

/** Opens the window and stays until it is closed. */
async function open(executable: string): Promise<void> {
  // Chromium's sandbox refuses to run as root
  const switches = isRoot ? ['--no-sandbox'] : []
  const status = await statusOf(executable, [...switches, '.', ...process.argv.slice(2)])
  if (status !== 0) throw new Error(`The app ended with ${status}.`)
}

// With a screen: the app. Without one: the same app under a virtual screen does the main job and shows what came of it.
await script(async () => {
  await ensureSystem(['window'])
  const runtime = await prepareRuntime()
  console.log(describeRuntime(runtime))
  await runPackage('electron-vite', ['build', '--logLevel', 'warn'])
  if (hasDisplay()) return open(runtime.executable)
  console.log('There is no screen here, so the app is shown the sample district under a virtual one.')
  await withDisplay(async (env) => {
    Object.assign(process.env, env)
    await tour()
  })
})
