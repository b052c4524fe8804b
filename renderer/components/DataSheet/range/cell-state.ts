import type { AnyRow } from '@shared/plan/tables'
import { boxOf, clampRange, contains, isOneCell, rangeAt, type Box, type Place, type Range, type Size } from './range'

/** What cells look like beyond what they hold; apart from the rows, so that a changed selection draws only its cells. */
export type CellState = {
  readonly range: Range | null
  /** What a fill that is being drawn will cover. */
  readonly fill: Box | null
  /** Cells that kept what they held, as `cellKey` names them. */
  readonly refused: ReadonlySet<string>
  /** Rows that are on their way to the file. */
  readonly pending: ReadonlyMap<string, AnyRow>
  /** The cell that the search is at. */
  readonly found: Place | null
}

type Listener = (now: CellState, before: CellState) => void

/** The state of one sheet's cells, apart from what draws them: a step of the selection draws no more than its cells. */
export type CellStore = {
  readonly getState: () => CellState
  readonly setState: (change: Partial<CellState>) => void
  /** Calls a listener after each change; answers how to stop. */
  readonly subscribe: (listener: Listener) => () => void
}

export const cellKey = (rowId: string, key: string): string => `${rowId} ${key}`

export function makeCellStore(): CellStore {
  let state: CellState = { range: null, fill: null, refused: new Set(), pending: new Map(), found: null }
  const listeners = new Set<Listener>()
  return {
    getState: () => state,
    setState: (change) => {
      const before = state
      state = { ...state, ...change }
      for (const listener of listeners) listener(state, before)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** The selected rectangle as far as the sheet has it; null where nothing is selected. */
export function selectedBox(store: CellStore, size: Size): Box | null {
  const { range } = store.getState()
  const clamped = range && clampRange(range, size)
  return clamped && boxOf(clamped)
}

/** Selects one cell. */
export const selectCell = (store: CellStore, place: Place): void => store.setState({ range: rangeAt(place) })

/** Lets the selection reach from where it began to another cell. */
export function extendTo(store: CellStore, focus: Place): void {
  const { range } = store.getState()
  store.setState({ range: { anchor: range?.anchor ?? focus, focus } })
}

type Look = { readonly rowId: string; readonly key: string; readonly row: number; readonly column: number }

/** The looks of one cell as words parted by spaces, so that a cell is drawn anew only where its own looks change. */
export function looksOf({ range, fill, refused, pending, found }: CellState, cell: Look): string {
  const looks: string[] = []
  if (range) {
    const box = boxOf(range)
    if (contains(box, cell.row, cell.column)) {
      if (!isOneCell(box)) looks.push('ranged')
      if (cell.row === box.bottom && cell.column === box.right) looks.push('corner')
    }
  }
  if (fill && contains(fill, cell.row, cell.column)) looks.push('filling')
  if (found?.row === cell.row && found.column === cell.column) looks.push('found')
  if (pending.size > 0 && pending.has(cell.rowId)) looks.push('pending')
  if (refused.size > 0 && refused.has(cellKey(cell.rowId, cell.key))) looks.push('refused')
  return looks.join(' ')
}
