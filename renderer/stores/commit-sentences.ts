import type { Failure } from '@shared/contract/error'
import { isLocked, type WorkbookState } from './workbook'

/** The act's workbook is not the one that is open. */
export const closedBefore: Failure = {
  code: 'not-open',
  message: 'The workbook was closed before this was saved, so it was not changed.',
}

const readingOnly: Failure = {
  code: 'read-only',
  message: 'This workbook is open for reading only, so nothing was changed. Save a copy to work on it.',
}

const openingAnother: Failure = {
  code: 'read-only',
  message:
    'Another workbook is being opened, so nothing was changed. To go on here, cancel the opening at the foot of the window.',
}

/** Why no edit is taken now; null where edits are taken. */
export function refusal(state: Pick<WorkbookState, 'file' | 'isOpening'>): Failure | null {
  if (!isLocked(state)) return null
  if (!state.file) return closedBefore
  return state.isOpening ? openingAnother : readingOnly
}

/** Whatever came of an act on a workbook that is not open any more: it neither shows nor holds anything here. */
export const leftBehind = (isIn: boolean): Failure => ({
  code: 'cancelled',
  message: isIn
    ? 'The workbook was closed meanwhile. This change is saved in it.'
    : 'The workbook was closed before this was saved, so it was not changed.',
})

/** An act that the file had refused was tried again, and now it is the act that does not go in. */
export const refusedAgain = (label: string, workbook: string, { message }: Failure): string =>
  `“${label}” was tried again and did not get into “${workbook}”. ${message} If you still want this change, please make it again.`
