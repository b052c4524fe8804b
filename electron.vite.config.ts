import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { posix, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

// The oldest runtime that is run in development (Electron 33, see tools/runtime.ts) sets the
// targets, not the installed electron package that electron-vite would look at.
const node = 'node20.18'
const chrome = 'chrome130'
const alias = { '@shared': resolve('shared') }

/** Puts the solver's WebAssembly beside the code that looks for it there, so that it is part of the app's archive. */
const solverBinary = (): Plugin => ({
  name: 'solver-binary',
  generateBundle(_options, bundle) {
    const solver = Object.values(bundle).find(
      (part) => part.type === 'chunk' && part.moduleIds.some((id) => id.includes('/highs/build/')),
    )
    if (!solver) throw new Error('The solver is in no part of the bundle.')
    const source = readFileSync(resolve('node_modules/highs/build/highs.wasm'))
    this.emitFile({ type: 'asset', fileName: posix.join(posix.dirname(solver.fileName), 'highs.wasm'), source })
  },
})

/** Puts the licence texts of everything that the app is made of beside its page, for About and for the package. */
const thirdPartyNotices = (): Plugin => ({
  name: 'third-party-notices',
  generateBundle() {
    const source = execFileSync(process.execPath, [resolve('tools/notices.ts')], { maxBuffer: 64 * 1024 * 1024 })
    this.emitFile({ type: 'asset', fileName: 'third-party-notices.txt', source })
  },
})

export default defineConfig({
  main: {
    plugins: [solverBinary()],
    // fflate's build for Node declares a "require" of its own beside the one that electron-vite adds to each file
    resolve: { alias: { ...alias, fflate: resolve('node_modules/fflate/esm/browser.js') } },
    build: {
      target: node,
      outDir: 'out/main',
      sourcemap: true,
      externalizeDeps: { exclude: ['zod', 'exceljs', '@e965/xlsx', 'fflate', 'pure-rand', 'comlink', 'highs'] },
      rolldownOptions: {
        // an optional dependency of unzipper, which exceljs brings, that is never called
        external: ['@aws-sdk/client-s3'],
        input: {
          main: resolve('electron/main/main.ts'),
          workbook: resolve('electron/workbook/process.ts'),
          files: resolve('electron/files/process.ts'),
          solve: resolve('electron/solve/thread.ts'),
          cli: resolve('electron/cli/cli.ts'),
        },
        output: { format: 'es' },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      target: node,
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve('electron/preload/preload.ts'), paper: resolve('electron/preload/paper.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    resolve: { alias },
    plugins: [react(), thirdPartyNotices()],
    worker: { format: 'es' },
    // electron/main/content-policy.ts puts a nonce of its own in this place each time the page is loaded
    html: { cspNonce: 'ROLLOUT-CSP-NONCE' },
    build: {
      target: chrome,
      cssTarget: chrome,
      outDir: 'out/renderer',
      minify: true,
      rolldownOptions: { input: { index: resolve('renderer/index.html'), paper: resolve('renderer/paper.html') } },
    },
  },
})
