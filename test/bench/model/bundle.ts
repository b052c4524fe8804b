import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../../..')

const outDirOf = (name: string): string => resolve(root, '.cache', name)

/** Bundles files of the project for Node under `.cache/NAME`; answers the addresses of the bundles, by the same keys. */
export async function bundle<Key extends string>(
  name: string,
  files: Readonly<Record<Key, string>>,
): Promise<Record<Key, string>> {
  const outDir = outDirOf(name)
  const keys = Object.keys(files) as Key[]
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: { '@shared': resolve(root, 'shared') } },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      minify: false,
      target: 'node24',
      rollupOptions: {
        input: Object.fromEntries(keys.map((key) => [key, resolve(root, files[key])])),
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
  })
  const address = (key: Key) => [key, pathToFileURL(resolve(outDir, `${key}.mjs`)).href] as const
  return Object.fromEntries(keys.map(address)) as Record<Key, string>
}

/** The engine as the app would run it, bundled: the addresses of the cases, of the one school and of the pool that hands out draws, and the file of the worker. */
export async function bundleEngine(): Promise<{ cases: string; school: string; pool: string; worker: string }> {
  const { cases, school, pool } = await bundle('model-bench', {
    cases: 'test/bench/model/cases.ts',
    school: 'test/bench/model/school.ts',
    pool: 'renderer/stores/draw-pool.ts',
    worker: 'test/bench/model/worker.ts',
  })
  return { cases, school, pool, worker: resolve(outDirOf('model-bench'), 'worker.mjs') }
}
