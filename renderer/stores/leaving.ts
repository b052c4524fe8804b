import { waitingEdits, whenEditsAreStill } from './commits'
import { finishTyping } from './finish-typing'
import { closeDialog, openDialog, useInterface, type Dialog } from './interface'

// a file that takes longer than this to write may never answer: then the planner decides
const patienceMilliseconds = 5000

async function waitForEdits(): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<void>((done) => {
    timer = setTimeout(done, patienceMilliseconds)
  })
  await Promise.race([whenEditsAreStill(), late])
  clearTimeout(timer)
}

/** Asks whether the workbook is closed without the edits that are not saved; a dialog that is put away is a no. */
const askToLeave = (count: number): Promise<boolean> =>
  new Promise((answer) => {
    const leave = (): void => {
      answer(true)
      closeDialog()
    }
    const dialog: Dialog = { kind: 'unsaved', count, leave }
    openDialog(dialog)
    const stop = useInterface.subscribe((state) => {
      if (state.dialog === dialog) return
      stop()
      answer(false)
    })
  })

/**
 * Whether the open workbook may be closed now. Edits that are on their way to the file are waited for; where some cannot
 * be saved the planner is asked.
 */
export async function mayLeave(): Promise<boolean> {
  finishTyping()
  await waitForEdits()
  const count = waitingEdits()
  return count === 0 || askToLeave(count)
}

/** Closes the window once the edits that are on their way are in the file; where some cannot be saved main asks. */
export async function closeWindow(): Promise<void> {
  await waitForEdits()
  window.close()
}
