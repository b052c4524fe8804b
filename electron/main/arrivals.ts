import type { News } from '@shared/contract/bridge'

/** Workbooks that come from outside the window: double-clicked, named as an argument, sent by a second start. */
export type Arrivals = {
  readonly arrive: (path: string) => void
  /** The one that nobody has opened yet; from now on the window listens and is told at once. */
  readonly take: () => string | null
  /** The window lost its page and will ask again. */
  readonly forgetWindow: () => void
  /** A workbook was opened, so whatever came before it is settled. */
  readonly settle: () => void
}

export function openArrivals(tell: (news: News) => void): Arrivals {
  let waiting: string | null = null
  let isListening = false
  return {
    arrive: (path) => {
      if (isListening) tell({ kind: 'open-path', path })
      else waiting = path
    },
    take: () => {
      isListening = true
      return waiting
    },
    forgetWindow: () => {
      isListening = false
    },
    settle: () => {
      waiting = null
    },
  }
}
