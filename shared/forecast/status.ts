/** How a figure stands; always shown as its word. */
export type Status = 'onTrack' | 'watch' | 'offTrack' | 'notStarted' | 'done' | 'notKnown'

/** The words of a status, the same on screen, on paper and in the terminal. */
export const statusWords: Readonly<Record<Status, string>> = {
  onTrack: 'On track',
  watch: 'Watch',
  offTrack: 'Off track',
  notStarted: 'Not started',
  done: 'Done',
  notKnown: 'Not known',
}

/** A sign of its own for each status, so that it can be told in grey and in black and white. */
export const statusSigns: Readonly<Record<Status, string>> = {
  onTrack: '●',
  watch: '▲',
  offTrack: '■',
  notStarted: '○',
  done: '✔',
  notKnown: '?',
}

/** At its line: on track. Within `margin` of it: watch. Else off track. Rounding aside; all in the same unit. */
export function statusAgainst(value: number, line: number, margin: number): Status {
  const tolerance = 1e-9
  if (value >= line - tolerance) return 'onTrack'
  return value >= line - margin - tolerance ? 'watch' : 'offTrack'
}

/** Done where the line is reached now, else how it will stand at the end. */
export function statusOverTime(now: number, end: number, line: number, margin: number): Status {
  return statusAgainst(now, line, 0) === 'onTrack' ? 'done' : statusAgainst(end, line, margin)
}
