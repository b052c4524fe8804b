import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchApp } from '../../tools/launch.ts'
import { writeLargeWorkbook } from './large-workbook.ts'
import { untilPainted } from './painted.ts'
import { quantile } from './quantile.ts'
import { scrollLine } from './scroll.ts'

const sessionCount = 5000
const manyCount = 20_000
const pastedCount = 5000

const cellWith = (text: string) => ({ css: '[role=gridcell]', text })

/** A column of texts that stand in no row before. */
const block = (): string => Array.from({ length: pastedCount }, (_, row) => `Pasted ${row}`).join('\n')

/** Milliseconds from Enter until a cell that was typed over is painted. */
async function typedCell(page: Page, before: string, after: string): Promise<number> {
  await page.getByRole('gridcell', { name: before, exact: true }).click()
  await page.keyboard.type(after)
  return untilPainted(page, () => page.keyboard.press('Enter'), cellWith(after))
}

const typedCount = 9
// the forecast of 5,000 sessions has come by then, and nothing else is under way
const restMilliseconds = 3000

async function typedLine(page: Page): Promise<string> {
  const times: number[] = []
  for (let at = 0; at < typedCount; at += 1) {
    await page.waitForTimeout(restMilliseconds)
    times.push(await typedCell(page, at === 0 ? 'Typed' : `Typed ${at}`, `Typed ${at + 1}`))
  }
  const [median, slowest] = [quantile(times, 0.5).toFixed(0), Math.max(...times).toFixed(0)]
  return `One cell typed at rest: from Enter to painted ${median} ms (median of ${typedCount}, slowest ${slowest} ms)`
}

async function measureSheet(path: string): Promise<void> {
  const { page, close } = await launchApp({ args: [path] })
  try {
    await page.getByRole('navigation').waitFor()
    const link = page.getByRole('navigation').getByRole('link', { name: 'Learning sessions' })
    const painted = await untilPainted(page, () => link.click(), cellWith('Session 1'))
    console.log(`A sheet of ${sessionCount} rows: first painted after ${painted.toFixed(0)} ms`)
    console.log(await scrollLine(page))
    await page.getByRole('grid').focus()
    await page.keyboard.press('Control+Home')
    await page.getByRole('gridcell', { name: 'Session 1', exact: true }).click()
    const paste = () =>
      page.evaluate((text) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', text)
        const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData })
        document.activeElement?.dispatchEvent(event)
      }, block())
    const pasted = await untilPainted(page, paste, cellWith('Pasted 0'))
    console.log(`A paste of ${pastedCount} cells: committed and painted after ${pasted.toFixed(0)} ms`)
    const undone = await untilPainted(page, () => page.keyboard.press('Control+z'), cellWith('Session 1'))
    console.log(`Undo of it: ${undone.toFixed(0)} ms`)
    const beside = await typedCell(page, 'Session 1', 'Typed')
    console.log(`One cell typed at once, while the forecast follows the undo: ${beside.toFixed(0)} ms`)
    console.log(await typedLine(page))
  } finally {
    await close()
  }
}

async function measureOpening(path: string): Promise<void> {
  const began = performance.now()
  const { page, close } = await launchApp({ args: [path] })
  try {
    await page.getByRole('navigation').waitFor()
    console.log(
      `A workbook of ${manyCount} rows: open ${(performance.now() - began).toFixed(0)} ms after the start of the app`,
    )
  } finally {
    await close()
  }
}

/** A large sheet in the real window: first paint, scrolling, a large paste, its undo, one typed cell; and a large workbook opened. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rollout-bench-'))
  try {
    const sheet = join(folder, 'sheet.rollout')
    await writeLargeWorkbook(sheet, sessionCount)
    await measureSheet(sheet)
    const many = join(folder, 'many.rollout')
    await writeLargeWorkbook(many, manyCount)
    await measureOpening(many)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
