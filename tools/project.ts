import { mkdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** The top folder of the project, wherever the script was started from. */
export const root = resolve(import.meta.dirname, '..')

/** What the tools make and may be deleted at any time. */
export const cache = resolve(root, '.cache')

/** A path inside the project. */
export const inRoot = (...parts: string[]): string => resolve(root, ...parts)

/** A path inside the cache, whose folder exists afterwards. */
export function inCache(...parts: string[]): string {
  mkdirSync(cache, { recursive: true })
  return resolve(cache, ...parts)
}

/** The version that is pinned for a package in node_modules. */
export function installedVersion(name: string): string {
  const manifest: unknown = JSON.parse(readFileSync(inRoot('node_modules', name, 'package.json'), 'utf8'))
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version)
  throw new Error(`The package ${name} is not installed whole. Run "npm ci" again.`)
}

/** Runs a script's body; what goes wrong is told in one sentence and ends it with status 1. */
export async function script(body: () => Promise<void>): Promise<void> {
  try {
    await body()
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}
