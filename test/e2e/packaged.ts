import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium, type Browser, type Page } from 'playwright-core'
import { switches, type Dialogs } from '../../tools/launch.ts'

const startMilliseconds = 60_000
/** How the title of the window ends, from its document on (renderer/index.html). */
const windowTitle = 'Rollout Workbook'

export type PackagedApp = {
  readonly page: Page
  readonly child: ChildProcess
  readonly userData: string
  readonly answerDialogs: (dialogs: Dialogs) => void
  /** Whatever the app said on its error stream. */
  readonly said: () => string
  /** Ends the app as a planner does, by closing its window; answers its exit code. */
  readonly close: () => Promise<number | null>
}

/** The address at which a started app can be driven; rejects where it ends first. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, fail) => {
    const timer = setTimeout(() => fail(new Error('The packaged app did not start in time.')), startMilliseconds)
    let text = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const address = /DevTools listening on (ws:\S+)/.exec(text)?.[1]
      if (address === undefined) return
      clearTimeout(timer)
      found(address)
    })
    child.once('exit', (code) => fail(new Error(`The packaged app ended with ${code}: ${text.slice(-2000)}`)))
  })
}

async function firstPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts()
  if (!context) throw new Error('The packaged app shows no page.')
  return context.pages()[0] ?? context.waitForEvent('page')
}

/**
 * Waits until the window has its document. A driver that joins while the first one is on its way sees a frame without
 * an address, and waits for it in vain.
 */
async function documentThere(address: string): Promise<void> {
  const pages = `http://${new URL(address).host}/json/list`
  const until = Date.now() + startMilliseconds
  while (Date.now() < until) {
    const targets = (await (await fetch(pages)).json()) as readonly { type: string; title: string }[]
    if (targets.some(({ type, title }) => type === 'page' && title.endsWith(windowTitle))) return
    await wait(50)
  }
  throw new Error('The packaged app did not show its window in time.')
}

/**
 * Starts the packaged app as it is handed out. Its fuses are shut, so no driver gets into its main process: only the page
 * is driven, through the door that Chromium opens when it is asked to on the command line.
 */
export async function launchPackaged(executable: string, given: readonly string[] = []): Promise<PackagedApp> {
  const own = mkdtempSync(join(tmpdir(), 'rollout-packaged-'))
  const userData = join(own, 'user-data')
  const dialogFile = join(own, 'dialogs.json')
  const answerDialogs = ({ open = [], save = [] }: Dialogs): void =>
    writeFileSync(dialogFile, JSON.stringify({ open, save }))
  answerDialogs({})
  const { NODE_OPTIONS: _options, ...inherited } = process.env
  const child = spawn(executable, [...switches(), '--remote-debugging-port=0', ...given], {
    env: { ...inherited, ROLLOUT_USER_DATA: userData, ROLLOUT_DIALOGS: dialogFile },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  const address = await addressOf(child)
  await documentThere(address)
  const browser = await chromium.connectOverCDP(address)
  const page = await firstPage(browser)
  return {
    page,
    child,
    userData,
    answerDialogs,
    said: () => said,
    close: async () => {
      await page.close().catch(() => undefined)
      const late = setTimeout(() => child.kill('SIGKILL'), 15_000)
      const code = await ended
      clearTimeout(late)
      await browser.close().catch(() => undefined)
      rmSync(own, { recursive: true, force: true })
      return code
    },
  }
}
