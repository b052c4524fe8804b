import 'react-data-grid/lib/styles.css'
import { useElementSize } from '@mantine/hooks'
import type { TableName } from '@shared/plan/table-name'
import { useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react'
import { DataGrid, type DataGridHandle, type PositionChangeArgs, type SortColumn } from 'react-data-grid'
import type { SheetColumn } from './columns'
import styles from './data-sheet.module.css'
import type { Values } from './edits'
import { makeEditOpening } from './edit-opening'
import { gridColumns, textOfCell } from './grid-columns'
import { RowMenu, type MenuPlace } from './RowMenu'
import { useSheetHost } from './sheet-host'
import { draftOf, isBlank, type SheetRow, type TotalsRow } from './sheet-row'
import { columnWords } from './totals'
import { usePaste } from './use-paste'
import type { SheetEdits } from './use-sheet-edits'
import { onSheetKey, type KeyActs } from './sheet-keys'
import type { SheetRows } from './use-sheet-rows'

export type SheetGridHandle = {
  /** Opens the first cell of the line at the end, to type a new row. */
  readonly openBlank: () => void
}

type Props = {
  readonly ref?: Ref<SheetGridHandle>
  readonly table: TableName
  readonly columns: readonly SheetColumn[]
  readonly sheet: SheetRows
  readonly edits: SheetEdits
  readonly titleId: string
  readonly canAdd: boolean
  readonly addWords: string
  readonly totalWords: string
  readonly defaults?: Values
  readonly onActive: (row: SheetRow | null) => void
  readonly onRemove: (row: SheetRow) => void
}

const rowHeight = 30
const headerHeight = 42

/** Enough for every row where that fits the screen, else the grid scrolls within itself. */
function heightOf(rowCount: number, hasTotals: boolean, isWide: boolean): number {
  return headerHeight + rowHeight * (rowCount + (hasTotals ? 1 : 0)) + (isWide ? 17 : 2)
}

const widthOfAll = (columns: readonly SheetColumn[]): number => columns.reduce((sum, column) => sum + column.width, 0)

/** The first column takes what the others leave, up to a width at which names still read well. */
function widthOfFirst(columns: readonly SheetColumn[], frameWidth: number): number {
  const own = columns[0]?.width ?? 0
  return Math.max(own, Math.min(460, Math.floor(frameWidth - (widthOfAll(columns) - own) - 2)))
}

/** The grid itself; the only place that knows the library it is drawn with. */
export function SheetGrid({ ref, defaults, onActive, onRemove, ...given }: Props) {
  const { table, columns, sheet, edits, titleId, canAdd, addWords, totalWords } = given
  const host = useSheetHost()
  const grid = useRef<DataGridHandle>(null)
  const [opening] = useState(makeEditOpening)
  const { ref: frame, width } = useElementSize()
  const [menu, setMenu] = useState<MenuPlace | null>(null)
  const { plan, names, isLocked } = host
  const { problem, pending } = edits
  const firstWidth = widthOfFirst(columns, width)
  const drawn = useMemo(
    () => gridColumns(columns, { plan, names, isLocked, opening, problem, pending, addWords, firstWidth }),
    [columns, plan, names, isLocked, opening, problem, pending, addWords, firstWidth],
  )
  const totals = useMemo<readonly TotalsRow[]>(
    () => (sheet.filled.length > 1 ? [{ rows: sheet.filled, words: totalWords }] : []),
    [sheet.filled, totalWords],
  )
  const clipboard = usePaste({
    table,
    columns,
    rows: sheet.rows,
    canAdd,
    setProblem: edits.setProblem,
    ...(defaults ? { defaults } : {}),
  })
  useImperativeHandle(ref, () => ({
    openBlank: () => {
      const rowIdx = sheet.rows.length - 1
      opening.note('place')
      grid.current?.scrollToCell({ rowIdx, idx: 0 })
      grid.current?.setActivePosition({ rowIdx, idx: 0 }, { enableEditor: true })
    },
  }))
  const { wanted, onFound } = host
  const wantedAt = wanted?.table === table ? sheet.rows.findIndex(({ id }) => id === wanted.id) : -1
  useEffect(() => {
    if (wantedAt === -1) return
    grid.current?.scrollToCell({ rowIdx: wantedAt, idx: 0 })
    grid.current?.setActivePosition({ rowIdx: wantedAt, idx: 0 }, { shouldFocus: true })
    onFound()
  }, [wantedAt, onFound])
  const acts: KeyActs = {
    columns,
    rowCount: sheet.rows.length,
    canAdd,
    isLocked,
    opening,
    moveTo: (rowIdx, idx) => grid.current?.setActivePosition({ rowIdx, idx }, { shouldFocus: true }),
    take: edits.take,
    remove: onRemove,
    dropBlank: edits.dropBlank,
    today: host.today,
  }
  const activate = ({ row, column }: PositionChangeArgs<SheetRow, TotalsRow>): void => {
    onActive(row ?? null)
    const at = columns.find(({ key }) => key === column?.key)
    host.onSelection(at && row ? columnWords(at, sheet.filled) : null)
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
  const isWide = width > 0 && widthOfAll(columns) > width
  return (
    <div ref={frame}>
      <DataGrid<SheetRow, TotalsRow>
        ref={grid}
        aria-labelledby={titleId}
        className={styles['grid'] ?? ''}
        style={{ blockSize: heightOf(sheet.rows.length, totals.length > 0, isWide), maxBlockSize: '64dvh' }}
        columns={drawn}
        rows={sheet.rows}
        rowKeyGetter={({ id }) => id}
        rowHeight={rowHeight}
        headerRowHeight={headerHeight}
        summaryRowHeight={rowHeight}
        bottomSummaryRows={totals}
        sortColumns={sheet.sort ? [gridSort(sheet.sort)] : []}
        onSortColumnsChange={(sorts) => sheet.sortBy(sheetSort(sorts))}
        onRowsChange={(rows, { indexes }) => onRows(rows, indexes)}
        onCellKeyDown={(args, event) => onSheetKey(acts, args, event)}
        onCellDoubleClick={() => opening.note('place')}
        onCellContextMenu={({ row, setActivePosition }, event) => {
          event.preventDefault()
          setActivePosition()
          if (!isLocked && !isBlank(row)) setMenu({ row, x: event.clientX, y: event.clientY })
        }}
        onCellCopy={({ row, column }, event) => {
          const from = columns.find(({ key }) => key === column.key)
          if (!from) return
          event.preventDefault()
          event.clipboardData.setData('text/plain', textOfCell(from, row, names))
        }}
        onCellPaste={({ row, column }, event) => {
          event.preventDefault()
          clipboard(event.clipboardData.getData('text/plain'), row.id, column.key)
          return row
        }}
        onActivePositionChange={activate}
      />
      <RowMenu place={menu} table={table} onClose={() => setMenu(null)} onRemove={onRemove} />
    </div>
  )
}

const gridSort = ({ key, isDescending }: { key: string; isDescending: boolean }): SortColumn => ({
  columnKey: key,
  direction: isDescending ? 'DESC' : 'ASC',
})

function sheetSort([sort]: readonly SortColumn[]): { key: string; isDescending: boolean } | null {
  return sort ? { key: sort.columnKey, isDescending: sort.direction === 'DESC' } : null
}
