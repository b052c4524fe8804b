import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type TestedApp } from './harness.ts'
import { plannerOf, type Planner } from './planner.ts'

describe('settings and things to check, by keyboard', () => {
  let tested: TestedApp
  let planner: Planner
  const field = (name: string) => tested.page.getByRole('textbox', { name, exact: true })
  const focused = () => tested.page.evaluate(() => document.activeElement?.textContent)
  const things = async (): Promise<number> => {
    const link = tested.page.getByRole('navigation').getByRole('link', { name: /^Things to check/ })
    const words = (await link.innerText()).replaceAll(/\s+/g, ' ')
    // none are not counted
    return Number(/ (\d+) to check$/.exec(words)?.[1] ?? '0')
  }
  let thingsInSample: number
  beforeAll(async () => {
    tested = await launchApp()
    planner = plannerOf(tested.page)
    await planner.click('Open the sample district')
    await planner.tiles()
  })
  afterAll(() => tested.close())

  it('a setting that is changed changes the forecast', async () => {
    await expect.poll(things).toBeGreaterThan(0)
    thingsInSample = await things()
    const before = await tested.page.getByRole('region', { name: 'Status' }).innerText()
    await planner.goTo('Settings and history')
    await planner.tab('Settings')
    await field('At-scale line').fill('70')
    await field('At-scale line').press('Enter')
    await tested.page.getByRole('button', { name: 'Reset At-scale line to default' }).waitFor()
    await planner.goTo('Overview')
    await expect
      .poll(() => tested.page.getByRole('region', { name: 'Status' }).innerText())
      .toContain('The line is 70%')
    expect(before).toContain('The line is 50%')
    await expect.poll(things).not.toBe(thingsInSample)
  })

  it('what is out of range is refused where it is typed, with what is allowed', async () => {
    await planner.goTo('Settings and history')
    await field('At-scale line').fill('120')
    await field('At-scale line').press('Enter')
    await tested.page.getByText('At-scale line must be between 0% and 100%.').waitFor()
    await field('At-scale line').press('Escape')
    await expect.poll(() => field('At-scale line').inputValue()).toBe('70')
  })

  it('goes back to the default', async () => {
    await planner.click('Reset At-scale line to default')
    await expect.poll(() => field('At-scale line').inputValue()).toBe('50')
    await expect.poll(things).toBe(thingsInSample)
  })

  it('Ctrl+M leads to the row of one thing after the other', async () => {
    await tested.page.keyboard.press('Control+m')
    await tested.page.getByText(/^1 of \d+ things to check:/).waitFor()
    await expect.poll(focused).toBe('Eastfield School')
    await tested.page.keyboard.press('Control+m')
    await tested.page.getByText(/^2 of \d+ things to check:/).waitFor()
    await expect.poll(focused).toBe('State early literacy grant')
  })

  it('a thing set aside is counted no more, and is back with Undo', async () => {
    const before = await things()
    await planner.goTo('Things to check')
    await planner.click('Set aside: No fidelity measure looks at "Books at home".')
    const dialog = tested.page.getByRole('dialog', { name: 'Set aside' })
    await dialog.getByRole('textbox').fill('Counted at the library desk.')
    await dialog.getByRole('button', { name: 'Set aside', exact: true }).click()
    await expect.poll(things).toBe(before - 1)
    await tested.page.keyboard.press('Control+z')
    await expect.poll(things).toBe(before)
  })

  it('a series of sessions is added as one act', async () => {
    await planner.goTo('Learning sessions')
    const rows = tested.page.getByText(/^\d+ learning sessions$/)
    await expect.poll(() => rows.first().innerText()).toBe('14 learning sessions')
    await planner.click('Add a series…')
    const dialog = tested.page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Coaching circle')
    await dialog.getByRole('button', { name: 'Add 8 sessions' }).click()
    await expect.poll(() => rows.first().innerText()).toBe('22 learning sessions')
    await tested.page.keyboard.press('Control+z')
    await expect.poll(() => rows.first().innerText()).toBe('14 learning sessions')
  })

  it('and nothing was said on the console', async () => {
    expect(await tested.problems()).toEqual([])
  })
})
