import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { runPackage } from './command.ts'
import { script } from './project.ts'
import { prepareWindowTests, runWindowTests } from './test-e2e.ts'
import { conclude } from './test-run.ts'

// npm start scripts in the project's top folder, INIT_CWD is where the person stood
const from = process.env['INIT_CWD'] ?? process.cwd()

await script(async () => {
  const [folder] = process.argv.slice(2)
  if (folder === undefined) throw new Error('Name the folder with the real files: npm run test:real -- FOLDER')
  const data = resolve(from, folder)
  if (!existsSync(data) || !statSync(data).isDirectory()) throw new Error(`There is no folder ${data}.`)
  await prepareWindowTests()
  await runPackage('electron-vite', ['build'])
  conclude(await runWindowTests(['test/e2e/real'], { ROLLOUT_REAL_DATA: data }))
})
