import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Excel from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type TestedApp } from './harness.ts'
import { plannerOf, type Planner } from './planner.ts'

const folder = mkdtempSync(join(tmpdir(), 'rollout-import-'))
const exported = join(folder, 'plan.xlsx')
let tested: TestedApp
let planner: Planner

/** The exported workbook as a colleague sends it back: a figure changed, one unreadable, a milestone taken out. */
async function editCopy(): Promise<void> {
  const book = new Excel.Workbook()
  await book.xlsx.readFile(exported)
  const schools = book.getWorksheet('Schools and departments')!
  const students = (schools.getRow(1).values as string[]).indexOf('Students')
  const school = (schools.getColumn(2).values as string[]).indexOf('Cedar Hill Elementary')
  schools.getCell(school, students).value = 612
  const milestones = book.getWorksheet('Milestones')!
  // the values only: what people do when they clear a row
  milestones.getRow(2).eachCell((cell) => (cell.value = null))
  const waves = book.getWorksheet('Waves')!
  waves.getCell(2, (waves.getRow(1).values as string[]).indexOf('Starts')).value = 'soon'
  await book.xlsx.writeFile(exported)
}

beforeAll(async () => {
  tested = await launchApp({ dialogs: { save: [exported], open: [exported] } })
  planner = plannerOf(tested.page)
  await planner.click('Open the sample district')
  await planner.tiles()
})
afterAll(async () => {
  await tested.close()
  rmSync(folder, { recursive: true, force: true })
})

const counts = (): Promise<string> => planner.wizard.getByRole('status').first().innerText()

describe('an edited copy of all tables', () => {
  it('shows table by table what it would change, and is taken in part, as one step', async () => {
    const { page } = tested
    await page.keyboard.press('Control+k')
    await page.keyboard.type('Export all tables')
    await page
      .getByRole('option', { name: 'Export all tables' })
      .or(page.getByRole('button', { name: 'Export all tables' }))
      .last()
      .click()
    await expect.poll(() => existsSync(exported), { timeout: 60_000 }).toBe(true)
    await editCopy()
    await page.keyboard.press('Control+i')
    const { wizard } = planner
    await wizard.getByRole('button', { name: 'Choose a file…' }).click()
    await wizard.getByRole('button', { name: 'Next' }).click()
    await wizard.getByRole('button', { name: 'Import 1 row' }).waitFor()
    expect(await counts()).toMatch(/0 added\s+1 changed/)
    expect(await wizard.getByText(/Students: \d+ → 612/).count()).toBe(1)
    expect(await wizard.getByRole('cell', { name: 'soon', exact: true }).count()).toBe(1)
    await tested.screenshot('import-tables')
    expect(await tested.violations()).toEqual([])

    await wizard.getByRole('checkbox', { name: 'Remove 1 rows of Milestones that are not in the file' }).check()
    await wizard.getByRole('button', { name: 'Import 2 rows' }).waitFor()
    await wizard.getByRole('checkbox', { name: 'Schools and departments', exact: true }).uncheck()
    await wizard.getByText('1 removed').waitFor()
    await wizard.getByRole('button', { name: 'Import 1 row' }).click()
    await wizard.waitFor({ state: 'hidden' })
    await page.getByText('Imported 1 row from plan.xlsx.').waitFor()
    const undo = page.getByRole('button', { name: /^Undo/ }).first()
    await undo.click()
    await page.getByRole('button', { name: /^Redo/ }).first().click({ trial: true })
  })
})
