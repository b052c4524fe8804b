import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkAppKills } from '../fixtures/app-kill.ts'
import { launchApp, type TestedApp } from './harness.ts'
import { plannerOf, type Planner } from './planner.ts'

describe('when the process that owns the workbook is killed', () => {
  let tested: TestedApp
  let planner: Planner
  beforeAll(async () => {
    tested = await launchApp()
    planner = plannerOf(tested.page)
    await planner.click('Open the sample district')
    await planner.goTo('Schools and waves')
  })
  afterAll(() => tested.close())

  /** Stands the process still, so that what is done until it is killed is under way then. */
  const holdProcess = async (): Promise<{ kill: () => void }> => {
    const pid = await tested.app.evaluate(
      ({ app }) =>
        app.getAppMetrics().find(({ serviceName, name }) => serviceName === 'Workbook' || name === 'Workbook')?.pid,
    )
    if (pid === undefined) throw new Error('There is no process for the workbook.')
    process.kill(pid, 'SIGSTOP')
    return { kill: () => void process.kill(pid, 'SIGKILL') }
  }
  const namesInSheet = (): Promise<string[]> =>
    planner.grid('Schools and departments').getByRole('gridcell').allInnerTexts()

  it('loses nothing that was answered, says what happened, and goes on', async () => {
    const answered = ['Alder', 'Birch', 'Cherry'].map((name) => `${name} School`)
    for (const name of answered) await planner.typeRow('Add a school', [name])
    const held = await holdProcess()
    const typed = planner.typeRow('Add a school', ['Dogwood School'])
    await tested.page.getByText('Saving', { exact: false }).first().waitFor()
    held.kill()
    await tested.page
      .getByRole('alert')
      .filter({ hasText: /stopped|interrupted|again/i })
      .first()
      .waitFor()
    await planner.typeRow('Add a school', ['Elm School'])
    await typed
    await expect.poll(namesInSheet).toEqual(expect.arrayContaining([...answered, 'Elm School']))
    const told = tested.page.getByRole('alert').first()
    await expect.poll(() => told.innerText()).toContain('“Add Dogwood School”')
    const [names, said] = [await namesInSheet(), await told.innerText()]
    // what is said of the edit that was under way is so
    expect(names.filter((name) => name === 'Dogwood School')).toHaveLength(said.includes('is in.') ? 1 : 0)
    await tested.screenshot('killed')
  })

  it('has in the file what the window shows', async () => {
    const shown = await namesInSheet()
    await planner.click('Undo: Add')
    await expect.poll(namesInSheet).not.toEqual(shown)
    await planner.click('Redo: Add')
    await expect.poll(namesInSheet).toEqual(shown)
  })
})

describe('when the whole app is killed, or the window’s own process', () => {
  it('has every answered commit in a whole file afterwards', async () => {
    // the short form of test/long/app-kill.test.ts
    const tally = await checkAppKills(2, 20_261_103)
    expect(tally.rounds).toBe(2)
    expect(tally.answered).toBeGreaterThan(4)
  })

  it('still ends when it is told to at the moment in which the window’s process dies', async () => {
    const { app, page: shown } = await launchApp()
    await plannerOf(shown).click('Open the sample district')
    await shown.getByRole('navigation').waitFor()
    const child = app.process()
    const ended = new Promise<number | null>((done) => child.once('exit', done))
    await app.evaluate(({ app: ours, BrowserWindow }) => {
      const page = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId()
      // once this is answered; main has not heard of the death by then
      setImmediate(() => {
        if (page !== undefined) process.kill(page, 'SIGKILL')
        ours.quit()
      })
    })
    const late = setTimeout(() => child.kill('SIGKILL'), 60_000)
    expect(await ended).toBe(0)
    clearTimeout(late)
  })
})
