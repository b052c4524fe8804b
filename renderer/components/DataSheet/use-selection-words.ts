import { useEffect, type RefObject } from 'react'
import type { SheetColumn } from './columns'
import { selectedBox, type CellStore } from './range/cell-state'
import { isOneCell, sizeWords } from './range/range'
import { selectionWords } from './range/selection-words'
import { useSheetHost } from './sheet-host'
import type { SheetRows } from './use-sheet-rows'
import { keptColumnWords } from './totals'

type Question = {
  readonly store: CellStore
  readonly frame: RefObject<HTMLElement | null>
  readonly columns: readonly SheetColumn[]
  readonly sheet: SheetRows
  /** Tells screen readers how much is selected. */
  readonly announce: (words: string) => void
}

/** Milliseconds after which a selection that grows no more is told. */
const settled = 250

/** Tells the status bar what the selection adds up to, and screen readers how large it is. */
export function useSelectionWords({ store, frame, columns, sheet, announce }: Question): void {
  const { onSelection } = useSheetHost()
  const { rows, filled } = sheet
  useEffect(() => {
    const tell = (): void => {
      // another sheet of the screen may have the focus, and with it the status bar
      if (frame.current?.contains(document.activeElement) !== true) return
      const box = selectedBox(store, { rows: rows.length, columns: columns.length })
      const column = box && columns[box.left]
      if (!box || !column) onSelection(null)
      else onSelection(isOneCell(box) ? keptColumnWords(column, filled) : selectionWords(columns, rows, box))
    }
    tell()
    return store.subscribe((now, before) => {
      if (now.range !== before.range) tell()
    })
  }, [store, frame, columns, rows, filled, onSelection])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = store.subscribe((now, before) => {
      if (now.range === before.range) return
      clearTimeout(timer)
      const box = selectedBox(store, { rows: rows.length, columns: columns.length })
      if (box && !isOneCell(box)) timer = setTimeout(() => announce(`Selected ${sizeWords(box)}`), settled)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [store, rows.length, columns.length, announce])
}
