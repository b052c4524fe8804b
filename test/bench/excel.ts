import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

type Cases = typeof import('./excel/cases')

const root = resolve(import.meta.dirname, '../..')
const outDir = resolve(root, '.cache/excel-bench')
const rounds = 5

/** Prints how long 10,000 rows take out to Excel and back, beside the bare libraries on the same data. */
export async function run(): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: { '@shared': resolve(root, 'shared') } },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      minify: false,
      target: 'node24',
      rollupOptions: {
        input: { cases: resolve(import.meta.dirname, 'excel/cases.ts') },
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
  })
  const { excelLines } = (await import(pathToFileURL(resolve(outDir, 'cases.mjs')).href)) as Cases
  for (const line of await excelLines(rounds)) console.log(line)
}
