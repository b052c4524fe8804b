import { runPackage } from './command.ts'
import { withDisplay } from './display.ts'
import { script } from './project.ts'
import { prepareWindowTests, runWindowTests } from './test-e2e.ts'
import { conclude, runVitest } from './test-run.ts'

// Tests that take too long for every run: seeded fuzzing, big workbooks, many kills.
await script(async () => {
  await prepareWindowTests()
  await runPackage('electron-vite', ['build'])
  // tabs and dialogs in dark too
  conclude(await runWindowTests(['test/e2e/accessibility.test.ts'], { ROLLOUT_EVERY_SCHEME: '1' }))
  conclude(await withDisplay((env) => runVitest(['--project', 'long', ...process.argv.slice(2)], { env })))
})
