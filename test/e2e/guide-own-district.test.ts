import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inRoot } from '../../tools/project.ts'
import { guidePage, setGuideSize } from './guide-page.ts'
import { launchApp, type TestedApp } from './harness.ts'
import { plannerOf, type Planner } from './planner.ts'

// What the user guide tells of a planner's own district, from an empty workbook and two spreadsheets.
const folder = mkdtempSync(join(tmpdir(), 'rollout-guide-'))
const workbook = join(folder, 'Silver Creek.rollout')
const tables = join(folder, 'Silver Creek.xlsx')
const files = inRoot('test/fixtures/schools')
const [schools, staff] = [join(files, 'campuses.csv'), join(files, 'district-staff.csv')]
let tested: TestedApp
let planner: Planner

const plan = guidePage('build-a-plan.md', () => tested)
const excel = guidePage('excel.md', () => tested)
const main = (): Locator => tested.page.getByRole('main')
const next = (): Promise<void> => planner.wizard.getByRole('button', { name: 'Next' }).click()

beforeAll(async () => {
  tested = await launchApp({
    colorScheme: 'light',
    dialogs: { save: [workbook, tables], open: [schools, staff, tables] },
  })
  planner = plannerOf(tested.page)
  await setGuideSize(tested)
})
afterAll(async () => {
  await tested.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('build a plan', () => {
  it('starts with a name, and says what the forecast still needs', async () => {
    await tested.page.getByLabel('District', { exact: true }).fill('SILVER CREEK ISD')
    await tested.page.getByLabel('Year', { exact: true }).fill('2027')
    await planner.click('Start my district')
    await main().getByText('There are no schools yet').waitFor()
    expect(
      await main()
        .getByRole('button', { name: /^Go there/ })
        .count(),
    ).toBeGreaterThanOrEqual(3)
    await plan.picture('what-is-missing')
  })

  it('takes a starter set, and the schools of a spreadsheet that is looked at first', async () => {
    await planner.goTo('What has to be in place')
    await planner.click('Start with a literacy set')
    await planner.grid('Essential components').getByText('Data talks').waitFor()
    await planner.goTo('Schools and waves')
    await planner.click('Import schools…')
    await planner.wizard.getByRole('button', { name: 'Choose a file…' }).click()
    await next()
    await expect.poll(() => planner.wizard.getByText('Take only rows where').count()).toBe(1)
    await excel.picture('import-match', planner.wizard)
    await next()
    await planner.wizard.getByText('Nothing is done yet.').waitFor()
    await excel.picture('import-check', planner.wizard)
    await planner.wizard.getByRole('button', { name: /^Import \d/ }).click()
    await planner.wizard.waitFor({ state: 'hidden' })
    const grid = planner.grid('Schools and departments')
    await grid.getByText(/^\d schools or departments$/).waitFor()
    await tested.page.keyboard.press('Control+z')
    await main().getByText('Bring in your schools').waitFor()
    await tested.page.keyboard.press('Control+y')
    await grid.getByText(/^[1-9] schools or departments$/).waitFor()
  })

  it('puts them into waves and spreads the staff, and the forecast draws itself', async () => {
    await planner.tab('Waves')
    await planner.click('Add a pilot and two waves')
    await planner.wave('Wave 2').waitFor()
    const cards = main().getByRole('button', { name: /^Move .* to wave…$/ })
    await cards.first().waitFor()
    const names = await cards.evaluateAll((all) =>
      all.map((card) => /^Move (.*) to wave…$/.exec(card.getAttribute('aria-label') ?? '')?.[1] ?? ''),
    )
    for (const [at, name] of names.entries()) {
      await planner.moveToWave(name, at < 1 ? 'Pilot' : at < 3 ? 'Wave 1' : 'Wave 2')
    }
    await planner.goTo('People and FTE')
    await planner.tab('Staff by school')
    await planner.click('Import staff…')
    await planner.importFile()
    await planner.goTo('Overview')
    expect(plan.words).toContain('The forecast draws itself as soon as there are schools, staff and components.')
    expect(Object.keys(await planner.tiles())).toHaveLength(6)
  })

  it('gives every wave a first training, and shows a row with its details', async () => {
    await planner.goTo('Learning sessions')
    await planner.click('Add a first training for every wave')
    await planner.grid('Sessions').getByText('3 learning sessions').waitFor()
    await planner.goTo('Schools and waves')
    await planner.tab('Schools')
    await planner.grid('Schools and departments').getByRole('gridcell').first().click()
    await tested.page.keyboard.press('Control+Enter')
    const panel = tested.page.getByRole('complementary')
    await panel.getByRole('tab', { name: /^History/ }).waitFor()
    await expect
      .poll(() => panel.getByRole('tab').allInnerTexts())
      .toEqual(expect.arrayContaining([expect.stringMatching(/^Notes/), expect.stringMatching(/^Used by/)]))
    await plan.picture('row-details', 'window')
    await planner.click('Close the details')
  })

  it('calculates in a number cell', async () => {
    const students = planner.grid('Schools and departments').getByRole('gridcell').nth(3)
    await students.click()
    await tested.page.keyboard.type('=1200*1.03')
    await tested.page.keyboard.press('Enter')
    await expect.poll(() => students.innerText()).toBe('1,236')
    await tested.page.keyboard.press('Control+z')
    await expect.poll(() => students.innerText()).not.toBe('1,236')
    expect(plan.words).toContain('=1200*1.03 in a number cell is worked out')
  })

  it('lists what to check, and sets a thing aside with its reason', async () => {
    await planner.goTo('Things to check')
    await main()
      .getByRole('button', { name: /^Set aside:/ })
      .first()
      .waitFor()
    await plan.picture('things-to-check')
    expect(plan.taken).toEqual(plan.shown)
    await planner.click(/^Set aside:/)
    await tested.page.getByLabel('Why it can stay as it is').fill('The board knows.')
    await tested.page.keyboard.press('Tab')
    await planner.wizard.getByRole('button', { name: 'Set aside' }).click()
    await planner.goTo('Settings and history')
    await planner.tab('Notes')
    await planner.grid('Notes').getByText('The board knows.').waitFor()
  })
})

describe('Excel in and out', () => {
  it('knows an exported copy again', async () => {
    await planner.command('Export all tables to Excel…')
    await expect.poll(() => existsSync(tables)).toBe(true)
    await tested.page.keyboard.press('Control+i')
    await planner.wizard.getByRole('button', { name: 'Choose a file…' }).click()
    await next()
    await planner.wizard.getByText(/^The file says what the plan says/).waitFor()
    expect(excel.taken).toEqual(excel.shown)
    await planner.wizard.getByRole('button', { name: 'Cancel' }).click()
    expect(await tested.problems()).toEqual([])
  })
})
