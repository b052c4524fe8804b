import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type TestedApp } from './harness.ts'
import { plannerOf, type Planner } from './planner.ts'

const components = [
  'Daily sounds and letters',
  'Reading aloud and talk',
  'Small groups by need',
  'Progress check every six weeks',
]

/** A round in which nearly everybody practices well, as it stands in the planner's spreadsheet. */
const block = ['Cedar Hill Elementary', 'Riverside Elementary']
  .flatMap((school) => components.map((component) => [school, component, '40', '40', '38', '36', '18.5'].join('\t')))
  .join('\n')

describe('evidence', () => {
  let tested: TestedApp
  let planner: Planner
  beforeAll(async () => {
    tested = await launchApp()
    planner = plannerOf(tested.page)
    await planner.click('Open the sample district')
  })
  afterAll(() => tested.close())

  const fidelityNow = async (): Promise<string> => {
    await planner.goTo('Overview')
    return (await planner.tiles())['Staff practicing with fidelity'] ?? ''
  }
  const undo = async (label: RegExp): Promise<void> => {
    await tested.page.getByRole('button', { name: label }).first().click()
  }

  it('enters a round by paste, and the forecast starts from it until it is undone', async () => {
    const { page } = tested
    const before = await fidelityNow()
    await planner.goTo('Fidelity and capacity')
    await planner.click('Add a round')
    await page.getByLabel('Last day of the round').fill('7/20/2026')
    const cell = page.getByLabel('Observed, Cedar Hill Elementary, Daily sounds and letters')
    await cell.focus()
    await tested.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), block)
    await page.keyboard.press('Control+v')
    await expect.poll(() => cell.inputValue()).toBe('40')
    await page.getByRole('button', { name: 'Add the round (8 of 8 lines)' }).click()
    await page.getByRole('heading', { name: '3 rounds so far' }).waitFor()
    await tested.screenshot('evidence-round')
    expect(Number.parseInt(await fidelityNow(), 10)).toBeGreaterThan(Number.parseInt(before, 10))
    await undo(/^Undo: Add the round/)
    await expect.poll(fidelityNow).toBe(before)
  })

  it('says which figures do not fit, and takes nothing until they do', async () => {
    const { page } = tested
    await planner.goTo('Fidelity and capacity')
    await planner.click('Add a round')
    await page.getByLabel('Using, Riverside Elementary, Small groups by need').fill('9')
    await page.getByRole('button', { name: 'Add the round (1 of 8 lines)' }).click()
    const alert = page.getByRole('alert').filter({ hasText: 'Say how many were observed' })
    await expect.poll(() => alert.innerText()).toContain('Riverside Elementary, Small groups by need')
    await planner.click('Back without adding')
    await page.getByRole('heading', { name: '2 rounds so far' }).waitFor()
  })

  it('sets the stage of two places by keyboard and takes it back', async () => {
    const { page } = tested
    await planner.goTo('Schools and waves')
    await planner.tab('Stages')
    const matrix = page.getByRole('grid', { name: 'Stage of every school' })
    const words = () => matrix.getByRole('gridcell').first().innerText()
    await matrix.getByRole('gridcell').first().focus()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Stage of 2 places' }).waitFor()
    await page.getByRole('radio', { name: 'Installing' }).check()
    await page.getByRole('button', { name: 'Set the stage' }).click()
    await expect.poll(words).toContain('Installing')
    await expect.poll(() => matrix.getByRole('gridcell', { name: /^Installing/ }).count()).toBe(10)
    await undo(/^Undo: Set 2 places to Installing/)
    await expect.poll(words).toContain('Full')
  })

  it('decides a gate in one step, with the figures of that day in the list of decisions', async () => {
    const { page } = tested
    await planner.goTo('Decisions and gates')
    await planner.tab('Gates')
    await planner.click('Decide on Wave 2 opens…')
    const dialog = page.getByRole('dialog', { name: 'Decide on Wave 2 opens' })
    await expect.poll(() => dialog.innerText()).toContain('Share with fidelity at least 40%')
    await dialog.getByRole('radio', { name: /^Opens/ }).check()
    await dialog.getByRole('textbox', { name: 'Decision', exact: true }).fill('Wave 2 starts in August 2027.')
    await dialog.getByLabel('Decided on').fill('11/20/2026')
    await dialog.getByRole('button', { name: 'Decide' }).click()
    const card = page.getByRole('region', { name: 'Wave 2 opens', exact: true })
    await card.getByText('Opened on 11/20/2026 by District leadership team.').waitFor()
    await planner.tab('Decisions')
    await planner.grid('Decisions').getByText('Does the gate “Wave 2 opens” open?').waitFor()
    await undo(/^Undo: Open the gate Wave 2 opens/)
    await planner.tab('Gates')
    await page.getByRole('button', { name: 'Decide on Wave 2 opens…' }).waitFor()
    await planner.tab('Decisions')
    await expect.poll(() => planner.grid('Decisions').getByText('Does the gate “Wave 2 opens” open?').count()).toBe(0)
  })

  it('leads from what a wave lacks to where it is put right', async () => {
    const { page } = tested
    await planner.goTo('Schools and waves')
    await planner.tab('Readiness')
    await page.getByRole('button', { name: /^“Reading coach” .* is not filled in Aug 2026/ }).click()
    await page.getByRole('heading', { level: 1, name: 'People and FTE' }).waitFor()
    const positions = planner.grid('Positions').getByRole('gridcell')
    await expect.poll(() => positions.allInnerTexts()).toContain('Reading coach')
  })

  it('said nothing on the console', async () => {
    expect(await tested.problems()).toEqual([])
  })
})
