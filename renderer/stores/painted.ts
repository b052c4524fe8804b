/** How long a window that is not drawn, because it is hidden, is waited for. */
const patienceMilliseconds = 100

/**
 * Resolves once what was just changed has been drawn, so that long work which follows from it does not hold the picture
 * up; soon after where nothing is drawn.
 */
export const painted = (): Promise<void> =>
  new Promise((done) => {
    if (typeof requestAnimationFrame !== 'function') {
      done()
      return
    }
    setTimeout(done, patienceMilliseconds)
    // a frame's callbacks run before it is drawn, what they put off runs after it
    requestAnimationFrame(() => setTimeout(done))
  })
