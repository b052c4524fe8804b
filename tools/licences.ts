import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { programOf } from './command.ts'
import { importsOf, packageOf } from './imports.ts'
import { inRoot, root, script } from './project.ts'

// What may be part of the product, and what more may help to build it without being part of it.
const shippable = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'Unlicense', 'BlueOak-1.0.0']
const forProduct = new Set([...shippable, 'Python-2.0'])
const forDevelopment = new Set([...forProduct, 'MPL-2.0'])

// Licences outside of the lists that were read and found harmless for the package that has them.
const exceptions: Record<string, { licence: string; why: string }> = {
  pako: { licence: 'Zlib', why: 'permissive; the part of pako that was ported from zlib keeps its terms' },
  'caniuse-lite': { licence: 'CC-BY-4.0', why: 'data for build tools' },
  'spdx-exceptions': { licence: 'CC-BY-3.0', why: 'a list of names for build tools' },
  'spdx-ranges': { licence: 'CC-BY-3.0', why: 'a list of names for build tools' },
  'spdx-license-ids': { licence: 'CC0-1.0', why: 'a list of names for build tools' },
  'truncate-utf8-bytes': { licence: 'WTFPL', why: 'a build tool for file names' },
}

export type Package = { name: string; version: string; licence: string; isShipped: boolean }

/** Whether an SPDX expression can be met by a set of licences: one side of OR, all sides of AND. */
export function isMet(expression: string, allowed: ReadonlySet<string>): boolean {
  // a star marks a licence that was recognised from the text of a file
  const tokens = expression.replaceAll('*', '').match(/[()]|[^\s()]+/g) ?? []
  let at = 0
  const single = (): boolean => {
    const token = tokens[at++]
    if (token !== '(') return token !== undefined && allowed.has(token)
    const inner = either()
    at++
    return inner
  }
  const all = (): boolean => {
    let isFine = single()
    for (; tokens[at] === 'AND';) {
      at++
      isFine = single() && isFine
    }
    return isFine
  }
  const either = (): boolean => {
    let isFine = all()
    for (; tokens[at] === 'OR';) {
      at++
      isFine = all() || isFine
    }
    return isFine
  }
  return either()
}

/** A sentence for each package whose licence is not allowed for what it is used for. */
export function licenceProblems(packages: readonly Package[]): string[] {
  return packages
    .filter(({ name, licence, isShipped }) => {
      const allowed = isShipped ? forProduct : forDevelopment
      const own = exceptions[name]?.licence
      return !isMet(licence, own === undefined ? allowed : new Set([...allowed, own]))
    })
    .map(({ name, version, licence, isShipped }) => {
      const use = isShipped ? 'is part of the product' : 'helps to build it'
      return `${name} ${version} ${use} and has the licence ${licence}`
    })
}

type Manifest = {
  version?: string
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

function folderOf(name: string, from: string): string | null {
  const folder = join(from, 'node_modules', name)
  if (existsSync(join(folder, 'package.json'))) return folder
  return from === root || dirname(from) === from ? null : folderOf(name, dirname(from))
}

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest

/** Packages that the product's own sources name, and those that are installed beside the built app. */
function shippedRoots(): string[] {
  const files = globSync('{shared,electron,renderer}/**/*.{ts,tsx}', { cwd: root })
  const named = files.flatMap((file) => importsOf(file, readFileSync(inRoot(file), 'utf8')))
  const bare = named.flatMap(({ specifier }) =>
    specifier === null || /^(\.|node:|@shared\/)/.test(specifier) ? [] : specifier,
  )
  return [...new Set([...bare.map(packageOf), ...Object.keys(manifestOf(root).dependencies ?? {})])]
}

/**
 * The folders of all packages that can become part of the product: almost everything is bundled, so being a
 * devDependency says nothing; whatever the sources reach does. It may name too many, never too few.
 */
export function shippedFolders(): Set<string> {
  const folders = new Set<string>()
  const open = shippedRoots().map((name) => ({ name, from: root }))
  for (let next = open.pop(); next; next = open.pop()) {
    const folder = folderOf(next.name, next.from)
    if (folder === null || folders.has(folder)) continue
    folders.add(folder)
    const { dependencies, optionalDependencies } = manifestOf(folder)
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) open.push({ name, from: folder })
  }
  return folders
}

type Listed = { licenses: string | string[]; path: string }

/** Every installed package with its licence, and whether it ships. */
export function installedPackages(): Package[] {
  const args = [programOf('license-checker-rseidelsohn'), '--json', '--excludePrivatePackages', '--start', root]
  const said = execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  const shipped = shippedFolders()
  return Object.entries(JSON.parse(said) as Record<string, Listed>).map(([key, { licenses, path }]) => {
    const at = key.lastIndexOf('@')
    const licence = Array.isArray(licenses) ? licenses.join(' AND ') : licenses
    return { name: key.slice(0, at), version: key.slice(at + 1), licence, isShipped: shipped.has(path) }
  })
}

/** Checks every installed package; throws a sentence that lists what is not allowed. */
export function checkLicences(): void {
  const packages = installedPackages()
  const problems = licenceProblems(packages)
  if (problems.length > 0) throw new Error(`Licences that are not allowed:\n  ${problems.join('\n  ')}`)
  const shipped = packages.filter(({ isShipped }) => isShipped).length
  console.log(
    `Licences are fine: ${shipped} packages can be part of the product, ${packages.length - shipped} help to build it.`,
  )
}

if (import.meta.main) await script(async () => checkLicences())
