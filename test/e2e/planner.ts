import type { Page } from 'playwright-core'

/** What a planner does in the window, by what stands on the screen. */
export function plannerOf(page: Page) {
  const wizard = page.getByRole('dialog')
  /** The column of a wave on the board of waves. */
  const wave = (name: string) => page.locator(`[role=group][aria-label^="${name},"]`)
  const button = (name: string | RegExp) => page.getByRole('button', { name }).first()
  const click = (name: string | RegExp) => button(name).click()
  /** Until the file holds all that was done. An act that goes on to ask before it is saved is waited for by what it shows. */
  const saved = (): Promise<void> =>
    page
      .locator('footer')
      .getByRole('status')
      .getByText(/^Saved/)
      .waitFor()
  /** What Undo and Redo would do now. */
  const undoButton = page.getByRole('button', { name: /^(Undo: |Nothing to undo)/ }).first()
  return {
    wizard,
    wave,
    button,
    click,
    saved,
    /** Takes back one act after the other by what `undo` does, until there is nothing to undo. */
    undoAll: async (undo: () => Promise<void>): Promise<void> => {
      await saved()
      for (let step = 0; (await undoButton.getAttribute('aria-label')) !== 'Nothing to undo'; step += 1) {
        if (step === 200) throw new Error('After 200 steps there is still something to undo.')
        await undo()
        await saved()
      }
    },
    /** Searches for a command by its words and chooses it from the list. */
    command: async (words: string): Promise<void> => {
      await page.keyboard.press('Control+k')
      await page.keyboard.type(words)
      const box = page.getByRole('dialog', { name: 'Search and commands' })
      await box
        .getByRole('button', { name: words })
        .or(box.getByRole('option', { name: words }))
        .first()
        .click()
    },
    goTo: async (screen: string): Promise<void> => {
      await page.getByRole('navigation').getByRole('link', { name: screen }).click()
      await page.getByRole('heading', { level: 1, name: screen }).waitFor()
    },
    tab: (name: string) => page.getByRole('tab', { name }).click(),
    grid: (name: string) => page.getByRole('grid', { name, exact: true }),
    /** Types a new row into the sheet whose button is named, cell by cell; an empty text leaves a cell as it is. */
    typeRow: async (button: string, cells: readonly string[]): Promise<void> => {
      await page.getByRole('button', { name: button, exact: true }).click()
      for (const [at, cell] of cells.entries()) {
        if (cell !== '') await page.keyboard.type(cell)
        await page.keyboard.press(at === cells.length - 1 ? 'Enter' : 'Tab')
      }
      await saved()
    },
    /** Takes a file through the import wizard, as it guesses. */
    importFile: async (): Promise<void> => {
      await wizard.getByRole('button', { name: 'Choose a file…' }).click()
      await wizard.getByRole('button', { name: 'Next' }).click()
      await wizard.getByRole('button', { name: 'Next' }).click()
      await wizard.getByRole('button', { name: /^Import \d/ }).click()
      await wizard.waitFor({ state: 'hidden' })
    },
    moveToWave: async (school: string, to: string): Promise<void> => {
      await page.getByRole('button', { name: `Move ${school} to wave…`, exact: true }).click()
      await page.getByRole('menuitem', { name: to, exact: true }).click()
      await wave(to).getByText(school, { exact: true }).waitFor()
    },
    /** The figures on the tiles of the Overview, by their label, once they are those of the plan as it is saved. */
    tiles: async (): Promise<Record<string, string>> => {
      await saved()
      const region = page.locator('section[aria-label=Status][aria-busy=false]')
      await region.waitFor()
      const all = await region.getByRole('button').allInnerTexts()
      // the small buttons that explain a figure show a sign and no words
      const texts = all.filter((text) => text.trim() !== '')
      return Object.fromEntries(
        texts.map((text) => {
          const lines = text.split('\n').filter((line) => line.trim() !== '')
          return [lines[0] ?? '', lines[1] ?? '']
        }),
      )
    },
  }
}

export type Planner = ReturnType<typeof plannerOf>
