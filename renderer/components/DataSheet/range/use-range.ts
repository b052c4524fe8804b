import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import type { CellMouseArgs, CellMouseEvent, DataGridHandle } from 'react-data-grid'
import type { SheetRow, TotalsRow } from '../sheet-row'
import { extendTo, makeCellStore, selectCell, selectedBox, type CellStore } from './cell-state'
import { cellsInView, isInView, type View } from './edge-step'
import { clampPlace, contains, fillReach, type Box, type Place, type Size } from './range'
import { useEdgeScroll } from './use-edge-scroll'

/** Pixels at the lower right of a selection that draw a fill. */
const handleSize = 9

/** The cell of the grid under an event, by what the grid says of it to screen readers; the totals stand below the last row. */
export function placeUnder(target: EventTarget | null): Place | null {
  const cell = target instanceof Element ? target.closest('[role="gridcell"]') : null
  const row = Number(cell?.parentElement?.getAttribute('aria-rowindex') ?? Number.NaN)
  const column = Number(cell?.getAttribute('aria-colindex') ?? Number.NaN)
  // the heading is row 1
  return Number.isNaN(row + column) ? null : { row: row - 2, column: column - 1 }
}

const isOnHandle = (event: CellMouseEvent): boolean => {
  const { right, bottom, width } = event.currentTarget.getBoundingClientRect()
  return width > 0 && right - event.clientX <= handleSize && bottom - event.clientY <= handleSize
}

type Question = {
  readonly size: Size
  readonly canFill: boolean
  readonly grid: RefObject<DataGridHandle | null>
  readonly frozenCount: number
  /** Pixels. */
  readonly headerHeight: number
  readonly totalsHeight: number
  readonly onFill: (source: Box, target: Box) => void
  /** The last row of the plan that the sheet shows; −1: none. */
  readonly lastRow: number
}

/** What the pointer draws, from which cell, and the cell that it has reached. */
type Drag = { readonly from: Place; readonly at: Place } & (
  | { readonly kind: 'range' }
  | { readonly kind: 'fill'; readonly source: Box }
)

export type RangeLayer = {
  readonly store: CellStore
  /** The selected rectangle; null where nothing is selected. */
  readonly box: () => Box | null
  readonly onCellMouseDown: (args: CellMouseArgs<SheetRow, TotalsRow>, event: CellMouseEvent) => void
  /** A double click on the handle fills down to the last row; true where it was one. */
  readonly onCellDoubleClick: (args: CellMouseArgs<SheetRow, TotalsRow>, event: CellMouseEvent) => boolean
  readonly onMouseOver: (event: MouseEvent) => void
}

/** Selecting and filling with the pointer, and the state of the cells that both show in. */
export function useRange(question: Question): RangeLayer {
  const { size, canFill, grid, onFill, frozenCount, headerHeight, totalsHeight, lastRow } = question
  const [store] = useState(makeCellStore)
  const drag = useRef<Drag | null>(null)
  const fill = useRef(onFill)
  useEffect(() => {
    fill.current = onFill
  }, [onFill])
  useEffect(() => {
    const end = (): void => {
      const ended = drag.current
      const target = store.getState().fill
      drag.current = null
      if (ended?.kind !== 'fill') return
      store.setState({ fill: null })
      if (target) fill.current(ended.source, target)
    }
    window.addEventListener('mouseup', end)
    return () => window.removeEventListener('mouseup', end)
  }, [store])
  const reach = useCallback(
    (dragging: Drag, at: Place): void => {
      drag.current = { ...dragging, at }
      if (dragging.kind === 'range') extendTo(store, at)
      else store.setState({ fill: fillReach(dragging.source, at) })
      grid.current?.scrollToCell({ rowIdx: at.row, idx: at.column })
    },
    [store, grid],
  )
  const view = useCallback(
    ({ column }: Place): View | null =>
      cellsInView(grid.current?.element ?? null, { column, frozenCount, headerHeight, totalsHeight }),
    [grid, frozenCount, headerHeight, totalsHeight],
  )
  useEdgeScroll({
    view: () => drag.current && view(drag.current.from),
    onStep: ({ rows, columns }) => {
      const dragging = drag.current
      if (!dragging) return
      const { row, column } = dragging.at
      reach(dragging, clampPlace({ row: row + rows, column: column + columns }, size))
    },
  })
  return useMemo(() => {
    const box = (): Box | null => selectedBox(store, size)
    /** The selection whose handle the pointer is on; null where it is on none. */
    const heldBy = ({ rowIdx, column }: CellMouseArgs<SheetRow, TotalsRow>, event: CellMouseEvent): Box | null => {
      const now = box()
      const isCorner = now?.bottom === rowIdx && now.right === column.idx
      return canFill && isCorner && isOnHandle(event) ? now : null
    }
    return {
      store,
      box,
      onCellDoubleClick: (args, event) => {
        const source = heldBy(args, event)
        if (!source) return false
        event.preventGridDefault()
        if (source.bottom < lastRow) fill.current(source, { ...source, bottom: lastRow })
        return true
      },
      onCellMouseDown: (args, event) => {
        const { rowIdx, column } = args
        const place = { row: rowIdx, column: column.idx }
        const now = box()
        const isWithin = now !== null && contains(now, place.row, place.column)
        const take = (): void => {
          event.preventGridDefault()
          event.preventDefault()
        }
        if (event.button === 2) {
          if (isWithin) take()
          return
        }
        if (event.button !== 0) return
        const source = heldBy(args, event)
        if (source) {
          take()
          drag.current = { kind: 'fill', source, from: place, at: place }
        } else if (event.shiftKey && now) {
          take()
          extendTo(store, place)
        } else {
          selectCell(store, place)
          drag.current = { kind: 'range', from: place, at: place }
        }
      },
      onMouseOver: (event) => {
        const dragging = drag.current
        const place = dragging && event.buttons === 1 ? placeUnder(event.target) : null
        const seen = dragging && view(dragging.from)
        // past an edge the drag goes on by itself, also over what is kept in place there
        if (seen && !isInView({ x: event.clientX, y: event.clientY }, seen)) return
        if (dragging && place) reach(dragging, clampPlace(place, size))
      },
    }
  }, [store, size, canFill, lastRow, reach, view])
}
