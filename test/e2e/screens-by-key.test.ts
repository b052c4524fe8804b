import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type TestedApp } from './harness.ts'
import { plannerOf, type Planner } from './planner.ts'
import { typistOf, type Typist } from './typist.ts'

describe('what the screens offer beside their tables, by keyboard alone', () => {
  let tested: TestedApp
  let planner: Planner
  let keys: Typist
  /** What Undo would take back now. */
  const undoes = (): Promise<string | null> =>
    tested.page
      .getByRole('button', { name: /^(Undo: |Nothing to undo)/ })
      .first()
      .getAttribute('aria-label')
  const focused = (): Promise<string> => tested.page.evaluate(() => document.activeElement?.textContent ?? '')
  /** Leads to a screen by the search of commands. */
  const screen = async (title: string): Promise<void> => {
    await keys.press('Control+k')
    await keys.type(title)
    await tested.page.getByRole('dialog').getByText(title, { exact: true }).first().waitFor()
    await keys.press('Enter')
    await tested.page.getByRole('heading', { level: 1, name: title }).waitFor()
    await tested.page.getByRole('dialog').waitFor({ state: 'hidden' })
  }

  beforeAll(async () => {
    tested = await launchApp()
    planner = plannerOf(tested.page)
    keys = typistOf(tested.page)
    await planner.click('Open the sample district')
    await planner.tiles()
  })
  afterAll(() => tested.close())

  it('a starter set is added, and a component gets what it needs first', async () => {
    await keys.screen('Control+2', 'What has to be in place')
    await keys.tabTo('Starter sets…')
    await keys.press('Enter')
    await keys.dialog()
    await keys.tabTo(/^Add \d+ components?$/)
    await keys.press('Enter')
    await expect.poll(undoes).toMatch(/^Undo: Add/)
    await keys.press('Control+z')
    await keys.screen('Control+1', 'Overview')
    await keys.screen('Control+2', 'What has to be in place')
    await keys.tab('Components', 'What comes first')
    await keys.tabTo('Books at home needs first')
    await keys.press('ArrowDown')
    await keys.press('Enter')
    await expect.poll(undoes).toMatch(/^Undo: .*Books at home/)
    await keys.press('Escape')
    await keys.press('Control+z')
  })

  it('a practice profile is written', async () => {
    await keys.screen('Control+1', 'Overview')
    await keys.screen('Control+2', 'What has to be in place')
    await keys.tab('What comes first', 'Practice profiles')
    await keys.tabTo('Minimum practice')
    await keys.press('Control+End')
    await keys.type(' In every class.')
    await keys.press('Tab')
    await expect.poll(undoes).toMatch(/^Undo: .*Daily sounds and letters/)
  })

  it('a school goes to another wave', async () => {
    await keys.screen('Control+3', 'Schools and waves')
    await keys.tab('Schools', 'Waves')
    await keys.tabTo('Move Eastfield School to wave…')
    await keys.press('Enter')
    await tested.page.getByRole('menuitem', { name: 'Wave 2', exact: true }).waitFor()
    // the menu takes the focus once it is drawn
    await tested.page.getByRole('menu').locator(':focus').waitFor({ state: 'attached' })
    for (let step = 0; step < 6 && (await focused()) !== 'Wave 2'; step += 1) await keys.press('ArrowDown')
    await keys.press('Enter')
    await expect.poll(undoes).toBe('Undo: Move Eastfield School to Wave 2')
    await keys.press('Control+z')
    await expect.poll(undoes).toMatch(/^Undo: (?!Move)/)
  })

  it('a district is folded and opened again', async () => {
    await keys.screen('Control+1', 'Overview')
    await keys.screen('Control+3', 'Schools and waves')
    await keys.tab('Waves', 'By district')
    await keys.tabTo('Fold Alder Valley School District')
    await keys.press('Enter')
    await expect.poll(() => tested.page.getByRole('button', { name: 'Summit Elementary' }).count()).toBe(0)
    await keys.press('Enter')
    await tested.page.getByRole('button', { name: 'Summit Elementary' }).waitFor()
  })

  it('the sessions of a wave are copied to another one', async () => {
    await keys.screen('Control+5', 'Learning sessions')
    await keys.tabTo('Copy to another wave…')
    await keys.press('Enter')
    await keys.dialog()
    await keys.tabTo(/^Copy \d+ sessions?$/)
    await keys.press('Enter')
    await expect.poll(undoes).toMatch(/^Undo: Copy sessions to/)
    await keys.press('Control+z')
  })

  it('positions are looked at in another fiscal year', async () => {
    await keys.screen('Control+6', 'People and FTE')
    await keys.tab('Positions', 'By month')
    await keys.tabTo('2027')
    await keys.press('ArrowRight')
    await expect.poll(() => tested.page.getByRole('radio', { name: '2028', exact: true }).isChecked()).toBe(true)
  })

  it('the people of a wave are told, and a barrier is passed on and removed', async () => {
    await screen('Messages and barriers')
    await keys.tabTo('Add a message for Wave 2')
    await keys.press('Enter')
    await expect.poll(undoes).toBe('Undo: Add a message for Wave 2')
    await screen('Overview')
    await screen('Messages and barriers')
    await keys.tab('Messages', 'Barriers')
    await keys.tabTo(/^Pass on: The bus schedule/)
    await keys.press('Enter')
    await keys.dialog()
    await keys.type('School board')
    await keys.press('Enter')
    await expect.poll(undoes).toBe('Undo: Pass a barrier on')
    await keys.tabTo(/^Removed: The bus schedule/)
    await keys.press('Enter')
    await keys.dialog()
    await keys.type('Early routes start ten minutes sooner.')
    await keys.tabTo('Close it')
    await keys.press('Enter')
    await expect.poll(undoes).toMatch(/^Undo: .*barrier/)
    await expect.poll(() => planner.grid('Barriers').getByText('School board', { exact: true }).count()).toBe(1)
  })

  it('what came of a decision is said', async () => {
    await screen('Decisions and gates')
    await keys.tabTo(/^Say what came of it: Does the scale-up begin/)
    await keys.press('Enter')
    await keys.dialog()
    await keys.type('Both schools began in August.')
    await keys.tabTo('Note it')
    await keys.press('Enter')
    await expect.poll(undoes).toBe('Undo: Say what came of a decision')
    await expect
      .poll(() => tested.page.getByRole('button', { name: /^Say what came of it: Does the scale-up/ }).count())
      .toBe(0)
  })

  it('a row is moved to where the planner wants it', async () => {
    await keys.screen('Control+3', 'Schools and waves')
    await keys.tab('By district', 'Schools')
    const names = async (): Promise<string[]> =>
      (
        await planner.grid('Schools and departments').locator('[aria-colindex="1"][role=gridcell]').allInnerTexts()
      ).slice(0, 4)
    const before = await names()
    await keys.tabTo('Name')
    await keys.press('ArrowDown')
    await keys.press('ArrowDown')
    await keys.press('Alt+Shift+ArrowUp')
    await expect.poll(names).toEqual([before[1], before[0], ...before.slice(2)])
    await keys.press('Control+z')
    await expect.poll(names).toEqual(before)
  })

  it('a version is kept, compared with now, and restored', async () => {
    await keys.press('Control+s')
    await keys.dialog()
    await keys.type('Before the summer')
    await keys.press('Enter')
    await tested.page.getByRole('dialog').waitFor({ state: 'hidden' })
    await keys.screen('Control+1', 'Overview')
    await keys.screen('Control+3', 'Schools and waves')
    await keys.addRow('Add a school', ['Birch School'])
    await screen('Settings and history')
    await keys.tab('The plan', 'Versions')
    await keys.tabTo('Compare “Before the summer” with now')
    await keys.press('Enter')
    await tested.page.getByText('New school or department: Birch School').waitFor()
    await keys.tabTo('Restore “Before the summer”…')
    await keys.press('Enter')
    await tested.page.getByRole('dialog').getByText('1 row changes').waitFor()
    await keys.tabTo('Restore this version')
    await keys.press('Enter')
    await expect.poll(undoes).toBe('Undo: Restore the version “Before the summer”')
    await keys.press('Control+z')
    await expect.poll(undoes).toBe('Undo: Add Birch School')
  })

  it('and nothing was said on the console', async () => {
    expect(await tested.problems()).toEqual([])
  })
})
