import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { run } from '../command.ts'
import { withMakingFolder } from '../lock.ts'
import { inCache, inRoot, installedVersion } from '../project.ts'
import { ensureSystem } from '../system.ts'

// The stand-in Electron knows Node-API 9; better-sqlite3's own binaries ask for 10. Its unchanged sources build for 9
// with one header forced in. The package's loader prefers build/Release over its prebuilt binaries, so a file put there
// is all that is needed, and Node and newer Electrons run it as well.
const pkg = inRoot('node_modules/better-sqlite3')
const header = inRoot('tools/standin/napi9-references.h')
const placed = join(pkg, 'build/Release/better_sqlite3.node')
const note = join(pkg, 'build/Release/for-node-api-9')

function built(): string {
  const version = installedVersion('better-sqlite3')
  const recipe = createHash('sha256').update(readFileSync(header)).digest('hex').slice(0, 8)
  return inCache(`better-sqlite3-${version}-napi9-${recipe}.node`)
}

const sqliteSources = join(pkg, 'deps/sqlite3')

function compileSqlite(object: string): Promise<void> {
  const defines = readFileSync(join(pkg, 'deps/defines.gypi'), 'utf8').matchAll(/'([A-Z0-9_]+(?:=[^']*)?)'/g)
  const flags = [
    '-O2',
    '-fPIC',
    '-w',
    '-std=c99',
    '-D_REENTRANT=1',
    '-DNDEBUG',
    '-DHAVE_USLEEP=1',
    '-DHAVE_FDATASYNC=1',
  ]
  for (const define of defines) flags.push(`-D${define[1]}`)
  return run('cc', ['-c', ...flags, `-I${sqliteSources}`, join(sqliteSources, 'sqlite3.c'), '-o', object])
}

function compileBinding(object: string): Promise<void> {
  const cxxHeaders = dirname(createRequire(join(pkg, 'package.json')).resolve('node-addon-api/package.json'))
  const cHeaders = inRoot('node_modules/node-api-headers/include')
  const defines = [
    '-DNAPI_VERSION=9',
    '-DNDEBUG',
    '-DNAPI_DISABLE_CPP_EXCEPTIONS',
    '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
    '-DBUILDING_NODE_EXTENSION',
  ]
  const flags = ['-O2', '-fPIC', '-w', '-std=c++20', '-fvisibility=hidden', '-fvisibility-inlines-hidden']
  const includes = ['-include', header, `-I${cxxHeaders}`, `-I${cHeaders}`, `-I${sqliteSources}`]
  return run('c++', ['-c', ...flags, ...defines, ...includes, join(pkg, 'src/better_sqlite3.cpp'), '-o', object])
}

async function build(to: string): Promise<void> {
  await ensureSystem(['compiler'])
  console.log('Building better-sqlite3 for the stand-in Electron (about a minute, once)…')
  await withMakingFolder(async (folder) => {
    const objects = [join(folder, 'binding.o'), join(folder, 'sqlite3.o')]
    const [binding = '', sqlite = ''] = objects
    await Promise.all([compileBinding(binding), compileSqlite(sqlite)])
    const made = join(folder, 'better_sqlite3.node')
    const libraries = ['-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL', '-ldl', '-lpthread', '-lm']
    await run('c++', ['-shared', '-fPIC', ...objects, '-o', made, ...libraries])
    renameSync(made, to)
  })
}

/** Puts the build for Node-API 9 where better-sqlite3 looks first; "npm ci" takes it away again. */
export async function placeSqlite(): Promise<void> {
  const from = built()
  if (!existsSync(from)) await build(from)
  if (existsSync(placed) && existsSync(note) && readFileSync(note, 'utf8') === basename(from)) return
  mkdirSync(dirname(placed), { recursive: true })
  const beside = `${placed}.${process.pid}`
  copyFileSync(from, beside)
  renameSync(beside, placed)
  writeFileSync(note, basename(from))
}

/** Takes that build away, so that better-sqlite3's own binary runs again. */
export function removeSqlite(): void {
  if (!existsSync(note)) return
  rmSync(placed, { force: true })
  rmSync(note, { force: true })
}
