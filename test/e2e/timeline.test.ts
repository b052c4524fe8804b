import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type TestedApp } from './harness.ts'
import { plannerOf, type Planner } from './planner.ts'

describe('the timeline of the sample district', () => {
  const copy = join(mkdtempSync(join(tmpdir(), 'rollout-timeline-')), 'Mine.rollout')
  let tested: TestedApp
  let planner: Planner
  const line = (name: RegExp) => tested.page.getByRole('treeitem', { name })
  /** How many lines read so, once one does. */
  const seen = async (name: RegExp): Promise<number> => {
    await line(name).waitFor()
    return line(name).count()
  }
  beforeAll(async () => {
    tested = await launchApp()
    planner = plannerOf(tested.page)
    await planner.click('Open the sample district')
    await planner.goTo('Timeline')
  })
  afterAll(() => tested.close())

  it('moves a wave by keyboard, and Undo puts it back', async () => {
    const { page } = tested
    await page.getByRole('tab', { name: 'Month by month' }).focus()
    // one tab stop: arrows go from line to line
    await line(/^Waves,/).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await line(/^Wave 1, August 2026/)
      .and(page.locator(':focus'))
      .waitFor()
    await page.keyboard.press('Shift+ArrowRight')
    expect(await seen(/^Wave 1, November 2026/)).toBe(1)
    await page.getByRole('button', { name: 'Undo: Move Wave 1 later by 3 months' }).waitFor()
    await page.keyboard.press('Control+z')
    expect(await seen(/^Wave 1, August 2026/)).toBe(1)
  })

  it('passes over July when it keeps to school months', async () => {
    const { page } = tested
    await line(/^Wave 1,/).focus()
    await page.keyboard.press('ArrowLeft')
    expect(await seen(/^Wave 1, June 2026/)).toBe(1)
    await page.keyboard.press('Control+z')
    expect(await seen(/^Wave 1, August 2026/)).toBe(1)
  })

  it('moves a wave by form, and Undo puts it back', async () => {
    const { page } = tested
    await line(/^Wave 2,/).focus()
    await page.keyboard.press('F2')
    const form = page.getByRole('dialog', { name: 'Move or resize: Wave 2' })
    await form.getByLabel('Starts').fill('2027-10')
    await form.getByRole('button', { name: 'Save' }).click()
    await form.waitFor({ state: 'hidden' })
    expect(await seen(/^Wave 2, October 2027/)).toBe(1)
    await planner.click('Undo: Change the months of Wave 2')
    expect(await seen(/^Wave 2, August 2027/)).toBe(1)
  })

  it('drags a session by mouse, and Undo puts it back', async () => {
    const { page } = tested
    const session = line(/^Foundations for Wave 1,/)
    // only lines in sight are drawn
    await page.locator('[data-timeline]').evaluate((frame) => frame.scrollTo({ top: 480 }))
    await session.waitFor()
    expect(await seen(/^Foundations for Wave 1, September 2026/)).toBe(1)
    const grip = await session.locator('[data-grip="move"]').boundingBox()
    const months = await page.locator('[data-timeline] [role=treeitem] > svg').first().boundingBox()
    if (!grip || !months) throw new Error('the session has no bar')
    const month = months.width / 72
    const [x, y] = [grip.x + grip.width / 2, grip.y + grip.height / 2]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + month, y, { steps: 3 })
    await page.mouse.move(x + 2 * month, y, { steps: 3 })
    await tested.screenshot('timeline-dragging')
    await page.mouse.up()
    expect(await seen(/^Foundations for Wave 1, November 2026/)).toBe(1)
    await page.keyboard.press('Control+z')
    expect(await seen(/^Foundations for Wave 1, September 2026/)).toBe(1)
    await page.locator('[data-timeline]').evaluate((frame) => frame.scrollTo({ top: 0 }))
  })

  it('shifts a wave with all that follows, against a baseline that was kept before', async () => {
    const { page } = tested
    await planner.click('Baseline')
    await page.getByRole('menuitem', { name: 'Keep the current plan as a baseline' }).click()
    await page.getByText('costs the same in all').waitFor()
    await line(/^Wave 2,/).focus()
    await planner.click('Shift with what follows…')
    const form = page.getByRole('dialog')
    await form.getByLabel('Months').fill('3')
    await form.getByText(/^Moves 2 waves, 5 learning sessions, 3 milestones/).waitFor()
    await form.getByRole('button', { name: 'Shift later by 3 months' }).click()
    expect(await seen(/^Wave 2, November 2027.*against the baseline 3 months later/)).toBe(1)
    expect(await seen(/^Wave 3, November 2028/)).toBe(1)
    await planner.click('Undo: Shift Wave 2 and what follows later by 3 months')
    expect(await seen(/^Wave 2, August 2027/)).toBe(1)
  })

  it('looks closer by keys and buttons, with less room for the names, and keeps that with the workbook', async () => {
    const { page } = tested
    const edge = page.getByRole('slider', { name: 'Width of the names' })
    const [wide] = [await edge.getAttribute('aria-valuenow')]
    await line(/^Waves,/).focus()
    await page.keyboard.press('+')
    await page.getByText('Fall 2027', { exact: true }).waitFor()
    await expect.poll(() => page.getByRole('radio', { name: 'Years' }).isChecked()).toBe(true)
    await page.getByText('Quarters', { exact: true }).click()
    await page.getByText('Q1 2028', { exact: true }).waitFor()
    const { x, y, width, height } = (await edge.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    await page.mouse.move(x + width / 2, y + height / 2)
    await page.mouse.down()
    await page.mouse.move(x + width / 2 - 40, y + height / 2, { steps: 4 })
    await page.mouse.up()
    await expect.poll(() => edge.getAttribute('aria-valuenow')).toBe(String(Number(wide) - 40))
    await edge.focus()
    await page.keyboard.press('ArrowLeft')
    const narrow = String(Number(wide) - 56)
    await expect.poll(() => edge.getAttribute('aria-valuenow')).toBe(narrow)
    await tested.screenshot('timeline-quarters')
    tested.answerDialogs({ save: [copy], open: [copy] })
    await page.keyboard.press('Control+Shift+s')
    await page.getByText('A copy was saved.').waitFor()
    await page.keyboard.press('Control+o')
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
    await planner.goTo('Timeline')
    await expect.poll(() => edge.getAttribute('aria-valuenow')).toBe(narrow)
    await expect.poll(() => page.getByRole('radio', { name: 'Quarters' }).isChecked()).toBe(true)
    await edge.dblclick()
    await line(/^Waves,/).focus()
    await page.keyboard.press('-')
    await page.keyboard.press('-')
    await expect.poll(() => edge.getAttribute('aria-valuenow')).toBe(wide)
  })

  it('says the same as a table', async () => {
    const { page } = tested
    await planner.click('Show as table')
    const row = page.getByRole('row', { name: /State early literacy grant/ })
    await row.waitFor()
    expect((await row.innerText()).split('\t').slice(0, 4)).toEqual([
      'Funding',
      'State early literacy grant',
      'Jul 2025',
      'Sep 2027',
    ])
    await planner.click('Show as picture')
  })

  it('prints on as many landscape pages side by side as are asked for', async () => {
    const { page } = tested
    await page.evaluate(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', '')
    })
    await planner.click('Print…')
    const form = page.getByRole('dialog', { name: 'Print the timeline' })
    await form.getByLabel('Pages wide').fill('2')
    await form.getByText(/^6 pages/).waitFor()
    await form.getByRole('button', { name: 'Print', exact: true }).click()
    await page.locator('html[data-printed]').waitFor({ state: 'attached' })
    const pdf = await tested.app.evaluate(async ({ BrowserWindow }) => {
      const printed = await BrowserWindow.getAllWindows()[0]!.webContents.printToPDF({
        preferCSSPageSize: true,
        printBackground: true,
      })
      return printed.toString('base64')
    })
    const text = Buffer.from(pdf, 'base64').toString('latin1')
    expect(text.match(/\/Type\s*\/Page\b/g)).toHaveLength(6)
    expect(new Set(text.match(/\/MediaBox\s*\[[^\]]*\]/g))).toEqual(new Set(['/MediaBox [0 0 792 612]']))
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await page.locator('[data-paper]').waitFor({ state: 'detached' })
  })

  it('and nothing was said on the console', async () => {
    expect(await tested.problems()).toEqual([])
  })
})
