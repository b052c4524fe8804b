import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchApp } from './launch.ts'
import { inRoot } from './project.ts'

// Where the main job is done: what a planner reads on the screen, in the order of the walk.
const words = {
  openSample: { role: 'button', name: /open the sample district/i },
  overview: { role: 'heading', name: /overview/i },
  whatIf: { role: 'link', name: /if we/i },
  oneCoachFewer: { role: 'button', name: /one coach fewer/i },
  reports: { role: 'link', name: /reports/i },
  exportPdf: { role: 'button', name: /report as pdf/i },
  exportExcel: { role: 'button', name: /report to excel/i },
} as const

const folder = inRoot('out/tour')
const reportFiles = ['pdf', 'xlsx'].map((ending) => join(folder, `board-report.${ending}`))

const find = (page: Page, what: keyof typeof words) =>
  page.getByRole(words[what].role, { name: words[what].name }).first()

/** The screen as it is, in light and in dark. */
async function picture(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) })
  }
  await page.emulateMedia({ colorScheme: null })
}

const steps: { name: string; go: (page: Page) => Promise<void> }[] = [
  { name: '1-home', go: (page) => find(page, 'openSample').waitFor() },
  {
    name: '2-overview',
    go: async (page) => {
      await find(page, 'openSample').click()
      await find(page, 'overview').waitFor()
    },
  },
  {
    name: '3-if-we',
    go: async (page) => {
      await find(page, 'whatIf').click()
      await find(page, 'oneCoachFewer').click()
    },
  },
  {
    name: '4-reports',
    go: async (page) => {
      await find(page, 'reports').click()
      await find(page, 'exportPdf').click()
      await page.getByText('The report was written as a PDF.').first().waitFor()
      await find(page, 'exportExcel').click()
      await page.getByText('The report was written to an Excel workbook.').first().waitFor()
    },
  },
]

const list = (): string =>
  readdirSync(folder)
    .toSorted()
    .map((file) => `  ${file} (${Math.ceil(statSync(join(folder, file)).size / 1024)} KB)`)
    .join('\n')

/** Does the main job on the sample district in the real app, and leaves pictures and the report in out/tour/. */
export async function tour(): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const { page, problems, close } = await launchApp({ dialogs: { save: [...reportFiles] } })
  try {
    for (const { name, go } of steps) {
      try {
        await go(page)
      } finally {
        await picture(page, name)
      }
      console.log(`  ${name}: done`)
    }
    const said = await problems()
    if (said.length > 0) throw new Error(`The window reported errors:\n  ${said.join('\n  ')}`)
    if (!reportFiles.every(existsSync)) throw new Error('The board report was not written.')
  } finally {
    await close()
    console.log(`In ${folder}:\n${list()}`)
  }
}
