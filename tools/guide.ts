import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runPackage } from './command.ts'
import { inRoot, script } from './project.ts'
import { prepareWindowTests, runWindowTests } from './test-e2e.ts'
import { conclude } from './test-run.ts'

const folder = inRoot('docs/guide')
const images = join(folder, 'images')

const named = (): Set<string> => {
  const pages = readdirSync(folder).filter((name) => name.endsWith('.md'))
  const texts = pages.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n')
  return new Set([...texts.matchAll(/\(images\/([\w-]+\.webp)\)/g)].map(([, name = '']) => name))
}

// Goes through the user guide in the real window, step by step, and writes its pictures anew.
await script(async () => {
  await prepareWindowTests()
  // the app is built with the pictures, so one that is not taken yet has an empty place
  for (const name of named()) if (!existsSync(join(images, name))) writeFileSync(join(images, name), '')
  for (const name of readdirSync(images)) if (!named().has(name)) rmSync(join(images, name))
  await runPackage('electron-vite', ['build'])
  const tally = await runWindowTests(['test/e2e/guide'], { ROLLOUT_GUIDE: 'write' })
  const bytes = readdirSync(images).reduce((sum, name) => sum + statSync(join(images, name)).size, 0)
  console.log(`${named().size} pictures, ${Math.ceil(bytes / 1024)} KB together`)
  conclude(tally)
})
