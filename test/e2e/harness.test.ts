import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type TestedApp } from './harness.ts'

// The other tests in the real window assert that nothing was found; this one that something would be.
describe('the harness', () => {
  let tested: TestedApp
  beforeAll(async () => {
    tested = await launchApp()
  })
  afterAll(() => tested.close())

  it('finds a picture without words that was put into the window', async () => {
    await tested.page.evaluate(() => {
      document.body.append(document.createElement('img'))
    })
    expect(await tested.violations()).toContainEqual(expect.stringMatching(/^image-alt: .* — img — /))
  })

  it('hears an error on the console and an uncaught one', async () => {
    await tested.page.evaluate(() => {
      console.error('planted on the console')
      setTimeout(() => {
        throw new Error('planted in the page')
      })
    })
    await expect.poll(() => tested.problems()).toContain('console: planted on the console')
    await expect.poll(() => tested.problems()).toContain('page: planted in the page')
  })

  it('saves what the window shows', async () => {
    expect(existsSync(await tested.screenshot('harness'))).toBe(true)
  })
})
