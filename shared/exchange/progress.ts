/** Is told how much of the work is through, 0–1. */
export type Progress = (done: number) => void

/** How often progress is told at most. */
const parts = 100

/** Counts single steps of `total`, and tells progress now and then. */
export const stepsOf = (total: number, progress: Progress): (() => void) => {
  const every = Math.max(1, Math.ceil(total / parts))
  let done = 0
  return () => {
    done += 1
    if (done % every === 0) progress(Math.min(1, done / total))
  }
}
