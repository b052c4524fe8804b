import type { ExplainQuestion } from '@shared/forecast/explain-question'
import type { TableName } from '@shared/plan/table-name'
import type { RefObject } from 'react'
import type { DataGridHandle } from 'react-data-grid'
import { cellWrites } from './cell-writes'
import type { SheetColumn } from './columns'
import type { EditOpening } from './edit-opening'
import { questionOfCell, questionOfTotal } from './explain-cell'
import { gridPlaces, type GridPlaces } from './grid-places'
import { extendTo } from './range/cell-state'
import type { Box, Place } from './range/range'
import type { RangeLayer } from './range/use-range'
import type { RowMenuActs } from './RowMenu'
import { useSheetHost } from './sheet-host'
import type { KeyActs } from './sheet-keys'
import { groupOf, isBlank, isReal, type SheetRow } from './sheet-row'
import type { WriteLines } from './use-block'
import { realRowsIn, useRowMoves } from './use-row-moves'
import type { SheetEdits } from './use-sheet-edits'
import type { SheetRows } from './use-sheet-rows'

type Question = {
  readonly table: TableName
  readonly columns: readonly SheetColumn[]
  readonly sheet: SheetRows
  readonly edits: SheetEdits
  readonly range: RangeLayer
  readonly grid: RefObject<DataGridHandle | null>
  readonly opening: EditOpening
  readonly write: WriteLines
  readonly canAdd: boolean
  readonly canRemove: boolean
  readonly isOwnOrder: boolean
  readonly onRemove: (rows: readonly SheetRow[]) => void
  readonly onMenu: (row: SheetRow) => void
  readonly onBulk: () => void
}

export type GridActs = GridPlaces & {
  readonly keys: KeyActs
  readonly menu: RowMenuActs
  readonly fillTo: (source: Box, target: Box) => void
  readonly selectedRows: () => readonly SheetRow[]
  /** Shows what the figure of a cell is made of; false where none was worked out there. */
  readonly explainAt: (place: Place | null) => boolean
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** Everything that keys and menus do in a sheet, each thing in one place. */
export function useGridActs(question: Question): GridActs {
  const { table, columns, sheet, edits, range, grid, write, canAdd, canRemove } = question
  const host = useSheetHost()
  const { rows } = sheet
  const { isLocked } = host
  const { moveTo, show, selectWritten } = gridPlaces({ rows: rows.length, columns: columns.length }, range, grid)
  const say = (message: string): void => edits.setProblem({ rowId: '', key: '', message })
  const onMoved = (step: 1 | -1): void => {
    const now = range.store.getState().range
    if (!now) return
    const shifted = {
      anchor: { ...now.anchor, row: now.anchor.row + step },
      focus: { ...now.focus, row: now.focus.row + step },
    }
    moveTo(shifted.anchor)
    range.store.setState({ range: shifted })
  }
  const moveRows = useRowMoves({ table, rows, isOwnOrder: question.isOwnOrder, say, onMoved })
  const selectedRows = () => realRowsIn(rows, range.box())
  const { fillTo, fill, clear, clearRange } = cellWrites({ columns, rows, names: edits.names }, range, write)
  const insertAbove = (row: SheetRow): void => {
    const at = rows.findIndex(({ id }) => id === row.id)
    if (isReal(row)) edits.blank.putAbove(row.id)
    moveTo({ row: isReal(row) ? at : rows.length - 1, column: 0 })
  }
  const removeRows = (): void => {
    const chosen = selectedRows()
    if (canRemove && chosen.length > 0) question.onRemove(chosen)
  }
  const questionAt = ({ row, column }: Place): ExplainQuestion | null => {
    const [line, at] = [rows[row], columns[column]]
    if (line) return questionOfCell(table, columns, column, line)
    return at && column > 0 && row === rows.length ? questionOfTotal(table, at, sheet.filled, null) : null
  }
  const explainAt = (place: Place | null): boolean => {
    const asked = place && questionAt(place)
    if (asked) host.onExplain(asked)
    return asked !== null
  }
  const chosen = range.store.getState().range?.anchor ?? null
  const isOpen = !isLocked
  const last = rows.at(-1)
  const keys: KeyActs = {
    rows,
    columns,
    realCount: last && isBlank(last) ? rows.length - 1 : rows.length,
    isLocked,
    canAdd,
    opening: question.opening,
    range: () => range.store.getState().range,
    select: (next) => range.store.setState({ range: next }),
    moveTo,
    extendTo: (place) => {
      extendTo(range.store, place)
      show(place)
    },
    clearRange,
    fillFrom: fill,
    isFilled: (row, column) => {
      const [line, at] = [rows[row], columns[column]]
      if (!line || !at || isBlank(line) || line[groupOf]) return false
      return !isEmpty(at.kind === 'field' ? line[at.key] : at.text(line))
    },
    take: edits.take,
    dropBlank: edits.blank.drop,
    removeRows,
    insertAbove,
    moveRows: (step) => moveRows(range.box(), step),
    toggleGroup: sheet.toggleGroup,
    openMenu: question.onMenu,
    today: host.today,
    showDetails: host.onDetails,
  }
  const insertAboveFirst = (): void => {
    const [first] = selectedRows()
    if (first) insertAbove(first)
  }
  const menu: RowMenuActs = {
    showDetails: host.onDetails,
    explain: chosen && questionAt(chosen) ? () => explainAt(chosen) : null,
    insertAbove: canAdd ? insertAboveFirst : null,
    moveUp: isOpen && question.isOwnOrder ? () => moveRows(range.box(), -1) : null,
    moveDown: isOpen && question.isOwnOrder ? () => moveRows(range.box(), 1) : null,
    fillDown: isOpen ? () => fill('above') : null,
    clear: isOpen ? clear : null,
    change: isOpen ? question.onBulk : null,
    remove: isOpen && canRemove ? removeRows : null,
  }
  return {
    keys,
    menu,
    moveTo,
    show,
    selectWritten,
    fillTo: (source, target) => fillTo(source, target),
    selectedRows,
    explainAt,
  }
}
