import { availableParallelism } from 'node:os'
import { runPackage } from './command.ts'
import { hasDisplay, withDisplays } from './display.ts'
import { script } from './project.ts'
import { describeRuntime, prepareRuntime } from './runtime.ts'
import { ensureSystem } from './system.ts'
import { conclude, runVitest, type Tally } from './test-run.ts'

// these need a folder of real data, see test-real.ts
const realTests = 'test/e2e/real*.test.ts'

/** Brings whatever the tests in the real window need that is not in node_modules. */
export async function prepareWindowTests(): Promise<void> {
  await ensureSystem(['window', 'office', ...(hasDisplay() ? [] : (['display'] as const))])
  console.log(describeRuntime(await prepareRuntime()))
}

// a window waits about as long as it works, and a machine with many cores gains nothing from more
const screens = Math.min(4, availableParallelism())

/**
 * Runs the tests that drive the built app: one file after the other on the screen that is there, and where there is none
 * on virtual ones side by side, because windows that share a screen take the focus from each other.
 */
export const runWindowTests = (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Tally> => {
  const runOn = (names: readonly string[]): Promise<Tally> =>
    runVitest(['--project', 'e2e', ...args], { env: { ...process.env, ROLLOUT_SCREENS: names.join(' '), ...env } })
  return hasDisplay() ? runOn([]) : withDisplays(screens, runOn)
}

/** All of them but those on real data. */
export const runEndToEnd = (args: readonly string[] = []): Promise<Tally> =>
  runWindowTests(['--exclude', realTests, ...args])

if (import.meta.main) {
  await script(async () => {
    await prepareWindowTests()
    await runPackage('electron-vite', ['build'])
    conclude(await runEndToEnd(process.argv.slice(2)))
  })
}
