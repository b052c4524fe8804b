import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './command.ts'
import { withLock } from './lock.ts'
import { inCache, inRoot, installedVersion, script } from './project.ts'
import { standinElectron, standinVersion } from './standin/electron.ts'
import { placeSqlite, removeSqlite } from './standin/sqlite.ts'

/** The Electron that runs the app in development: its own binary, or the stand-in (docs/runtime.md). */
export type Runtime = {
  kind: 'electron' | 'stand-in'
  version: string
  executable: string
  /** The folder that the executable lies in, as electron-builder wants it. */
  dist: string
}

const probeMilliseconds = 5000
const answerFile = (): string => inCache('electron-download.json')
const electronFolder = inRoot('node_modules/electron')

/** Electron's own binary, if it has been downloaded. */
function ownElectron(version: string): Runtime | null {
  const pathFile = join(electronFolder, 'path.txt')
  const dist = join(electronFolder, 'dist')
  if (!existsSync(pathFile) || !existsSync(join(dist, 'version'))) return null
  if (readFileSync(join(dist, 'version'), 'utf8').replace(/^v/, '').trim() !== version) return null
  return { kind: 'electron', version, dist, executable: join(dist, readFileSync(pathFile, 'utf8').trim()) }
}

/** Whether the place that Electron downloads from answers soon. */
async function isDownloadReachable(version: string): Promise<boolean> {
  const mirror = process.env['ELECTRON_MIRROR'] ?? 'https://github.com/electron/electron/releases/download/'
  try {
    const signal = AbortSignal.timeout(probeMilliseconds)
    const answer = await fetch(`${mirror}v${version}/electron-v${version}-linux-x64.zip`, { method: 'HEAD', signal })
    return answer.ok
  } catch {
    return false
  }
}

// A machine without the download is not asked to wait for that answer at each start: only "no" is kept, for this version.
const wasUnreachable = (version: string): boolean =>
  existsSync(answerFile()) && readFileSync(answerFile(), 'utf8') === JSON.stringify({ version, reachable: false })

const rememberUnreachable = (version: string): void =>
  writeFileSync(answerFile(), JSON.stringify({ version, reachable: false }))

async function downloadElectron(version: string): Promise<Runtime> {
  console.log(`Downloading Electron ${version} (once)…`)
  try {
    await run(process.execPath, [join(electronFolder, 'install.js')])
  } catch {
    throw new Error(
      `Electron ${version} could not be downloaded. Check the connection (docs/runtime.md), then start again.`,
    )
  }
  const runtime = ownElectron(version)
  if (runtime === null)
    throw new Error('Electron was downloaded but is not whole. Delete node_modules/electron, run "npm ci".')
  return runtime
}

async function standin(): Promise<Runtime> {
  const dist = await standinElectron()
  await placeSqlite()
  return { kind: 'stand-in', version: standinVersion, dist, executable: join(dist, 'electron') }
}

const canStandIn = process.platform === 'linux' && process.arch === 'x64'

async function choose(version: string): Promise<Runtime> {
  const wish = process.env['ROLLOUT_RUNTIME']
  if (wish === 'stand-in') {
    if (!canStandIn) throw new Error('The stand-in runs on Linux x64 only. Start without ROLLOUT_RUNTIME.')
    return standin()
  }
  const own = ownElectron(version)
  if (own) return own
  if (!canStandIn || wish === 'electron') return downloadElectron(version)
  if (wasUnreachable(version)) return standin()
  if (await isDownloadReachable(version)) {
    const downloaded = await downloadElectron(version).catch(() => null)
    if (downloaded) return downloaded
  }
  rememberUnreachable(version)
  return standin()
}

async function prepare(): Promise<Runtime> {
  const version = installedVersion('electron')
  const runtime = await withLock('runtime', () => choose(version))
  if (runtime.kind === 'electron') removeSqlite()
  return runtime
}

let prepared: Promise<Runtime> | undefined

/** Answers an Electron that is ready to run, and makes it so first where that is needed. May be called at any time. */
export function prepareRuntime(): Promise<Runtime> {
  prepared ??= prepare()
  return prepared
}

/** Which runtime runs, in one line. */
export const describeRuntime = (runtime: Runtime): string =>
  runtime.kind === 'electron'
    ? `Runtime: Electron ${runtime.version}.`
    : `Runtime: Electron ${runtime.version}, standing in for ${installedVersion('electron')} (docs/runtime.md).`

if (import.meta.main) {
  await script(async () => {
    // asked for by name, it looks at the network again
    rmSync(answerFile(), { force: true })
    console.log(describeRuntime(await prepareRuntime()))
  })
}
