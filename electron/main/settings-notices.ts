import { basename } from 'node:path'

const notice = (what: string, otherwise: string, aside: string): string =>
  `${what} could not be read, so ${otherwise}. What was in the file is kept as "${basename(aside)}". Your workbooks are as they were.`

/** What the planner is told at the start about settings files that were set aside. */
export const settingsNotices = (aside: { preferences: string | null; recents: string | null }): string[] => [
  ...(aside.preferences === null
    ? []
    : [notice('Your choices about the app', 'it starts with the usual ones', aside.preferences)]),
  ...(aside.recents === null ? [] : [notice('The list of recent workbooks', 'it starts empty', aside.recents)]),
]
