import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { launchApp } from '../../tools/launch.ts'
import { memoryByKind } from './process-tree.ts'
import type { Region } from './large/region.ts'
import { bundle } from './model/bundle.ts'
import { untilPainted } from './painted.ts'

const sizes = [10, 1000]
const edits = 9
const longMilliseconds = 120_000

/** Milliseconds, and megabytes of each kind of process. */
type Figures = {
  readonly openMs: number
  readonly forecastMs: number
  readonly sheetMs: number
  readonly commitMs: number
  readonly exportMs: number
  readonly megabytes: ReadonlyMap<string, number>
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** From the key that closes a cell to the frame that shows it, which is after it was saved. */
async function commitOnce(page: Page, round: number): Promise<number> {
  const value = `Edited ${round}`
  const cell = page.getByRole('grid').getByRole('row').nth(1).getByRole('gridcell').first()
  await cell.click()
  await page.keyboard.type(value)
  return untilPainted(page, () => page.keyboard.press('Enter'), { css: '[role=gridcell]', text: value })
}

async function measure(path: string, exported: string): Promise<Figures> {
  const began = performance.now()
  const { app, page, close } = await launchApp({ args: [path], dialogs: { save: [exported] } })
  page.setDefaultTimeout(longMilliseconds)
  try {
    const navigation = page.getByRole('navigation')
    await navigation.waitFor()
    const openMs = performance.now() - began
    const sheet = { css: '[role=gridcell]', text: 'School 1' }
    const link = navigation.getByRole('link', { name: 'Schools and waves' })
    const sheetMs = await untilPainted(page, () => link.click(), sheet)
    await navigation.getByRole('link', { name: 'Overview' }).click()
    await page.getByRole('region', { name: 'Status' }).waitFor()
    const forecastMs = performance.now() - began - openMs
    await link.click()
    const commits: number[] = []
    for (let round = 0; round < edits; round++) commits.push(await commitOnce(page, round))
    const megabytes = memoryByKind(app.process().pid ?? 0)
    const exportMs = await exportOnce(page, exported)
    return { openMs, forecastMs, sheetMs, commitMs: median(commits), exportMs, megabytes }
  } finally {
    await close()
  }
}

/** From the command to the file: it appears under its name once it is whole. */
async function exportOnce(page: Page, path: string): Promise<number> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Export all tables')
  const began = performance.now()
  await page.keyboard.press('Enter')
  while (!existsSync(path)) {
    if (performance.now() - began > longMilliseconds) throw new Error('The tables were not written in time.')
    await wait(20)
  }
  return performance.now() - began
}

const ms = (value: number): string => `${value.toFixed(0)} ms`

function describe({ schools, staff, rows }: Region, figures: Figures): string[] {
  const held = [...figures.megabytes].map(([kind, megabytes]) => `${kind} ${megabytes.toFixed(0)} MB`)
  return [
    `${schools} schools, ${staff.toLocaleString('en-US')} staff, ${rows.toLocaleString('en-US')} rows:`,
    `  open ${ms(figures.openMs)} after the start of the app; its sheet of schools painted ${ms(figures.sheetMs)} after the click`,
    `  forecast on the Overview ${ms(figures.forecastMs)} after it was open, a look at that sheet included`,
    `  one edit: from Enter to saved and painted ${ms(figures.commitMs)} (median of ${edits})`,
    `  every table written to Excel in ${ms(figures.exportMs)}`,
    `  memory: ${held.join(', ')}`,
  ]
}

const total = ({ megabytes }: Figures): number => [...megabytes.values()].reduce((sum, each) => sum + each, 0)

function growth(small: Figures, large: Figures, rows: number): string {
  const ratio = (of: (figures: Figures) => number): string => (of(large) / of(small)).toFixed(1)
  return [
    `${rows.toFixed(0)} times the rows take: open ${ratio((f) => f.openMs)} times`,
    `forecast ${ratio((f) => f.forecastMs)}, sheet ${ratio((f) => f.sheetMs)}, edit ${ratio((f) => f.commitMs)}`,
    `export ${ratio((f) => f.exportMs)}, memory ${ratio(total)} times as much`,
  ].join(', ')
}

/** A region's workbook of about 1,000 and of about 100,000 rows in the real window: open, forecast, edit, export, memory. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rollout-large-'))
  const { region } = await bundle('large-bench', { region: 'test/bench/large/region.ts' })
  const { makeRegion } = (await import(region)) as typeof import('./large/region')
  const all: { readonly region: Region; readonly figures: Figures }[] = []
  try {
    for (const schools of sizes) {
      const path = join(folder, `region-${schools}.rollout`)
      const made = makeRegion(path, schools)
      const figures = await measure(path, join(folder, `region-${schools}.xlsx`))
      for (const line of describe(made, figures)) console.log(line)
      all.push({ region: made, figures })
    }
    const [small, large] = all
    if (small && large) console.log(growth(small.figures, large.figures, large.region.rows / small.region.rows))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
