import type { Field, Value } from '@shared/plan/field'

/** How the values of one field are kept in an SQLite column. */
export type Column = {
  readonly key: string
  /** The column's line in CREATE TABLE. */
  readonly sql: string
  /** The value as SQLite takes it. Throws a TypeError where it is of another type than the field. */
  readonly encode: (value: unknown) => string | number | null
  /** The value as the plan has it. Throws a TypeError where the file holds what the field cannot. */
  readonly decode: (stored: unknown) => Value
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
const oneOf = (name: string, options: object): string =>
  `CHECK (${name} IN (${Object.keys(options).map(literal).join(', ')}))`

const wrong = (key: string, value: unknown): TypeError =>
  new TypeError(`"${key}" cannot hold ${JSON.stringify(value) ?? typeof value}`)

const isNumberKind = (field: Field): boolean =>
  field.kind === 'number' || field.kind === 'money' || field.kind === 'fte' || field.kind === 'share'

const typeOf = (field: Field): string => {
  if (field.kind === 'yesNo') return 'INTEGER'
  if (field.kind === 'number') return field.isWhole ? 'INTEGER' : 'REAL'
  return isNumberKind(field) ? 'INTEGER' : 'TEXT'
}

const monthDigits = '[0-9][0-9][0-9][0-9]-[0-1][0-9]'

// Only what makes a value of the field's type is checked by SQLite; ranges and rules across rows are the plan's own and
// may change without a change of the file.
function constraintOf(key: string, field: Field): string | null {
  const name = quoted(key)
  switch (field.kind) {
    case 'yesNo':
      return `CHECK (${name} IN (0, 1))`
    case 'choice':
      return oneOf(name, field.options)
    case 'month':
      return `CHECK (${name} GLOB '${monthDigits}')`
    case 'day':
      return `CHECK (${name} GLOB '${monthDigits}-[0-3][0-9]')`
    case 'list':
      return `CHECK (json_valid(${name}) AND json_type(${name}) = 'array')`
    case 'reference':
      return `REFERENCES ${quoted(field.table)} ("id") DEFERRABLE INITIALLY DEFERRED`
    default:
      return null
  }
}

const sqlOf = (key: string, field: Field): string =>
  [quoted(key), typeOf(field), field.required ? 'NOT NULL' : null, constraintOf(key, field)]
    .filter((part) => part !== null)
    .join(' ')

const plainColumn = (key: string, field: Field, isGood: (value: unknown) => value is string | number): Column => {
  const check = (value: unknown): string | number | null => {
    if (value === null && !field.required) return null
    if (isGood(value)) return value
    throw wrong(key, value)
  }
  return { key, sql: sqlOf(key, field), encode: check, decode: check }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isFinite = (value: unknown): value is number => Number.isFinite(value)

const yesNoColumn = (key: string, field: Field): Column => ({
  key,
  sql: sqlOf(key, field),
  encode: (value) => {
    if (typeof value === 'boolean') return value ? 1 : 0
    throw wrong(key, value)
  },
  decode: (stored) => stored === 1,
})

function listColumn(key: string, field: Field & { kind: 'list' }): Column {
  const { item } = field
  const isItem = (value: unknown): value is string =>
    typeof value === 'string' && (item.kind !== 'choice' || Object.hasOwn(item.options, value))
  const check = (value: unknown): readonly string[] => {
    if (Array.isArray(value) && value.every(isItem)) return value
    throw wrong(key, value)
  }
  return {
    key,
    sql: sqlOf(key, field),
    encode: (value) => JSON.stringify(check(value)),
    decode: (stored) => check(typeof stored === 'string' ? JSON.parse(stored) : stored),
  }
}

/** The column that keeps a field. */
export function columnOf(key: string, field: Field): Column {
  if (field.kind === 'yesNo') return yesNoColumn(key, field)
  if (field.kind === 'list') return listColumn(key, field)
  if (field.kind === 'choice') {
    const { options } = field
    return plainColumn(key, field, (value): value is string => isText(value) && Object.hasOwn(options, value))
  }
  return isNumberKind(field) ? plainColumn(key, field, isFinite) : plainColumn(key, field, isText)
}

/** The planner's own order: a column that every table has. */
export const rankColumn: Column = plainColumn(
  'rank',
  { kind: 'number', label: '', help: '', unit: '', min: 0, max: 0, isWhole: false, default: null, required: true },
  isFinite,
)
