import type { Page } from 'playwright-core'
import { launchApp } from '../../tools/launch.ts'
import { quantile } from './quantile.ts'

const rounds = 60
const warmUps = 10

type Timed = { editTimes: number[] }

/** The second cell of numbers in the first row: students of the first school. */
const cellOf = (page: Page) =>
  page.getByRole('grid', { name: 'Schools and departments' }).getByRole('row').nth(1).getByRole('gridcell').nth(3)

/**
 * Times each Enter in the window: milliseconds until the frame after the one in which the sheet shows what was typed and
 * no cell is waiting for the file. A cell waits until the file has answered, so this is painted and durable both.
 */
function watchEdits(page: Page): Promise<void> {
  return page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { editTimes: times } satisfies Timed)
    const isWaiting = (): boolean => document.querySelector('[class*=pending], [role=gridcell] input') !== null
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter') return
      const look = (): void => {
        if (isWaiting()) requestAnimationFrame(look)
        else requestAnimationFrame(() => void times.push(performance.now() - event.timeStamp))
      }
      requestAnimationFrame(look)
    }
    addEventListener('keydown', listen, true)
  })
}

const timesIn = (page: Page): Promise<number[]> => page.evaluate(() => (window as unknown as Timed).editTimes)

async function editOnce(page: Page, value: string, done: number): Promise<void> {
  await cellOf(page).click()
  await page.keyboard.type(value)
  await page.keyboard.press('Enter')
  const until = Date.now() + 5000
  while ((await timesIn(page)).length <= done) {
    if (Date.now() > until) throw new Error(`The edit to ${value} was not saved within five seconds.`)
  }
  const shown = await cellOf(page).innerText()
  if (shown !== value) throw new Error(`The cell shows ${shown} and not ${value}.`)
}

/** One edited cell: from the key that closes it to painted and durable. */
export async function run(): Promise<void> {
  const { page, close } = await launchApp()
  try {
    await page.getByRole('button', { name: 'Open the sample district' }).click()
    await page.getByRole('navigation').getByRole('link', { name: 'Schools and waves' }).click()
    await watchEdits(page)
    for (let round = 0; round < rounds + warmUps; round++) await editOnce(page, String(700 + round), round)
    const times = (await timesIn(page)).slice(warmUps)
    const [median, slow] = [quantile(times, 0.5).toFixed(0), quantile(times, 0.95).toFixed(0)]
    console.log(`Key to painted and durable: median ${median} ms, 95 of 100 within ${slow} ms (${times.length} edits)`)
  } finally {
    await close()
  }
}
