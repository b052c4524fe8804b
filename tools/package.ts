import { readdirSync } from 'node:fs'
import { runPackage } from './command.ts'
import { inRoot, script } from './project.ts'
import { describeRuntime, prepareRuntime } from './runtime.ts'

// Packages the app on the runtime that is there. The stand-in makes a plain folder, for trying the packaged form only;
// installers are made where Electron's own binary is. Options of electron-builder may follow: npm run package -- --mac
await script(async () => {
  const runtime = await prepareRuntime()
  console.log(describeRuntime(runtime))
  await runPackage('electron-vite', ['build'])
  const asked = process.argv.slice(2)
  const targets = runtime.kind === 'stand-in' ? ['--linux', 'dir', ...asked] : asked
  const electron = [`-c.electronDist=${runtime.dist}`, `-c.electronVersion=${runtime.version}`]
  await runPackage('electron-builder', [...targets, ...electron, '--publish', 'never'])
  console.log(`In ${inRoot('dist')}: ${readdirSync(inRoot('dist')).toSorted().join(', ')}`)
  if (runtime.kind === 'stand-in') console.log('It runs on the stand-in Electron: try it, but do not hand it out.')
})
