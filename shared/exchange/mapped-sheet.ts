import type { TableName } from '../plan/table-name'
import { columnNames, findHeaderRow } from './header'
import { problemAt, type CellProblem } from './import-problem'
import { fieldTarget, type Mapping } from './mapping'
import { isTotalsRow, passes } from './row-filter'
import { isBlankRow, type Sheet, type SheetCell } from './sheet'

/** A sheet seen through a mapping: where its header is, and which columns the mapping means. */
export type MappedSheet = {
  readonly sheet: Sheet
  readonly mapping: Mapping
  readonly headerRow: number
  /** The number of a column by its name; −1 where the sheet has none of that name. */
  readonly columnOf: (name: string) => number
}

/** A row below the header: its number from 0, its cells, and why it is left out, if it is. */
export type MappedRow = {
  readonly row: number
  readonly cells: readonly SheetCell[]
  readonly leftOut: 'totals' | 'filter' | null
}

export const mapSheet = (sheet: Sheet, mapping: Mapping): MappedSheet => {
  const headerRow = mapping.headerRow ?? findHeaderRow(sheet.rows)
  const columns = new Map(columnNames(sheet.rows, headerRow).map((name, at) => [name, at]))
  return { sheet, mapping, headerRow, columnOf: (name) => columns.get(name) ?? -1 }
}

/** The rows below the header, blank ones left away. */
export const mappedRows = ({ sheet, mapping, headerRow, columnOf }: MappedSheet): MappedRow[] =>
  sheet.rows.flatMap((cells, row): MappedRow[] => {
    if (row <= headerRow || isBlankRow(cells)) return []
    if (mapping.skipsTotals && isTotalsRow(cells)) return [{ row, cells, leftOut: 'totals' }]
    return [{ row, cells, leftOut: passes(mapping.filters, cells, columnOf) ? null : 'filter' }]
  })

const columnsUsed = ({ fields, filters, parent }: Mapping): string[] => [
  ...fields.flatMap(({ source, transform }) => {
    const own = source.kind === 'column' ? [source.column] : []
    if (transform.kind !== 'level') return own
    return [...own, transform.highColumn, ...(transform.typeColumn === null ? [] : [transform.typeColumn])]
  }),
  ...filters.map(({ column }) => column),
  ...(parent ? [parent.nameColumn, ...(parent.codeColumn === null ? [] : [parent.codeColumn])] : []),
]

/** A problem for every column that the mapping names and the sheet lacks. */
export const missingColumns = (mapped: MappedSheet): CellProblem[] =>
  [...new Set(columnsUsed(mapped.mapping))]
    .filter((column) => mapped.columnOf(column) < 0)
    .map((column) =>
      problemAt(
        { sheet: mapped.sheet.name, row: mapped.headerRow, column: 0 },
        column,
        'missing-column',
        `This sheet has no column "${column}"; what it would give is left as it is.`,
      ),
    )

/** The child tables that the mapping fills beside its own. */
export const childTables = (mapping: Mapping): TableName[] => [
  ...new Set(
    mapping.fields.flatMap(({ field }) => {
      const target = fieldTarget(mapping.table, field)
      return target && target.table !== mapping.table ? [target.table] : []
    }),
  ),
]
