import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inRoot } from '../../tools/project.ts'
import { launchApp, type TestedApp } from './harness.ts'
import { plannerOf, type Planner } from './planner.ts'
import { typistOf, type Typist } from './typist.ts'

describe('a small district, by keyboard alone', () => {
  let folder = ''
  let tested: TestedApp
  let planner: Planner
  let keys: Typist
  const workbook = (): string => join(folder, 'small.rollout')

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rollout-keyboard-'))
    tested = await launchApp({ dialogs: { save: [workbook()] } })
    planner = plannerOf(tested.page)
    keys = typistOf(tested.page)
    await tested.page.getByRole('heading', { name: 'Rollout Workbook' }).waitFor()
  })
  afterAll(async () => {
    await tested.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is begun from Home', async () => {
    await keys.tabTo('District')
    await keys.type('Birch Hollow')
    // what is offered depends on the day, and so would the figures
    await keys.tabTo('Year')
    await keys.press('Control+a')
    await keys.type('2027')
    await keys.press('Enter')
    await tested.page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
    await expect.poll(() => tested.page.title()).toContain('small')
  })

  it('gets its components, waves and schools', async () => {
    await keys.screen('Control+2', 'What has to be in place')
    for (const name of ['Daily phonics', 'Small groups']) {
      await keys.addRow('Add a component', [name, '', 'Every day'])
      await keys.screen('Control+1', 'Overview')
      await keys.screen('Control+2', 'What has to be in place')
    }
    await keys.screen('Control+3', 'Schools and waves')
    await keys.tab('Schools', 'Waves')
    await keys.addRow('Add a wave', ['Pilot', 'Pilot', '2026-08'])
    await keys.screen('Control+1', 'Overview')
    await keys.screen('Control+3', 'Schools and waves')
    await keys.addRow('Add a wave', ['Wave 1', 'Scale-up', '2027-08'])
    await keys.screen('Control+1', 'Overview')
    await keys.screen('Control+3', 'Schools and waves')
    await keys.tabTo('Waves')
    await keys.press('ArrowLeft')
    for (const [name, wave] of [
      ['North School', 'Pilot'],
      ['South School', 'Wave 1'],
    ] as const) {
      await keys.addRow('Add a school', [name, 'Elementary', '', '400', '', wave])
      await keys.screen('Control+1', 'Overview')
      await keys.screen('Control+3', 'Schools and waves')
    }
    await expect
      .poll(() => planner.grid('Schools and departments').getByText('2 schools or departments').count())
      .toBe(1)
  })

  it('gets its roles and staff', async () => {
    await keys.screen('Control+6', 'People and FTE')
    await keys.tab('Positions', 'Staff by school')
    await keys.tabTo('Add the usual roles')
    await keys.press('Enter')
    await planner.grid('Roles').getByText('Teacher', { exact: true }).waitFor()
    for (const school of ['North School', 'South School']) {
      await keys.screen('Control+1', 'Overview')
      await keys.screen('Control+6', 'People and FTE')
      await keys.addRow('Add a staff group', [school, 'Teacher', '30', '15%'])
    }
    await expect.poll(() => planner.grid('Staff by school').getByText('2 staff groups').count()).toBe(1)
  })

  it('gets its coach, what pays her, and a training', async () => {
    await keys.screen('Control+1', 'Overview')
    await keys.screen('Control+6', 'People and FTE')
    await keys.tab('Staff by school', 'Positions')
    await keys.addRow('Add a position', ['Coach', '', 'Coaching'])
    await keys.addRow('Add a line', ['Coach', '2026-07', '', '', '1', '70,000'])
    await keys.screen('Control+7', 'Money')
    await keys.addRow('Add a fund', ['General fund', 'General fund', 'Yes'])
    await keys.screen('Control+1', 'Overview')
    await keys.screen('Control+7', 'Money')
    await keys.tab('Funds', 'Who pays what')
    await keys.addRow('Add a payment', ['Coach', '', '', 'General fund', '100%'])
    await keys.screen('Control+5', 'Learning sessions')
    await keys.tabTo('Add a first training for every wave')
    await keys.press('Enter')
    await expect.poll(() => planner.grid('Sessions').getByText('2 learning sessions').count()).toBe(1)
  })

  it('is forecast with figures that the terminal prints too', async () => {
    await keys.screen('Control+1', 'Overview')
    const tiles = await planner.tiles()
    expect(tiles['Schools at scale']).toMatch(/^\d of 2$/)
    expect(tiles['Cost of the plan']).toMatch(/^\$[\d,]{6,}$/)
    const said = execFileSync(process.execPath, [inRoot('tools/rollout.mjs'), 'forecast', workbook(), '--json'], {
      encoding: 'utf8',
    })
    const { figures } = JSON.parse(said) as { figures: { label: string; text: string }[] }
    for (const [label, text] of Object.entries(tiles))
      expect({ label, text: figures.find((figure) => figure.label === label)?.text }).toEqual({ label, text })
    await tested.screenshot('keyboard-overview')
  })

  it('is undone by key, step by step, to the empty plan', async () => {
    await planner.undoAll(() => keys.press('Control+z'))
    await tested.page.getByText('There are no schools yet').waitFor()
    expect(await tested.problems()).toEqual([])
  })
})
