import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type TestedApp } from './harness.ts'
import { plannerOf, type Planner } from './planner.ts'

describe('the details of a row', () => {
  let tested: TestedApp
  let planner: Planner
  const panel = () => tested.page.getByRole('complementary', { name: 'Details' })
  const field = (name: string) => panel().getByRole('textbox', { name, exact: true })
  const title = () => panel().getByRole('heading', { level: 2 }).innerText()
  const focused = () => tested.page.evaluate(() => document.activeElement?.closest('[role=grid], aside')?.tagName)

  beforeAll(async () => {
    tested = await launchApp()
    planner = plannerOf(tested.page)
    await planner.click('Open the sample district')
    await planner.goTo('Schools and waves')
  })
  afterAll(() => tested.close())

  it('open on the row that the planner is on, with the focus in its first field', async () => {
    await planner.grid('Schools and departments').getByText('Eastfield School', { exact: true }).click()
    await planner.click('Details of the row')
    await panel().waitFor()
    await expect.poll(title).toBe('Eastfield School')
    await expect.poll(focused).toBe('ASIDE')
  })

  it('take an edited field into the plan, and Esc leads back to the table', async () => {
    await field('Students').fill('512')
    await tested.page.keyboard.press('Enter')
    await planner.grid('Schools and departments').getByText('512', { exact: true }).waitFor()
    // the first Esc would put away the tip of the button under the pointer, so it has to be gone
    await tested.page.mouse.move(640, 2)
    await expect.poll(() => tested.page.getByRole('tooltip').count()).toBe(0)
    await tested.page.keyboard.press('Escape')
    await expect.poll(focused).toBe('DIV')
    await expect.poll(() => panel().count()).toBe(1)
  })

  it('keep a note on a field, with its source', async () => {
    await panel().getByRole('button', { name: 'Add a note on Students' }).click()
    await field('Note').fill('Counted in October.')
    await field('Source').fill('State file')
    await panel().getByRole('button', { name: 'Keep the note' }).click()
    await panel()
      .getByText(/^State file, /)
      .waitFor()
    await expect.poll(() => panel().getByRole('tab', { name: 'Notes (2)' }).count()).toBe(1)
  })

  it('tell the history of the row, in words', async () => {
    await panel().getByRole('tab', { name: 'History' }).click()
    const newest = panel().getByRole('tabpanel').getByRole('listitem').first()
    await newest.getByText('Students of Eastfield School').waitFor()
    await expect.poll(() => newest.innerText()).toMatch(/Students\n+490 → 512$/)
  })

  it('name what uses the row, and lead there', async () => {
    await panel()
      .getByRole('tab', { name: /^Used by/ })
      .click()
    await panel()
      .getByRole('button', { name: /^Teacher at Eastfield School/ })
      .click()
    await tested.page.getByRole('heading', { level: 1, name: 'People and FTE' }).waitFor()
    await expect.poll(title).toBe('Teacher at Eastfield School')
  })

  it('explain a figure by lines that add up to it', async () => {
    await planner.goTo('Overview')
    const tile = (await planner.tiles())['Cost of the plan'] ?? ''
    await planner.click('Explain Cost of the plan')
    await panel().getByRole('heading', { level: 2, name: 'Cost of the plan' }).waitFor()
    const cents = (text: string): number => Math.round(Number(text.replaceAll(/[^\d.]/g, '')) * 100)
    const years = panel()
      .locator('section')
      .filter({ has: tested.page.getByRole('heading', { name: 'When' }) })
    await years.locator('[data-total]').waitFor()
    const amounts = await years.getByRole('listitem').allInnerTexts()
    const sum = amounts.reduce((all, text) => all + cents(/\$[\d,.]+/.exec(text)?.[0] ?? ''), 0)
    expect(amounts.length).toBeGreaterThan(3)
    expect(sum).toBe(cents(await years.locator('[data-total]').innerText()))
    expect(Math.round(sum / 100)).toBe(cents(tile) / 100)
    await tested.screenshot('panel-explanation')
    await years.getByRole('button').nth(1).click()
    await expect.poll(title).toMatch(/^Cost of fiscal year \d{4}$/)
    await panel().getByRole('button', { name: 'Back' }).click()
    await expect.poll(title).toBe('Cost of the plan')
  })

  it('explain the figure under the focus with Alt+E', async () => {
    await tested.page.getByRole('button', { name: /^District capacity/ }).focus()
    await tested.page.keyboard.press('Alt+e')
    await expect.poll(title).toBe('District capacity')
  })

  it('explain the computed cell of a table and its total with Alt+E, and Esc leads back to the cell', async () => {
    await planner.goTo('Schools and waves')
    const cell = planner.grid('Schools and departments').getByRole('row').nth(1).getByRole('gridcell').nth(4)
    await cell.click()
    const staff = (await cell.innerText()).trim()
    await tested.page.keyboard.press('Alt+e')
    await expect.poll(title).toMatch(/^Staff, /)
    await expect.poll(() => panel().locator('[data-total]').innerText()).toContain(staff)
    await tested.screenshot('panel-explained-cell')
    await tested.page.keyboard.press('Escape')
    await expect.poll(() => cell.evaluate((at) => at === document.activeElement)).toBe(true)
    await planner.grid('Schools and departments').getByRole('row').last().getByRole('gridcell').nth(4).click()
    await tested.page.keyboard.press('Alt+e')
    await expect.poll(title).toMatch(/^Staff, \d+ schools/)
  })

  const tables = [
    [
      'People and FTE',
      'By month',
      /^Reading coach \(C1\), Jul 2026: /,
      /^Reading coach \(C1\), in the post in Jul 2026$/,
    ],
    ['People and FTE', 'By month', /^Total, 2028: /, /^All positions, pay and benefits in fiscal year 2028$/],
    ['Learning sessions', 'Hours per person', /, hours with a seat: /, /: hours with a seat$/],
    ['Learning sessions', 'Seats and attendance', /^Foundations for Wave 2, first half, No seat: /, /: people without/],
    ['Learning sessions', 'Seats and attendance', /^All sessions, Cost expected: /, /^All sessions: cost expected$/],
  ] as const

  it.each(tables)('explain a figure of %s, %s with Alt+E: %s', async (screen, tab, name, heading) => {
    await planner.goTo(screen)
    await planner.tab(tab)
    const figure = tested.page.getByRole('button', { name }).first()
    const shown = Number((await figure.innerText()).replaceAll(/[^\d.]/g, ''))
    expect(shown).toBeGreaterThan(0)
    await figure.focus()
    await tested.page.keyboard.press('Alt+e')
    await expect.poll(title).toMatch(heading)
    const total = await panel().locator('[data-total]').first().innerText()
    // money is explained to the cent and stands in whole dollars
    expect(Math.round(Number(total.replaceAll(/[^\d.]/g, '')))).toBe(Math.round(shown))
  })

  it('explain what a position costs beside its FTE', async () => {
    await planner.goTo('People and FTE')
    await planner.tab('Positions')
    const sheet = planner.grid('Positions')
    await sheet.getByRole('row').nth(1).getByRole('gridcell').first().click()
    await tested.page.keyboard.press('Escape')
    const heads = await sheet.getByRole('columnheader').allInnerTexts()
    for (let step = 0; step <= heads.findIndex((head) => head.startsWith('FTE')); step += 1)
      await tested.page.keyboard.press('ArrowRight')
    const cell = sheet.locator('[aria-selected=true]').first()
    const shown = (await cell.innerText()).trim()
    expect(shown).toMatch(/^\$[\d,]+$/)
    await tested.page.keyboard.press('Alt+e')
    await expect.poll(title).toMatch(/^Cost FY \d{4}, Director/)
    const total = await panel().locator('[data-total]').first().innerText()
    const whole = Math.round(Number(total.replaceAll(/[^\d.]/g, '')))
    expect(`$${whole.toLocaleString('en-US')}`).toBe(shown)
  })

  it('find a row anywhere by a word of it', async () => {
    await tested.page.keyboard.press('Control+Shift+F')
    const box = tested.page.getByRole('dialog', { name: 'Find in the workbook' })
    await box.getByRole('searchbox').or(box.getByRole('textbox')).fill('reading institute')
    await box.getByRole('button', { name: 'Reading institute contract', exact: true }).click()
    await tested.page.getByRole('heading', { level: 1, name: 'Money' }).waitFor()
    const there = planner.grid('Other costs').getByText('Reading institute contract', { exact: true })
    await expect.poll(() => there.count()).toBe(1)
  })

  it('and nothing was said on the console', async () => {
    expect(await tested.problems()).toEqual([])
  })
})
