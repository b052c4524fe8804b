import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { launchApp as launch, type LaunchedApp, type LaunchOptions } from '../../tools/launch.ts'
import { inRoot } from '../../tools/project.ts'
import { keepWindows, openWindows } from './open-windows.ts'
import { slowDown } from './slowness.ts'

export type { Dialogs, LaunchOptions } from '../../tools/launch.ts'

export type TestedApp = LaunchedApp & {
  /** Saves what the window shows under out/screenshots/ and answers the file's path. */
  screenshot: (name: string) => Promise<string>
  /** What axe has against the window as it is, one readable line each; none is an empty list. */
  violations: (rules?: readonly string[]) => Promise<string[]>
}

const folder = inRoot('out/screenshots')
const patienceMilliseconds = 60_000

async function screenshot(page: Page, name: string): Promise<string> {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path })
  return path
}

/**
 * Resolves when nothing fades, slides or is written anew any more: what is half transparent has no colors to judge yet,
 * and what is still worked out has no words.
 */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const frame = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => done()))
    const moving = (): Animation[] =>
      document
        .getAnimations()
        .filter(
          ({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().iterations !== Infinity,
        )
    let isWritten = false
    const watch = new MutationObserver(() => (isWritten = true))
    watch.observe(document.body, { childList: true, subtree: true, characterData: true })
    // a dialog begins to fade in some frames after it is there
    for (let quiet = 0; quiet < 6; quiet += 1) {
      await frame()
      if (moving().length === 0 && !isWritten) continue
      await Promise.allSettled(moving().map(({ finished }) => finished))
      isWritten = false
      quiet = 0
    }
    watch.disconnect()
  })

/**
 * What axe finds on a page by all its rules or by those given, one line for each place: the rule, what it asks, where, and
 * what it saw. It is run in the page itself, which has no frames: the driver's own way of running it takes several times
 * as long.
 */
export async function accessibilityViolations(page: Page, rules: readonly string[] = []): Promise<string[]> {
  await settled(page)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const violations = await page.evaluate(async (runOnly) => {
    const inPage = (window as unknown as { axe: Pick<typeof axe, 'run'> }).axe
    const options = runOnly.length === 0 ? {} : { runOnly: [...runOnly] }
    // a message that goes by itself while axe looks is there or gone, not half faded
    const still = new CSSStyleSheet()
    still.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important }')
    document.adoptedStyleSheets.push(still)
    try {
      return (await inPage.run(document, { ...options, resultTypes: ['violations'] })).violations
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== still)
    }
  }, rules)
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => {
      const saw = (node.failureSummary ?? '').replaceAll(/\s+/g, ' ')
      return `${violation.id}: ${violation.help} — ${node.target.join(' ')} — ${saw} — ${node.html.slice(0, 160)}`
    }),
  )
}

/** Starts the built app for a test: in a fresh place, with the answers to its file dialogs, in light or dark. */
export async function launchApp(options: LaunchOptions = {}): Promise<TestedApp> {
  const launched = await launch(options)
  const { page } = launched
  // what a test waits for comes, only not always soon
  page.setDefaultTimeout(patienceMilliseconds)
  openWindows.set(page, { hasTest: false })
  page.once('close', () => openWindows.delete(page))
  await slowDown(launched.app, page)
  return {
    ...launched,
    close: async () => {
      // closed before any test could begin: what was to be done first failed
      if (openWindows.get(page)?.hasTest === false) {
        console.error(`The window before the first test: ${await keepWindows('before the first test')}`)
      }
      openWindows.delete(page)
      await launched.close()
    },
    screenshot: (name) => screenshot(page, name),
    violations: (rules) => accessibilityViolations(page, rules),
  }
}
