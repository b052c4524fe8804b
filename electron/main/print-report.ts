import type { FilesCallValue } from '@shared/contract/files-process'
import { draftMark, paperChannels } from '@shared/contract/paper'
import { BrowserWindow } from 'electron'
import { cancelled } from './patience'
import { marginHtml, type Margins } from './print-margins'
import { pagePreferences } from './window'

type Report = FilesCallValue<'buildReport'>

export type PrinterParts = {
  /** Address of the page that is printed, and its preload script. */
  readonly address: string
  readonly preload: string
  readonly isPackaged: boolean
}

/** A page that has not drawn itself by then never will. */
const patienceMilliseconds = 60_000

const drawn = (window: BrowserWindow, report: Report): Promise<void> =>
  new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error('The report page did not answer')), patienceMilliseconds)
    const end = (finish: () => void) => (): void => {
      clearTimeout(timer)
      finish()
    }
    window.webContents.ipc.once(paperChannels.ready, end(done))
    window.webContents.once(
      'render-process-gone',
      end(() => fail(new Error('The report page stopped'))),
    )
    window.webContents.once(
      'destroyed',
      end(() => fail(new Error('The report page was closed'))),
    )
    window.webContents.send(paperChannels.report, report)
  })

const marginsOf = ({ district, scenario, contact, isDraft }: Report): Margins => ({
  above: `${district} · ${scenario === null ? 'Current plan' : `Scenario: ${scenario}`}`,
  below: contact === null ? '' : `Questions: ${contact}`,
  mark: isDraft ? draftMark : null,
})

async function printIn(window: BrowserWindow, address: string, report: Report): Promise<Uint8Array> {
  await window.loadURL(address)
  await drawn(window, report)
  return window.webContents.printToPDF({
    ...marginHtml(marginsOf(report)),
    displayHeaderFooter: true,
    pageSize: 'Letter',
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  })
}

/**
 * Prints a report in a window of its own that nobody sees, as a tagged PDF with outline, title and language: headings,
 * tables and pictures with their words stay what they are. Null, at once, where it is cancelled.
 */
export const reportPrinter =
  ({ address, preload, isPackaged }: PrinterParts) =>
  async (report: Report, signal: AbortSignal): Promise<Uint8Array | null> => {
    const window = new BrowserWindow({
      show: false,
      width: 816,
      height: 1056,
      webPreferences: pagePreferences(preload, isPackaged),
    })
    try {
      return await Promise.race([cancelled(signal), printIn(window, address, report)])
    } finally {
      window.destroy()
    }
  }
