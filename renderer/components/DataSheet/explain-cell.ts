import type { ExplainQuestion } from '@shared/forecast/explain-question'
import type { TableName } from '@shared/plan/table-name'
import type { AnyRow } from '@shared/plan/tables'
import type { SheetColumn } from './columns'
import { groupOf, isReal, type SheetRow } from './sheet-row'
import { totalText } from './totals'

/** What explains a total or subtotal of a column; null where nothing is added up there. */
export function questionOfTotal(
  table: TableName,
  column: SheetColumn,
  rows: readonly AnyRow[],
  of: string | null,
): ExplainQuestion | null {
  if (totalText(column, rows) === '') return null
  return { kind: 'columnTotal', table, key: column.key, ids: rows.map(({ id }) => id), of }
}

/** What explains a cell; null where it holds what somebody typed. The first column of a group's heading says only its name. */
export function questionOfCell(
  table: TableName,
  columns: readonly SheetColumn[],
  at: number,
  row: SheetRow,
): ExplainQuestion | null {
  const column = columns[at]
  const group = row[groupOf]
  if (!column) return null
  if (group) return at === 0 ? null : questionOfTotal(table, column, group.rows, group.label)
  if (column.kind !== 'computed' || column.figure === null || !isReal(row)) return null
  return { kind: 'rowFigure', key: column.figure, id: row.id }
}
