import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { blocksOf } from '../../renderer/app/guide/markdown'
import { inRoot } from '../../tools/project.ts'
import { settled, type TestedApp } from './harness.ts'

const folder = inRoot('out/guide')
const kept = inRoot('docs/guide/images')

/** The pictures of the guide are written anew only when that is asked for: "npm run guide". */
const isKeeping = process.env['ROLLOUT_GUIDE'] === 'write'

// the window as the app is laid out for
const size = { width: 1280, height: 800 }

export const setGuideSize = async ({ app }: TestedApp): Promise<void> => {
  await app.evaluate(
    ({ BrowserWindow }, [width, height]) => BrowserWindow.getAllWindows()[0]?.setContentSize(width ?? 0, height ?? 0),
    [size.width, size.height],
  )
}

/** The page itself makes the picture small: a browser writes WebP, and the driver does not. */
async function asWebp(page: Page, png: Buffer): Promise<Buffer> {
  const address = await page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.codePointAt(0) ?? 0)
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 })
    return new Promise<string>((done) => {
      const reader = new FileReader()
      reader.addEventListener('load', () => done(reader.result as string))
      reader.readAsDataURL(blob)
    })
  }, png.toString('base64'))
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')
}

/** One page of the guide while it is gone through: what it says, and the pictures it shows. */
export function guidePage(file: string, tested: () => TestedApp) {
  const text = readFileSync(inRoot('docs/guide', file), 'utf8')
  const taken: string[] = []
  return {
    /** All that it says, without its marks, in one line. What is asserted of the window is what a reader is told. */
    words: text.replaceAll(/\*\*|`/g, '').replaceAll(/\s+/g, ' '),
    /** The pictures that it shows, in their order. */
    shown: blocksOf(text).flatMap((block) => (block.kind === 'image' ? [block.file] : [])),
    /** The pictures that were taken for it so far. */
    taken,
    /** Takes a picture under the name that the page has for it: of the screen, which a reader sees larger than the window. */
    picture: async (name: string, part?: Locator | 'window'): Promise<void> => {
      const { page } = tested()
      const whole = part === 'window' ? page : (part ?? page.getByRole('main'))
      // no message of the step before, no tip under the pointer, nothing half faded in
      for (const message of await page.getByRole('button', { name: 'Put this message away' }).all()) {
        await message.click({ timeout: 1000 }).catch(() => undefined)
      }
      await page.mouse.move(640, 2)
      await settled(page)
      const png = await whole.screenshot({ animations: 'disabled' })
      mkdirSync(folder, { recursive: true })
      const path = join(folder, `${name}.webp`)
      writeFileSync(path, await asWebp(page, png))
      if (isKeeping) copyFileSync(path, join(kept, `${name}.webp`))
      taken.push(`images/${name}.webp`)
    },
  }
}
