import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorkbook } from '../../electron/workbook/create'
import { systemEnvironment } from '../../electron/workbook/environment'
import { good, start } from '../fixtures/workbook'
import { launchApp, type TestedApp } from './harness.ts'
import { plannerOf, type Planner } from './planner.ts'

describe.runIf(process.platform !== 'win32')('a workbook on a drive that does not answer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rollout-slow-'))
  const path = join(folder, 'Far away.rollout')
  let tested: TestedApp
  let planner: Planner
  beforeAll(async () => {
    good(createWorkbook(path, start, systemEnvironment())).close()
    // whoever reads a pipe waits until somebody writes into it
    execFileSync('mkfifo', [`${path}.lock`])
    tested = await launchApp({ dialogs: { open: [path, path] } })
    planner = plannerOf(tested.page)
  })
  afterAll(async () => {
    await tested.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const cancel = () => tested.page.getByRole('button', { name: 'Cancel: Opening Far away' })
  const said = () => tested.page.getByText('Opening was cancelled. Nothing was changed.').first()

  it('can be given up from the first screen', async () => {
    await planner.click('Open a workbook…')
    await cancel().waitFor()
    expect(await tested.violations()).toEqual([])
    await cancel().click()
    await said().waitFor()
    await cancel().waitFor({ state: 'hidden' })
    await tested.page.getByRole('button', { name: 'Put this message away' }).click()
  })

  it('can be given up while another is open, which takes no edits meanwhile and all of them afterwards', async () => {
    await planner.click('Open the sample district')
    await planner.goTo('Schools and waves')
    await tested.page.keyboard.press('Control+o')
    await cancel().waitFor()
    await tested.page.getByRole('button', { name: 'Add a school', exact: true }).waitFor({ state: 'detached' })
    expect(await tested.violations()).toEqual([])
    await cancel().click()
    await said().waitFor()
    await planner.typeRow('Add a school', ['Late School'])
    const cells = planner.grid('Schools and departments').getByRole('gridcell')
    await expect.poll(() => cells.allInnerTexts()).toContain('Late School')
    expect(await tested.problems()).toEqual([])
  })
})
