import { err, ok, type Result } from '../plan/result'
import { isTableName, type TableName } from '../plan/table-name'
import { tableOf } from '../plan/tables'

/** What is done to a cell before the field reads it. */
export type Transform =
  | { readonly kind: 'plain' }
  /** 67.6 means 67.6 %. */
  | { readonly kind: 'percent' }
  /** 0.676 means 67.6 %. */
  | { readonly kind: 'fraction' }
  /** A code is filled with zeros to so many digits: 27904 → "027904". */
  | { readonly kind: 'pad'; readonly width: number }
  | { readonly kind: 'stripZeros' }
  /** One part of a text: "Smith, Ann" before or after the comma, "001 - Cedar El" after the dash; the whole where it has none. */
  | { readonly kind: 'part'; readonly at: PartMark; readonly which: 'first' | 'rest' }
  /** The lowest grade stands in this column, the highest in another, the school's type perhaps in a third. */
  | { readonly kind: 'level'; readonly highColumn: string; readonly typeColumn: string | null }
  /** Words of the file → words of the field ("S" → "School"); what is not named stays as it is. */
  | { readonly kind: 'words'; readonly words: Readonly<Record<string, string>> }

/** Where a text is cut in two, once: at its first comma, dash with spaces or space. */
export type PartMark = 'comma' | 'dash' | 'space'

/** Where the value of a field comes from: a column, by its name in the header, or the same value for every row. */
export type Source =
  | { readonly kind: 'column'; readonly column: string }
  | { readonly kind: 'value'; readonly value: string }

export type FieldMapping = {
  /** The key of a field; `positionPeriod.fte` for one of a child table; `id` for the id of the row. */
  readonly field: string
  readonly source: Source
  readonly transform: Transform
  /** For references: whether a name that the plan does not know is a problem, or a new row of that name. */
  readonly ifUnknown: 'problem' | 'create'
}

/** Only rows whose cell passes are imported. Text is compared without case, numbers without leading zeros. */
export type RowFilter = {
  readonly column: string
  readonly test: 'equals' | 'differs' | 'contains' | 'notEmpty'
  readonly value: string
}

/** The district that the imported schools belong to, from columns of the same rows; it is added where it is new. */
export type ParentMapping = { readonly nameColumn: string; readonly codeColumn: string | null }

/** How the columns of one kind of file become the fields of one table. Plain data, kept in the workbook by name. */
export type Mapping = {
  readonly formatVersion: 1
  readonly table: TableName
  /** The header's row from 0; null: found anew in each file. */
  readonly headerRow: number | null
  readonly fields: readonly FieldMapping[]
  readonly filters: readonly RowFilter[]
  readonly parent: ParentMapping | null
  /** Whether an empty cell says nothing, or empties the field. */
  readonly emptyCells: 'keep' | 'clear'
  /** Whether rows that sum up others ("Total") are left out. */
  readonly skipsTotals: boolean
}

export const plain: Transform = { kind: 'plain' }

/** A field from a column as it stands. */
export const fromColumn = (field: string, column: string, transform: Transform = plain): FieldMapping => ({
  field,
  source: { kind: 'column', column },
  transform,
  ifUnknown: 'problem',
})

/** The same value for every row. */
export const fixedValue = (field: string, value: string): FieldMapping => ({
  field,
  source: { kind: 'value', value },
  transform: plain,
  ifUnknown: 'create',
})

/** The table and key that a field of a mapping names; null where there is no such field. */
export const fieldTarget = (table: TableName, field: string): { table: TableName; key: string } | null => {
  const [first, second] = field.split('.')
  if (first === undefined) return null
  if (second === undefined) return first === 'id' || first in tableOf(table).fields ? { table, key: first } : null
  if (!isTableName(first) || !(second in tableOf(first).fields)) return null
  return isChildOf(first, table) ? { table: first, key: second } : null
}

/** True where rows of `child` belong to rows of `table` through their parent field. */
const isChildOf = (child: TableName, table: TableName): boolean => {
  const { parent, fields } = tableOf(child)
  const field = parent === null ? undefined : fields[parent]
  return child !== table && field?.kind === 'reference' && field.table === table
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown): value is string => typeof value === 'string'
const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value)

const isTransform = (value: unknown): value is Transform => {
  if (!isRecord(value)) return false
  switch (value['kind']) {
    case 'plain':
    case 'percent':
    case 'fraction':
    case 'stripZeros':
      return true
    case 'pad':
      return Number.isInteger(value['width']) && Number(value['width']) >= 1 && Number(value['width']) <= 40
    case 'part':
      return (
        ['comma', 'dash', 'space'].includes(String(value['at'])) && ['first', 'rest'].includes(String(value['which']))
      )
    case 'level':
      return isText(value['highColumn']) && isTextOrNull(value['typeColumn'])
    case 'words':
      return isRecord(value['words']) && Object.values(value['words']).every(isText)
    default:
      return false
  }
}

const isSource = (value: unknown): value is Source =>
  isRecord(value) &&
  ((value['kind'] === 'column' && isText(value['column'])) || (value['kind'] === 'value' && isText(value['value'])))

const isFieldMapping = (value: unknown): value is FieldMapping =>
  isRecord(value) &&
  isText(value['field']) &&
  isSource(value['source']) &&
  isTransform(value['transform']) &&
  (value['ifUnknown'] === 'problem' || value['ifUnknown'] === 'create')

const isFilter = (value: unknown): value is RowFilter =>
  isRecord(value) &&
  isText(value['column']) &&
  isText(value['value']) &&
  ['equals', 'differs', 'contains', 'notEmpty'].includes(String(value['test']))

const isParent = (value: unknown): value is ParentMapping =>
  isRecord(value) && isText(value['nameColumn']) && isTextOrNull(value['codeColumn'])

const isHeaderRow = (value: unknown): boolean => value === null || (Number.isInteger(value) && Number(value) >= 0)

const isMapping = (value: unknown): value is Mapping =>
  isRecord(value) &&
  value['formatVersion'] === 1 &&
  isText(value['table']) &&
  isTableName(value['table']) &&
  isHeaderRow(value['headerRow']) &&
  Array.isArray(value['fields']) &&
  value['fields'].every(isFieldMapping) &&
  Array.isArray(value['filters']) &&
  value['filters'].every(isFilter) &&
  (value['parent'] === null || isParent(value['parent'])) &&
  (value['emptyCells'] === 'keep' || value['emptyCells'] === 'clear') &&
  typeof value['skipsTotals'] === 'boolean'

/** Reads a mapping that was kept as JSON; the error is a sentence. Fields that a table no longer has are refused too. */
export const mappingFromJson = (json: string): Result<Mapping, string> => {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return err('This is not a column matching: it cannot be read as JSON.')
  }
  if (!isMapping(value)) return err('This is not a column matching of a form that this version knows.')
  const { table, fields } = value
  const unknown = fields.find(({ field }) => fieldTarget(table, field) === null)
  return unknown ? err(`The table "${tableOf(table).label}" has no field "${unknown.field}".`) : ok(value)
}
