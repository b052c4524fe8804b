import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inRoot } from '../../tools/project.ts'
import { chartsInOffice, sheetsInOffice } from '../fixtures/office.ts'
import { launchApp, type TestedApp } from './harness.ts'
import { plannerOf, type Planner } from './planner.ts'

/** One district of a folder of raw files, as its rows name it. */
export type DistrictFiles = { readonly folder: string; readonly district: string }

type Figure = { key: string; label: string; text: string }

const schoolsOf = ({ folder, district }: DistrictFiles): string[] => {
  const [head = '', ...lines] = readFileSync(join(folder, 'campuses.csv'), 'utf8').trim().split(/\r?\n/)
  const columns = head.split(',')
  const cells = lines.map((line) => line.split(','))
  const own = cells.filter((row) => row[columns.indexOf('LEANM')] === district)
  return own.map((row) => row[columns.indexOf('SCHNAM')] ?? '')
}

/** What the command line says of a workbook. */
function figuresInTerminal(path: string): Figure[] {
  const said = execFileSync(process.execPath, [inRoot('tools/rollout.mjs'), 'forecast', path, '--json'], {
    encoding: 'utf8',
  })
  return (JSON.parse(said) as { figures: Figure[] }).figures
}

/**
 * The main job in the real app, from a district's raw files to its board report and back: the tests of a suite, in this
 * order.
 */
export function testMainJob(files: DistrictFiles): void {
  const schools = schoolsOf(files)
  let folder = ''
  let tested: TestedApp
  let planner: Planner
  let tiles: Record<string, string>
  let tilesBefore: Record<string, string>

  const workbook = (): string => join(folder, 'plan.rollout')
  const report = (): string => join(folder, 'report.xlsx')

  async function start(args: string[]): Promise<void> {
    tested = await launchApp({
      args,
      userData: join(folder, 'user-data'),
      dialogs: {
        save: [workbook(), report()],
        open: ['campuses.csv', 'district-staff.csv'].map((name) => join(files.folder, name)),
      },
    })
    planner = plannerOf(tested.page)
  }
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rollout-main-job-'))
    await start([])
  })
  afterAll(async () => {
    await tested.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('starts a new workbook, which says what it needs', async () => {
    await tested.page.getByLabel('District', { exact: true }).fill(files.district)
    // what is offered depends on the day, and so would the figures
    await tested.page.getByLabel('Year', { exact: true }).fill('2027')
    await planner.click('Start my district')
    await tested.page.getByText('There are no schools yet').waitFor()
    await planner.goTo('What has to be in place')
    await planner.click('Start with a literacy set')
    await expect.poll(() => planner.grid('Essential components').getByText('Data talks').count()).toBe(1)
  })

  it('brings in the schools of one district, and no others', async () => {
    await planner.goTo('Schools and waves')
    await planner.click('Import schools…')
    await planner.importFile()
    const grid = planner.grid('Schools and departments')
    await grid.getByText(`${schools.length} schools or departments`).waitFor()
    for (const school of schools) await expect.poll(() => grid.getByText(school, { exact: true }).count()).toBe(1)
  })

  it('puts two schools into the pilot and the others into two waves', async () => {
    await planner.tab('Waves')
    await planner.click('Add a pilot and two waves')
    await planner.wave('Wave 2').waitFor()
    for (const [at, school] of schools.entries()) {
      await planner.moveToWave(school, at < 2 ? 'Pilot' : at < 4 ? 'Wave 1' : 'Wave 2')
    }
    const pilot = tested.page.getByRole('group', { name: 'Pilot, 2 schools' })
    await expect.poll(() => pilot.getByRole('listitem').count()).toBe(2)
  })

  it('spreads the staff of the district over its schools', async () => {
    await planner.goTo('People and FTE')
    await planner.tab('Staff by school')
    await planner.click('Import staff…')
    await planner.importFile()
    const rows = planner.grid('Staff by school').getByText(schools[0] ?? '', { exact: true })
    await rows.first().waitFor()
    await expect.poll(() => rows.count()).toBeGreaterThan(1)
  })

  it('takes training, coaches and a grant that ends, typed in', async () => {
    await planner.goTo('Learning sessions')
    await planner.click('Add a first training for every wave')
    await planner.goTo('Money')
    await planner.click('Add the usual funds')
    await planner.grid('Funds').getByText('Title II-A').waitFor()
    await planner.typeRow('Add a fund', ['Literacy grant', 'Grant', 'No', '2027-07', '2029-06'])
    await planner.goTo('People and FTE')
    await planner.tab('Positions')
    for (const coach of ['Coach A', 'Coach B', 'Coach C']) {
      await planner.typeRow('Add a position', [coach, '', 'Coaching'])
      await planner.typeRow('Add a line', [coach, '2027-07', '', '', '1', '62,000'])
    }
    await planner.typeRow('Add a position', ['Systems lead', '', 'System building'])
    await planner.typeRow('Add a line', ['Systems lead', '2027-07', '', '', '1', '70,000'])
    await planner.grid('Positions').getByText('4 positions').waitFor()
    await planner.goTo('Money')
    await planner.tab('Who pays what')
    for (const [position, fund] of [
      ['Coach A', 'Literacy grant'],
      ['Coach B', 'Literacy grant'],
      ['Coach C', 'General fund'],
      ['Systems lead', 'General fund'],
    ] as const) {
      await planner.typeRow('Add a payment', [position, '', '', fund, '100%'])
    }
    await expect.poll(() => planner.grid('Who pays what').getByText('4 payments').count()).toBe(1)
  })

  it('shows the forecast on the Overview, with the grant that ends among what needs attention', async () => {
    await planner.goTo('Overview')
    tiles = await planner.tiles()
    expect(tiles['Schools at scale']).toMatch(new RegExp(`^\\d of ${schools.length}$`))
    expect(tiles['Cost of the plan']).toMatch(/^\$[\d,]{6,}$/)
    await tested.page.getByText(/^Likely range \(8 in 10 chances\) from 1,000 runs/).waitFor()
    const all = tested.page.getByRole('button', { name: /^Show all/ })
    if ((await all.count()) > 0) await all.click()
    await tested.screenshot('main-job-overview')
    await tested.page.getByText(/Literacy grant pays .* stops in Jun 2029/).waitFor()
  })

  it('answers what one coach fewer does, and leaves the plan as it is', async () => {
    await planner.goTo('If we…')
    await planner.click('One coach fewer')
    const table = tested.page.getByRole('table', { name: 'What it does' })
    await table.waitFor()
    const cost = await table.getByRole('row', { name: /^Cost of the plan/ }).innerText()
    const [, before = '', after = ''] = cost.split('\t')
    expect(before).toBe(tiles['Cost of the plan'])
    const cents = (text: string): number => Number(text.replaceAll(/\D/g, ''))
    expect(cents(after)).toBeLessThan(cents(before))
    await table.getByRole('row', { name: /^Chance of getting to scale \d+%/ }).waitFor()
    await tested.screenshot('main-job-if-we')
    await planner.goTo('Overview')
    expect(await planner.tiles()).toEqual(tiles)
  })

  it('keeps it as a scenario, adopts it, and takes that back with one undo', async () => {
    await planner.goTo('If we…')
    await planner.click('One coach fewer')
    await planner.click('Keep as a scenario…')
    await tested.page.getByRole('dialog').getByLabel('Name').fill('One coach fewer')
    await tested.page.getByRole('dialog').getByRole('button', { name: 'Keep', exact: true }).click()
    await planner.goTo('Overview')
    await planner.click(/^Plan shown/)
    await tested.page.getByRole('menuitem', { name: 'One coach fewer' }).click()
    await expect.poll(() => planner.tiles()).not.toEqual(tiles)
    const scenarioTiles = await planner.tiles()
    await planner.click(/^Plan shown/)
    await tested.page.getByRole('menuitem', { name: 'Take it over into the current plan' }).click()
    await tested.page.getByRole('button', { name: 'Plan shown: Current plan' }).waitFor()
    await expect.poll(() => planner.tiles()).toEqual(scenarioTiles)
    await planner.click(/^Undo: Take over/)
    await expect.poll(() => planner.tiles()).toEqual(tiles)
  })

  it('adopts a lever into the plan, and takes it back', async () => {
    await planner.goTo('If we…')
    await planner.click('One coach more')
    await planner.click('Adopt into the plan')
    await planner.button(/^Undo: If we/).waitFor()
    await planner.goTo('Overview')
    expect(await planner.tiles()).not.toEqual(tiles)
    await planner.click(/^Undo: If we/)
    await expect.poll(() => planner.tiles()).toEqual(tiles)
  })

  it('changes a scenario that is shown by a lever, and leaves the plan as it is', async () => {
    await planner.click(/^Plan shown/)
    await tested.page.getByRole('menuitem', { name: 'One coach fewer' }).click()
    await expect.poll(() => planner.tiles()).not.toEqual(tiles)
    const ofScenario = await planner.tiles()
    await planner.goTo('If we…')
    await planner.click('One coach more')
    await planner.click('Change the scenario')
    await planner.button(/^Undo: If we/).waitFor()
    await planner.goTo('Overview')
    expect(await planner.tiles()).not.toEqual(ofScenario)
    await planner.click(/^Undo: If we/)
    await expect.poll(() => planner.tiles()).toEqual(ofScenario)
    await planner.click(/^Plan shown/)
    await tested.page.getByRole('menuitem', { name: 'Current plan', exact: true }).click()
    await expect.poll(() => planner.tiles()).toEqual(tiles)
  })

  it('writes a report that LibreOffice opens, with the figures of the window and of the terminal', async () => {
    await planner.goTo('Reports')
    await planner.click('Export report to Excel')
    await planner.click('Show in folder')
    const figures = figuresInTerminal(workbook())
    for (const [label, text] of Object.entries(tiles)) {
      expect({ label, text: figures.find((figure) => figure.label === label)?.text }).toEqual({ label, text })
    }
    const sheets = sheetsInOffice(report())
    expect(Object.keys(sheets)).toEqual(
      expect.arrayContaining(['Summary', 'Reach', 'Quality', 'People', 'Money', 'Can we keep it', 'Notes']),
    )
    for (const label of [
      'Schools at scale',
      'Staff practicing with fidelity',
      'Coaching need met',
      'Cost of the plan',
    ]) {
      const line = sheets['Summary']?.split('\n').find((candidate) => candidate.includes(label)) ?? ''
      expect(line).toContain(tiles[label])
    }
    for (const school of schools) expect(sheets['Reach']).toContain(school)
    expect(chartsInOffice(report())).toBeGreaterThanOrEqual(5)
    expect(Object.values(sheets).join('')).not.toMatch(/#(REF|VALUE|NAME|DIV\/0|N\/A)|###/)
  })

  it('has it all after closing and starting again', async () => {
    tilesBefore = tiles
    expect(await tested.problems()).toEqual([])
    await tested.close()
    await start([workbook()])
    expect(await planner.tiles()).toEqual(tilesBefore)
  })

  it('undoes everything back through the import', async () => {
    await planner.undoAll(() => planner.click(/^Undo: /))
    await tested.page.getByText('There are no schools yet').waitFor()
    await planner.click(/^Redo: /)
    expect(await tested.problems()).toEqual([])
  })
}
