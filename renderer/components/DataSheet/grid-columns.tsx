import type { SheetLayout } from '@shared/contract/sheet-layout'
import type { ExplainQuestion } from '@shared/forecast/explain-question'
import type { Names } from '@shared/plan/format'
import type { Column } from 'react-data-grid'
import { textOfCell } from './cell-text'
import { isNumeric, type SheetColumn } from './columns'
import styles from './data-sheet.module.css'
import { cellEditor, type EditorContext } from './editors/cell-editor'
import { questionOfCell, questionOfTotal } from './explain-cell'
import { ExplainMark } from './ExplainMark'
import { Heading } from './layout/Heading'
import { notesAbout, type NotesByCell } from './notes'
import { groupOf, isBlank, isReal, type RowGroup, type SheetRow, type TotalsRow } from './sheet-row'
import { totalText } from './totals'

export type GridContext = EditorContext & {
  readonly names: Names
  readonly notes: NotesByCell
  readonly isLocked: boolean
  readonly layout: SheetLayout
  readonly frozenCount: number
  /** What invites to type into the line for a new row. */
  readonly addWords: string
  /** Pixels of each column, by its key. */
  readonly widths: ReadonlyMap<string, number>
  readonly onHeadingMenu: (key: string, at: DOMRect) => void
  readonly onExplain: (question: ExplainQuestion) => void
}

type GridColumn = Column<SheetRow, TotalsRow>

const classes = (...names: readonly (string | false | undefined)[]): string =>
  names.flatMap((name) => (name === false || name === undefined ? [] : [styles[name] ?? ''])).join(' ')

function cellClass(column: SheetColumn, isFirst: boolean, { table, notes }: GridContext) {
  const isNumber = column.kind === 'computed' ? column.isNumber : isNumeric(column.field)
  return (row: SheetRow): string => {
    if (row[groupOf]) return classes('group', isNumber && !isFirst && 'number')
    const isNoted =
      notesAbout(notes, table, row.id, column.key).length > 0 ||
      (isFirst && notesAbout(notes, table, row.id, null).length > 0)
    return classes(
      isNumber && 'number',
      column.kind === 'computed' && 'computed',
      isBlank(row) && 'blank',
      isNoted && 'noted',
    )
  }
}

function GroupHeading({ group }: { readonly group: RowGroup }) {
  return (
    <>
      <span aria-hidden className={styles['chevron']}>
        {group.isOpen ? '▾' : '▸'}
      </span>
      {group.label}
      <span className={styles['groupCount']}>{group.rows.length.toLocaleString('en-US')}</span>
      <span className={styles['unseen']}>{group.isOpen ? 'rows, open' : 'rows, closed'}</span>
    </>
  )
}

/** What was worked out, with the sign that leads to what it is made of; what that is gets asked for only then. */
function figure(text: string, column: SheetColumn, ask: () => ExplainQuestion | null, { onExplain }: GridContext) {
  const explain = (): void => {
    const question = ask()
    if (question) onExplain(question)
  }
  return (
    <>
      {text !== '' && <ExplainMark what={column.label} onExplain={explain} />}
      {text}
    </>
  )
}

function cellText(column: SheetColumn, isFirst: boolean, row: SheetRow, { names, addWords }: GridContext) {
  const group = row[groupOf]
  if (group) return isFirst ? <GroupHeading group={group} /> : totalText(column, group.rows)
  const text = textOfCell(column, row, names)
  return isFirst && isBlank(row) && text === '' ? addWords : text
}

function editing(column: SheetColumn, context: GridContext): Partial<GridColumn> {
  if (column.kind === 'computed' || context.isLocked) return { editable: false }
  // an answer of the file for another cell of the row must not close the cell that is being typed into
  const editorOptions = { closeOnExternalRowChange: false }
  const editable = (row: SheetRow): boolean => isReal(row) || isBlank(row)
  return { renderEditCell: cellEditor(column, context), editable, editorOptions }
}

/** The grid's own columns, made from the sheet's. */
export function gridColumns(columns: readonly SheetColumn[], context: GridContext): readonly GridColumn[] {
  const { layout, frozenCount, widths, onHeadingMenu } = context
  return columns.map((column, i): GridColumn => {
    const isNumber = column.kind === 'computed' ? column.isNumber : isNumeric(column.field)
    const isFiltered = layout.filters[column.key] !== undefined
    return {
      key: column.key,
      name: <Heading column={column} isFiltered={isFiltered} onMenu={onHeadingMenu} />,
      width: widths.get(column.key) ?? column.width,
      minWidth: 56,
      frozen: i < frozenCount,
      resizable: true,
      sortable: true,
      draggable: true,
      headerCellClass: classes('header', isNumber && 'number'),
      summaryCellClass: classes('total', isNumber && i > 0 && 'number'),
      cellClass: cellClass(column, i === 0, context),
      renderCell: ({ row }) => {
        const text = cellText(column, i === 0, row, context)
        const isFigure = row[groupOf] ? i > 0 : column.kind === 'computed' && column.figure !== null
        if (typeof text !== 'string' || !isFigure) return text
        return figure(text, column, () => questionOfCell(context.table, columns, i, row), context)
      },
      renderSummaryCell: ({ row: { rows, words } }) =>
        i === 0
          ? words
          : figure(totalText(column, rows), column, () => questionOfTotal(context.table, column, rows, null), context),
      ...editing(column, context),
    }
  })
}
