import type { Report } from '../report/report'

export { draftMark } from '../report/report'

/** Channels between main and the page that is printed: the report for it, and that it stands. */
export const paperChannels = { report: 'paper-report', ready: 'paper-ready' } as const

/** What the printed page gets instead of the window's bridge: a report to draw, and a way to say that it is drawn. */
export type PaperBridge = {
  readonly onReport: (listener: (report: Report) => void) => void
  readonly ready: () => void
}
