import { fieldKeys, sameRow, sameValue } from './canonical'
import type { Change } from './change'
import type { Value } from './field'
import type { Plan } from './plan'
import { tableNames, type TableName } from './table-name'
import type { AnyRow } from './tables'

/**
 * Lists of changes as values. In normal form a list has at most one change per row, no change that changes nothing, and
 * stands in the order of the tables, then of the ids; fields of an update stand in the order of the definition. Two
 * lists that do the same to a plan have the same normal form.
 */

type Update = Extract<Change, { kind: 'update' }>
type FieldChanges = Update['fields']

const tableOrder: ReadonlyMap<TableName, number> = new Map(tableNames.map((name, at) => [name, at]))

const byPlace = (a: Change, b: Change): number =>
  (tableOrder.get(a.table) ?? 0) - (tableOrder.get(b.table) ?? 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

const inFieldOrder = (table: TableName, fields: FieldChanges): FieldChanges => {
  const known = fieldKeys(table).filter((key) => Object.hasOwn(fields, key))
  const unknown = Object.keys(fields)
    .filter((key) => !known.includes(key))
    .sort()
  const ordered: Record<string, { before: Value; after: Value }> = {}
  for (const key of [...known, ...unknown]) {
    const field = fields[key]
    if (field && !sameValue(field.before, field.after)) ordered[key] = { before: field.before, after: field.after }
  }
  return ordered
}

const update = (table: TableName, id: string, fields: FieldChanges): Update | null => {
  const ordered = inFieldOrder(table, fields)
  return Object.keys(ordered).length === 0 ? null : { kind: 'update', table, id, fields: ordered }
}

/** The change that turns one state of a row into another; null stands for a row that is not there. */
export const rowDiff = (table: TableName, id: string, from: AnyRow | null, to: AnyRow | null): Change | null => {
  if (from === null) return to === null ? null : { kind: 'insert', table, id, row: to }
  if (to === null) return { kind: 'remove', table, id, row: from }
  if (sameRow(table, from, to)) return null
  const fields: Record<string, { before: Value; after: Value }> = {}
  for (const key of fieldKeys(table)) fields[key] = { before: from[key] as Value, after: to[key] as Value }
  return update(table, id, fields)
}

const withValues = (row: AnyRow, fields: FieldChanges, side: 'before' | 'after'): AnyRow => {
  const values: Record<string, Value> = {}
  for (const [key, field] of Object.entries(fields)) values[key] = field[side]
  return { ...row, ...values, id: row.id, rank: (values['rank'] as number | undefined) ?? row.rank }
}

const joinedFields = (first: FieldChanges, second: FieldChanges): FieldChanges => {
  const fields: Record<string, { before: Value; after: Value }> = { ...first }
  for (const [key, field] of Object.entries(second)) {
    fields[key] = { before: (first[key] ?? field).before, after: field.after }
  }
  return fields
}

const cannotFollow = (first: Change, second: Change): RangeError =>
  new RangeError(`"${second.kind}" cannot follow "${first.kind}" on the row ${second.id} of ${second.table}`)

/** Two changes of one row as one; null where the second takes the first back. */
const joined = (first: Change, second: Change): Change | null => {
  const { table, id } = first
  switch (first.kind) {
    case 'insert':
      if (second.kind === 'insert') throw cannotFollow(first, second)
      return second.kind === 'remove'
        ? null
        : { kind: 'insert', table, id, row: withValues(first.row, second.fields, 'after') }
    case 'remove':
      if (second.kind !== 'insert') throw cannotFollow(first, second)
      return rowDiff(table, id, first.row, second.row)
    default:
      if (second.kind === 'insert') throw cannotFollow(first, second)
      return second.kind === 'remove'
        ? { kind: 'remove', table, id, row: withValues(second.row, first.fields, 'before') }
        : update(table, id, joinedFields(first.fields, second.fields))
  }
}

/**
 * The normal form of changes that can be applied one after the other. Throws a RangeError where they cannot (a row that
 * is inserted twice, an update of a removed row); whoever takes changes from outside applies them first.
 */
export const normalise = (changes: readonly Change[]): Change[] => {
  const byRow = new Map<string, Change>()
  for (const change of changes) {
    const place = `${change.table} ${change.id}`
    const before = byRow.get(place)
    const after = before === undefined ? single(change) : joined(before, change)
    if (after === null) byRow.delete(place)
    else byRow.set(place, after)
  }
  return [...byRow.values()].sort(byPlace)
}

const single = (change: Change): Change | null =>
  change.kind === 'update' ? update(change.table, change.id, change.fields) : change

/** The changes that do `first`, then `second`, in normal form. Throws as `normalise` does. */
export const compose = (first: readonly Change[], second: readonly Change[]): Change[] =>
  normalise([...first, ...second])

const inverse = (change: Change): Change => {
  if (change.kind === 'insert') return { ...change, kind: 'remove' }
  if (change.kind === 'remove') return { ...change, kind: 'insert' }
  const fields: Record<string, { before: Value; after: Value }> = {}
  for (const [key, field] of Object.entries(change.fields)) fields[key] = { before: field.after, after: field.before }
  return { ...change, fields }
}

/** The changes that take `changes` back, in normal form. Throws as `normalise` does. */
export const invert = (changes: readonly Change[]): Change[] => normalise(changes.toReversed().map(inverse))

/** The changes that turn one plan into another, in normal form. Tables and rows that are the same objects are passed over. */
export const diff = (from: Plan, to: Plan): Change[] => {
  const changes: Change[] = []
  for (const table of tableNames) {
    const before: ReadonlyMap<string, AnyRow> = from[table]
    const after: ReadonlyMap<string, AnyRow> = to[table]
    if (before === after) continue
    for (const [id, row] of before) {
      const change = rowDiff(table, id, row, after.get(id) ?? null)
      if (change) changes.push(change)
    }
    for (const [id, row] of after) if (!before.has(id)) changes.push({ kind: 'insert', table, id, row })
  }
  return changes.sort(byPlace)
}
