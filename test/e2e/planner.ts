import type { Page } from 'playwright-core'

/** What a planner does in the window, by what stands on the screen. */
export function plannerOf(page: Page) {
  const wizard = page.getByRole('dialog')
  const button = (name: string | RegExp) => page.getByRole('button', { name }).first()
  const click = (name: string | RegExp) => button(name).click()
  return {
    wizard,
    button,
    click,
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
      await page.getByText(/^Saved \d/).waitFor()
    },
    /** Takes a file through the import wizard, as it guesses. */
    importFile: async (): Promise<void> => {
      await wizard.getByRole('button', { name: 'Choose a file…' }).click()
      await wizard.getByRole('button', { name: 'Next' }).click()
      await wizard.getByRole('button', { name: 'Next' }).click()
      await wizard.getByRole('button', { name: /^Import \d/ }).click()
      await wizard.waitFor({ state: 'hidden' })
    },
    moveToWave: async (school: string, wave: string): Promise<void> => {
      await page.getByRole('button', { name: `Move ${school} to wave…`, exact: true }).click()
      await page.getByRole('menuitem', { name: wave, exact: true }).click()
      await page.locator(`[role=group][aria-label^="${wave},"]`).getByText(school, { exact: true }).waitFor()
    },
    /** The figures on the tiles of the Overview, by their label. */
    tiles: async (): Promise<Record<string, string>> => {
      const region = page.getByRole('region', { name: 'Status' })
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
