import type { Page } from 'playwright-core'

type Timed = { began: number }

/** Elements of a selector of which one shows a text. */
export type Shown = { readonly css: string; readonly text: string }

/** Milliseconds from now until the frame after the one in which one of the elements shows the text. */
export async function untilPainted(page: Page, act: () => Promise<unknown>, shown: Shown): Promise<number> {
  await page.evaluate(() => Object.assign(window, { began: performance.now() } satisfies Timed))
  await act()
  return page.evaluate(
    ({ css, text }) =>
      new Promise<number>((settle) => {
        const { began } = window as unknown as Timed
        const look = (): void => {
          const isShown = [...document.querySelectorAll(css)].some((element) => element.textContent?.includes(text))
          if (!isShown) requestAnimationFrame(look)
          else requestAnimationFrame(() => settle(performance.now() - began))
        }
        look()
      }),
    shown,
  )
}
