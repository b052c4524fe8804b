import type { CellKeyboardEvent, CellKeyDownArgs } from 'react-data-grid'
import type { FieldColumn, SheetColumn } from './columns'
import type { EditOpening } from './edit-opening'
import { onRangeKey, type RangeActs } from './range/range-keys'
import type { Place } from './range/range'
import { onRowKey, type RowActs } from './row-keys'
import type { Draft, SheetRow, TotalsRow } from './sheet-row'

export type KeyActs = RangeActs &
  RowActs & {
    readonly columns: readonly SheetColumn[]
    readonly opening: EditOpening
    readonly take: (row: SheetRow, column: FieldColumn, draft: Draft) => void
    readonly today: () => string
    readonly showDetails: () => void
  }

type KeyArgs = CellKeyDownArgs<SheetRow, TotalsRow>
type EditArgs = Extract<KeyArgs, { mode: 'EDIT' }>
type ActiveArgs = Extract<KeyArgs, { mode: 'ACTIVE' }>

const arrows: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

const within = (at: number, count: number): number => Math.max(0, Math.min(count - 1, at))

function move({ moveTo, rows, columns }: KeyActs, { row, column }: Place): void {
  moveTo({ row: within(row, rows.length), column: within(column, columns.length) })
}

function whileEditing(acts: KeyActs, args: EditArgs, event: CellKeyboardEvent): void {
  const { key, shiftKey, altKey } = event
  if (altKey) return
  const byArrow = acts.opening.how() === 'key' ? arrows[key] : undefined
  const step = key === 'Enter' ? ([shiftKey ? -1 : 1, 0] as const) : byArrow
  if (!step) return
  event.preventGridDefault()
  event.preventDefault()
  args.onClose(true, true)
  move(acts, { row: args.rowIdx + step[0], column: args.column.idx + step[1] })
}

/** Keys that change the value of the active cell without opening it; true where one was used. */
function onField(acts: KeyActs, row: SheetRow, column: FieldColumn, event: CellKeyboardEvent): boolean {
  const { key } = event
  const isCtrl = event.ctrlKey || event.metaKey
  const { kind } = column.field
  if (acts.isLocked) return false
  if (key === 'Delete' || key === 'Backspace') {
    if (!acts.clearRange()) acts.take(row, column, { key: column.key, text: '' })
    return true
  }
  if (key === ' ' && kind === 'yesNo') {
    acts.take(row, column, { key: column.key, value: row[column.key] !== true })
    return true
  }
  if (key === ';' && isCtrl && (kind === 'day' || kind === 'month')) {
    acts.take(row, column, { key: column.key, text: acts.today().slice(0, kind === 'day' ? 10 : 7) })
    return true
  }
  return false
}

/** Alt+E, which explains a figure. */
export const isExplainKey = ({ key, altKey }: Pick<KeyboardEvent, 'key' | 'altKey'>): boolean =>
  altKey && key.toLowerCase() === 'e'

function whileActive(acts: KeyActs, args: ActiveArgs, event: CellKeyboardEvent): void {
  const { row, column: gridColumn, rowIdx } = args
  if (!row || !gridColumn) return
  const column = acts.columns[gridColumn.idx]
  const at: Place = { row: rowIdx, column: gridColumn.idx }
  const used = (): void => {
    event.preventGridDefault()
    event.preventDefault()
  }
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    used()
    acts.showDetails()
  } else if (isExplainKey(event)) {
    // no letter to type: the frame or the window explains
    event.preventGridDefault()
  } else if (onRangeKey(acts, at, event) || onRowKey(acts, row, event)) used()
  else if (event.key === 'F2' || (event.key === 'ArrowDown' && event.altKey)) {
    used()
    acts.opening.note(event.key === 'F2' ? 'place' : 'list')
    args.setActivePosition({ rowIdx, idx: gridColumn.idx }, { enableEditor: true })
  } else if (event.key === 'Enter') {
    used()
    move(acts, { row: rowIdx + (event.shiftKey ? -1 : 1), column: gridColumn.idx })
  } else if (column?.kind === 'field' && onField(acts, row, column, event)) used()
  else acts.opening.note('key')
}

/** The keys of a spreadsheet, where the grid has others or none. */
export function onSheetKey(acts: KeyActs, args: KeyArgs, event: CellKeyboardEvent): void {
  if (args.mode === 'EDIT') whileEditing(acts, args, event)
  else whileActive(acts, args, event)
}
