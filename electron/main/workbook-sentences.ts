import { basename } from 'node:path'
import type { Answer, Failure } from '@shared/contract/error'
import { failed } from './failure'

const stopped = 'The part of the app that keeps your workbook stopped and was started again.'

/** A session that is over; the window has been told, or asked too late. */
export const notOpen = (): Answer<never> =>
  failed('not-open', 'This workbook is no longer open. Everything you did in it is saved. Open it again to go on.')

/** The process ended while it opened or created the file. */
export const stoppedOpening = (path: string): Answer<never> =>
  failed(
    'workbook-process-stopped',
    `"${basename(path)}" could not be opened: the part of the app that reads workbooks stopped on it. ` +
      'What was saved in it before is safe. Try again; if it happens again, open a copy or a backup of it.',
  )

export const cancelledOpening = (): Answer<never> => failed('cancelled', 'Opening was cancelled. Nothing was changed.')

/** What is said about an act that was under way when the process stopped and the file is open again. */
export function stoppedDuringAct(label: string, isCommitted: boolean): Answer<never> {
  const known = isCommitted
    ? `"${label}" had been saved and is shown.`
    : `"${label}" had not been saved; everything before it is safe. Please do it again.`
  return failed('workbook-process-stopped', `${stopped} ${known}`, { isCommitted })
}

/** What is said about any other call that was under way; the window gets all rows and scenarios anew. */
export const stoppedDuringCall = (): Answer<never> =>
  failed('workbook-process-stopped', `${stopped} What you see is what the file holds. Please try again.`)

/** The news after the file was opened again. */
export const isBackMessage = `${stopped} Everything that was saved is here.`

/** The news where it stopped too often; the file is left alone then. */
export const stoppedTooOften = (path: string): Failure => ({
  code: 'workbook-process-stopped',
  message:
    `The part of the app that keeps your workbook stopped several times in a row and is not started again. Everything that was saved is safe in "${basename(path)}". ` +
    'Open the workbook again; if it stops again, open a copy or a backup of it.',
})

/** The news where the file could not be opened again, with the reason the workbook process gave. */
export const notBack = (reason: Failure): Failure => ({
  ...reason,
  message: `The part of the app that keeps your workbook stopped. Everything that was saved is safe, but the file could not be opened again: ${reason.message}`,
})
