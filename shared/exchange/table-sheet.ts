import type { Field, Value } from '../plan/field'
import { formatValue, type Names } from '../plan/format-value'
import { namesOf } from '../plan/names'
import { rowsOf, type Plan } from '../plan/plan'
import { tableNames, type TableName } from '../plan/table-name'
import { tableOf, type AnyRow, type Row } from '../plan/tables'
import { inWords, isKeptTable, keptByKey, keptValuesOf } from './kept-values'
import type { SheetCell } from './sheet'

/** What a column offers to choose from: fixed words, or the names of another table's rows. */
export type PickList =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'rows'; readonly table: TableName }

/** One column of an exported table; the first is always the row's id, which is hidden. A `meaning` is for people only. */
export type SheetColumn = {
  readonly key: string
  readonly label: string
  readonly help: string
  readonly kind: 'id' | 'meaning' | Field['kind']
  /** What a number counts ("students", "hours"); null where the kind says it. */
  readonly unit: string | null
  readonly isRequired: boolean
  readonly pickList: PickList | null
}

/**
 * One table as a sheet. Cells by the column's kind: money in dollars, full-time equivalents as such, shares as fractions
 * (0.45), months `YYYY-MM` and days `YYYY-MM-DD` as text, everything else as it is read on screen.
 */
export type TableSheet = {
  readonly table: TableName
  /** At most 31 characters, none that a sheet name may not have. */
  readonly name: string
  readonly help: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly SheetCell[])[]
}

/** The header of the hidden column that tells which row of the plan a row is. */
export const idHeader = 'Row id'

const pickListOf = (field: Field): PickList | null => {
  if (field.kind === 'yesNo') return { kind: 'words', words: ['Yes', 'No'] }
  if (field.kind === 'choice') return { kind: 'words', words: Object.values(field.options) }
  return field.kind === 'reference' ? { kind: 'rows', table: field.table } : null
}

const columnOf = (key: string, field: Field): SheetColumn => ({
  key,
  label: field.label,
  help: field.help,
  kind: field.kind,
  unit: field.kind === 'number' && field.unit !== '' ? field.unit : null,
  isRequired: field.required,
  pickList: pickListOf(field),
})

const idColumn: SheetColumn = {
  key: 'id',
  label: idHeader,
  help: 'Tells which row of the plan this is. Leave it as it is; leave it empty in rows that you add.',
  kind: 'id',
  unit: null,
  isRequired: false,
  pickList: null,
}

const cellOf = (field: Field, value: Value, names: Names): SheetCell => {
  if (value === null || (Array.isArray(value) && value.length === 0)) return null
  if (typeof value === 'number') {
    if (field.kind === 'money' || field.kind === 'fte') return value / 100
    return field.kind === 'share' ? value / 10_000 : value
  }
  if ((field.kind === 'month' || field.kind === 'day' || field.kind === 'text') && typeof value === 'string')
    return value
  return formatValue(field, value, names)
}

const meaningColumn: SheetColumn = {
  key: 'meaning',
  label: 'What it means',
  help: 'What the value says. Only to be read: it is not taken back.',
  kind: 'meaning',
  unit: null,
  isRequired: false,
  pickList: null,
}

/** Settings stand there as on screen: by name, values and bounds with their unit, what they mean behind them. */
const keptColumn = (table: 'setting' | 'parameter', column: SheetColumn): SheetColumn => {
  if (column.key === 'low' || column.key === 'high') return { ...column, kind: 'text' }
  if (column.key === 'value') return { ...column, help: 'The value with its unit, as the settings show it.' }
  if (column.key !== 'key') return column
  return { ...column, pickList: { kind: 'words', words: keptValuesOf(table).map(({ label }) => label) } }
}

/** The columns of a table's sheet, the id first. */
export const sheetColumns = (table: TableName): SheetColumn[] => {
  const columns = Object.entries(tableOf(table).fields).map(([key, field]) => columnOf(key, field))
  return isKeptTable(table)
    ? [idColumn, ...columns.map((column) => keptColumn(table, column)), meaningColumn]
    : [idColumn, ...columns]
}

/** The name of a table's sheet. */
export const sheetNameOf = (table: TableName): string => tableOf(table).label.slice(0, 31)

/** The cells of a row of settings: in words where they read back to the same, else as they are kept. */
const keptCells = (table: 'setting' | 'parameter', row: Row<'setting'> | Row<'parameter'>): AnyRow => {
  const words = inWords(table, row)
  return { ...row, ...words, meaning: words === null ? null : (keptByKey(table, row.key)?.help ?? null) }
}

const sheetOf = (plan: Plan, table: TableName, names: Names): TableSheet => {
  const { fields, help } = tableOf(table)
  const rows = rowsOf(plan, table) as unknown as readonly AnyRow[]
  return {
    table,
    name: sheetNameOf(table),
    help,
    columns: sheetColumns(table),
    rows: rows.map((row) => {
      const cells = isKeptTable(table) ? keptCells(table, row as unknown as Row<'setting'>) : row
      const meaning = isKeptTable(table) ? [cells['meaning'] as string | null] : []
      const values = Object.entries(fields).map(([key, field]) => cellOf(field, cells[key] as Value, names))
      return [row.id, ...values, ...meaning]
    }),
  }
}

/** All tables of a plan as sheets, in their order, empty tables too: they show what may be filled in. */
export const tablesToSheets = (plan: Plan): TableSheet[] => {
  const names = namesOf(plan)
  return tableNames.map((table) => sheetOf(plan, table, names))
}

/** What the pick list of a column offers in this plan. */
export const pickListWords = (plan: Plan, table: TableName, names: Names = namesOf(plan)): string[] =>
  rowsOf(plan, table).map((row) => names.nameOf(table, row.id))
