// the page waits for its edits no longer than this; one that does not come back by then is asked about without it
const patienceMilliseconds = 7000
// a system that shuts down ends every program after a few seconds
const endingMilliseconds = 3000

/** As much of a window as closing it takes. */
export type Closable = {
  readonly close: () => void
  /** Listens for the page's objection to being closed: it has edits that are not in the file. */
  readonly onObjection: (listener: (closeAllTheSame: () => void) => void) => void
}

export type ClosingParts = {
  /** Has the page see its edits into the file and close itself. */
  readonly askPage: () => void
  /** Asks the planner whether the window is closed without what is not saved. */
  readonly leaveUnsaved: () => Promise<boolean>
}

/**
 * Keeps a window from being closed over edits that are not in the file. Those that are on their way are waited for; where
 * some cannot be saved the planner is asked, unless the system is ending: then nobody is there to answer.
 */
export function guardClosing(window: Closable, { askPage, leaveUnsaved }: ClosingParts): { readonly end: () => void } {
  let stage: 'open' | 'waiting' | 'asking' | 'leaving' = 'open'
  let isEnding = false
  let timer: NodeJS.Timeout | undefined

  const closeWithin = (milliseconds: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => window.close(), milliseconds)
    // the app may be gone by then
    timer.unref()
  }
  const leave = (): void => {
    stage = 'leaving'
    window.close()
  }
  const ask = async (): Promise<void> => {
    stage = 'asking'
    const isLeaving = await leaveUnsaved()
    if (isLeaving || isEnding) leave()
    else stage = 'open'
  }
  window.onObjection((closeAllTheSame) => {
    if (stage === 'asking') return
    if (stage === 'leaving' || (stage === 'waiting' && isEnding)) return closeAllTheSame()
    if (stage === 'waiting') {
      clearTimeout(timer)
      void ask()
      return
    }
    stage = 'waiting'
    askPage()
    closeWithin(isEnding ? endingMilliseconds : patienceMilliseconds)
  })
  return {
    end: () => {
      isEnding = true
      if (stage === 'asking') leave()
      else if (stage === 'waiting') closeWithin(endingMilliseconds)
    },
  }
}
