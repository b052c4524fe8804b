import { isMainThread, parentPort } from 'node:worker_threads'

/** The line to whoever started this process: requests come in, replies go out. */
export type Port = {
  readonly listen: (take: (message: unknown) => void) => void
  readonly send: (message: unknown) => void
  /** Calls `act` when the other side is gone. */
  readonly onGone: (act: () => void) => void
}

// Electron's own, known here by its shape: only main and preload know Electron itself.
type UtilityPort = {
  readonly on: (event: 'message', take: (event: { readonly data: unknown }) => void) => void
  readonly postMessage: (message: unknown) => void
}

function utilityPort(): UtilityPort | null {
  const port: unknown = Reflect.get(process, 'parentPort')
  return typeof port === 'object' && port !== null && 'postMessage' in port ? (port as UtilityPort) : null
}

/** The port of an Electron utility process, a worker thread or a forked child, whichever this is. */
export function portToParent(): Port {
  const utility = utilityPort()
  if (utility)
    return {
      listen: (take) => utility.on('message', ({ data }) => take(data)),
      send: (message) => utility.postMessage(message),
      onGone: () => undefined,
    }
  if (!isMainThread && parentPort) {
    const worker = parentPort
    return {
      listen: (take) => worker.on('message', take),
      send: (message) => worker.postMessage(message),
      onGone: (act) => worker.on('close', act),
    }
  }
  return {
    listen: (take) => process.on('message', take),
    send: (message) => process.send?.(message),
    onGone: (act) => process.on('disconnect', act),
  }
}
