import type { Names } from '@shared/plan/format'
import type { TableName } from '@shared/plan/table-name'
import { useMemo, type Dispatch, type SetStateAction } from 'react'
import { BulkDialog } from './BulkDialog'
import { textOfCell } from './cell-text'
import type { CellInput } from './clipboard/block'
import type { FieldColumn, SheetColumn } from './columns'
import { valuesIn } from './layout/filter'
import { FilterDialog } from './layout/FilterDialog'
import { foldedTexts, type Match } from './layout/find'
import { FindBar } from './layout/FindBar'
import { HeadingMenu, type HeadingMenuPlace } from './layout/HeadingMenu'
import { withFilter } from './layout/layout'
import type { LayoutState } from './layout/use-layout'
import type { RangeLayer } from './range/use-range'
import { RowMenu, type MenuPlace } from './RowMenu'
import { isReal, type SheetRow } from './sheet-row'
import type { WriteLines } from './use-block'
import type { GridActs } from './use-grid-acts'
import type { SheetRows } from './use-sheet-rows'

/** What stands open over or above a sheet; one at a time. */
export type OpenDialog =
  | { readonly kind: 'row'; readonly place: MenuPlace }
  | { readonly kind: 'heading'; readonly place: HeadingMenuPlace }
  | { readonly kind: 'filter'; readonly key: string }
  | { readonly kind: 'bulk' }
  | { readonly kind: 'find' }

type Props = {
  readonly dialog: OpenDialog | null
  readonly setDialog: Dispatch<SetStateAction<OpenDialog | null>>
  readonly table: TableName
  readonly columns: readonly SheetColumn[]
  readonly sheet: SheetRows
  readonly layout: LayoutState
  readonly acts: GridActs
  readonly range: RangeLayer
  readonly names: Names
  readonly write: WriteLines
  /** Gives the focus back to the cell that had it. */
  readonly focusCell: () => void
}

/** The menus, dialogs and the search of a sheet. */
export function SheetDialogs(props: Props) {
  const { dialog, setDialog, table, columns, sheet, layout, acts, range, write, focusCell } = props
  if (!dialog) return null
  const box = range.box()
  const close = (): void => {
    setDialog(null)
    requestAnimationFrame(focusCell)
  }
  if (dialog.kind === 'find') return <Search {...props} close={() => setDialog(null)} />
  // an item of a menu may open another dialog, which must not be closed with the menu
  const shut = (): void => {
    setDialog((now) => (now === dialog ? null : now))
    requestAnimationFrame(() => {
      if (document.querySelector('[role="dialog"]') === null) focusCell()
    })
  }
  if (dialog.kind === 'row') {
    const count = acts.selectedRows().length
    return <RowMenu place={dialog.place} table={table} count={count} acts={acts.menu} onClose={shut} />
  }
  if (dialog.kind === 'heading') {
    return (
      <HeadingMenu
        place={dialog.place}
        columns={columns}
        layout={layout.layout}
        onLayout={layout.set}
        onFilter={(key) => setDialog({ kind: 'filter', key })}
        onClose={shut}
      />
    )
  }
  if (dialog.kind === 'bulk') {
    const chosen = acts.selectedRows()
    const change = (column: FieldColumn, input: CellInput): void =>
      write(
        'bulk',
        chosen.map(({ id }) => ({ id, cells: [{ column, input }] })),
      )
    const firstKey = box ? (columns[box.left]?.key ?? null) : null
    return <BulkDialog {...{ table, columns, firstKey }} count={chosen.length} onChange={change} onClose={close} />
  }
  const column = columns.find(({ key }) => key === dialog.key)
  if (!column) return null
  return (
    <FilterDialog
      column={column}
      values={valuesIn(sheet.given, column.key, sheet.textOf)}
      filter={layout.layout.filters[column.key]}
      onFilter={(filter) => layout.set(withFilter(layout.layout, column.key, filter))}
      onClose={close}
    />
  )
}

function Search({ columns, sheet, acts, range, names, close, focusCell }: Props & { readonly close: () => void }) {
  const texts = useMemo(
    () => foldedTexts((row: SheetRow) => (isReal(row) ? columns.map((column) => textOfCell(column, row, names)) : [])),
    [columns, names],
  )
  const box = range.box()
  const show = (match: Match | null): void => {
    range.store.setState({ found: match })
    if (match) acts.show(match)
  }
  return (
    <FindBar
      rows={sheet.rows}
      texts={texts}
      from={{ row: box?.top ?? 0, column: box?.left ?? 0 }}
      onMatch={show}
      onClose={(match) => {
        range.store.setState({ found: null })
        close()
        acts.moveTo(match ?? { row: box?.top ?? 0, column: box?.left ?? 0 })
        // the grid gives no focus to a cell that was the active one already
        requestAnimationFrame(focusCell)
      }}
    />
  )
}
