import type { Field, Value } from '../plan/field'
import { formatValue, type Names } from '../plan/format-value'
import { namesOf } from '../plan/names'
import { rowsOf, type Plan } from '../plan/plan'
import { tableNames, type TableName } from '../plan/table-name'
import { tableOf, type AnyRow } from '../plan/tables'
import type { SheetCell } from './sheet'

/** What a column offers to choose from: fixed words, or the names of another table's rows. */
export type PickList =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'rows'; readonly table: TableName }

/** One column of an exported table; the first is always the row's id, which is hidden. */
export type SheetColumn = {
  readonly key: string
  readonly label: string
  readonly help: string
  readonly kind: 'id' | Field['kind']
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

/** The columns of a table's sheet, the id first. */
export const sheetColumns = (table: TableName): SheetColumn[] => [
  idColumn,
  ...Object.entries(tableOf(table).fields).map(([key, field]) => columnOf(key, field)),
]

/** The name of a table's sheet. */
export const sheetNameOf = (table: TableName): string => tableOf(table).label.slice(0, 31)

const sheetOf = (plan: Plan, table: TableName, names: Names): TableSheet => {
  const { fields, help } = tableOf(table)
  const rows = rowsOf(plan, table) as unknown as readonly AnyRow[]
  return {
    table,
    name: sheetNameOf(table),
    help,
    columns: sheetColumns(table),
    rows: rows.map((row) => [
      row.id,
      ...Object.entries(fields).map(([key, field]) => cellOf(field, row[key] as Value, names)),
    ]),
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
