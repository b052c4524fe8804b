import { app, utilityProcess } from 'electron'
import type { Fork } from './child'

/**
 * Starts a built file as a process of its own, which Electron ends with the app. `name` is what task managers show,
 * `given` are its arguments.
 */
export const forkOf =
  (file: string, name: string, given: readonly string[] = []): Fork =>
  () => {
    const child = utilityProcess.fork(file, [...given], { serviceName: name })
    return {
      pid: () => child.pid ?? null,
      send: (message) => child.postMessage(message),
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void child.once('exit', listener),
      kill: () => void child.kill(),
    }
  }

/** How much memory a process of the app holds, in megabytes; 0 for one that is not there. */
export const memoryMegabytes = (pid: number): number => {
  const kilobytes = app.getAppMetrics().find((metrics) => metrics.pid === pid)?.memory.workingSetSize ?? 0
  return kilobytes / 1024
}
