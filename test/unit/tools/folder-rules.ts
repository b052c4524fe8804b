import { globSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { posix } from 'node:path'
import { importsOf, packageOf, type FoundImport } from '../../../tools/imports.ts'

/**
 * The table "Folders" of docs/architecture.md as data: what lives in a folder may import its own folder, the folders
 * named here and the packages named here, and nothing else. A star stands for one folder name, "node:" for all of
 * Node's modules.
 */
export type FolderRule = { folder: string; folders: readonly string[]; packages: readonly string[] }

const allShared = ['plan', 'model', 'money', 'forecast', 'report', 'exchange', 'contract'].map(
  (name) => `shared/${name}`,
)
const interfaceKit = [
  'react',
  '@mantine/core',
  '@mantine/hooks',
  '@mantine/notifications',
  '@mantine/spotlight',
  '@tabler/icons-react',
]

export const folderRules: readonly FolderRule[] = [
  { folder: 'shared/plan', folders: [], packages: ['zod'] },
  { folder: 'shared/model', folders: [], packages: ['pure-rand'] },
  { folder: 'shared/money', folders: ['shared/plan'], packages: [] },
  { folder: 'shared/forecast', folders: ['shared/plan', 'shared/money', 'shared/model'], packages: [] },
  {
    folder: 'shared/report',
    folders: ['shared/plan', 'shared/money', 'shared/model', 'shared/forecast'],
    packages: [],
  },
  { folder: 'shared/exchange', folders: ['shared/plan', 'shared/model'], packages: [] },
  { folder: 'shared/sample', folders: ['shared/plan'], packages: [] },
  { folder: 'shared/contract', folders: ['shared/plan', 'shared/report'], packages: ['zod'] },
  { folder: 'resources/sample', folders: [], packages: [] },
  { folder: 'docs/guide', folders: [], packages: [] },

  {
    folder: 'electron/main',
    folders: ['electron/files', 'electron/sample', 'shared/contract'],
    packages: ['electron', 'node:'],
  },
  { folder: 'electron/preload', folders: ['shared/contract'], packages: ['electron'] },
  { folder: 'electron/workbook', folders: allShared, packages: ['better-sqlite3', 'node:'] },
  { folder: 'electron/files', folders: allShared, packages: ['exceljs', '@e965/xlsx', 'fflate', 'node:'] },
  { folder: 'electron/sample', folders: ['shared/plan', 'shared/sample', 'resources/sample'], packages: ['node:'] },
  { folder: 'electron/solve', folders: allShared, packages: ['highs', 'node:'] },
  {
    folder: 'electron/cli',
    folders: ['electron/workbook', 'electron/files', 'electron/sample', 'electron/solve', ...allShared],
    packages: ['node:'],
  },

  {
    folder: 'renderer/app',
    folders: ['stores', 'screens/*', 'components', 'charts', 'workers']
      .map((name) => `renderer/${name}`)
      .concat('docs/guide', allShared),
    packages: [...interfaceKit, 'react-dom', 'get-nonce', 'zod'],
  },
  { folder: 'renderer/stores', folders: allShared, packages: ['zustand', 'comlink'] },
  {
    folder: 'renderer/screens/*',
    folders: ['renderer/stores', 'renderer/components', 'renderer/charts', ...allShared],
    packages: interfaceKit,
  },
  { folder: 'renderer/components', folders: allShared, packages: [...interfaceKit, 'react-data-grid'] },
  { folder: 'renderer/charts', folders: allShared, packages: [...interfaceKit, 'recharts', 'd3-scale', 'd3-shape'] },
  { folder: 'renderer/paper', folders: ['renderer/charts', ...allShared], packages: ['react', 'react-dom'] },
  { folder: 'renderer/workers', folders: allShared, packages: ['comlink'] },
]

export type Violation = { file: string; line: number; message: string }

/** A tree of source files: path from the project's top, with forward slashes, to text. */
export type Sources = ReadonlyMap<string, string>

const layers = ['shared', 'electron', 'renderer']

const matches = (pattern: string, folder: string): boolean => {
  const parts = pattern.split('/')
  const names = folder.split('/')
  return parts.every((part, at) => names[at] !== undefined && (part === '*' || part === names[at]))
}

/** The part of a path that a rule is about: the folder with as many names as the rule's. */
function ruledFolder(rules: readonly FolderRule[], path: string): { rule: FolderRule; folder: string } | null {
  const inside = posix.dirname(path)
  const rule = rules.find(({ folder }) => matches(folder, inside))
  if (!rule) return null
  return { rule, folder: inside.split('/').slice(0, rule.folder.split('/').length).join('/') }
}

const alias = '@shared/'
const isInTree = (specifier: string): boolean => specifier.startsWith('.') || specifier.startsWith(alias)

const targetPath = (file: string, specifier: string): string =>
  specifier.startsWith(alias)
    ? posix.join('shared', specifier.slice(alias.length))
    : posix.join(posix.dirname(file), specifier)

/** Across layers by the alias, inside a layer by a relative path: then a moved file breaks in one obvious way. */
function wrongForm(file: string, specifier: string): string | null {
  const isFromShared = file.startsWith('shared/')
  const isToShared = targetPath(file, specifier).startsWith('shared/')
  if (isFromShared && specifier.startsWith(alias)) return `"${specifier}": inside shared/ a relative path is written`
  if (!isFromShared && isToShared && !specifier.startsWith(alias))
    return `"${specifier}": shared/ is named as ${alias}…`
  return null
}

function mayImportPackage(rule: FolderRule, specifier: string): boolean {
  const name = packageOf(specifier)
  if (name.startsWith('node:') || builtinModules.includes(name)) return rule.packages.includes('node:')
  return rule.packages.includes(name)
}

type Edge = { from: string; to: string; file: string; line: number }

function judge(
  rules: readonly FolderRule[],
  file: string,
  found: FoundImport,
): { message: string | null; edge?: Edge } {
  const from = ruledFolder(rules, file)
  if (!from) return { message: null }
  const { specifier, line, kind } = found
  if (specifier === null) return { message: 'names a module by a computed path, which nobody can check' }
  if (!isInTree(specifier)) {
    const message = `${from.folder} may not import the package "${specifier}"`
    return { message: mayImportPackage(from.rule, specifier) ? null : message }
  }
  const form = wrongForm(file, specifier)
  if (form !== null) return { message: form }
  if (kind === 'worker') return { message: null }
  const target = targetPath(file, specifier)
  const to = ruledFolder(rules, target)
  if (!to) return { message: `${from.folder} may not import "${target}"` }
  if (to.folder === from.folder) return { message: null }
  const isAllowed = from.rule.folders.some((pattern) => matches(pattern, to.folder))
  const edge = { from: from.folder, to: to.folder, file, line }
  return { message: isAllowed ? null : `${from.folder} may not import ${to.folder}`, edge }
}

/** Which folders are reachable from a folder, itself only where a circle leads back. */
function reachable(edges: readonly Edge[], start: string): Set<string> {
  const seen = new Set<string>()
  const open = [start]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const { from, to } of edges) {
      if (from !== at || seen.has(to)) continue
      seen.add(to)
      open.push(to)
    }
  }
  return seen
}

/** Imports that lie on a circle of folders. */
const onCircles = (edges: readonly Edge[]): Violation[] =>
  edges
    .filter(({ from, to }) => reachable(edges, to).has(from))
    .map(({ file, line, from, to }) => ({ file, line, message: `${from} and ${to} import each other in a circle` }))

const isTypeDeclarationOfLayer = (file: string): boolean => file.endsWith('.d.ts') && file.split('/').length === 2

/** Everything in the files that the rules do not allow. */
export function findViolations(sources: Sources, rules: readonly FolderRule[] = folderRules): Violation[] {
  const violations: Violation[] = []
  const edges: Edge[] = []
  for (const [file, code] of sources) {
    if (!ruledFolder(rules, file) && !isTypeDeclarationOfLayer(file)) {
      violations.push({ file, line: 1, message: `no rule knows the folder ${posix.dirname(file)}` })
    }
    for (const found of importsOf(file, code)) {
      const { message, edge } = judge(rules, file, found)
      if (message !== null) violations.push({ file, line: found.line, message })
      if (edge) edges.push(edge)
    }
  }
  return [...violations, ...onCircles(edges)]
}

/** The product's own source files. */
export function readSources(root: string): Sources {
  const files = layers.flatMap((layer) => globSync(`${layer}/**/*.{ts,tsx}`, { cwd: root }))
  return new Map(
    files
      .map((file) => file.replaceAll('\\', '/'))
      .toSorted()
      .map((file) => [file, readFileSync(posix.join(root, file), 'utf8')]),
  )
}
