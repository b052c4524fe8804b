import type { Field, Value } from '../plan/field'
import { parseText } from '../plan/parse-text'
import { err, ok, type Result } from '../plan/result'
import type { TableName } from '../plan/table-name'
import { tableOf } from '../plan/tables'
import { cellValue, type CellFault } from './cell-value'
import type { Draft } from './draft'
import type { ImportNames } from './import-names'
import { problemAt, type CellProblem } from './import-problem'
import type { MappedRow, MappedSheet } from './mapped-sheet'
import { fieldTarget, type FieldMapping } from './mapping'
import { isKeptTable, keptByKey, keptByLabel, type KeptValue } from './kept-values'
import { cellText, type SheetCell } from './sheet'

/** What one row of a sheet says about one table: only the fields that are given, and where each stands. */
export type GivenRow = {
  readonly id: string | null
  readonly values: Record<string, Value>
  readonly columns: ReadonlyMap<string, number>
}

export type RowReading = {
  /** By table: the mapping's own and its child tables. */
  readonly given: ReadonlyMap<TableName, GivenRow>
  readonly problems: readonly CellProblem[]
  /** Fields of the mapping, as it names them, whose cell cannot be read. */
  readonly unreadable: ReadonlySet<string>
}

const nameFieldOf = (table: TableName): string | null => {
  const { naturalKey, fields } = tableOf(table)
  return naturalKey.find((key) => fields[key]?.kind === 'text') ?? null
}

/** Adds a row that is so far known by its name only ("Teacher" to the roles); null where a name is not enough. */
const createNamed = (draft: Draft, names: ImportNames, table: TableName, text: string): string | null => {
  const key = nameFieldOf(table)
  const field = key === null ? undefined : tableOf(table).fields[key]
  if (key === null || !field || !parseText(field, text).ok) return null
  const rest = Object.entries(tableOf(table).fields).filter(([other]) => other !== key)
  if (rest.some(([, other]) => other.required && other.default === null)) return null
  const { id } = draft.insert(table, { [key]: text })
  names.learn(table, id)
  return id
}

const emptied = (field: Field): Result<Value, CellFault> => {
  const read = parseText(field, '')
  return read.ok ? read : err({ code: 'not-understood', message: read.error })
}

/** The fields of a setting that a sheet shows in words. */
const keptFields: ReadonlySet<string> = new Set(['key', 'value', 'low', 'high'])

type Reading = { readonly draft: Draft; readonly names: ImportNames; readonly mapped: MappedSheet }

/** The value that one field mapping takes from a row; undefined where nothing is given. */
const readField = (
  { draft, names, mapped }: Reading,
  field: Field,
  how: FieldMapping,
  cells: readonly SheetCell[],
): Result<Value | undefined, CellFault> => {
  const { source, transform } = how
  if (source.kind === 'column' && mapped.columnOf(source.column) < 0) return ok(undefined)
  const cell = source.kind === 'value' ? source.value : (cells[mapped.columnOf(source.column)] ?? null)
  const read = cellValue(field, cell, transform, names, (column) => cells[mapped.columnOf(column)] ?? null)
  if (!read.ok) {
    const mayCreate = read.error.code === 'unknown-name' && how.ifUnknown === 'create' && field.kind === 'reference'
    const id = mayCreate ? createNamed(draft, names, field.table, String(cell).trim()) : null
    return id === null ? read : ok(id)
  }
  return read.value === undefined && mapped.mapping.emptyCells === 'clear' ? emptied(field) : read
}

const idOf = (cell: SheetCell | undefined): string | null => {
  const text = typeof cell === 'string' ? cell.trim().toLowerCase() : ''
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : null
}

/** Which setting a row of settings is about, by the name it gives, else by the row that it is; undefined where it speaks of its key. */
const keptOf = (
  table: 'setting' | 'parameter',
  reading: Reading,
  cells: readonly SheetCell[],
): KeptValue | undefined => {
  const { mapped, draft } = reading
  const given = (field: string): SheetCell => {
    const source = mapped.mapping.fields.find((how) => how.field === field)?.source
    if (!source) return null
    return source.kind === 'value' ? source.value : (cells[mapped.columnOf(source.column)] ?? null)
  }
  const name = cellText(given('key'))
  if (name !== '') return keptByLabel(table, name)
  const row = draft.get(table, idOf(given('id')) ?? '')
  return typeof row?.['key'] === 'string' ? keptByKey(table, row['key']) : undefined
}

/** What a cell of a row of settings says, as the plan keeps it: the sheet shows it by its name and with its unit. */
const keptField = (kept: KeptValue, key: string, cell: SheetCell): Result<Value | undefined, CellFault> => {
  const text = cellText(cell)
  if (key === 'key') return ok(kept.key)
  const value = key === 'value' ? kept.read(text) : kept.readNumber(text)
  if (value !== null) return ok(value)
  const message = `"${text}" is not a value of "${kept.label}". Write it as in "${kept.example}".`
  return err({ code: 'not-understood', message })
}

/** Reads one row of the sheet through the mapping: what is given, by table and field, and what cannot be read. */
export const readRow = (reading: Reading, { row, cells }: MappedRow): RowReading => {
  const { mapping, sheet, columnOf } = reading.mapped
  const problems: CellProblem[] = []
  const unreadable = new Set<string>()
  const given = new Map<TableName, { id: string | null; values: Record<string, Value>; columns: Map<string, number> }>()
  const kept = isKeptTable(mapping.table) ? keptOf(mapping.table, reading, cells) : undefined
  for (const how of mapping.fields) {
    const target = fieldTarget(mapping.table, how.field)
    if (!target) continue
    const column = how.source.kind === 'column' ? columnOf(how.source.column) : -1
    const held = given.get(target.table) ?? { id: null, values: {}, columns: new Map<string, number>() }
    given.set(target.table, held)
    held.columns.set(target.key, column)
    const field = tableOf(target.table).fields[target.key]
    if (!field) {
      held.id = idOf(cells[column])
      continue
    }
    const isInWords = kept !== undefined && keptFields.has(target.key) && cellText(cells[column] ?? null) !== ''
    const read = isInWords ? keptField(kept, target.key, cells[column] ?? null) : readField(reading, field, how, cells)
    if (read.ok) {
      if (read.value !== undefined) held.values[target.key] = read.value
      continue
    }
    unreadable.add(how.field)
    problems.push(problemAt({ sheet: sheet.name, row, column }, cells[column], read.error.code, read.error.message))
  }
  return { given, problems, unreadable }
}
