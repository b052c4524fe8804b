import { copyFileSync, readdirSync } from 'node:fs'
import { runPackage } from './command.ts'
import { inRoot, script } from './project.ts'
import { describeRuntime, prepareRuntime, type Runtime } from './runtime.ts'

/** The packaged app that can be started where it was made: electron-builder's plain folder for this system. */
export const unpackedApp = (): string => inRoot('dist/linux-unpacked/rollout-workbook')

/** Packages what is built, on a runtime; `targets` are electron-builder's options. */
export async function packageBuilt(runtime: Runtime, targets: readonly string[], isQuiet = false): Promise<void> {
  // electron-builder leaves out of the archive what it lays beside it, and About shows the file from the archive
  copyFileSync(inRoot('out/renderer/third-party-notices.txt'), inRoot('out/third-party-notices.txt'))
  const electron = [`-c.electronDist=${runtime.dist}`, `-c.electronVersion=${runtime.version}`]
  await runPackage('electron-builder', [...targets, ...electron, '--publish', 'never'], { isQuiet })
}

// Packages the app on the runtime that is there. The stand-in makes a plain folder, for trying the packaged form only;
// installers are made where Electron's own binary is. Options of electron-builder may follow: npm run package -- --mac
if (import.meta.main) {
  await script(async () => {
    const runtime = await prepareRuntime()
    console.log(describeRuntime(runtime))
    await runPackage('electron-vite', ['build'])
    const asked = process.argv.slice(2)
    await packageBuilt(runtime, runtime.kind === 'stand-in' ? ['--linux', 'dir', ...asked] : asked)
    console.log(`In ${inRoot('dist')}: ${readdirSync(inRoot('dist')).toSorted().join(', ')}`)
    if (runtime.kind === 'stand-in') console.log('It runs on the stand-in Electron: try it, but do not hand it out.')
  })
}
