import { parentPort } from 'node:worker_threads'
import { drawInPortions, samplerOf } from './cases'

/** Makes the draws that it is asked for and answers with the blocks. */
const sampler = samplerOf(1)
parentPort?.on('message', ({ from, to }: { from: number; to: number }) => {
  parentPort?.postMessage(drawInPortions(sampler, from, to, 25))
})
