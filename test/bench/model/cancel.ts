import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { DrawBlock, SampleRequest } from '@shared/model/sample'
import type { Drawer } from '../../../renderer/stores/draw-pool'
import { drawOn } from './draw-pool.ts'

type Pool = typeof import('../../../renderer/stores/draw-pool')

/** Milliseconds from giving draws up to the answer, and to the moment when no thread works on them any more. */
export type Cancelled = { readonly answered: number; readonly idle: number }

// what the app hands out at a time for a district of this size, see renderer/stores/likely.ts
const blockSize = 30

/** A thread as the app's pool sees it; `busy` are the blocks that are under way. */
function drawerOn(worker: Worker, busy: Set<Promise<unknown>>): Drawer {
  const draw = async (from: number, to: number): Promise<DrawBlock> => {
    const [block] = await drawOn(worker, from, to)
    if (!block) throw new Error('A thread of the bench answered without draws.')
    return block
  }
  return {
    prepare: async () => undefined,
    draw: (from, to) => {
      const block = draw(from, to)
      busy.add(block)
      void block.finally(() => busy.delete(block))
      return block
    },
  }
}

/** Gives up so many draws on two threads again and again, each time a little later in the run. */
export async function cancelRuns(
  addresses: { readonly pool: string; readonly worker: string },
  task: { readonly request: SampleRequest; readonly draws: number },
  times: number,
): Promise<Cancelled[]> {
  const { drawTogether } = (await import(addresses.pool)) as Pool
  const workers = [new Worker(addresses.worker), new Worker(addresses.worker)]
  try {
    await Promise.all(workers.map((worker) => drawOn(worker, 0, 200)))
    const found: Cancelled[] = []
    for (let time = 0; time < times; time += 1) {
      const busy = new Set<Promise<unknown>>()
      const stop = new AbortController()
      const drawers = workers.map((worker) => drawerOn(worker, busy))
      const answer = drawTogether(drawers, { ...task, blockSize, onProgress: () => undefined, signal: stop.signal })
      await sleep(5 + 2 * time)
      const began = performance.now()
      stop.abort()
      if ((await answer) !== null) throw new Error('The draws were through before they were given up.')
      const answered = performance.now() - began
      await Promise.all(busy)
      found.push({ answered, idle: performance.now() - began })
    }
    return found
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}
