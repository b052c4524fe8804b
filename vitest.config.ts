import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { reporters } from './tools/tally-reporter.ts'

const alias = { '@shared': resolve('shared') }
/** How many tests in a window run side by side: one on each virtual screen (tools/test-e2e.ts), else one. */
const screenCount = process.env['ROLLOUT_SCREENS']?.split(' ').length ?? 1
const slow = { testTimeout: 60_000, hookTimeout: 60_000 }

export default defineConfig({
  test: {
    reporters: reporters(),
    projects: [
      {
        resolve: { alias },
        test: { name: 'unit', environment: 'node', include: ['test/unit/**/*.test.ts'], ...slow },
      },
      {
        resolve: { alias },
        plugins: [react()],
        test: {
          name: 'component',
          environment: 'happy-dom',
          include: ['test/component/**/*.test.tsx'],
          setupFiles: ['test/component/setup.ts'],
          ...slow,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          // what is asked for again and again until it holds waits for a window, not for a function
          expect: { poll: { timeout: 60_000 } },
          // a limit for what hangs, not for what is slow: CI is a small machine that others use too
          testTimeout: 240_000,
          hookTimeout: 240_000,
          setupFiles: ['test/e2e/own-screen.ts', 'test/e2e/on-failure.ts'],
          maxWorkers: screenCount,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'long',
          environment: 'node',
          include: ['test/long/**/*.test.ts'],
          testTimeout: 1_800_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
