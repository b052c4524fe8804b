import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../../..')
const outDir = resolve(root, '.cache/model-bench')

/** The engine as the app would run it, bundled: the addresses of the cases and of the one school, and the file of the worker. */
export async function bundleEngine(): Promise<{ cases: string; school: string; worker: string }> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: { '@shared': resolve(root, 'shared') } },
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      minify: false,
      target: 'node24',
      rollupOptions: {
        input: {
          cases: resolve(import.meta.dirname, 'cases.ts'),
          school: resolve(import.meta.dirname, 'school.ts'),
          worker: resolve(import.meta.dirname, 'worker.ts'),
        },
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
  })
  const address = (name: string): string => pathToFileURL(resolve(outDir, `${name}.mjs`)).href
  return { cases: address('cases'), school: address('school'), worker: resolve(outDir, 'worker.mjs') }
}
