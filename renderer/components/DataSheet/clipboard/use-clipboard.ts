import { cellWords, type Box } from '../range/range'
import type { WriteLines } from '../use-block'
import type { FrameEvents } from '../use-frame-events'
import { pasteLines, sameLines, textsOf, type ShownSheet } from './block-lines'
import { tiled } from './tile'
import { formatTsv, parseTsv } from './tsv'

type Question = {
  readonly sheet: ShownSheet
  readonly box: () => Box | null
  readonly write: WriteLines
  readonly isLocked: boolean
  readonly announce: (words: string) => void
  /** Shows what was pasted as the selection. */
  readonly select: (box: Box) => void
}

export type ClipboardHandlers = Pick<FrameEvents, 'copy' | 'cut' | 'paste'>

/** True for an event of a cell that is not open: an open one has its own text to copy. */
const isOfCells = ({ target }: ClipboardEvent): boolean =>
  target instanceof Element && target.closest('[role="grid"]') !== null && !target.matches('input, textarea')

/** Copy, cut and paste of ranges, as spreadsheets put them on the clipboard. */
export function useClipboard({ sheet, box, write, isLocked, announce, select }: Question): ClipboardHandlers {
  const put = (event: ClipboardEvent, verb: string): Box | null => {
    const from = isOfCells(event) ? box() : null
    if (!from) return null
    const texts = textsOf(sheet, from)
    event.preventDefault()
    event.clipboardData?.setData('text/plain', formatTsv(texts))
    announce(`${verb} ${cellWords(texts.reduce((count, line) => count + line.length, 0))}`)
    return from
  }
  return {
    copy: (event) => void put(event, 'Copied'),
    cut: (event) => {
      const from = put(event, isLocked ? 'Copied' : 'Cut')
      if (from && !isLocked) write('cut', sameLines(sheet, from, { text: '' }))
    },
    paste: (event) => {
      const onto = isOfCells(event) ? box() : null
      if (!onto || isLocked) return
      event.preventDefault()
      const cells = tiled(parseTsv(event.clipboardData?.getData('text/plain') ?? ''), onto)
      const width = Math.max(0, ...cells.map((line) => line.length))
      if (width === 0) return
      write('paste', pasteLines(sheet, { row: onto.top, column: onto.left }, cells))
      select({
        ...onto,
        bottom: Math.min(sheet.rows.length, onto.top + cells.length) - 1,
        right: Math.min(sheet.columns.length, onto.left + width) - 1,
      })
    },
  }
}
