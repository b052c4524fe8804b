import { readFileSync } from 'node:fs'
import { inRoot, script } from './project.ts'

// "npm ci" refuses a lock that lacks an optional package of another platform, and npm leaves one out without a word
// where the registry does not serve it. A lock must also not carry the address of the registry that made it.
type Entry = {
  version?: string
  resolved?: string
  integrity?: string
  link?: boolean
  inBundle?: boolean
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}
export type Lock = { lockfileVersion?: number; packages: Record<string, Entry> }

/** Where Node would look for a package that is asked for from a place in node_modules, nearest first. */
function placesFor(from: string, name: string): string[] {
  const names = from === '' ? [] : from.split('/node_modules/')
  const nested = names.map((_, at) => [...names.slice(0, names.length - at), name].join('/node_modules/'))
  return [...nested, `node_modules/${name}`]
}

function entryProblems(at: string, entry: Entry, packages: Lock['packages']): string[] {
  const where = at === '' ? 'the project' : at
  const problems: string[] = []
  if (entry.resolved !== undefined && !entry.link) problems.push(`${where}: holds the address ${entry.resolved}`)
  if (at !== '' && !entry.integrity && !entry.link && !entry.inBundle) problems.push(`${where}: has no integrity`)
  const wanted = { ...entry.dependencies, ...entry.optionalDependencies, ...(at === '' ? entry.devDependencies : {}) }
  for (const name of Object.keys(wanted)) {
    if (!placesFor(at, name).some((place) => packages[place])) problems.push(`${where}: ${name} is missing`)
  }
  return problems
}

const isExact = (version: string): boolean => /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)

/** What is wrong with a lock file, one sentence each. */
export function lockProblems(lock: Lock): string[] {
  const top = lock.packages['']
  if (lock.lockfileVersion !== 3 || !top) return ['the lock is not of version 3']
  const pinned = Object.entries({ ...top.dependencies, ...top.devDependencies })
  return [
    ...pinned.filter(([, version]) => !isExact(version)).map(([name, version]) => `${name}: "${version}" is not exact`),
    ...Object.entries(lock.packages).flatMap(([at, entry]) => entryProblems(at, entry, lock.packages)),
  ]
}

/** Checks the project's lock, the stand-in's and the peer's; throws a sentence that lists what is wrong. */
export function checkLocks(): void {
  const problems = ['package-lock.json', 'tools/standin/package-lock.json', 'tools/peer/package-lock.json'].flatMap(
    (file) => {
      const lock = JSON.parse(readFileSync(inRoot(file), 'utf8')) as Lock
      return lockProblems(lock).map((problem) => `  ${file}: ${problem}`)
    },
  )
  if (problems.length > 0) throw new Error(`The lock files are not right:\n${problems.join('\n')}`)
  console.log('The lock files are right: versions exact, nothing missing, no addresses.')
}

if (import.meta.main) await script(async () => checkLocks())
