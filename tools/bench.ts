import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runPackage } from './command.ts'
import { withDisplay } from './display.ts'
import { inRoot, root, script } from './project.ts'
import { describeRuntime, prepareRuntime } from './runtime.ts'
import { ensureSystem } from './system.ts'

/** What each file of test/bench/ exports; it prints its own figures, as ratios or medians of one run. */
type Bench = { run: () => Promise<void> }

const isBench = (module: unknown): module is Bench =>
  typeof module === 'object' && module !== null && 'run' in module && typeof module.run === 'function'

/** The files to run: all of them, or those whose names are given. */
function chosen(names: readonly string[]): string[] {
  const files = globSync('test/bench/*.ts', { cwd: root }).toSorted()
  const wanted = files.filter((file) => names.length === 0 || names.includes(basename(file, '.ts')))
  const known = files.map((file) => basename(file, '.ts')).join(', ')
  if (wanted.length === 0) throw new Error(`No bench is named so. There are: ${known}`)
  return wanted
}

await script(async () => {
  const files = chosen(process.argv.slice(2))
  await ensureSystem(['window'])
  console.log(describeRuntime(await prepareRuntime()))
  await runPackage('electron-vite', ['build', '--logLevel', 'warn'])
  await withDisplay(async (env) => {
    Object.assign(process.env, env)
    for (const file of files) {
      const module: unknown = await import(pathToFileURL(inRoot(file)).href)
      // files without run() help the others
      if (!isBench(module)) continue
      console.log(`\n== ${basename(file, '.ts')}`)
      await module.run()
    }
  })
})
