import type { Value } from '@shared/plan/field'
import { formatValue, type Names } from '@shared/plan/format'
import type { SheetColumn } from './columns'
import { isBlank, type SheetRow } from './sheet-row'

/** What a cell shows as it stands: on screen, on the clipboard, to filters and to the search. */
export function textOfCell(column: SheetColumn, row: SheetRow, names: Names): string {
  if (column.kind === 'computed') return isBlank(row) ? '' : column.text(row)
  return formatValue(column.field, row[column.key] as Value, names)
}
