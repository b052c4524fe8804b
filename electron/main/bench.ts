import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { app } from 'electron'
import { memoryMegabytes } from './fork'

const settleMilliseconds = 3000

/** A process's share of the memory in use; where the system does not tell that (it does on Linux), all it can reach. */
async function heldMegabytes(pid: number): Promise<number> {
  const told = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  const kilobytes = /^Pss:\s+(\d+)/m.exec(told)?.[1]
  return kilobytes === undefined ? memoryMegabytes(pid) : Number(kilobytes) / 1024
}

/** Notes when the steps of the start were reached, for the line that `printStart` prints. */
export type StartMarks = { readonly mark: (name: string) => void; readonly printStart: () => Promise<void> }

/**
 * Marks are milliseconds since the process was made. The line is printed once the app has settled, with the memory that
 * all of its processes hold then: `BENCH {"usable":…,"megabytes":…}`.
 */
export function startMarks(now: () => number): StartMarks {
  const createdAt = process.getCreationTime() ?? now()
  const marks: Record<string, number> = {}
  return {
    mark: (name) => {
      marks[name] ??= Math.round(now() - createdAt)
    },
    printStart: async () => {
      await wait(settleMilliseconds)
      const held = await Promise.all(app.getAppMetrics().map(({ pid }) => heldMegabytes(pid)))
      const megabytes = Math.round(held.reduce((sum, one) => sum + one, 0))
      console.log(`BENCH ${JSON.stringify({ ...marks, megabytes, processes: held.length })}`)
    },
  }
}
