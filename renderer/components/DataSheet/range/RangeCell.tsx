import { createContext, memo, useContext, useSyncExternalStore, type Key } from 'react'
import { Cell, type CellRendererProps } from 'react-data-grid'
import styles from '../data-sheet.module.css'
import type { SheetRow, TotalsRow } from '../sheet-row'
import { looksOf, makeCellStore, type CellStore } from './cell-state'

const Context = createContext<CellStore>(makeCellStore())

/** Gives every cell inside the state of its sheet's selection. */
export const CellStoreProvider = Context

type Props = CellRendererProps<SheetRow, TotalsRow>

const RangeCell = memo(function RangeCell(props: Props) {
  const { row, rowIdx, column, isCellActive } = props
  const store = useContext(Context)
  const look = (): string =>
    looksOf(store.getState(), { rowId: row.id, key: column.key, row: rowIdx, column: column.idx })
  const looks = useSyncExternalStore(store.subscribe, look)
  const words = looks === '' ? [] : looks.split(' ')
  const className = words.map((word) => styles[word] ?? '').join(' ')
  return <Cell {...props} aria-selected={isCellActive || words.includes('ranged')} className={className} />
})

/** Draws a cell of the grid with its place in the selected range. */
export const renderRangeCell = (key: Key, props: Props) => <RangeCell key={key} {...props} />
