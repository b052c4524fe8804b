import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inRoot } from '../../tools/project.ts'
import { launchApp, type TestedApp } from './harness.ts'
import { plannerOf, type Planner } from './planner.ts'

type Told = { figures: { label: string; text: string }[]; districts: { draws: { chanceAtScaleBy: number[] } }[] }

/** A what-if on the sample district, from "one coach fewer" to compared, adopted and taken back. */
describe('If we… one coach fewer', () => {
  let folder = ''
  let tested: TestedApp
  let planner: Planner
  const workbook = (): string => join(folder, 'sample.rollout')
  const rollout = (...args: string[]): string =>
    execFileSync(process.execPath, [inRoot('tools/rollout.mjs'), ...args], { encoding: 'utf8' })
  const told = (...args: string[]): Told => JSON.parse(rollout('forecast', workbook(), '--json', ...args)) as Told
  /** The cells of a line of the table "Side by side". */
  const cells = async (label: string): Promise<string[]> => {
    const row = tested.page.getByRole('table', { name: 'Side by side' }).getByRole('row', { name: label })
    return (await row.getByRole('cell').allInnerTexts()).map((text) => text.split('\n')[0] ?? '')
  }
  const figure = ({ figures }: Told, label: string): string | undefined =>
    figures.find((one) => one.label === label)?.text

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rollout-what-if-'))
    rollout('sample', workbook())
    tested = await launchApp({ args: [workbook()], userData: join(folder, 'user-data') })
    planner = plannerOf(tested.page)
    await tested.page.getByRole('region', { name: 'Status' }).waitFor()
  })
  afterAll(async () => {
    await tested.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is kept as a scenario', async () => {
    await planner.goTo('If we…')
    await planner.click('One coach fewer')
    await planner.click('Keep as a scenario…')
    await tested.page.getByRole('dialog').getByLabel('Name').fill('One coach fewer')
    await tested.page.getByRole('dialog').getByRole('button', { name: 'Keep', exact: true }).click()
    await expect.poll(() => tested.page.getByText('“One coach fewer” is kept').count()).toBe(1)
  })

  it('stands beside the current plan with the figures of the terminal', async () => {
    await planner.tab('Compare')
    for (const name of ['Push on one-time money', 'Push, built to last']) {
      await tested.page.getByRole('checkbox', { name, exact: true }).uncheck()
    }
    await tested.page.getByRole('checkbox', { name: 'One coach fewer', exact: true }).check()
    await tested.page.getByRole('row', { name: 'Chance of getting to scale' }).waitFor()
    const [plain, fewer] = [told('--draws', '1000'), told('--draws', '1000', '--scenario', 'One coach fewer')]
    for (const [row, key] of [
      ['Cost of the plan', 'Cost of the plan'],
      ['At scale from', 'At scale'],
    ] as const) {
      await expect.poll(() => cells(row)).toEqual([plain, fewer].map((one) => figure(one, key)))
    }
    const chance = ({ districts }: Told): string =>
      `${Math.round((districts[0]?.draws.chanceAtScaleBy.at(-1) ?? 0) * 100)}%`
    await expect.poll(() => cells('Chance of getting to scale')).toEqual([plain, fewer].map(chance))
    await tested.screenshot('what-if-compare')
  })

  it('is adopted into the plan, and taken back with one undo', async () => {
    await planner.goTo('Overview')
    const before = await planner.tiles()
    await planner.goTo('If we…')
    const own = tested.page.getByRole('region', { name: 'One coach fewer', exact: true })
    await own.getByRole('button', { name: 'Adopt into the plan' }).click()
    await planner.goTo('Overview')
    await expect.poll(() => planner.tiles()).not.toEqual(before)
    await planner.click(/^Undo: Take over/)
    await expect.poll(() => planner.tiles()).toEqual(before)
    expect(await tested.problems()).toEqual([])
  })
})
