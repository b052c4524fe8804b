import type { RefObject } from 'react'
import type { DataGridHandle } from 'react-data-grid'
import { selectCell } from './range/cell-state'
import { clampPlace, contains, rangeOver, type Box, type Place, type Size } from './range/range'
import type { RangeLayer } from './range/use-range'

export type GridPlaces = {
  /** Makes a cell the active one, and the only one selected. */
  readonly moveTo: (place: Place) => void
  /** Scrolls to a cell and leaves the focus where it is. */
  readonly show: (place: Place) => void
  /** Selects what a paste or a fill has written; the view stays where the planner is. */
  readonly selectWritten: (box: Box) => void
}

/** Where the grid is: its active cell, what is selected, what is in view. */
export function gridPlaces(size: Size, { store }: RangeLayer, grid: RefObject<DataGridHandle | null>): GridPlaces {
  const moveTo = (place: Place): void => {
    const { row, column } = clampPlace(place, size)
    grid.current?.setActivePosition({ rowIdx: row, idx: column }, { shouldFocus: true })
    selectCell(store, { row, column })
  }
  const show = ({ row, column }: Place): void => grid.current?.scrollToCell({ rowIdx: row, idx: column })
  const selectWritten = (box: Box): void => {
    const { range: now } = store.getState()
    // to move the active cell is to scroll to it
    if (!now || !contains(box, now.anchor.row, now.anchor.column)) moveTo({ row: box.top, column: box.left })
    store.setState({ range: rangeOver(box, now?.anchor ?? null) })
  }
  return { moveTo, show, selectWritten }
}
