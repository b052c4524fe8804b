import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { plannerOf } from './planner.ts'

/** What a planner does with the keyboard alone; nothing here clicks or focuses by program. */
export function typistOf(page: Page) {
  const press = (key: string): Promise<void> => page.keyboard.press(key)
  const type = (text: string): Promise<void> => page.keyboard.type(text)
  const { saved } = plannerOf(page)
  const focusedName = (): Promise<string> =>
    page.evaluate(() => {
      const at = document.activeElement
      const label =
        at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? (at.labels?.[0]?.textContent ?? '') : ''
      return at?.getAttribute('aria-label') ?? (label === '' ? (at?.textContent ?? '') : label)
    })
  /** Tab by Tab to what has this name. */
  const tabTo = async (name: string | RegExp): Promise<void> => {
    const passed: string[] = []
    for (let step = 0; step < 120; step++) {
      await press('Tab')
      const found = (await focusedName()).trim()
      if (typeof name === 'string' ? found === name : name.test(found)) return
      passed.push(found.slice(0, 30))
    }
    throw new Error(`Tab does not lead to "${String(name)}", but to: ${passed.join(' · ')}`)
  }
  const screen = async (keys: string, title: string): Promise<void> => {
    await press(keys)
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    // the title takes the focus, from where Tab goes on
    await expect.poll(focusedName).toBe(title)
  }
  return {
    press,
    type,
    tabTo,
    screen,
    /** Until a dialog is there and has the focus, so that what is typed next gets into it. */
    dialog: (): Promise<void> => page.getByRole('dialog').locator(':focus').waitFor({ state: 'attached' }),
    /** From the tab that is open to another one of the screen, by arrows, which go round. */
    tab: async (open: string, wanted: string): Promise<void> => {
      await tabTo(open)
      for (let step = 0; step < 12 && (await focusedName()).trim() !== wanted; step++) await press('ArrowRight')
      expect((await focusedName()).trim()).toBe(wanted)
    },
    /** A new row of the sheet whose button has this name, cell by cell; an empty text leaves a cell as it is. */
    addRow: async (button: string, cells: readonly string[]): Promise<void> => {
      await tabTo(button)
      await press('Enter')
      for (const [at, cell] of cells.entries()) {
        if (cell !== '') await type(cell)
        await press(at === cells.length - 1 ? 'Enter' : 'Tab')
      }
      await saved()
    },
  }
}

export type Typist = ReturnType<typeof typistOf>
