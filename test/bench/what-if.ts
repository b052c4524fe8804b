import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchApp } from '../../tools/launch.ts'
import { bundle } from './model/bundle.ts'
import { quantile } from './quantile.ts'

const rounds = 60
const warmUps = 10

type Watched = { redraws: number[]; longestTask: number }

/**
 * Times each arrow key on a slider in the window: milliseconds from the event until the frame after the one in which the
 * lines of the chart are others.
 */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen: Watched = { redraws: [], longestTask: 0 }
    Object.assign(window, { seen })
    const lines = (): string =>
      [...document.querySelectorAll('path[data-line]')].map((path) => path.getAttribute('d')).join(' ')
    const onKey = (event: KeyboardEvent): void => {
      if (!event.key.startsWith('Arrow')) return
      const before = lines()
      const look = (): void => {
        if (lines() === before) requestAnimationFrame(look)
        else requestAnimationFrame(() => void seen.redraws.push(performance.now() - event.timeStamp))
      }
      requestAnimationFrame(look)
    }
    addEventListener('keydown', onKey, true)
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longestTask = Math.max(seen.longestTask, duration)
    }).observe({ type: 'longtask' })
  })

const seenIn = (page: Page): Promise<Watched> => page.evaluate(() => (window as unknown as { seen: Watched }).seen)

async function until(isDone: () => Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 60_000
  while (!(await isDone())) if (Date.now() > end) throw new Error(`${what} took more than a minute.`)
}

/** One press of an arrow key on the slider for coaches, until the chart is painted. */
async function press(page: Page, key: string): Promise<void> {
  const { redraws } = await seenIn(page)
  await page.keyboard.press(key)
  await until(async () => (await seenIn(page)).redraws.length > redraws.length, `The redraw after ${key}`)
}

async function redrawLine(page: Page): Promise<string> {
  for (let round = 0; round < rounds + warmUps; round += 1)
    await press(page, round % 20 < 10 ? 'ArrowLeft' : 'ArrowRight')
  const times = (await seenIn(page)).redraws.slice(warmUps)
  const [median, slow] = [quantile(times, 0.5).toFixed(0), quantile(times, 0.95).toFixed(0)]
  return `Slider to painted chart, 30 schools × 3 roles × 6 components × 60 months: median ${median} ms, 95 of 100 within ${slow} ms (${times.length} presses)`
}

const isDrawing = async (page: Page): Promise<boolean> => (await page.getByRole('progressbar').count()) > 0

/** All draws of a change, from the key to the likely range on the chart. */
async function drawLine(page: Page): Promise<string> {
  await press(page, 'ArrowRight')
  const began = performance.now()
  await until(() => isDrawing(page), 'The first draw')
  await page.evaluate(() => ((window as unknown as { seen: Watched }).seen.longestTask = 0))
  await until(async () => !(await isDrawing(page)), 'The likely range')
  const { longestTask } = await seenIn(page)
  const longest = longestTask === 0 ? 'under 50' : longestTask.toFixed(0)
  return `1,000 draws of it with progress: ${(performance.now() - began).toFixed(0)} ms; the longest task of the window meanwhile: ${longest} ms`
}

const cancels = 10

/** From the click that gives the draws up to the frame after the one in which their progress is gone. */
async function cancelLine(page: Page): Promise<string> {
  const times: number[] = []
  for (let round = 0; round < cancels; round += 1) {
    await press(page, round % 2 === 0 ? 'ArrowLeft' : 'ArrowRight')
    await until(() => isDrawing(page), 'The first draw')
    times.push(
      await page.evaluate(
        () =>
          new Promise<number>((settle) => {
            const bar = document.querySelector('[role=progressbar]')
            const cancel = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Cancel')
            const began = performance.now()
            cancel?.click()
            const look = (): void => {
              if (bar?.isConnected) requestAnimationFrame(look)
              else requestAnimationFrame(() => settle(performance.now() - began))
            }
            look()
          }),
      ),
    )
    await page.keyboard.press(round % 2 === 0 ? 'ArrowRight' : 'ArrowLeft')
    await until(async () => !(await isDrawing(page)), 'The range of the plan')
  }
  return `Draws given up in the window: gone from it after ${quantile(times, 0.5).toFixed(0)} ms, ${Math.max(...times).toFixed(0)} at most (${cancels} times)`
}

/** The what-if in the real window: slider to painted chart, the draws that follow it, and giving them up. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rollout-what-if-bench-'))
  const path = join(folder, 'bench.rollout')
  const { district } = await bundle('what-if-bench', { district: 'test/bench/what-if/district.ts' })
  const { makeDistrict } = (await import(district)) as typeof import('./what-if/district')
  makeDistrict(path)
  const { page, close } = await launchApp({ args: [path] })
  try {
    await page.getByRole('navigation').getByRole('link', { name: 'If we…' }).click()
    await page.getByRole('slider', { name: 'Coaches, FTE', exact: true }).focus()
    await page
      .getByRole('heading', { name: /At scale|at scale/ })
      .first()
      .waitFor()
    await watch(page)
    console.log(await redrawLine(page))
    console.log(await drawLine(page))
    console.log(await cancelLine(page))
  } finally {
    await close()
    rmSync(folder, { recursive: true, force: true })
  }
}
