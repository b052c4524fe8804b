import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { WorkbookCallArgs } from '@shared/contract/workbook-process'

type Start = WorkbookCallArgs<'workbook.create'>['start']

/** The sample district: a fresh workbook each time, in the app's own folder, gone when the next one is made. */
export type Sample = {
  readonly prepare: () => Promise<WorkbookCallArgs<'workbook.create'>>
  /** Clears away those that were there before it; one that is still in use stays until the next time. */
  readonly forgetOthers: (path: string) => Promise<void>
}

/** `start` is what the sample holds. */
export function sampleIn(folder: string, start: () => Promise<Start>): Sample {
  // what stood there when each one was made: the next one may be made while the others are still being cleared away
  const earlier = new Map<string, readonly string[]>()
  return {
    prepare: async () => {
      const own = join(folder, randomUUID())
      await mkdir(folder, { recursive: true })
      earlier.set(own, await readdir(folder))
      await mkdir(own)
      return { path: join(own, 'Sample district.rollout'), start: await start(), isSample: true }
    },
    forgetOthers: async (path) => {
      const others = earlier.get(dirname(path)) ?? []
      earlier.delete(dirname(path))
      const gone = others.map((name) => rm(join(folder, name), { recursive: true, force: true }))
      await Promise.allSettled(gone)
    },
  }
}
