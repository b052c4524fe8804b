/** Null as soon as the planner cancels. */
export const cancelled = (signal: AbortSignal): Promise<null> =>
  new Promise((done) => {
    if (signal.aborted) done(null)
    signal.addEventListener('abort', () => done(null), { once: true })
  })

/** What the work comes to, or null once it has taken too long; it goes on, but nobody waits for it. */
export function within<T>(milliseconds: number, work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((done) => {
    timer = setTimeout(() => done(null), milliseconds)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
