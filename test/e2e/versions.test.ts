import { mkdtempSync, readFileSync, readdirSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type TestedApp } from './harness.ts'
import { plannerOf, type Planner } from './planner.ts'

describe('versions, copies and backups', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rollout-versions-'))
  const mine = join(folder, 'Mine.rollout')
  const copy = join(folder, 'For others.rollout')
  const next = join(folder, 'Next year.rollout')
  let tested: TestedApp
  let planner: Planner
  beforeAll(async () => {
    tested = await launchApp({ dialogs: { save: [mine, copy, next], open: [mine, mine, mine] } })
    planner = plannerOf(tested.page)
  })
  afterAll(() => tested.close())

  const dialog = (name: string): Locator => tested.page.getByRole('dialog', { name })
  const closed = (): Promise<void> => tested.page.getByRole('dialog').waitFor({ state: 'hidden' })
  /** The schools that are called so, of which the sample has one. */
  const schools = async (): Promise<string[]> => {
    await planner.goTo('Schools and waves')
    const cells = await planner.grid('Schools and departments').getByRole('gridcell').allInnerTexts()
    return cells.filter((text) => text.endsWith(' School'))
  }
  const versions = async (): Promise<void> => {
    await planner.goTo('Settings and history')
    await planner.tab('Versions')
  }
  /** Makes the workbook as it is on the screen the planner's own, and opens it. */
  const openOwn = async (): Promise<void> => {
    await tested.page.keyboard.press('Control+o')
    await tested.page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
  }

  it('keeps a version with Ctrl+S, which can be compared with what came after', async () => {
    await planner.click('Open the sample district')
    await tested.page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
    await tested.page.keyboard.press('Control+Shift+s')
    await tested.page.getByText('A copy was saved.').waitFor()
    await openOwn()
    await tested.page.getByText('Sample', { exact: true }).waitFor({ state: 'hidden' })
    await tested.page.keyboard.press('Control+s')
    await dialog('Save a version').getByLabel('Name').fill('As the board saw it')
    await tested.page.keyboard.press('Enter')
    await closed()
    await planner.goTo('Schools and waves')
    await planner.typeRow('Add a school', ['Alder School'])
    await planner.typeRow('Add a school', ['Birch School'])
    await versions()
    await planner.click('Compare “As the board saw it” with now')
    const since = tested.page.getByRole('region', { name: 'What has changed since “As the board saw it”' })
    await since.getByText('New school or department: Birch School').waitFor()
    await expect
      .poll(() => since.getByRole('row', { name: 'Schools and departments' }).innerText())
      .toMatch(/\b2\s+0\s+0$/)
    expect(await tested.violations()).toEqual([])
  })

  it('restores it as one step, which Undo takes back', async () => {
    await planner.click('Restore “As the board saw it”…')
    await dialog('Restore “As the board saw it”?').getByText('2 rows change').waitFor()
    await dialog('Restore “As the board saw it”?').getByRole('button', { name: 'Restore this version' }).click()
    await closed()
    await expect.poll(schools).toEqual(['Eastfield School'])
    await planner.click('Undo: Restore the version')
    await expect.poll(schools).toEqual(['Eastfield School', 'Alder School', 'Birch School'])
  })

  it('says in the history what was done, and goes back to any step', async () => {
    await planner.goTo('Settings and history')
    await planner.tab('History')
    await tested.page.getByRole('button', { name: 'Add Alder School', exact: true }).click()
    await tested.page.getByText('New school or department: Alder School').waitFor()
    expect(await tested.violations()).toEqual([])
    await planner.click('Undo back to here')
    await tested.page.getByRole('button', { name: 'Back to “Add Alder School”', exact: true }).waitFor()
    await expect.poll(schools).toEqual(['Eastfield School', 'Alder School'])
  })

  it('writes a copy for others without the names in the plan', async () => {
    await planner.goTo('People and FTE')
    await planner.tab('Responsibilities')
    await planner.typeRow('Add a responsibility', ['Onboarding', '', '', 'Quillan Featherstonehaugh'])
    await planner.command('Copy for others…')
    await dialog('Copy for others').waitFor()
    expect(await tested.violations()).toEqual([])
    await dialog('Copy for others').getByRole('button', { name: 'Save the copy…' }).click()
    await tested.page.getByText('A copy for others was saved.').waitFor()
    expect(readFileSync(mine).includes('Featherstonehaugh')).toBe(true)
    expect(readFileSync(copy).includes('Featherstonehaugh')).toBe(false)
    expect(readFileSync(copy).includes('Alder School')).toBe(true)
  })

  it('has everything still there when the workbook is closed and opened again', async () => {
    await tested.page.keyboard.press('Control+w')
    await tested.page.getByRole('heading', { level: 1, name: 'Rollout Workbook' }).waitFor()
    await openOwn()
    await versions()
    await tested.page.getByText('As the board saw it').waitFor()
    await expect.poll(schools).toEqual(['Eastfield School', 'Alder School'])
  })

  it('offers the latest backup of a damaged workbook, and sets the damaged one aside', async () => {
    await tested.page.keyboard.press('Control+w')
    await tested.page.getByRole('heading', { level: 1, name: 'Rollout Workbook' }).waitFor()
    await expect.poll(() => readdirSync(folder)).not.toContain('Mine.rollout.lock')
    truncateSync(mine, 40_960)
    await tested.page.keyboard.press('Control+o')
    const offer = dialog('The workbook could not be opened')
    await offer.getByText('“Mine.rollout” is damaged').waitFor()
    await tested.screenshot('offer-backup')
    expect(await tested.violations()).toEqual([])
    await offer.getByRole('button', { name: 'Restore the backup' }).click()
    await tested.page.getByText(/The backup of .* was restored\./).waitFor()
    await expect.poll(schools).toEqual(['Eastfield School', 'Alder School'])
    expect(readdirSync(folder).filter((name) => name.startsWith('Mine damaged '))).toHaveLength(1)
  })

  it('goes back to a backup of the open workbook, and keeps what was there', async () => {
    await planner.typeRow('Add a school', ['Cherry School'])
    await planner.command('Restore a backup…')
    const backups = dialog('Restore a backup')
    await backups.getByRole('radio').first().click()
    expect(await tested.violations()).toEqual([])
    await backups.getByRole('button', { name: 'Restore this backup' }).click()
    await expect
      .poll(() => readdirSync(folder).filter((name) => name.startsWith('Mine before restoring ')))
      .toHaveLength(1)
    await tested.page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
    await expect.poll(schools).toEqual(['Eastfield School', 'Alder School'])
  })

  it('makes next year’s workbook of this year’s', async () => {
    await planner.command('New from last year’s plan…')
    const asked = dialog('New from last year’s plan')
    await asked.getByRole('button', { name: 'From the open workbook, “Mine”' }).click()
    await asked.getByRole('checkbox', { name: 'What has to be in place' }).waitFor()
    expect(await tested.violations()).toEqual([])
    await asked.getByRole('button', { name: 'Make the new workbook…' }).click()
    await tested.page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
    expect(readdirSync(folder)).toContain('Next year.rollout')
    await expect.poll(schools).toEqual(['Eastfield School', 'Alder School'])
    expect(await tested.problems()).toEqual([])
  })
})
