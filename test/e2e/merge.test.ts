import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { updateChange } from '@shared/plan/edit'
import { rowsOf } from '@shared/plan/plan'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorkbook } from '../../electron/workbook/create'
import { systemEnvironment } from '../../electron/workbook/environment'
import { openWorkbook } from '../../electron/workbook/open'
import type { Workbook } from '../../electron/workbook/workbook'
import { addSchool, good, start } from '../fixtures/workbook'
import { launchApp, type TestedApp } from './harness.ts'
import { plannerOf, type Planner } from './planner.ts'

/** Gives the first school another size. */
function resize(workbook: Workbook, enrolment: number): void {
  const [school] = rowsOf(workbook.plan(), 'unit')
  const change = school && updateChange(school, 'unit', { enrolment })
  if (change) good(workbook.commit({ target: 'plan', code: 'edit', label: 'Edit', changes: [change] }))
}

const commit = (workbook: Workbook, ...names: string[]): void =>
  void good(
    workbook.commit({ target: 'plan', code: 'edit', label: 'Add', changes: names.map((name) => addSchool(name)) }),
  )

/** A workbook and a copy of it in which the same school got another size and one school was added. */
function twoThatGrewApart(folder: string): { mine: string; theirs: string } {
  const mine = join(folder, 'Plan.rollout')
  const theirs = join(folder, 'Plan of Kim.rollout')
  const own = good(createWorkbook(mine, start, systemEnvironment()))
  commit(own, 'Oak School')
  good(own.saveCopy(theirs))
  resize(own, 410)
  own.close()
  const copy = good(openWorkbook(theirs, systemEnvironment()))
  resize(copy, 520)
  commit(copy, 'Yew School')
  copy.close()
  return { mine, theirs }
}

describe('merging a copy that a colleague worked in', () => {
  let tested: TestedApp
  let planner: Planner
  const folder = mkdtempSync(join(tmpdir(), 'rollout-merge-'))
  beforeAll(async () => {
    const { mine, theirs } = twoThatGrewApart(folder)
    tested = await launchApp({ args: [mine], dialogs: { open: [theirs] } })
    planner = plannerOf(tested.page)
    await planner.goTo('Schools and waves')
  })
  afterAll(async () => {
    await tested?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const cells = (): Promise<string[]> => planner.grid('Schools and departments').getByRole('gridcell').allInnerTexts()

  it('shows what clashes and lets the planner choose', async () => {
    await planner.command('Merge a copy')
    await tested.page.getByRole('button', { name: 'Choose the copy…' }).click()
    const decide = tested.page.getByRole('region', { name: 'To decide' })
    await decide.getByText('Mine: 410 · Theirs: 520').waitFor()
    await expect.poll(() => decide.getByRole('radio', { name: 'Mine' }).isChecked()).toBe(true)
    await tested.screenshot('merge')
    expect(await tested.violations()).toEqual([])
    await decide.getByRole('radio', { name: 'Theirs' }).click()
    await tested.page.getByRole('button', { name: 'Merge', exact: true }).click()
    await expect.poll(cells).toEqual(expect.arrayContaining(['Oak School', 'Yew School', '520']))
  })

  it('is one step to undo', async () => {
    await planner.click('Undo: Merge')
    await expect.poll(cells).toEqual(expect.arrayContaining(['Oak School', '410']))
    expect(await cells()).not.toContain('Yew School')
    expect(await tested.problems()).toEqual([])
  })
})
