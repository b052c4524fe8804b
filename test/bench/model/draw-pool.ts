import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { DrawBlock } from '@shared/model/sample'

/** The draws from one to before another, made by a thread of `worker.ts`. */
export async function drawOn(worker: Worker, from: number, to: number): Promise<DrawBlock[]> {
  worker.postMessage({ from, to })
  const [blocks]: DrawBlock[][] = await once(worker, 'message')
  return blocks ?? []
}

/** The draws 0 to before `count` on so many threads, and the milliseconds they took once the threads were warm. */
export async function drawOnThreads(file: string, threads: number, count: number) {
  const workers = Array.from({ length: threads }, () => new Worker(file))
  try {
    await Promise.all(workers.map((worker) => drawOn(worker, 0, 200)))
    const began = performance.now()
    const share = Math.ceil(count / threads)
    const parts = await Promise.all(
      workers.map((worker, index) => drawOn(worker, index * share, Math.min(count, (index + 1) * share))),
    )
    return { milliseconds: performance.now() - began, blocks: parts.flat() }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}
