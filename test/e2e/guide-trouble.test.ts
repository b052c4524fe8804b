import { mkdtempSync, rmSync, truncateSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemEnvironment } from '../../electron/workbook/environment'
import { openWorkbook } from '../../electron/workbook/open'
import { rowsOf } from '@shared/plan/plan'
import { updateChange } from '@shared/plan/edit'
import { addSchool, good } from '../fixtures/workbook'
import { guidePage, setGuideSize } from './guide-page.ts'
import { launchApp, type TestedApp } from './harness.ts'
import { plannerOf, type Planner } from './planner.ts'

// What the user guide tells of the day on which something goes wrong.
const folder = mkdtempSync(join(tmpdir(), 'rollout-guide-'))
const mine = join(folder, 'Our plan.rollout')
const copy = join(folder, 'Our plan, Kim.rollout')
let tested: TestedApp
let planner: Planner

const page = guidePage('when-something-goes-wrong.md', () => tested)
const dialog = (name: string): Locator => tested.page.getByRole('dialog', { name })
const overview = (): Promise<void> => tested.page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
const home = (): Promise<void> => tested.page.getByRole('heading', { level: 1, name: 'Rollout Workbook' }).waitFor()
const cells = (): Promise<string[]> => planner.grid('Schools and departments').getByRole('gridcell').allInnerTexts()

/** Another size for the first school, and a school more: what a colleague does in a copy. */
function editCopy(): void {
  const theirs = good(openWorkbook(copy, systemEnvironment()))
  const school = rowsOf(theirs.plan(), 'unit').find(({ name }) => name === 'Cedar Hill Elementary')
  const change = school && updateChange(school, 'unit', { enrolment: 540 })
  const changes = [...(change ? [change] : []), addSchool('Yew School')]
  good(theirs.commit({ target: 'plan', code: 'edit', label: 'Edit', changes }))
  theirs.close()
}

beforeAll(async () => {
  tested = await launchApp({ colorScheme: 'light', dialogs: { save: [mine, copy], open: [mine, copy, mine, mine] } })
  planner = plannerOf(tested.page)
  await setGuideSize(tested)
  await planner.click('Open the sample district')
  await overview()
  await tested.page.keyboard.press('Control+Shift+s')
  await tested.page.getByText('A copy was saved.').waitFor()
  await tested.page.keyboard.press('Control+o')
  await tested.page.getByText('Sample', { exact: true }).waitFor({ state: 'hidden' })
})
afterAll(async () => {
  await tested.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('when something goes wrong', () => {
  it('keeps a version with Ctrl+S, and compares it with now', async () => {
    await tested.page.keyboard.press('Control+s')
    await dialog('Save a version').getByLabel('Name').fill('As the board saw it')
    await tested.page.keyboard.press('Enter')
    await dialog('Save a version').waitFor({ state: 'hidden' })
    await planner.goTo('Schools and waves')
    await planner.typeRow('Add a school', ['Alder School'])
    await planner.goTo('Settings and history')
    await planner.tab('History')
    await tested.page.getByRole('button', { name: 'Add Alder School', exact: true }).waitFor()
    await planner.tab('Versions')
    await planner.click('Compare “As the board saw it” with now')
    const since = tested.page.getByRole('region', { name: 'What has changed since “As the board saw it”' })
    await since.getByText('New school or department: Alder School').waitFor()
    expect(page.words).toContain('On the tab Versions you compare it with now, in words and cost, and restore it.')
    await page.picture('versions', since)
  })

  it('lists the backups that were made by themselves', async () => {
    await tested.page.keyboard.press('Control+w')
    await home()
    await planner.click(/^Our plan/)
    await overview()
    await planner.command('Restore a backup…')
    const backups = dialog('Restore a backup')
    await backups.getByRole('radio').first().waitFor()
    // the newest of each hour is kept: the one that was made at closing, and one before it where the hour is a new one
    expect([1, 2]).toContain(await backups.getByRole('radio').count())
    await expect.poll(() => backups.innerText()).toContain('everything that is in it now')
    await page.picture('restore-backup', backups)
    await backups.getByRole('button', { name: 'Cancel' }).click()
  })

  it('opens for reading what a colleague has open, and says who has it', async () => {
    await tested.page.keyboard.press('Control+Shift+s')
    await tested.page.getByText('A copy was saved.').last().waitFor()
    const theirs = good(openWorkbook(copy, systemEnvironment()))
    await tested.page.keyboard.press('Control+w')
    await home()
    tested.answerDialogs({ open: [copy, copy, mine] })
    await tested.page.keyboard.press('Control+o')
    await tested.page.getByText('Reading only', { exact: true }).waitFor()
    await expect
      .poll(() => tested.page.getByRole('alert').first().innerText())
      .toMatch(/is open for .* on this computer since/)
    expect(page.words).toContain('It opens with Reading only at the top')
    theirs.close()
    await tested.page.keyboard.press('Control+w')
    await home()
    await planner.click(/^Our plan.rollout|^Our plan\b(?!,)/)
    await overview()
  })
})

describe('two who worked apart', () => {
  it('are brought together, with a choice where both changed the same', async () => {
    editCopy()
    await planner.goTo('Schools and waves')
    const students = planner.grid('Schools and departments').getByRole('gridcell').nth(3)
    await students.click()
    await tested.page.keyboard.type('530')
    await tested.page.keyboard.press('Enter')
    await planner.saved()
    await planner.command('Merge a copy…')
    await tested.page.getByRole('button', { name: 'Choose the copy…' }).click()
    const decide = tested.page.getByRole('region', { name: 'To decide' })
    await decide.getByText('Mine: 530 · Theirs: 540').waitFor()
    await page.picture('merge', dialog('Merge a copy'))
    await tested.page.getByRole('button', { name: 'Merge', exact: true }).click()
    await expect.poll(cells).toEqual(expect.arrayContaining(['Yew School', '530']))
    await planner.click(/^Undo: Merge/)
    await expect.poll(cells).not.toContain('Yew School')
  })
})

describe('a damaged workbook', () => {
  it('is offered its latest whole backup, and set aside', async () => {
    await tested.page.keyboard.press('Control+w')
    await home()
    await expect.poll(() => readdirSync(folder)).not.toContain('Our plan.rollout.lock')
    truncateSync(mine, 40_960)
    tested.answerDialogs({ open: [mine] })
    await tested.page.keyboard.press('Control+o')
    const offer = dialog('The workbook could not be opened')
    await offer.getByText('“Our plan.rollout” is damaged').waitFor()
    await page.picture('offer-backup', offer)
    await offer.getByRole('button', { name: 'Restore the backup' }).click()
    await tested.page.getByText(/The backup of .* was restored\./).waitFor()
    expect(readdirSync(folder).filter((name) => name.startsWith('Our plan damaged '))).toHaveLength(1)
    // taken when it could be shown: the page tells of damage before it tells of colleagues
    expect(page.taken.toSorted()).toEqual(page.shown.toSorted())
    expect(await tested.problems()).toEqual([])
  })
})
