import { runPackage } from './command.ts'
import { hasDisplay, withDisplay } from './display.ts'
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

/** Runs the tests that drive the built app, with a virtual screen where there is none. */
export const runWindowTests = (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Tally> =>
  withDisplay((screen) => runVitest(['--project', 'e2e', ...args], { env: { ...screen, ...env } }))

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
