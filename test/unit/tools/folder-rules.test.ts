import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { inCache, inRoot } from '../../../tools/project.ts'
import { findViolations, folderRules, readSources } from './folder-rules.ts'

const messages = (files: Record<string, string>): string[] =>
  findViolations(new Map(Object.entries(files))).map(({ file, line, message }) => `${file}:${line} ${message}`)

describe('the folder rules', () => {
  it('hold in the whole tree', () => {
    const sources = readSources(inRoot())
    expect(sources.size).toBeGreaterThan(0)
    expect(findViolations(sources)).toEqual([])
  })

  it('name only folders that have a rule of their own', () => {
    const known = folderRules.map(({ folder }) => folder)
    expect(folderRules.flatMap(({ folders }) => folders).filter((folder) => !known.includes(folder))).toEqual([])
  })

  it('allow no circle of folders by themselves', () => {
    const files = folderRules.map(({ folder, folders }) => {
      const file = `${folder.replace('*', 'home')}/file.ts`
      const lines = folders.map((to) => {
        const path = `${to.replace('*', 'home')}/file`
        const isAcross = to.startsWith('shared/') && !folder.startsWith('shared/')
        return `import '${isAcross ? `@${path}` : `${folder.replaceAll(/[^/]+/g, '..')}/${path}`}'`
      })
      return [file, lines.join('\n')]
    })
    expect(messages(Object.fromEntries(files))).toEqual([])
  })
})

describe('a planted violation is found:', () => {
  it('electron outside of main and preload', () => {
    expect(messages({ 'electron/workbook/a.ts': `import { app } from 'electron'` })).toEqual([
      'electron/workbook/a.ts:1 electron/workbook may not import the package "electron"',
    ])
  })

  it('better-sqlite3 outside of the workbook', () => {
    expect(messages({ 'electron/main/a.ts': `\nimport type { Database } from 'better-sqlite3'` })).toEqual([
      'electron/main/a.ts:2 electron/main may not import the package "better-sqlite3"',
    ])
  })

  it.each(['exceljs', '@e965/xlsx', 'fflate'])('%s outside of electron/files', (name) => {
    const code = `export const read = async () => import('${name}')`
    expect(messages({ 'electron/cli/a.ts': code, 'electron/files/a.ts': code })).toEqual([
      `electron/cli/a.ts:1 electron/cli may not import the package "${name}"`,
    ])
  })

  it.each(['node:fs', 'fs', 'fs/promises'])("Node's %s in shared", (name) => {
    expect(messages({ 'shared/model/a.ts': `export * from '${name}'` })).toEqual([
      `shared/model/a.ts:1 shared/model may not import the package "${name}"`,
    ])
  })

  it('the window taking in the main process, by a plain import, a type, a dynamic one, require or a re-export', () => {
    const code = [
      `import { a } from '../../electron/main/a'`,
      `type B = import('../../electron/main/b').B`,
      `const c = import('../../electron/main/c')`,
      `const d = require('../../electron/main/d')`,
      `export { e } from '../../electron/main/e'`,
      `import f = require('../../electron/main/f')`,
    ]
    expect(messages({ 'renderer/app/a.tsx': code.join('\n') })).toEqual(
      code.map((_, at) => `renderer/app/a.tsx:${at + 1} renderer/app may not import electron/main`),
    )
  })

  it('one screen reaching into another', () => {
    expect(
      messages({ 'renderer/screens/home/a.ts': `import '../people/b'\nimport './c'\nimport '../../stores/d'` }),
    ).toEqual(['renderer/screens/home/a.ts:1 renderer/screens/home may not import renderer/screens/people'])
  })

  it('a circle of folders', () => {
    const found = messages({
      'shared/plan/a.ts': `import { b } from '../model/b'`,
      'shared/model/b.ts': `import type { a } from '../plan/a'`,
    })
    expect(found).toContain('shared/plan/a.ts:1 shared/plan and shared/model import each other in a circle')
    expect(found).toContain('shared/model/b.ts:1 shared/model and shared/plan import each other in a circle')
  })

  it('a folder that no rule knows, and importing from one', () => {
    expect(messages({ 'shared/helpers/a.ts': '', 'shared/plan/b.ts': `import '../helpers/a'` })).toEqual([
      'shared/helpers/a.ts:1 no rule knows the folder shared/helpers',
      'shared/plan/b.ts:1 shared/plan may not import "shared/helpers/a"',
    ])
  })

  it('a test or a tool taken into the product', () => {
    expect(
      messages({ 'electron/cli/a.ts': `import '../../test/unit/x'\nimport '../../tools/runtime.ts'` }),
    ).toHaveLength(2)
  })

  it('a path that is computed', () => {
    const code = 'export const load = (name: string) => import(`./${name}`)\nimport.meta.glob("../*/*.ts")'
    expect(messages({ 'renderer/app/a.ts': code })).toHaveLength(2)
  })

  it('shared by a relative path from outside, and by its alias from inside', () => {
    expect(messages({ 'electron/cli/a.ts': `import '../../shared/plan/b'` })).toHaveLength(1)
    expect(messages({ 'shared/money/a.ts': `import '@shared/plan/b'` })).toHaveLength(1)
    expect(messages({ 'electron/cli/a.ts': `import '@shared/plan/b'` })).toEqual([])
  })
})

describe('what is allowed is let through:', () => {
  it("a worker's file that is only named", () => {
    const code = `new Worker(new URL('../workers/forecast.ts', import.meta.url), { type: 'module' })`
    expect(messages({ 'renderer/stores/a.ts': code })).toEqual([])
    expect(messages({ 'electron/main/a.ts': `import path from '../workbook/process?modulePath'` })).toEqual([])
  })

  it('what stands in comments and strings', () => {
    expect(messages({ 'shared/plan/a.ts': `// import 'electron'\nexport const a = "import 'electron'"` })).toEqual([])
  })
})

describe('the type check of shared', () => {
  const folders: string[] = []
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  })

  function typeCheck(code: string): string {
    const folder = mkdtempSync(inCache('planted-'))
    folders.push(folder)
    writeFileSync(join(folder, 'planted.ts'), code)
    const compilerOptions = { composite: false, noEmit: true, emitDeclarationOnly: false, rootDir: folder }
    const config = { extends: inRoot('shared/tsconfig.json'), compilerOptions, include: ['planted.ts'], references: [] }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
    const tsc = spawnSync(process.execPath, [inRoot('node_modules/typescript/bin/tsc'), '-p', folder], {
      encoding: 'utf8',
    })
    return tsc.stdout
  }

  it('knows no process, window, document or timer', () => {
    const said = typeCheck(
      'export const all = [process.argv, window.name, document.title, setTimeout, console, performance.now()]',
    )
    for (const name of ['process', 'window', 'document', 'setTimeout', 'console', 'performance']) {
      expect(said).toContain(`Cannot find name '${name}'`)
    }
  })

  it('has nothing against plain code', () => {
    expect(typeCheck('export const twice = (n: number): number => 2 * n')).toBe('')
  })
})
