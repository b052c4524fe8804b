import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { guidePages, titleOf } from '../../renderer/app/guide/pages'
import { launchApp, type TestedApp } from './harness.ts'
import { plannerOf, type Planner } from './planner.ts'

let tested: TestedApp
let planner: Planner
beforeAll(async () => {
  tested = await launchApp()
  planner = plannerOf(tested.page)
  await planner.click('Open the sample district')
})
afterAll(() => tested.close())

describe('the guide in the app', () => {
  const dialog = (): Locator => tested.page.getByRole('dialog', { name: 'User guide' })
  const contents = (): Locator => dialog().getByRole('navigation', { name: 'Pages of the guide' })
  const article = (): Locator => dialog().getByRole('article')
  const title = (words: string): Locator => article().getByRole('heading', { level: 3, name: words, exact: true })
  /** How many pictures the page has, all of them loaded. */
  const loaded = (): Promise<number> =>
    article()
      .locator('img')
      .evaluateAll(async (all) => {
        const images = all as HTMLImageElement[]
        await Promise.all(images.map((image) => image.decode()))
        return images.filter(({ naturalWidth, alt }) => naturalWidth > 300 && alt.length > 10).length
      })

  it('opens from Help at the page about the screen, and shows every page with its pictures', async () => {
    await planner.goTo('Money')
    await planner.click('Help')
    await tested.page.getByRole('menuitem', { name: 'User guide' }).click()
    await title('People and money').waitFor()
    for (const page of guidePages) {
      await contents()
        .getByRole('button', { name: titleOf(page), exact: true })
        .click()
      await title(titleOf(page)).waitFor()
      const pictures = page.text.match(/^!\[/gm)?.length ?? 0
      expect({ file: page.file, pictures: await loaded() }).toEqual({ file: page.file, pictures })
    }
    expect(await tested.violations()).toEqual([])
  })

  it('is read with the keyboard: a link leads on, and the title has the focus there', async () => {
    await contents().getByRole('button', { name: 'Where to begin' }).click()
    await article().getByRole('link', { name: 'If we…' }).focus()
    await tested.page.keyboard.press('Enter')
    await expect.poll(() => title('If we…').evaluate((heading) => heading === document.activeElement)).toBe(true)
    expect(await tested.violations()).toEqual([])
    await article().getByRole('link', { name: 'The model card' }).click()
    await tested.page.getByRole('dialog', { name: 'How the forecast works' }).waitFor()
    await tested.page.keyboard.press('Escape')
    await tested.page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(await tested.problems()).toEqual([])
  })
})
