import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchApp } from '../../tools/launch.ts'
import { writeLargeWorkbook } from './large-workbook.ts'
import { untilPainted } from './painted.ts'
import { scrollLine } from './scroll.ts'

const sessionCount = 5000
const manyCount = 20_000
const pastedCount = 5000

const cellWith = (text: string) => ({ css: '[role=gridcell]', text })

/** A column of texts that stand in no row before. */
const block = (): string => Array.from({ length: pastedCount }, (_, row) => `Pasted ${row}`).join('\n')

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
    await page.getByRole('gridcell', { name: 'Session 1', exact: true }).click()
    await page.keyboard.type('Typed')
    const typed = await untilPainted(page, () => page.keyboard.press('Enter'), cellWith('Typed'))
    console.log(`One cell typed into it: from Enter to committed and painted ${typed.toFixed(0)} ms`)
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
