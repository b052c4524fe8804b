import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Excel from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type TestedApp } from './harness.ts'
import { plannerOf, type Planner } from './planner.ts'

const folder = mkdtempSync(join(tmpdir(), 'rollout-import-'))
const exported = join(folder, 'plan.xlsx')
const dates = join(folder, 'what is due.csv')
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

/** A list as some office keeps it: names of columns that nobody knows, codes for schools, one month that is none. */
const due = [
  'Dates of the reading program',
  'Thing that is due,Around,Bldg',
  'Order decodable books,3/1/2027,047-001',
  'Family reading night,4/1/2027,047-002',
  'Walk the classrooms,someday,047-002',
]

beforeAll(async () => {
  writeFileSync(dates, `${due.join('\n')}\n`)
  tested = await launchApp({ dialogs: { save: [exported], open: [exported, dates, dates] } })
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
    await planner.command('Export all tables')
    await expect.poll(() => existsSync(exported)).toBe(true)
    await editCopy()
    await page.keyboard.press('Control+i')
    const { wizard } = planner
    await wizard.getByRole('button', { name: 'Choose a file…' }).click()
    await wizard.getByRole('button', { name: 'Next' }).click()
    await wizard.getByRole('button', { name: 'Import 1 row' }).waitFor()
    await expect.poll(counts).toMatch(/0 added\s+1 changed/)
    await expect.poll(() => wizard.getByText(/Students: \d+ → 612/).count()).toBe(1)
    await expect.poll(() => wizard.getByRole('cell', { name: 'soon', exact: true }).count()).toBe(1)
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

describe('a list with names of columns that nobody knows', () => {
  const wizard = () => planner.wizard
  const page = () => tested.page

  /** Opens a list of the wizard and chooses from it. */
  async function choose(label: string, option: string): Promise<void> {
    await wizard().getByLabel(label, { exact: true }).first().click()
    await page().getByRole('option', { name: option, exact: true }).last().click()
  }

  async function openAs(subject: string): Promise<void> {
    await page().keyboard.press('Control+i')
    await wizard().getByRole('button', { name: 'Choose a file…' }).click()
    await wizard().getByText('what is due.csv').waitFor()
    await wizard().getByLabel('What it is').first().fill(subject)
    await page().getByRole('option', { name: subject, exact: true }).click()
    await wizard().getByLabel('Column names stand in row').fill('2')
    await wizard().getByRole('button', { name: 'Next' }).click()
  }

  it('is matched by hand into milestones, schools by their code, and taken back in one step', async () => {
    await openAs('Milestones')
    await choose('Column for Milestone', 'Thing that is due')
    await choose('Column for By', 'Around')
    await choose('Column for School', 'Bldg')
    await choose('Column for Owner', 'The same in every row')
    await wizard().getByLabel('Owner in every row').first().fill('Reading office')
    await wizard().getByRole('button', { name: 'Next' }).click()
    await wizard().getByRole('cell', { name: 'someday', exact: true }).waitFor()
    await expect.poll(counts).toMatch(/2 added/)
    await wizard()
      .getByRole('button', { name: /^Import 2 rows/ })
      .click()
    await wizard().waitFor({ state: 'hidden' })
    await page().getByText('Imported 2 rows from what is due.csv.').waitFor()
    await page().getByRole('button', { name: /^Undo/ }).first().click()
    await page()
      .getByRole('button', { name: /^Redo.*what is due/ })
      .first()
      .click({ trial: true })
  })

  it('is matched as it was, the second time', async () => {
    await openAs('Milestones')
    await wizard().getByText('The columns are matched as you matched them the last time.').waitFor()
    await expect.poll(() => wizard().getByLabel('Column for School', { exact: true }).first().inputValue()).toBe('Bldg')
    await page().keyboard.press('Escape')
  })
})
