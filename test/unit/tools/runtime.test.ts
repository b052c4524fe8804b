import { expect, it } from 'vitest'
import { installedVersion } from '../../../tools/project.ts'
import { describeRuntime } from '../../../tools/runtime.ts'

it('says in one line which Electron runs, and that it stands in for another where it does', () => {
  const runtime = { version: '1.2.3', executable: '/somewhere/electron', dist: '/somewhere' }
  expect(describeRuntime({ ...runtime, kind: 'electron' })).toBe('Runtime: Electron 1.2.3.')
  expect(describeRuntime({ ...runtime, kind: 'stand-in' })).toBe(
    `Runtime: Electron 1.2.3, standing in for ${installedVersion('electron')} (docs/runtime.md).`,
  )
})
