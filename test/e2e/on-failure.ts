import { beforeEach } from 'vitest'
import { keepWindows, openWindows } from './open-windows.ts'

declare module 'vitest' {
  interface TaskMeta {
    /** What the window showed when the test failed; the last lines of a run tell it. */
    window?: string
  }
}

// Whatever fails in CI was seen by nobody: it leaves what its window showed.
beforeEach(({ task, onTestFailed }) => {
  for (const seen of openWindows.values()) seen.hasTest = true
  onTestFailed(async () => {
    if (openWindows.size === 0) return
    task.meta.window = await keepWindows(task.fullName)
    console.error(`The window when “${task.name}” failed (picture and text: out/failed/): ${task.meta.window}`)
  })
})
