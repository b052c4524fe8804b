import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium, type Page } from 'playwright-core'
import { switches } from '../../tools/launch.ts'
import { inRoot } from '../../tools/project.ts'
import { prepareRuntime } from '../../tools/runtime.ts'
import { memoryMegabytes, processTree } from './process-tree.ts'

type Start = { paintedMs: number; memoryMb: number; processes: number }

const rounds = 9
const settleMilliseconds = 3000

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** Where the started app can be looked at; Chromium says so on its error output. */
async function debuggingAddress(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stderr! })) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1]
    if (address !== undefined) return address
  }
  throw new Error('The app ended before its window was there.')
}

/** When the largest thing in the window had been painted, as the time of day in milliseconds. */
const paintedAt = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const entries = await new Promise<PerformanceEntry[]>((done) => {
      new PerformanceObserver((list) => done(list.getEntries())).observe({
        type: 'largest-contentful-paint',
        buffered: true,
      })
    })
    return performance.timeOrigin + Math.max(...entries.map((entry) => entry.startTime))
  })

/** Starts an app once in a fresh place. Nothing looks at it until it has settled, so nothing slows its start. */
async function start(executable: string, appFolder: string, userData: string): Promise<Start> {
  const began = Date.now()
  const child = spawn(executable, [...switches(), '--remote-debugging-port=0', appFolder], {
    env: { ...process.env, ROLLOUT_USER_DATA: userData },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const exit = once(child, 'exit')
  try {
    const address = await debuggingAddress(child)
    // read on, or the app would wait for somebody to take its messages
    child.stderr?.resume()
    await wait(settleMilliseconds)
    const pids = processTree(child.pid!)
    const memoryMb = memoryMegabytes(pids)
    const browser = await chromium.connectOverCDP(address)
    const page = browser.contexts()[0]?.pages()[0]
    if (!page) throw new Error('The app opened no window.')
    const paintedMs = (await paintedAt(page)) - began
    await browser.close()
    return { paintedMs, memoryMb, processes: pids.length }
  } finally {
    child.kill()
    await exit
  }
}

const medians = (starts: readonly Start[]): Start => ({
  paintedMs: median(starts.map(({ paintedMs }) => paintedMs)),
  memoryMb: median(starts.map(({ memoryMb }) => memoryMb)),
  processes: median(starts.map(({ processes }) => processes)),
})

const describe = (name: string, { paintedMs, memoryMb, processes }: Start): string =>
  `${name}: painted after ${paintedMs.toFixed(0)} ms, ${memoryMb.toFixed(0)} MB in ${processes} processes`

/** Start to painted window, and memory then, against an empty window on the same runtime, in turns, medians. */
export async function run(): Promise<void> {
  const { executable } = await prepareRuntime()
  const folder = mkdtempSync(join(tmpdir(), 'rollout-startup-'))
  const empty: Start[] = []
  const app: Start[] = []
  try {
    for (let round = 0; round <= rounds; round++) {
      const emptyStart = await start(executable, inRoot('test/bench/empty-window'), join(folder, 'empty'))
      const appStart = await start(executable, inRoot(), join(folder, 'app'))
      // the first round fills the disk's and the app's own caches
      if (round === 0) continue
      empty.push(emptyStart)
      app.push(appStart)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const [emptyMedians, appMedians] = [medians(empty), medians(app)]
  console.log(describe('Empty window', emptyMedians))
  console.log(describe('Rollout Workbook', appMedians))
  const painted = (appMedians.paintedMs / emptyMedians.paintedMs).toFixed(2)
  const memory = (appMedians.memoryMb / emptyMedians.memoryMb).toFixed(2)
  console.log(`Ratio: painted ${painted}, memory ${memory} (medians of ${rounds} starts each)`)
}
