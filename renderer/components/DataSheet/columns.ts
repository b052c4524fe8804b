import type { RowFigureKey } from '@shared/forecast/row-figures'
import type { Field } from '@shared/plan/field'
import type { TableName } from '@shared/plan/table-name'
import { tableOf, type AnyRow } from '@shared/plan/tables'

type Common = {
  readonly key: string
  readonly label: string
  readonly help: string
  /** Pixels at least; columns of words also take what is left over. */
  readonly width: number
}

export type FieldColumn = Common & {
  readonly kind: 'field'
  readonly field: Field
  /** True where a sum of the column means something. */
  readonly hasTotal: boolean
}

/** A column that is worked out from the plan and cannot be typed into; `figureColumn` makes one of figures from its definition. */
export type ComputedColumn = Common & {
  readonly kind: 'computed'
  /** Which figure explains what stands there; null where it is words. */
  readonly figure: RowFigureKey | null
  readonly isNumber: boolean
  readonly text: (row: AnyRow) => string
  readonly sortBy: (row: AnyRow) => string | number | null
  readonly total: (rows: readonly AnyRow[]) => string
}

export type SheetColumn = FieldColumn | ComputedColumn

/** A column to show: a field of the table by its key, with other words or another width where wanted, or a computed one. */
export type ColumnChoice =
  | string
  | { readonly key: string; readonly label?: string; readonly width?: number; readonly hasTotal?: boolean }
  | ComputedColumn

const widthByKind: Readonly<Record<Field['kind'], number>> = {
  text: 180,
  number: 104,
  money: 118,
  fte: 84,
  share: 104,
  month: 106,
  day: 112,
  yesNo: 84,
  choice: 132,
  reference: 150,
  list: 220,
}

/** Letters of the longer line where words stand on two lines, broken where that is shortest. */
function lettersOnTwoLines(words: readonly string[]): number {
  const lengthOf = (line: readonly string[]): number => line.join(' ').length
  return Math.min(...words.map((_, at) => Math.max(lengthOf(words.slice(0, at)), lengthOf(words.slice(at)))))
}

/** Room for a heading, which has two lines. */
export const widthOfHeading = (label: string): number => lettersOnTwoLines(label.split(/[\s-]/)) * 7.5 + 30

// Amounts of the same kind add up; shares, factors, years and points do not.
const unitsThatAddUp: ReadonlySet<string> = new Set(['people', 'students'])

const addsUp = (field: Field): boolean =>
  field.kind === 'money' || field.kind === 'fte' || (field.kind === 'number' && unitsThatAddUp.has(field.unit))

/** True for fields whose values stand to the right and are compared as numbers. */
export const isNumeric = (field: Field): boolean =>
  field.kind === 'number' || field.kind === 'money' || field.kind === 'fte' || field.kind === 'share'

function fieldColumn(table: TableName, choice: Exclude<ColumnChoice, string | ComputedColumn>): FieldColumn {
  const field = tableOf(table).fields[choice.key]
  if (!field) throw new Error(`The table ${table} has no field ${choice.key}`)
  const label = choice.label ?? field.label
  return {
    kind: 'field',
    key: choice.key,
    label,
    help: field.help,
    field,
    width: Math.round(Math.max(choice.width ?? widthByKind[field.kind], widthOfHeading(label))),
    hasTotal: choice.hasTotal ?? addsUp(field),
  }
}

/** The columns of a sheet in the order chosen, made from the table's own definition. */
export const sheetColumns = (table: TableName, choices: readonly ColumnChoice[]): readonly SheetColumn[] =>
  choices.map((choice) => {
    if (typeof choice === 'string') return fieldColumn(table, { key: choice })
    return 'kind' in choice ? choice : fieldColumn(table, choice)
  })
