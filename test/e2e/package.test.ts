import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageBuilt, unpackedApp } from '../../tools/package.ts'
import { prepareRuntime } from '../../tools/runtime.ts'
import { launchPackaged, type PackagedApp } from './packaged.ts'
import { plannerOf, type Planner } from './planner.ts'

// The app as it is handed out: packed, hardened, started from its own binary.

type Bridge = { call: (name: string, args: unknown) => Promise<{ ok: boolean; value?: unknown }> }

// a machine may be busy
const patient = { timeout: 20_000 }

const resources = join(dirname(unpackedApp()), 'resources')

beforeAll(async () => packageBuilt(await prepareRuntime(), ['--linux', 'dir'], true))

describe('the package', () => {
  it('has its fuses shut', async () => {
    const wire = await getCurrentFuseWire(unpackedApp())
    const shut = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ]
    const open = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
    ]
    expect(shut.map((fuse) => wire[fuse])).toEqual(shut.map(() => FuseState.DISABLE))
    expect(open.map((fuse) => wire[fuse])).toEqual(open.map(() => FuseState.ENABLE))
  })

  it('holds what is built and the database, nothing of the sources, and native code outside', () => {
    const files = listPackage(join(resources, 'app.asar'), { isPack: false }).map((file) => file.replaceAll('\\', '/'))
    expect(files).toEqual(expect.arrayContaining(['/package.json', '/out/main/main.js', '/out/renderer/index.html']))
    const tops = new Set(files.map((file) => file.split('/')[1]))
    expect(tops).toEqual(new Set(['node_modules', 'out', 'package.json']))
    const packages = new Set(
      files.filter((file) => file.startsWith('/node_modules/')).map((file) => file.split('/')[2]),
    )
    expect([...packages]).toEqual(['better-sqlite3'])
    expect(files.filter((file) => /\.(map|tsx?|cc?|h|gyp)$/.test(file) && !file.endsWith('.d.ts'))).toEqual([])
    expect(existsSync(join(resources, 'app.asar.unpacked/node_modules/better-sqlite3'))).toBe(true)
  })

  it('brings the licenses of all that it is made of', () => {
    const notices = readFileSync(join(resources, 'third-party-notices.txt'), 'utf8')
    for (const name of ['better-sqlite3', 'exceljs', 'react', 'highs', '@mantine/core'])
      expect(notices).toContain(`\n${name} `)
    expect(notices).toContain('Permission is hereby granted')
    expect(existsSync(join(resources, 'LICENSE'))).toBe(true)
    expect(existsSync(join(dirname(unpackedApp()), 'LICENSES.chromium.html'))).toBe(true)
  })
})

describe('the packaged app', () => {
  let tested: PackagedApp
  let planner: Planner
  beforeAll(async () => {
    tested = await launchPackaged(unpackedApp())
    planner = plannerOf(tested.page)
  })
  afterAll(() => tested?.close())

  it('opens the sample district and forecasts it in its worker', async () => {
    await planner.click('Open the sample district')
    await planner.goTo('Overview')
    await expect.poll(async () => Object.values(await planner.tiles()).join(' '), patient).toMatch(/\d/)
  })

  it('keeps an edit in the file', async () => {
    await planner.goTo('Schools and waves')
    await planner.typeRow('Add a school', ['Packaged School'])
    await expect.poll(() => planner.grid('Schools and departments').getByText('Packaged School').count()).toBe(1)
  })

  it('solves a linear program from the archive', async () => {
    const answer = await tested.page.evaluate(() => {
      // as much as fits of two, of which one uses more of what they share
      const rows = [{ columns: [0, 1], coefficients: [2, 1], lower: null, upper: 8 }]
      const program = { columnUpper: [3, 6], rows, objectives: [{ columns: [0, 1], coefficients: [-1, -1] }] }
      return (Reflect.get(window, 'rollout') as Bridge).call('solve.allocation', { program })
    })
    expect(answer).toMatchObject({ ok: true, value: { values: [1, 6], objectives: [-7] } })
  })

  it('writes all tables as a spreadsheet', async () => {
    const path = join(tested.userData, 'tables.xlsx')
    tested.answerDialogs({ save: [path] })
    await planner.command('Export all tables')
    await expect.poll(() => existsSync(path) && statSync(path).size > 10_000, patient).toBe(true)
    expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK')
  })

  it('shows the licenses from About', async () => {
    await tested.page.getByRole('button', { name: 'Help', exact: true }).click()
    await tested.page.getByRole('menuitem', { name: 'About Rollout Workbook' }).click()
    await tested.page.getByText('The app never goes online.').waitFor()
    await tested.page.getByRole('button', { name: 'What it is made of, with licenses' }).click()
    const text = tested.page.getByRole('region', { name: 'Licenses' })
    await expect.poll(() => text.textContent(), patient).toContain('better-sqlite3')
    await tested.page.keyboard.press('Escape')
  })

  it('brings the user guide with its pictures', async () => {
    await tested.page.getByRole('button', { name: 'Help', exact: true }).click()
    await tested.page.getByRole('menuitem', { name: 'User guide' }).click()
    const picture = tested.page.getByRole('article').getByRole('img').first()
    await expect
      .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth), patient)
      .toBeGreaterThan(300)
    await tested.page.keyboard.press('Escape')
    await tested.page.getByRole('dialog').waitFor({ state: 'hidden' })
  })

  it('saves a support file that holds what was shown, without the name of the planner or of a file', async () => {
    const path = join(tested.userData, 'support.txt')
    tested.answerDialogs({ save: [path] })
    await tested.page.getByRole('button', { name: 'Help', exact: true }).click()
    await tested.page.getByRole('menuitem', { name: 'Save a support file…' }).click()
    const preview = tested.page.getByRole('region', { name: 'What is in the support file' })
    await preview.getByText('started').waitFor()
    const shown = await preview.locator('pre').textContent()
    await tested.page.getByRole('button', { name: 'Save the file…' }).click()
    await expect.poll(() => existsSync(path), patient).toBe(true)
    expect(readFileSync(path, 'utf8')).toBe(shown)
    expect(shown).not.toContain(tested.userData)
    expect(shown).not.toMatch(/rollout-packaged|\.rollout|Packaged School|Willow/)
  })

  it('ends without a word of trouble', async () => {
    expect(await tested.close()).toBe(0)
    expect(tested.said()).not.toMatch(/Uncaught|unhandled|Content Security Policy/i)
  })
})
