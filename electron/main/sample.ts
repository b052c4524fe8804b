import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { WorkbookCallArgs } from '@shared/contract/workbook-process'

type Start = WorkbookCallArgs<'workbook.create'>['start']

/** The sample district: a fresh workbook each time, in the app's own folder, gone when the next one is made. */
export type Sample = {
  readonly prepare: () => Promise<WorkbookCallArgs<'workbook.create'>>
  /** Clears away the earlier ones; one that is still in use stays until the next time. */
  readonly forgetOthers: (path: string) => Promise<void>
}

/** `start` is what the sample holds. */
export const sampleIn = (folder: string, start: () => Promise<Start>): Sample => ({
  prepare: async () => {
    const own = join(folder, randomUUID())
    await mkdir(own, { recursive: true })
    return { path: join(own, 'Sample district.rollout'), start: await start(), isSample: true }
  },
  forgetOthers: async (path) => {
    const kept = basename(dirname(path))
    const others = (await readdir(folder)).filter((name) => name !== kept)
    const gone = others.map((name) => rm(join(folder, name), { recursive: true, force: true }))
    await Promise.allSettled(gone)
  },
})
