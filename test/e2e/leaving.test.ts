import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createWorkbook } from '../../electron/workbook/create'
import { systemEnvironment } from '../../electron/workbook/environment'
import { openWorkbook } from '../../electron/workbook/open'
import { good, start } from '../fixtures/workbook'
import { integrityOf } from '../fixtures/workbook-files'
import { launchApp, type TestedApp } from './harness.ts'
import { plannerOf, type Planner } from './planner.ts'

describe.runIf(process.platform === 'linux')('the end of the app while something is not in the file yet', () => {
  let folder: string
  let path: string
  let tested: TestedApp
  let planner: Planner
  let running: ChildProcess
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rollout-leaving-'))
    path = join(folder, 'Plan.rollout')
    good(createWorkbook(path, start, systemEnvironment())).close()
    tested = await launchApp({ args: [path] })
    planner = plannerOf(tested.page)
    running = tested.app.process()
    await planner.goTo('Schools and waves')
    await planner.typeRow('Add a school', ['Alder School'])
  })
  afterEach(async () => {
    await tested.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const inFile = (): string[] => {
    expect(integrityOf(path)).toBe('ok')
    const file = good(openWorkbook(path, systemEnvironment(), { orReadOnly: true }))
    const names = [...file.plan().unit.values()].map(({ name }) => name)
    file.close()
    return names.toSorted()
  }
  /** Stands the process of the workbook still, as a file that does not answer would. */
  async function standStill(): Promise<{ goOn: () => void }> {
    const pid = await tested.app.evaluate(
      ({ app }) =>
        app.getAppMetrics().find(({ serviceName, name }) => serviceName === 'Workbook' || name === 'Workbook')?.pid,
    )
    if (pid === undefined) throw new Error('There is no process for the workbook.')
    process.kill(pid, 'SIGSTOP')
    return { goOn: () => void process.kill(pid, 'SIGCONT') }
  }
  async function type(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      await planner.click('Add a school')
      await tested.page.keyboard.type(name)
      await tested.page.keyboard.press('Enter')
    }
    await tested.page.getByText('Saving…').waitFor()
  }
  const isRunning = (): boolean => running.exitCode === null && running.signalCode === null
  const ended = async (): Promise<unknown> => (isRunning() ? once(running, 'exit') : undefined)
  const closeWindow = (): Promise<void> =>
    tested.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())

  it.each(['SIGTERM', 'SIGHUP'] as const)('%s waits for the edits that are on their way', async (signal) => {
    const held = await standStill()
    await type('Birch School', 'Cherry School', 'Dogwood School')
    running.kill(signal)
    await wait(700)
    expect(isRunning()).toBe(true)
    held.goOn()
    await ended()
    expect(inFile()).toEqual(['Alder School', 'Birch School', 'Cherry School', 'Dogwood School'])
  })

  it('a window that is closed waits for them too, and asks nobody', async () => {
    const held = await standStill()
    await type('Birch School', 'Cherry School')
    await closeWindow()
    await wait(700)
    expect(isRunning()).toBe(true)
    held.goOn()
    await ended()
    expect(inFile()).toEqual(['Alder School', 'Birch School', 'Cherry School'])
  })

  it.each([
    ['the window is closed', closeWindow],
    ['the session ends', async () => void running.kill('SIGTERM')],
  ])('what is still being typed into a cell when %s is taken', async (_what, end) => {
    await planner.click('Add a school')
    await tested.page.keyboard.type('Elm School')
    await end()
    await ended()
    expect(inFile()).toEqual(['Alder School', 'Elm School'])
  })

  it('what is still being typed into a cell when the workbook is closed is taken', async () => {
    await planner.click('Add a school')
    await tested.page.keyboard.type('Elm School')
    await tested.page.keyboard.press('Control+w')
    await tested.page.getByRole('heading', { level: 1, name: 'Rollout Workbook' }).waitFor()
    await expect.poll(inFile).toEqual(['Alder School', 'Elm School'])
    expect(await tested.problems()).toEqual([])
  })
})
