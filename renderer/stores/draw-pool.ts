import { joinedBlocks } from '@shared/model/joined-draws'
import type { DrawBlock, SampleRequest } from '@shared/model/sample'

/** One place where draws are made, usually a worker of its own. */
export type Drawer = {
  readonly prepare: (request: SampleRequest) => Promise<void>
  readonly draw: (from: number, to: number) => Promise<DrawBlock>
}

export type DrawTask = {
  readonly request: SampleRequest
  readonly draws: number
  /** Draws handed out at a time: small enough that cancelling wastes little. */
  readonly blockSize: number
  /** Share of the draws that are there, 0–1. */
  readonly onProgress: (done: number) => void
  readonly signal: AbortSignal
}

/**
 * Makes draws on several drawers at once; each takes the next block when it is through with its last, so the result is
 * the same however many there are. Null, at once, where it is cancelled; rejects where a drawer fails.
 */
export async function drawTogether(drawers: readonly Drawer[], task: DrawTask): Promise<DrawBlock | null> {
  const { request, draws, blockSize, onProgress, signal } = task
  const blocks: DrawBlock[] = []
  let next = 0
  let done = 0

  const work = async (drawer: Drawer): Promise<void> => {
    await drawer.prepare(request)
    while (next < draws && !signal.aborted) {
      const from = next
      const to = Math.min(draws, from + blockSize)
      next = to
      const block = await drawer.draw(from, to)
      blocks.push(block)
      done += to - from
      if (!signal.aborted) onProgress(done / draws)
    }
  }
  const cancelled = new Promise<null>((settle) => {
    if (signal.aborted) settle(null)
    signal.addEventListener('abort', () => settle(null), { once: true })
  })
  return Promise.race([
    cancelled,
    Promise.all(drawers.map(work)).then(() => (signal.aborted ? null : joinedBlocks(blocks))),
  ])
}
