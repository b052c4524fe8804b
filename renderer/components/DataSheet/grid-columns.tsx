import type { Field, Value } from '@shared/plan/field'
import { formatValue, type Names } from '@shared/plan/format'
import { rowsOf, type Plan } from '@shared/plan/plan'
import type { AnyRow } from '@shared/plan/tables'
import type { Column, RenderEditCellProps } from 'react-data-grid'
import { isNumeric, type FieldColumn, type SheetColumn } from './columns'
import styles from './data-sheet.module.css'
import type { EditOpening } from './edit-opening'
import { ListEditor, type Option } from './ListEditor'
import { draftOf, isBlank, type Draft, type SheetRow, type TotalsRow } from './sheet-row'
import { TextEditor } from './TextEditor'
import { totalText } from './totals'
import type { CellProblem } from './use-sheet-edits'

export type GridContext = {
  readonly plan: Plan
  readonly names: Names
  readonly isLocked: boolean
  readonly opening: EditOpening
  readonly problem: CellProblem | null
  readonly pending: ReadonlyMap<string, AnyRow>
  /** What invites to type into the line at the end. */
  readonly addWords: string
  /** Pixels of the first column, which takes what is left over. */
  readonly firstWidth: number
}

type GridColumn = Column<SheetRow, TotalsRow>

/** What a pick list offers for a field; null where the value is typed. */
export function optionsOf(field: Field, plan: Plan, names: Names): readonly Option[] | null {
  switch (field.kind) {
    case 'choice':
      return Object.entries(field.options).map(([value, label]) => ({ value, label }))
    case 'yesNo':
      return [
        { value: true, label: 'Yes' },
        { value: false, label: 'No' },
      ]
    case 'reference': {
      const rows: readonly AnyRow[] = rowsOf(plan, field.table)
      return rows.map(({ id }) => ({ value: id, label: names.nameOf(field.table, id) }))
    }
    default:
      return null
  }
}

function editor(column: FieldColumn, { plan, names, opening }: GridContext) {
  return ({ row, onRowChange }: RenderEditCellProps<SheetRow, TotalsRow>) => {
    const draft = (next: Draft, isDone = false): void => onRowChange({ ...row, [draftOf]: next }, isDone)
    const value = row[column.key] as Value
    const options = optionsOf(column.field, plan, names)
    const common = { label: column.label, start: opening.how() }
    if (!options) {
      const onText = (text: string): void => draft({ key: column.key, text })
      return <TextEditor {...common} field={column.field} value={value} names={names} onText={onText} />
    }
    const current = options.find((option) => option.value === value) ?? null
    return <ListEditor {...common} fieldKey={column.key} options={options} current={current} onDraft={draft} />
  }
}

const classes = (...names: readonly (string | false | undefined)[]): string =>
  names.flatMap((name) => (name === false || name === undefined ? [] : [styles[name] ?? ''])).join(' ')

function cellClass(column: SheetColumn, { problem, pending }: GridContext) {
  const isNumber = column.kind === 'computed' ? column.isNumber : isNumeric(column.field)
  return (row: SheetRow): string =>
    classes(
      isNumber && 'number',
      column.kind === 'computed' && 'computed',
      problem?.rowId === row.id && problem.key === column.key && 'refused',
      pending.has(row.id) && 'pending',
      isBlank(row) && 'blank',
    )
}

function cellText(column: SheetColumn, row: SheetRow, names: Names): string {
  if (column.kind === 'computed') return isBlank(row) ? '' : column.text(row)
  return formatValue(column.field, row[column.key] as Value, names)
}

/** What a cell shows as it stands, for copying too. */
export const textOfCell = cellText

function fieldPart(column: SheetColumn, context: GridContext): Partial<GridColumn> {
  if (column.kind === 'computed' || context.isLocked) return { editable: false }
  // an answer of the file for another cell of the row must not close the cell that is being typed into
  const editorOptions = { closeOnExternalRowChange: false }
  return { renderEditCell: editor(column, context), editable: true, editorOptions }
}

/** The grid's own columns, made from the sheet's. */
export function gridColumns(columns: readonly SheetColumn[], context: GridContext): readonly GridColumn[] {
  return columns.map((column, i): GridColumn => {
    const isNumber = column.kind === 'computed' ? column.isNumber : isNumeric(column.field)
    return {
      key: column.key,
      name: (
        <span className={styles['heading']} title={column.help}>
          {column.label}
        </span>
      ),
      width: i === 0 ? context.firstWidth : column.width,
      minWidth: 56,
      frozen: i === 0,
      resizable: true,
      sortable: true,
      headerCellClass: classes('header', isNumber && 'number'),
      summaryCellClass: classes('total', isNumber && 'number'),
      cellClass: cellClass(column, context),
      renderCell: ({ row }) => {
        const text = cellText(column, row, context.names)
        return i === 0 && isBlank(row) && text === '' ? context.addWords : text
      },
      renderSummaryCell: ({ row }) => (i === 0 ? row.words : totalText(column, row.rows)),
      ...fieldPart(column, context),
    }
  })
}
