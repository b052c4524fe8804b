import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type TestedApp } from './harness.ts'
import { plannerOf, type Planner } from './planner.ts'

const cents = (text: string): number => Math.round(Number(text.replaceAll(/[^\d.-]/g, '')) * 100)

describe('money of the sample district', () => {
  let tested: TestedApp
  let planner: Planner
  beforeAll(async () => {
    tested = await launchApp()
    planner = plannerOf(tested.page)
    await planner.click('Open the sample district')
    await planner.goTo('Money')
  })
  afterAll(() => tested.close())

  const choose = (way: string) =>
    tested.page.getByRole('radiogroup', { name: 'Told apart by' }).getByText(way, { exact: true }).click()

  /** The texts of a table's rows, by the name of the row. */
  const rowsOf = async (name: string): Promise<Map<string, string[]>> => {
    const table = tested.page.getByRole('table', { name })
    await table.waitFor()
    const rows = await table.locator('tbody tr').all()
    const read = await Promise.all(
      rows.map(async (row): Promise<[string, string[]]> => [
        await row.locator('th').innerText(),
        await row.locator('td').allInnerTexts(),
      ]),
    )
    return new Map(read)
  }

  it('is the same total by fund, phase, school, component and category', async () => {
    await planner.tab('By year')
    const totals: string[][] = []
    for (const way of ['Fund', 'Phase', 'School', 'Component', 'Category']) {
      await choose(way)
      totals.push((await rowsOf('Cost by fiscal year')).get('Total') ?? [])
    }
    expect(totals[0]).toHaveLength(7)
    expect(new Set(totals.map((total) => total.join(' '))).size).toBe(1)
  })

  it('explains a figure by the lines that add up to it, by a click and by Alt+E', async () => {
    await choose('Category')
    const figure = tested.page.getByRole('button', { name: /^Salaries and benefits, 2028: / })
    const shown = cents(await figure.innerText())
    await figure.focus()
    await tested.page.keyboard.press('Alt+e')
    const panel = tested.page.getByRole('complementary', { name: 'Details' })
    await panel.getByRole('heading', { level: 2, name: 'Salaries and benefits, fiscal year 2028' }).waitFor()
    const spent = panel
      .locator('section')
      .filter({ has: tested.page.getByRole('heading', { name: 'What it is spent on' }) })
    const total = cents(await spent.locator('[data-total]').innerText())
    expect(Math.abs(total - shown)).toBeLessThan(50)
    const lines = await spent.getByRole('listitem').allInnerTexts()
    expect(lines.reduce((sum, text) => sum + cents(/\$[\d,.]+/.exec(text)?.[0] ?? ''), 0)).toBe(total)
    await tested.page.getByRole('button', { name: /^Total, 2028: / }).click()
    await panel.getByRole('heading', { level: 2, name: 'Cost of fiscal year 2028' }).waitFor()
    await tested.screenshot('money-explained')
    await panel.getByRole('button', { name: 'Close the details' }).click()
  })

  it('says what falls when a grant ends, and which months have no funds', async () => {
    await planner.tab('Can we keep it?')
    expect([...(await rowsOf('When a fund ends, and what falls')).keys()]).toContain('State early literacy grant')
    expect([...(await rowsOf('Months without funds')).keys()]).toContain('Reading coach (C3)')
  })

  it('finds the best use of the funds outside the window, with a reason for every line', async () => {
    await planner.tab('Best use of funds')
    await planner.click('Find the best use of funds')
    const rows = await rowsOf('The plan today beside the best use')
    const [today, best] = rows.get('Nobody') ?? []
    expect(cents(best ?? '')).toBeLessThan(cents(today ?? ''))
    const [generalToday, generalBest] = rows.get('General fund') ?? []
    expect(cents(generalBest ?? '')).toBeLessThan(cents(generalToday ?? ''))
    await tested.page
      .getByText(/Binding: its amount for 20\d\d/)
      .first()
      .waitFor()
  })

  it('adopts it in one step, after which there is nothing better, and takes it back', async () => {
    await planner.click('Adopt into the plan')
    await tested.page.getByRole('heading', { name: 'The funds are used as well as they can be' }).waitFor()
    await tested.page.getByRole('button', { name: 'Undo', exact: true }).last().click()
    await tested.page.getByText('The plan has changed since').waitFor()
    await planner.click('Find again')
    expect((await rowsOf('The plan today beside the best use')).get('Cost in all')?.[2]).toBe('the same')
  })

  it('keeps it as a scenario, which leaves the plan as it is', async () => {
    await planner.click('Keep as a scenario…')
    await planner.wizard.getByRole('button', { name: 'Keep', exact: true }).click()
    await tested.page.getByText('“Best use of funds” is kept as a scenario.').waitFor()
    await expect.poll(() => tested.page.getByText('The plan has changed since').count()).toBe(0)
  })

  it('splits a position unevenly over two schools in one step', async () => {
    await planner.goTo('People and FTE')
    await planner.click('Split a position…')
    await planner.wizard.getByLabel('Position').selectOption({ label: 'Reading coach (C3)' })
    await planner.wizard.getByLabel('School 1', { exact: true }).selectOption({ label: 'Cedar Hill Elementary' })
    await planner.wizard.getByLabel('School 2', { exact: true }).selectOption({ label: 'Riverside Elementary' })
    await planner.wizard.getByLabel('Part of school 2').fill('40%')
    await planner.wizard.getByText('0.6 FTE (60%)').waitFor()
    await tested.screenshot('split-uneven')
    expect(await tested.violations()).toEqual([])
    await planner.wizard.getByRole('button', { name: 'Split', exact: true }).click()
    await planner.tab('By month')
    const first = async (position: string) => (await rowsOf('Positions by month')).get(position)?.[0]
    await expect.poll(() => first('Reading coach, Riverside Elementary (C3)')).toBe('0.4')
    await expect.poll(() => first('Reading coach (C3)')).toBe('0.6')
  })

  it('splits the pay of a position over two funds, the rest to the second', async () => {
    await planner.tab('Positions')
    await planner.click('Split a position…')
    await planner.wizard.getByLabel('Position').selectOption({ label: 'Data lead (S1)' })
    await planner.wizard.getByText('Over funds', { exact: true }).click()
    await planner.wizard.getByLabel('Fund 1', { exact: true }).selectOption({ label: 'Title II-A' })
    await planner.wizard.getByLabel('Fund 2', { exact: true }).selectOption({ label: 'General fund' })
    await planner.wizard.getByLabel('Part of fund 1').fill('0.7')
    await planner.wizard.getByText('0.3 FTE (30%)').waitFor()
    await planner.wizard.getByRole('button', { name: 'Split', exact: true }).click()
    await planner.goTo('Money')
    await planner.tab('Who pays what')
    const grid = planner.grid('Who pays what')
    await grid.getByRole('row').nth(1).getByRole('gridcell').first().click()
    await tested.page.keyboard.press('Control+End')
    const lines = grid.getByRole('row').filter({ hasText: 'Data lead (S1)' })
    await expect.poll(() => lines.filter({ hasText: 'Title II-A' }).filter({ hasText: '70%' }).count()).toBe(1)
    await expect.poll(() => lines.filter({ hasText: 'General fund' }).filter({ hasText: 'Jul 2026' }).count()).toBe(1)
  })

  it('and nothing was said on the console', async () => {
    expect(await tested.problems()).toEqual([])
  })
})
