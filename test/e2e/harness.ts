import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { launchApp as launch, type LaunchedApp, type LaunchOptions } from '../../tools/launch.ts'
import { inRoot } from '../../tools/project.ts'

export type { Dialogs, LaunchOptions } from '../../tools/launch.ts'

export type TestedApp = LaunchedApp & {
  /** Saves what the window shows under out/screenshots/ and answers the file's path. */
  screenshot: (name: string) => Promise<string>
  /** What axe has against the window as it is, one readable line each; none is an empty list. */
  violations: (rules?: readonly string[]) => Promise<string[]>
}

const folder = inRoot('out/screenshots')

async function screenshot(page: Page, name: string): Promise<string> {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path })
  return path
}

/** What axe finds on a page by all its rules or by those given, one line for each place: the rule, what it asks, where, and what it saw. */
export async function accessibilityViolations(page: Page, rules: readonly string[] = []): Promise<string[]> {
  // without legacy mode axe wants to open a page of its own, which Electron does not do
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  const found = await (rules.length === 0 ? axe : axe.withRules([...rules])).analyze()
  return found.violations.flatMap((violation) =>
    violation.nodes.map((node) => {
      const saw = (node.failureSummary ?? '').replaceAll(/\s+/g, ' ')
      return `${violation.id}: ${violation.help} — ${node.target.join(' ')} — ${saw} — ${node.html.slice(0, 160)}`
    }),
  )
}

/** Starts the built app for a test: in a fresh place, with the answers to its file dialogs, in light or dark. */
export async function launchApp(options: LaunchOptions = {}): Promise<TestedApp> {
  const launched = await launch(options)
  return {
    ...launched,
    screenshot: (name) => screenshot(launched.page, name),
    violations: (rules) => accessibilityViolations(launched.page, rules),
  }
}
