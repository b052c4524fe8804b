import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { inRoot } from '../../tools/project.ts'

/** The windows that the tests of this worker have open now, and whether a test has begun since. */
export const openWindows = new Map<Page, { hasTest: boolean }>()

const folder = inRoot('out/failed')
// the window may be what hangs
const patience = { timeout: 5000 }

/** Where the planner is in the window, in one line: title, dialogs, what is told, and what has the focus. */
async function whereabouts(page: Page): Promise<string> {
  return page.evaluate(() => {
    const words = (element: Element | null): string =>
      (element?.getAttribute('aria-label') ?? element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, 80)
    const all = (kind: string, selector: string): string[] =>
      [...document.querySelectorAll(selector)].flatMap((element) =>
        words(element) ? [`${kind} “${words(element)}”`] : [],
      )
    const focus = document.activeElement === document.body ? null : document.activeElement
    return [
      ...all('title', 'h1'),
      ...all('tab', '[role=tab][aria-selected=true]'),
      ...all('dialog', '[role=dialog]'),
      ...all('alert', '[role=alert]'),
      ...all('status', 'footer [role=status]'),
      focus ? `focus on ${focus.tagName.toLowerCase()} “${words(focus)}”` : 'no focus',
    ].join(' · ')
  })
}

const late = <T>(milliseconds: number, instead: T): Promise<T> =>
  new Promise((done) => setTimeout(() => done(instead), milliseconds))

/**
 * Keeps a picture and the text of every open window under out/failed/, by the name of what failed. Answers in one line
 * what they showed.
 */
export async function keepWindows(name: string): Promise<string> {
  mkdirSync(folder, { recursive: true })
  const lines: string[] = []
  for (const [at, page] of [...openWindows.keys()].entries()) {
    const path = join(folder, `${name.replaceAll(/[^\w]+/g, '-').slice(0, 120)}${at === 0 ? '' : `-${at + 1}`}`)
    await page.screenshot({ path: `${path}.png`, ...patience }).catch(() => undefined)
    const read = async (): Promise<string> => {
      writeFileSync(`${path}.txt`, await page.evaluate(() => document.body.innerText))
      return whereabouts(page)
    }
    lines.push(await Promise.race([read().catch(String), late(patience.timeout, 'the window does not answer')]))
  }
  return lines.join(' | ')
}
