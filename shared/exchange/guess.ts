import type { Field } from '../plan/field'
import type { Names } from '../plan/format-value'
import { planRowId } from '../plan/plan'
import type { TableName } from '../plan/table-name'
import { tableOf } from '../plan/tables'
import { cellValue } from './cell-value'
import { fieldByValues } from './guess-values'
import { fieldTarget, fromColumn, plain, type FieldMapping, type Mapping, type Transform } from './mapping'
import { plainName } from './names'
import { cellText, type SheetCell } from './sheet'
import {
  districtCodeHeaders,
  districtNameHeaders,
  fieldNames,
  highGradeHeaders,
  lowGradeHeaders,
  schoolTypeHeaders,
} from './synonyms'

type Columns = { readonly names: readonly string[]; readonly samples: readonly (readonly SheetCell[])[] }

/** The column that goes by the first of `headers` that any column goes by; null where none does. */
const columnBy = ({ names }: Columns, headers: readonly string[]): string | null => {
  const plainNames = names.map(plainName)
  for (const header of headers) {
    const at = plainNames.indexOf(header)
    if (at >= 0) return names[at] ?? null
  }
  return null
}

/** 1 for the first name of a field, a little less for each later one; half where a header only contains the name. */
const nameScore = (header: string, names: readonly string[]): number => {
  const exact = names.indexOf(header)
  if (exact >= 0) return 1 - exact / 100
  const within = names.findIndex((name) => name.length >= 4 && ` ${header} `.includes(` ${name} `))
  return within >= 0 ? 0.5 - within / 100 : 0
}

const cellsOf = ({ names, samples }: Columns, column: string): SheetCell[] => {
  const at = names.indexOf(column)
  return samples.map((row) => row[at] ?? null).filter((cell) => cellText(cell) !== '')
}

/** Shares come as 45 %, 45 or 0.45; the samples tell which. */
const guessTransform = (field: Field, cells: readonly SheetCell[]): Transform => {
  if (field.kind !== 'share') return plain
  const numbers = cells.map((cell) => (typeof cell === 'number' ? cell : Number(cellText(cell))))
  const figures = numbers.filter((number) => Number.isFinite(number))
  if (figures.length === 0) return plain
  return figures.every((number) => number >= 0 && number <= 1) && figures.some((number) => number > 0 && number < 1)
    ? { kind: 'fraction' }
    : { kind: 'percent' }
}

const anyName = { nameOf: () => '', idsOf: () => [planRowId] }

/** How many of the sample cells the field could read, 0–1; 1 where there is nothing to go by. */
const readableShare = (field: Field, cells: readonly SheetCell[]): number => {
  if (cells.length === 0) return 1
  const transform = guessTransform(field, cells)
  const good = cells.filter((cell) => cellValue(field, cell, transform, anyName, () => null).ok)
  return good.length / cells.length
}

const fieldOf = (table: TableName, key: string): Field | undefined => {
  const target = fieldTarget(table, key)
  return target ? tableOf(target.table).fields[target.key] : undefined
}

type Candidate = { readonly field: string; readonly column: string; readonly score: number }

const candidates = (table: TableName, columns: Columns): Candidate[] =>
  [...fieldNames(table)].flatMap(([key, names]) => {
    const field = fieldOf(table, key)
    if (!field) return []
    return columns.names.flatMap((column): Candidate[] => {
      const byName = nameScore(plainName(column), names)
      if (byName === 0) return []
      const readable = readableShare(field, cellsOf(columns, column))
      return readable < 0.6 ? [] : [{ field: key, column, score: byName * readable }]
    })
  })

/** Best pairs first, each column and each field once. */
const pairUp = (found: readonly Candidate[], taken: ReadonlySet<string>): Candidate[] => {
  const columns = new Set(taken)
  const fields = new Set<string>()
  return [...found]
    .sort((a, b) => b.score - a.score)
    .filter(({ field, column }) => {
      if (columns.has(column) || fields.has(field)) return false
      columns.add(column)
      fields.add(field)
      return true
    })
}

type Found = {
  readonly byName: readonly Candidate[]
  readonly reserved: readonly string[]
  readonly level: FieldMapping | null
  readonly names: Names | null
}

/** Fields and columns that are still free, paired where what stands in a column fits one field only. */
const pairedByValue = (table: TableName, columns: Columns, { byName, reserved, level, names }: Found): Candidate[] => {
  const taken = new Set([...reserved, ...byName.map(({ column }) => column)])
  const filled = new Set([...byName.map(({ field }) => field), ...(level ? [level.field] : [])])
  const keys = [...fieldNames(table).keys()].filter((key) => !filled.has(key))
  const free = keys.flatMap((key) => {
    const field = fieldOf(table, key)
    // a school that is named beside a school is more often a feeder than what it is part of
    const isOwnKind = field?.kind === 'reference' && field.table === table
    return field && !isOwnKind ? [{ key, field }] : []
  })
  return columns.names
    .filter((column) => !taken.has(column))
    .flatMap((column) => {
      const key = fieldByValues(free, cellsOf(columns, column), names)
      return key === null ? [] : [{ field: key, column, score: 0 }]
    })
    .filter(({ field }, at, all) => all.findIndex((other) => other.field === field) === at)
}

const levelMapping = (columns: Columns): FieldMapping | null => {
  const low = columnBy(columns, lowGradeHeaders)
  const highColumn = columnBy(columns, highGradeHeaders)
  if (low === null || highColumn === null) return null
  return fromColumn('level', low, { kind: 'level', highColumn, typeColumn: columnBy(columns, schoolTypeHeaders) })
}

const idColumn = (columns: Columns): FieldMapping[] => {
  const column = columns.names.find((name) => name === 'Row id')
  return column === undefined ? [] : [fromColumn('id', column)]
}

/**
 * The most likely mapping of columns to the fields of a table, from the column names (see `columnNames`) and some rows
 * below them; with `names`, the names of the plan's rows, a column is also known by what stands in it. A school directory's grades become levels, its district columns the parent of the schools. Columns that
 * fit nothing are left out; filters are left to the planner.
 */
export const guessMapping = (
  table: TableName,
  columnNames: readonly string[],
  samples: readonly (readonly SheetCell[])[],
  names: Names | null = null,
): Mapping => {
  const columns: Columns = { names: columnNames, samples }
  const level = table === 'unit' ? levelMapping(columns) : null
  const nameColumn = table === 'unit' ? columnBy(columns, districtNameHeaders) : null
  const found = candidates(table, columns).filter(({ field }) => !(level && field === 'level'))
  const codeColumn = nameColumn === null ? null : columnBy(columns, districtCodeHeaders)
  const reserved = [nameColumn, codeColumn].filter((column) => column !== null)
  const byName = pairUp(found, new Set(reserved))
  const pairs = [...byName, ...pairedByValue(table, columns, { byName, reserved, level, names })]
  const hasName = pairs.some(({ field }) => field === 'name')
  const fields = pairs.map(({ field, column }) => {
    const definition = fieldOf(table, field)
    return fromColumn(field, column, definition ? guessTransform(definition, cellsOf(columns, column)) : plain)
  })
  return {
    formatVersion: 1,
    table,
    headerRow: null,
    fields: [...idColumn(columns), ...fields, ...(level ? [level] : [])],
    filters: [],
    parent: nameColumn !== null && hasName ? { nameColumn, codeColumn } : null,
    emptyCells: 'keep',
    skipsTotals: true,
  }
}
