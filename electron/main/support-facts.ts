import { readdir, stat } from 'node:fs/promises'
import { arch, platform, release, totalmem } from 'node:os'
import { app } from 'electron'
import type { AppLog } from './app-log'
import { supportText } from './support-text'

export type SupportSources = {
  readonly log: AppLog
  readonly colorScheme: () => string
  readonly recentCount: () => number
  readonly openPath: () => string | null
}

async function crashCount(): Promise<number> {
  const files = await readdir(app.getPath('crashDumps'), { recursive: true }).catch(() => [])
  return files.filter((name) => name.endsWith('.dmp')).length
}

async function bytesOf(path: string | null): Promise<number | null> {
  if (path === null) return null
  return stat(path).then(
    ({ size }) => size,
    () => null,
  )
}

/** Gathers what a support file tells, as it is now. */
export async function makeSupportText(sources: SupportSources): Promise<string> {
  return supportText({
    at: new Date().toISOString(),
    version: app.getVersion(),
    electron: process.versions.electron ?? '',
    chrome: process.versions.chrome ?? '',
    node: process.versions.node,
    system: `${platform()} ${arch()} ${release()}`,
    memoryMegabytes: Math.round(totalmem() / 2 ** 20),
    language: app.getLocale(),
    colorScheme: sources.colorScheme(),
    workbookBytes: await bytesOf(sources.openPath()),
    recentCount: sources.recentCount(),
    crashCount: await crashCount(),
    log: sources.log.read(),
  })
}
