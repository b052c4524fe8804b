import 'react-data-grid/lib/styles.css'
import { useElementSize, useMergedRef } from '@mantine/hooks'
import type { TableName } from '@shared/plan/table-name'
import { useCallback, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react'
import {
  DataGrid,
  type ColumnWidths,
  type DataGridHandle,
  type PositionChangeArgs,
  type SortColumn,
} from 'react-data-grid'
import { useClipboard } from './clipboard/use-clipboard'
import type { SheetColumn } from './columns'
import styles from './data-sheet.module.css'
import { makeEditOpening } from './edit-opening'
import { onFrameKey, onFrameMenu } from './frame-acts'
import { frozenCountOf, moved } from './layout/layout'
import type { LayoutState } from './layout/use-layout'
import { selectCell } from './range/cell-state'
import { CellStoreProvider, renderRangeCell } from './range/RangeCell'
import { useRange } from './range/use-range'
import { SheetDialogs, type OpenDialog } from './SheetDialogs'
import { useSheetHost } from './sheet-host'
import { onSheetKey } from './sheet-keys'
import { draftOf, groupOf, isBlank, isReal, type SheetRow, type TotalsRow } from './sheet-row'
import type { WriteLines } from './use-block'
import { useCellMarks } from './use-cell-marks'
import { useDrawnColumns } from './use-drawn-columns'
import { useGridActs } from './use-grid-acts'
import { useFrameEvents } from './use-frame-events'
import { headerHeight, rowHeight, useGridSize } from './use-grid-size'
import { useSelectionWords } from './use-selection-words'
import type { SheetEdits } from './use-sheet-edits'
import type { SheetRows } from './use-sheet-rows'
import { useWanted } from './use-wanted'

export type SheetGridHandle = {
  /** Opens the first cell of the line at the end, to type a new row. */
  readonly openBlank: () => void
  readonly openFind: () => void
  /** Deletes the rows that are selected. */
  readonly removeSelected: () => void
}

type Props = {
  readonly ref?: Ref<SheetGridHandle>
  readonly table: TableName
  /** The columns that are shown, in their order. */
  readonly columns: readonly SheetColumn[]
  readonly sheet: SheetRows
  readonly edits: SheetEdits
  readonly layout: LayoutState
  readonly write: WriteLines
  readonly titleId: string
  readonly hintId: string
  readonly canAdd: boolean
  readonly canRemove: boolean
  readonly addWords: string
  readonly totalWords: string
  readonly announce: (words: string) => void
  readonly onActive: (row: SheetRow | null) => void
  readonly onRemove: (rows: readonly SheetRow[]) => void
}

/** The grid itself; with the cells of the range layer the only place that knows the library it is drawn with. */
export function SheetGrid({ ref, onActive, onRemove, announce, ...given }: Props) {
  const { table, columns, sheet, edits, titleId, hintId, canAdd, canRemove, addWords, totalWords, write } = given
  const { layout } = given.layout
  const grid = useRef<DataGridHandle>(null)
  const section = useRef<HTMLDivElement>(null)
  const [opening] = useState(makeEditOpening)
  const { ref: sizeRef, width } = useElementSize()
  const frame = useMergedRef(section, sizeRef)
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const { isLocked } = useSheetHost()
  const { names } = edits
  const size = useMemo(
    () => ({ rows: sheet.rows.length, columns: columns.length }),
    [sheet.rows.length, columns.length],
  )
  const frozenCount = useMemo(() => frozenCountOf(layout, columns.length), [layout, columns.length])
  const range = useRange({
    size,
    canFill: !isLocked,
    grid,
    frozenCount,
    headerHeight,
    totalsHeight: sheet.allCount > 1 ? rowHeight : 0,
    lastRow: sheet.rows.findLastIndex(isReal),
    onFill: (source, target) => {
      acts.fillTo(source, target)
      acts.selectWritten(target)
    },
  })
  const onHeadingMenu = useCallback(
    (key: string, at: DOMRect) => setDialog({ kind: 'heading', place: { key, x: at.left, y: at.bottom } }),
    [],
  )
  const openMenuAt = (row: SheetRow, x: number, y: number): void => {
    if (!isBlank(row) && !row[groupOf]) setDialog({ kind: 'row', place: { row, x, y } })
  }
  const acts = useGridActs({
    table,
    columns,
    sheet,
    edits,
    range,
    grid,
    opening,
    write,
    canAdd,
    canRemove,
    onRemove,
    isOwnOrder: layout.sort === null && layout.groupBy === null,
    onMenu: (row) => {
      const at = activeCell(section.current)?.getBoundingClientRect()
      openMenuAt(row, (at?.left ?? 0) + 12, at?.bottom ?? 0)
    },
    onBulk: () => setDialog({ kind: 'bulk' }),
  })
  useCellMarks(range.store, edits)
  useSelectionWords({ store: range.store, frame: section, columns, sheet, announce })
  const totals = useMemo<readonly TotalsRow[]>(
    () => (sheet.allCount > 1 ? [{ rows: sheet.filled, words: totalWords }] : []),
    [sheet.filled, sheet.allCount, totalWords],
  )
  const sized = useGridSize({
    columns,
    drawn: layout.widths,
    frame: width,
    lines: sheet.rows.length + totals.length,
    addWords: canAdd ? addWords : '',
  })
  const drawn = useDrawnColumns({
    table,
    columns,
    names,
    opening,
    addWords,
    layout,
    frozenCount,
    widths: sized.widths,
    onHeadingMenu,
  })
  const clipboard = useClipboard({
    sheet: { columns, rows: sheet.rows, names },
    box: range.box,
    write,
    isLocked,
    announce,
    select: acts.selectWritten,
  })
  useImperativeHandle(ref, () => ({
    openBlank: () => {
      const blankAt = sheet.rows.findIndex(isBlank)
      opening.note('place')
      grid.current?.scrollToCell({ rowIdx: blankAt, idx: 0 })
      grid.current?.setActivePosition({ rowIdx: blankAt, idx: 0 }, { enableEditor: true })
    },
    openFind: () => setDialog({ kind: 'find' }),
    removeSelected: acts.keys.removeRows,
  }))
  useWanted(table, sheet.rows, acts.moveTo)
  const activate = ({ row, column, rowIdx }: PositionChangeArgs<SheetRow, TotalsRow>): void => {
    onActive(row ?? null)
    if (row && column) selectCell(range.store, { row: rowIdx, column: column.idx })
    else range.store.setState({ range: null })
  }
  const onRows = (rows: readonly SheetRow[], indexes: readonly number[]): void => {
    for (const i of indexes) {
      const row = rows[i]
      const draft = row?.[draftOf]
      const column = columns.find(({ key }) => key === draft?.key)
      // what stands in the row without the draft is what it held before
      const before = sheet.rows[i]
      if (row && draft && before && column?.kind === 'field') edits.take(before, column, draft)
    }
  }
  useFrameEvents(section, {
    keydown: onFrameKey({ columns, dialog, open: setDialog, onHeadingMenu, explainAt: acts.explainAt }),
    contextmenu: onFrameMenu({ columns, onHeadingMenu }),
    mouseover: range.onMouseOver,
    ...clipboard,
  })
  const widths = useMemo<ColumnWidths>(
    () => new Map(Object.entries(layout.widths).map(([key, at]) => [key, { type: 'resized', width: at }])),
    [layout.widths],
  )
  return (
    <CellStoreProvider value={range.store}>
      <div ref={frame} className={styles['frame']} data-can-fill={!isLocked || undefined}>
        <SheetDialogs
          {...{ dialog, setDialog, table, columns, sheet, layout: given.layout, acts, range, names, write }}
          focusCell={() => activeCell(section.current)?.focus()}
        />
        <DataGrid<SheetRow, TotalsRow>
          ref={grid}
          aria-labelledby={titleId}
          aria-describedby={hintId}
          className={styles['grid'] ?? ''}
          style={sized.style}
          columns={drawn}
          rows={sheet.rows}
          rowKeyGetter={({ id }) => id}
          rowHeight={rowHeight}
          headerRowHeight={headerHeight}
          summaryRowHeight={rowHeight}
          bottomSummaryRows={totals}
          renderers={renderers}
          columnWidths={widths}
          onColumnWidthsChange={(next) => given.layout.set({ ...layout, widths: resized(next) })}
          onColumnsReorder={(from, to) => given.layout.set(moved(columns, layout, from, to))}
          sortColumns={sortColumns(layout.sort)}
          onSortColumnsChange={(sorts) => given.layout.set({ ...layout, sort: sheetSort(sorts) })}
          onRowsChange={(rows, { indexes }) => onRows(rows, indexes)}
          onCellKeyDown={(args, event) => onSheetKey(acts.keys, args, event)}
          onCellMouseDown={range.onCellMouseDown}
          onCellClick={({ row }) => row[groupOf] && sheet.toggleGroup(row.id)}
          onCellDoubleClick={(args, event) => {
            if (!range.onCellDoubleClick(args, event)) opening.note('list')
          }}
          onCellContextMenu={({ row }, event) => {
            event.preventDefault()
            openMenuAt(row, event.clientX, event.clientY)
          }}
          // the range layer pastes; without this Ctrl+V would open the cell
          onCellPaste={({ row }) => row}
          onActivePositionChange={activate}
        />
      </div>
    </CellStoreProvider>
  )
}

const renderers = { renderCell: renderRangeCell }

const activeCell = (frame: HTMLElement | null): HTMLElement | null =>
  frame?.querySelector<HTMLElement>('[role="grid"] > [role="row"] > [tabindex="0"]') ?? null

const resized = (widths: ColumnWidths): Record<string, number> =>
  Object.fromEntries(
    [...widths].flatMap(([key, { type, width }]) => (type === 'resized' ? [[key, Math.round(width)]] : [])),
  )

const sortColumns = (sort: LayoutState['layout']['sort']): SortColumn[] =>
  sort ? [{ columnKey: sort.key, direction: sort.isDescending ? 'DESC' : 'ASC' }] : []

function sheetSort([sort]: readonly SortColumn[]): { key: string; isDescending: boolean } | null {
  return sort ? { key: sort.columnKey, isDescending: sort.direction === 'DESC' } : null
}
