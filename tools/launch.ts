import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { hasDisplay } from './display.ts'
import { inRoot } from './project.ts'
import { prepareRuntime } from './runtime.ts'

/** Answers to the dialogs, used up in order: what is chosen to open, where to save, and whether edits are left unsaved. */
export type Dialogs = { open?: string[]; save?: string[]; leave?: 'yes'[] }

export type LaunchOptions = {
  /** The folder of the app to run; the project itself by default. */
  appFolder?: string
  /** What stands after the app's name, such as a workbook to open. */
  args?: string[]
  /** Where the app keeps its own settings; a fresh folder by default, gone after close. */
  userData?: string
  dialogs?: Dialogs
  colorScheme?: 'light' | 'dark'
  env?: Record<string, string>
}

export type LaunchedApp = {
  app: ElectronApplication
  page: Page
  userData: string
  /** Errors on the console of the open windows, and uncaught errors of their pages. */
  problems: () => Promise<string[]>
  /** Replaces the answers that are left for the file dialogs. */
  answerDialogs: (dialogs: Dialogs) => void
  close: () => Promise<void>
}

// what the surrounding test runner set for itself must not change how the app runs
const notForTheApp = ['NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE', 'NODE_ENV', 'VITEST']

function environment(additions: Record<string, string>): Record<string, string> {
  const inherited = Object.entries(process.env).filter(([name]) => !notForTheApp.includes(name))
  const env: Record<string, string> = {}
  for (const [name, value] of inherited) if (value !== undefined) env[name] = value
  return { ...env, ...additions }
}

/** The switches that every start of the app under a tool has. */
export function switches(): string[] {
  // without a graphics card its process only fails and is started again, which now and then holds up the start
  const always = ['--lang=en-US', '--force-device-scale-factor=1', '--force-color-profile=srgb', '--disable-gpu']
  // Chromium's sandbox refuses to run as root
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox', ...always] : always
}

/**
 * Holds the app's start until the driver has joined; the driver brings it along only where it looks for Electron itself.
 * Without it, one that joined while the first page was on its way waited for that page in vain.
 */
const loader = inRoot('node_modules/playwright-core/lib/server/electron/loader.js')

/** Asked for when it is wanted: listening would miss what a window says before anybody can listen to it. */
async function problemsOf(app: ElectronApplication): Promise<string[]> {
  const found: string[] = []
  for (const page of app.windows()) {
    const messages = await page.consoleMessages({ filter: 'all' })
    const errors = await page.pageErrors({ filter: 'all' })
    found.push(
      ...messages.filter((message) => message.type() === 'error').map((message) => `console: ${message.text()}`),
    )
    found.push(...errors.map((error) => `page: ${error.message}`))
  }
  return found
}

const closeMilliseconds = 45_000
const startMilliseconds = 60_000

/** Ends the app; one that does not answer is killed, and that is an error. */
async function end(app: ElectronApplication, child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  let isLate = false
  const timer = setTimeout(() => {
    isLate = true
    child.kill('SIGKILL')
  }, closeMilliseconds)
  try {
    await app.close()
  } finally {
    clearTimeout(timer)
  }
  if (isLate) throw new Error('The app did not close in time and was killed.')
}

/** Starts the built app on the runtime that is there and waits for its first window. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const appFolder = options.appFolder ?? inRoot()
  if (options.appFolder === undefined && !existsSync(inRoot('out/main/main.js'))) {
    throw new Error('The app is not built. Run "npm run build" first.')
  }
  if (!hasDisplay()) throw new Error('There is no screen. Run "npm run test:e2e", which brings a virtual one.')
  const runtime = await prepareRuntime()
  const own = mkdtempSync(join(tmpdir(), 'rollout-'))
  const userData = options.userData ?? join(own, 'user-data')
  const dialogFile = join(own, 'dialogs.json')
  const answerDialogs = ({ open = [], save = [], leave = [] }: Dialogs): void =>
    writeFileSync(dialogFile, JSON.stringify({ open, save, leave }))
  answerDialogs(options.dialogs ?? {})
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: ['-r', loader, ...switches(), appFolder, ...(options.args ?? [])],
    env: environment({ ROLLOUT_USER_DATA: userData, ROLLOUT_DIALOGS: dialogFile, ...options.env }),
    ...(options.colorScheme === undefined ? {} : { colorScheme: options.colorScheme }),
    timeout: startMilliseconds,
  })
  // the driver does not tell the process of an app that has ended by itself
  const child = app.process()
  const close = async (): Promise<void> => {
    try {
      await end(app, child)
    } finally {
      rmSync(own, { recursive: true, force: true })
    }
  }
  try {
    const page = await app.firstWindow({ timeout: startMilliseconds })
    return { app, page, userData, problems: () => problemsOf(app), answerDialogs, close }
  } catch (error) {
    await close().catch(() => undefined)
    throw error
  }
}
