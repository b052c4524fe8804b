import type { News } from '@shared/contract/bridge'

/** Says how far a task is, 0–1; null while that cannot be told. */
export type Progress = (done: number | null) => void

/** Work that may take long: the window is told of it and can cancel it. */
export type Tasks = {
  readonly run: <T>(label: string, work: (signal: AbortSignal, progress: Progress) => Promise<T>) => Promise<T>
  readonly cancel: (taskId: string) => void
}

/** Starts with no task under way. A task's last news is that all of it is done, however it ended. */
export function openTasks(tell: (news: News) => void, newId: () => string): Tasks {
  const running = new Map<string, AbortController>()
  return {
    run: async (label, work) => {
      const taskId = newId()
      const controller = new AbortController()
      const progress: Progress = (done) => tell({ kind: 'progress', taskId, label, done })
      running.set(taskId, controller)
      progress(null)
      try {
        return await work(controller.signal, progress)
      } finally {
        running.delete(taskId)
        progress(1)
      }
    },
    cancel: (taskId) => running.get(taskId)?.abort(),
  }
}
