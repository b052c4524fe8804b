import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorkbook } from '../../electron/workbook/create'
import { systemEnvironment } from '../../electron/workbook/environment'
import { openWorkbook } from '../../electron/workbook/open'
import { smallDisk, type SmallDisk } from '../fixtures/small-disk.ts'
import { good, start } from '../fixtures/workbook'
import { integrityOf } from '../fixtures/workbook-files'
import { launchApp, type TestedApp } from './harness.ts'
import { plannerOf, type Planner } from './planner.ts'

const megabyte = 1024 * 1024

/**
 * A disk of a few megabytes; where the machine mounts none for us, a folder in which the workbook's process may not write
 * a larger file than there is, which fails in the same way.
 */
function placeOf(pidOfWorkbook: () => Promise<number>): Pick<SmallDisk, 'folder' | 'remove'> & {
  fill: () => Promise<void>
  makeRoom: () => Promise<void>
} {
  const disk = smallDisk(4 * megabyte)
  if (disk) {
    const { folder, remove, fillUpTo, makeRoom } = disk
    return { folder, remove, fill: async () => fillUpTo(40 * 1024), makeRoom: async () => makeRoom() }
  }
  const folder = mkdtempSync(join(tmpdir(), 'rollout-disk-'))
  const limit = async (bytes: string): Promise<void> =>
    void execFileSync('prlimit', ['--pid', String(await pidOfWorkbook()), `--fsize=${bytes}:unlimited`])
  return {
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
    fill: () => limit(String(statSync(join(folder, 'Plan.rollout')).size + 40 * 1024)),
    makeRoom: () => limit('unlimited'),
  }
}

describe.runIf(process.platform === 'linux')('a disk that fills up while the planner edits', () => {
  let tested: TestedApp
  let planner: Planner
  const place = placeOf(async () => {
    const found = await tested.app.evaluate(({ app }) =>
      app.getAppMetrics().find(({ serviceName, name }) => serviceName === 'Workbook' || name === 'Workbook'),
    )
    if (!found) throw new Error('There is no process for the workbook.')
    return found.pid
  })
  const path = join(place.folder, 'Plan.rollout')
  beforeAll(async () => {
    good(createWorkbook(path, start, systemEnvironment())).close()
    tested = await launchApp({ args: [path] })
    planner = plannerOf(tested.page)
    await planner.goTo('Schools and waves')
  })
  afterAll(async () => {
    await tested.close()
    place.remove()
  })

  const trouble = () => tested.page.getByRole('alert').filter({ hasText: 'Can’t save' })
  const answered: string[] = []
  let refused = ''
  let count = 0

  /** Types one school after the other until the disk refuses one. */
  async function typeUntilRefused(): Promise<void> {
    await place.fill()
    refused = ''
    while (refused === '') {
      count += 1
      const name = `School ${count} ${'long '.repeat(30).trim()}`
      await planner.click('Add a school')
      await tested.page.keyboard.type(name)
      await tested.page.keyboard.press('Enter')
      await tested.page
        .getByRole('status')
        .getByText(/^Saved \d/)
        .or(trouble())
        .first()
        .waitFor()
      if ((await trouble().count()) > 0) refused = name
      else answered.push(name)
      if (count > 200) throw new Error('The disk did not fill up.')
    }
  }
  const namesInFile = (): string[] => {
    expect(integrityOf(path)).toBe('ok')
    const file = good(openWorkbook(path, systemEnvironment(), { orReadOnly: true }))
    const names = [...file.plan().unit.values()].map(({ name }) => name)
    file.close()
    return names.toSorted()
  }

  it('is told at the foot of the window, with what is safe and what to do', async () => {
    await typeUntilRefused()
    expect(answered.length).toBeGreaterThan(0)
    const said = await trouble().innerText()
    expect(said).toContain('“Plan.rollout” could not be saved: the disk is full')
    expect(said).toContain('everything before it is safe in the file')
    expect(await tested.violations()).toEqual([])
    await tested.screenshot('disk-full')
    expect(integrityOf(path)).toBe('ok')
  })

  it('asks before the workbook is closed without what is not saved', async () => {
    await tested.page.keyboard.press('Control+w')
    const asked = tested.page.getByRole('dialog', { name: 'Not everything is saved' })
    await asked.getByText('1 change is not saved').waitFor()
    expect(await tested.violations()).toEqual([])
    await tested.screenshot('unsaved')
    await tested.page.keyboard.press('Enter')
    await asked.waitFor({ state: 'hidden' })
    await trouble().waitFor()
  })

  it('asks before the window is closed without what is not saved', async () => {
    const asked = tested.app.evaluate(
      ({ BrowserWindow }) =>
        new Promise<number>((done) => {
          const [window] = BrowserWindow.getAllWindows()
          let objections = 0
          // the first time the page is asked to see its edits into the file, the second time the planner
          window?.webContents.on('will-prevent-unload', () => {
            objections += 1
            if (objections === 2) setTimeout(() => done(objections), 300)
          })
          window?.once('closed', () => done(-1))
          window?.close()
        }),
    )
    expect(await asked).toBe(2)
    await trouble().waitFor()
  })

  it('goes on once there is room, with the edit that was refused', async () => {
    await trouble().getByRole('button', { name: 'Try again' }).click()
    await trouble().waitFor()
    await place.makeRoom()
    await trouble().getByRole('button', { name: 'Try again' }).click()
    await trouble().waitFor({ state: 'hidden' })
    await planner.typeRow('Add a school', ['Room School'])
    const cells = planner.grid('Schools and departments').getByRole('gridcell')
    await expect.poll(() => cells.allInnerTexts()).toEqual(expect.arrayContaining([refused, 'Room School']))
    await tested.page.keyboard.press('Control+w')
    await tested.page.getByRole('heading', { level: 1, name: 'Rollout Workbook' }).waitFor()
    answered.push(refused, 'Room School')
    expect(namesInFile()).toEqual(answered.toSorted())
    expect(await tested.problems()).toEqual([])
  })
  it('closes the workbook without it where the planner says so, and keeps all the others', async () => {
    await planner.click(/^Plan/)
    await planner.goTo('Schools and waves')
    await typeUntilRefused()
    await tested.page.keyboard.press('Control+w')
    const asked = tested.page.getByRole('dialog', { name: 'Not everything is saved' })
    await asked.getByRole('button', { name: 'Close without it' }).click()
    await tested.page.getByRole('heading', { level: 1, name: 'Rollout Workbook' }).waitFor()
    await expect.poll(namesInFile).toEqual(answered.toSorted())
    await place.makeRoom()
  })

  it('closes the window without it where the planner says so', async () => {
    await planner.click(/^Plan/)
    await planner.goTo('Schools and waves')
    await typeUntilRefused()
    tested.answerDialogs({ leave: ['yes'] })
    const ended = once(tested.app.process(), 'exit')
    await tested.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await ended
    expect(namesInFile()).toEqual(answered.toSorted())
  })
})
