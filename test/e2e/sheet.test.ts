import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchApp, type TestedApp } from './harness.ts'
import { plannerOf, type Planner } from './planner.ts'

let app: TestedApp
let planner: Planner

beforeAll(async () => {
  app = await launchApp()
  planner = plannerOf(app.page)
  await planner.click('Open the sample district')
  await planner.goTo('Money')
  await planner.tab('Costs')
})

afterAll(() => app.close())

const grid = () => planner.grid('Other costs')
const press = (keys: string) => app.page.keyboard.press(keys)

/** The grid draws only the rows that are in view; every row is walked to by its place. */
const cell = (row: number, column: number) =>
  grid().locator(`[aria-rowindex="${row + 2}"] > [aria-colindex="${column + 1}"]`)

const texts = (column: number, rows: readonly number[]): Promise<string[]> =>
  Promise.all(rows.map((row) => cell(row, column).innerText()))

/** Pastes a text into the active cell, as the clipboard of another program brings it. */
const paste = (text: string) =>
  app.page.evaluate((given) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', given)
    const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData })
    document.activeElement?.dispatchEvent(event)
  }, text)

/** What copying the selection puts on the clipboard. */
const copied = () =>
  app.page.evaluate(() => {
    const clipboardData = new DataTransfer()
    const event = new ClipboardEvent('copy', { bubbles: true, cancelable: true, clipboardData })
    document.activeElement?.dispatchEvent(event)
    return clipboardData.getData('text/plain')
  })

test('text from LibreOffice is pasted, copied back, filled and undone, each in one step', async () => {
  const columnCount = Number(await grid().getAttribute('aria-colcount'))
  const rowCount = Number(await grid().getAttribute('aria-rowcount'))
  expect(columnCount).toBeGreaterThan(6)
  const before = await texts(0, [0, 1, 2])
  const amounts = await texts(3, [0, 1, 2])

  // names in quotes with a tab-free line of their own, dollars, brackets for what is negative, months in words
  await cell(0, 0).click()
  await paste('"Printed ""guides"""\tMaterials\tMonthly\t$1,250.50\tJul 2027\nPosters\t\t\tmuch\t2027-08\n')
  await expect.poll(() => cell(0, 3).innerText()).toBe('$1,250.50')
  expect(await texts(0, [0, 1])).toEqual(['Printed "guides"', 'Posters'])
  expect(await texts(4, [0, 1])).toEqual(['Jul 2027', 'Aug 2027'])
  await expect.poll(() => cell(1, 3).innerText()).toBe(amounts[1])
  await app.page
    .getByRole('alert')
    .getByText(/cells were not pasted/)
    .waitFor()
  await planner.click('Show them')
  await app.page.getByRole('table', { name: 'Cells that kept what they held' }).getByText('much').waitFor()

  await cell(0, 0).click()
  for (let step = 0; step < 4; step += 1) await press('Shift+ArrowRight')
  expect(await copied()).toMatch(/^"?Printed "+guides"+\tMaterials.*\t\$1,250\.50\tJul 2027$/)

  await cell(0, 3).click()
  await press('Shift+ArrowDown')
  await press('Shift+ArrowDown')
  await press('Control+d')
  await expect.poll(() => texts(3, [0, 1, 2])).toEqual(['$1,250.50', '$1,250.50', '$1,250.50'])

  await press('Control+z')
  await expect.poll(() => texts(3, [0, 1, 2])).toEqual(['$1,250.50', amounts[1], amounts[2]])
  await press('Control+z')
  await expect.poll(() => texts(0, [0, 1, 2])).toEqual(before)
  expect(await texts(3, [0, 1, 2])).toEqual(amounts)
  expect(Number(await grid().getAttribute('aria-rowcount'))).toBe(rowCount)
})

test('a calculation is worked out, noted, and undone together with its note', async () => {
  const before = await cell(1, 3).innerText()
  await cell(1, 3).click()
  await app.page.keyboard.type('=1200*1.03')
  await press('Enter')
  await expect.poll(() => cell(1, 3).innerText()).toBe('$1,236')
  await expect.poll(() => cell(1, 3).getAttribute('class')).toContain('noted')
  await press('Control+z')
  await expect.poll(() => cell(1, 3).innerText()).toBe(before)
  await expect.poll(() => cell(1, 3).getAttribute('class')).not.toContain('noted')
})

test('drawing the handle of a selection goes on with a series', async () => {
  const months = await texts(4, [0, 1, 2])
  await cell(0, 4).click()
  await app.page.keyboard.type('2027-01')
  await press('Enter')
  await expect.poll(() => cell(0, 4).innerText()).toBe('Jan 2027')
  await cell(0, 4).click()
  const [from, to] = await Promise.all([cell(0, 4).boundingBox(), cell(2, 4).boundingBox()])
  await app.page.mouse.move(from!.x + from!.width - 3, from!.y + from!.height - 3)
  await app.page.mouse.down()
  await app.page.mouse.move(to!.x + 20, to!.y - 20, { steps: 3 })
  await app.page.mouse.move(to!.x + 20, to!.y + 10, { steps: 3 })
  await app.page.mouse.up()
  await expect.poll(() => texts(4, [0, 1, 2])).toEqual(['Jan 2027', 'Feb 2027', 'Mar 2027'])
  await press('Control+z')
  await press('Control+z')
  await expect.poll(() => texts(4, [0, 1, 2])).toEqual(months)
})

const placeIn = (sheet: ReturnType<typeof grid>) => (row: number, column: number) =>
  sheet.locator(`[aria-rowindex="${row + 2}"] > [aria-colindex="${column + 1}"]`)

/** The farthest row and column of a sheet that are drawn as selected, as places from 0. */
const farthest = async (sheet: ReturnType<typeof grid>) => {
  const cells = await sheet.locator('[role=gridcell][aria-selected=true]').evaluateAll((all) =>
    all.map((at) => ({
      row: Number(at.parentElement?.getAttribute('aria-rowindex')) - 2,
      column: Number(at.getAttribute('aria-colindex')) - 1,
    })),
  )
  return {
    row: Math.max(...cells.map(({ row }) => row)),
    column: Math.max(...cells.map(({ column }) => column)),
  }
}

const scrolled = (sheet: ReturnType<typeof grid>) =>
  sheet.evaluate(({ scrollTop, scrollLeft }) => ({ top: scrollTop, left: scrollLeft }))

test('a drag past the lower edge goes on over rows that were out of sight, and back', async () => {
  await planner.tab('Who pays what')
  const sheet = planner.grid('Who pays what')
  const at = placeIn(sheet)
  await at(1, 1).click()
  const [box, from] = await Promise.all([sheet.boundingBox(), at(1, 1).boundingBox()])
  expect((await scrolled(sheet)).top).toBe(0)
  await app.page.mouse.move(from!.x + 20, from!.y + 10)
  await app.page.mouse.down()
  // over the totals and what stands below
  await app.page.mouse.move(from!.x + 24, box!.y + box!.height + 40, { steps: 4 })
  await expect.poll(async () => (await scrolled(sheet)).top).toBeGreaterThan(300)
  await expect.poll(async () => (await farthest(sheet)).row).toBeGreaterThan(30)
  await app.page.mouse.move(from!.x + 24, box!.y - 60, { steps: 4 })
  await expect.poll(async () => (await scrolled(sheet)).top).toBe(0)
  await expect.poll(async () => (await copied()).split('\r\n').length).toBe(2)
  await app.page.mouse.up()
  expect((await copied()).split('\r\n')).toHaveLength(2)
  const before = await scrolled(sheet)
  await app.page.mouse.move(box!.x + 40, box!.y + box!.height + 60, { steps: 4 })
  expect(await scrolled(sheet)).toEqual(before)
  await planner.tab('Costs')
})

test('a drag past the right edge goes on over columns that were out of sight, and back beside the first', async () => {
  await planner.goTo('Learning sessions')
  const sheet = planner.grid('Sessions')
  const at = placeIn(sheet)
  await at(1, 2).click()
  const columnCount = Number(await sheet.getAttribute('aria-colcount'))
  const [box, from] = await Promise.all([sheet.boundingBox(), at(1, 2).boundingBox()])
  await app.page.mouse.move(from!.x + 20, from!.y + 10)
  await app.page.mouse.down()
  await app.page.mouse.move(box!.x + box!.width + 20, from!.y + 14, { steps: 4 })
  await expect.poll(async () => (await scrolled(sheet)).left).toBeGreaterThan(300)
  await expect.poll(async () => (await farthest(sheet)).column).toBe(columnCount - 1)
  // over the column that is kept in place, beside which the others come back
  await app.page.mouse.move(box!.x + 60, from!.y + 14, { steps: 4 })
  await expect.poll(async () => (await scrolled(sheet)).left).toBe(0)
  await app.page.mouse.up()
  await planner.goTo('Money')
  await planner.tab('Costs')
})

test('the fill handle drawn past the lower edge fills rows that were out of sight, and the view stays there', async () => {
  await planner.goTo('People and FTE')
  await planner.tab('Staff by school')
  const sheet = planner.grid('Staff by school')
  const at = placeIn(sheet)
  const last = Number(await sheet.getAttribute('aria-rowcount')) - 4
  const toEnd = () => sheet.evaluate((element) => element.scrollTo({ top: element.scrollHeight }))
  await toEnd()
  const before = await at(last, 2).innerText()
  await sheet.evaluate((element) => element.scrollTo({ top: 0 }))
  await at(2, 2).click()
  const filled = await at(2, 2).innerText()
  expect(before).not.toBe(filled)
  const [box, from] = await Promise.all([sheet.boundingBox(), at(2, 2).boundingBox()])
  await app.page.mouse.move(from!.x + from!.width - 3, from!.y + from!.height - 3)
  await app.page.mouse.down()
  await app.page.mouse.move(from!.x + 20, box!.y + box!.height + 60, { steps: 4 })
  await expect.poll(() => at(last, 2).count()).toBe(1)
  await expect.poll(() => at(last, 2).getAttribute('class')).toContain('filling')
  const seen = await scrolled(sheet)
  expect(seen.top).toBeGreaterThan(0)
  await app.page.mouse.up()
  await expect.poll(() => at(last, 2).innerText()).toBe(filled)
  await planner.saved()
  expect(await scrolled(sheet)).toEqual(seen)
  // the active cell is still the one from which it was filled, so one step leads from there
  await press('Control+z')
  await expect.poll(() => at(last, 2).innerText()).toBe(before)
  expect(await scrolled(sheet)).toEqual(seen)
  await press('ArrowDown')
  await expect.poll(() => at(3, 2).getAttribute('aria-selected')).toBe('true')

  // a double click on the handle fills down to the last row, and opens no cell
  await at(2, 2).click()
  const handle = await at(2, 2).boundingBox()
  await app.page.mouse.dblclick(handle!.x + handle!.width - 3, handle!.y + handle!.height - 3)
  await app.page.getByText(/^Saved \d/).waitFor()
  expect(await sheet.getByRole('textbox').count()).toBe(0)
  await toEnd()
  await expect.poll(() => at(last, 2).innerText()).toBe(filled)
  await press('Control+z')
  await expect.poll(() => at(last, 2).innerText()).toBe(before)
  await sheet.evaluate((element) => element.scrollTo({ top: 0 }))
  await at(3, 2).click()

  // a paste into a column that was selected to its end leaves the view there too
  await press('Control+Shift+ArrowDown')
  await expect.poll(() => at(last, 2).count()).toBe(1)
  const below = await scrolled(sheet)
  await paste(filled)
  await expect.poll(() => at(last, 2).innerText()).toBe(filled)
  expect(await scrolled(sheet)).toEqual(below)
  await press('Control+z')
  await expect.poll(() => at(last, 2).innerText()).toBe(before)
  expect(await app.problems()).toEqual([])
  await planner.goTo('Money')
  await planner.tab('Costs')
})

test('menus, filters and groups are clear to screen readers, and the last view is kept with the workbook', async () => {
  await cell(0, 1).click()
  await press('Control+Home')
  await press('ArrowRight')
  await press('ArrowUp')
  await press('Alt+ArrowDown')
  await app.page.getByRole('menuitem', { name: 'Group by this, with subtotals' }).waitFor()
  expect(await app.violations()).toEqual([])
  await app.page.getByRole('menuitem', { name: 'Group by this, with subtotals' }).click()
  await app.page.getByText('Grouped by Category').waitFor()
  await press('Control+f')
  await app.page.getByRole('textbox', { name: 'Find in this table' }).waitFor()
  expect(await app.violations()).toEqual([])
  await press('Escape')
  await press('Shift+F10')
  await press('Escape')
  await app.page.getByRole('button', { name: 'How this table is shown' }).first().click()
  await app.page.getByRole('menuitem', { name: 'Save this view…' }).click()
  await app.page.getByRole('textbox', { name: 'Save this view as' }).fill('By category')
  expect(await app.violations()).toEqual([])
  await press('Enter')
  await planner.click('Ungroup')
  await app.page.getByRole('button', { name: 'How this table is shown' }).first().click()
  await app.page.getByRole('menuitem', { name: 'By category' }).click()
  await app.page.getByText('Grouped by Category').waitFor()
  expect(await app.problems()).toEqual([])
})
