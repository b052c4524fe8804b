import type { Page } from 'playwright-core'
import { quantile } from './quantile.ts'

const steps = 120
const pixelsAStep = 1400

type Watched = { frames: number[]; longestTask: number; isOver: boolean }

/** Notes the milliseconds between frames, and the longest task, from now on. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen: Watched = { frames: [], longestTask: 0, isOver: false }
    Object.assign(window, { seen })
    let last = performance.now()
    const next = (now: number): void => {
      seen.frames.push(now - last)
      last = now
      if (!seen.isOver) requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longestTask = Math.max(seen.longestTask, duration)
    }).observe({ type: 'longtask' })
  })

/** Turns the wheel over the grid that is shown until its end is in view; a line about the frames meanwhile. */
export async function scrollLine(page: Page): Promise<string> {
  const grid = page.getByRole('grid')
  const [rows, columns] = [await grid.getAttribute('aria-rowcount'), await grid.getAttribute('aria-colcount')]
  await grid.hover()
  await watch(page)
  for (let step = 0; step < steps; step++) await page.mouse.wheel(0, pixelsAStep)
  const { frames, longestTask } = await page.evaluate(() => {
    const { seen } = window as unknown as { seen: Watched }
    seen.isOver = true
    return seen
  })
  const [middle, slow] = [quantile(frames, 0.5).toFixed(0), quantile(frames, 0.95).toFixed(0)]
  const longest = longestTask === 0 ? 'under 50' : longestTask.toFixed(0)
  return `Scrolling through ${rows} rows × ${columns} columns: median ${middle} ms between frames, 95 of 100 within ${slow} ms, longest task ${longest} ms (${frames.length} frames)`
}
