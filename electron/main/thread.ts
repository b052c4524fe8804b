import { Worker } from 'node:worker_threads'
import type { Fork } from './child'

/** Starts a built file as a thread of this process, for work that computes and touches nothing. */
export const threadOf =
  (file: string): Fork =>
  () => {
    const worker = new Worker(file)
    worker.on('error', (error) => console.error('A thread stopped:', error))
    return {
      pid: () => null,
      send: (message) => worker.postMessage(message),
      onMessage: (listener) => void worker.on('message', listener),
      onExit: (listener) => void worker.once('exit', listener),
      kill: () => void worker.terminate(),
    }
  }
