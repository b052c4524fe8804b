import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorkbook } from '../../electron/workbook/create'
import { systemEnvironment } from '../../electron/workbook/environment'
import { good, start } from '../fixtures/workbook'
import { launchApp, type TestedApp } from './harness.ts'
import { plannerOf } from './planner.ts'

/** A workbook in which nothing but the district's name is entered yet. */
function begun(folder: string): string {
  const path = join(folder, 'Begun.rollout')
  good(createWorkbook(path, start, systemEnvironment())).close()
  return path
}

describe('the open workbook beside others', () => {
  let tested: TestedApp
  const folder = mkdtempSync(join(tmpdir(), 'rollout-beside-'))
  const copy = join(folder, 'Neighbor.rollout')
  beforeAll(async () => {
    tested = await launchApp({ dialogs: { save: [copy], open: [copy, begun(folder)] } })
    const { page } = tested
    await page.getByRole('button', { name: 'Open the sample district' }).click()
    await page.getByRole('region', { name: 'Status' }).waitFor()
    await page.keyboard.press('Control+Shift+s')
    await page.getByText('A copy was saved.').first().waitFor()
  })
  afterAll(async () => {
    await tested?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const rowOf = async (figure: string): Promise<string[]> => {
    const row = tested.page
      .getByRole('row')
      .filter({ has: tested.page.getByRole('rowheader', { name: figure, exact: true }) })
    const texts = await row.getByRole('cell').allInnerTexts()
    return texts.map((text) => text.split('\n')[0] ?? '')
  }

  it('shows the same figures for a copy, and that an empty one cannot be forecast yet', async () => {
    const { page } = tested
    await plannerOf(page).command('Beside other workbooks')
    const add = page.getByRole('button', { name: 'Add a workbook…' })
    await add.click()
    await page.getByRole('columnheader', { name: 'Neighbor' }).waitFor()
    await add.click()
    await page.getByRole('columnheader', { name: 'Begun' }).waitFor()
    await expect.poll(() => rowOf('Schools')).toEqual(['7', '7', '0'])
    const fidelity = await rowOf('Staff practicing with fidelity')
    expect(fidelity[0]).toMatch(/^\d+%$/)
    expect(fidelity).toEqual([fidelity[0], fidelity[0], '–'])
    await tested.screenshot('beside')
    expect(await tested.violations()).toEqual([])
  })

  it('takes one away again, and the plan that is open stays as it was', async () => {
    const { page } = tested
    await page.getByRole('button', { name: 'Take Begun away' }).click()
    await page.getByRole('columnheader', { name: 'Begun' }).waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
    expect(await tested.problems()).toEqual([])
  })
})
