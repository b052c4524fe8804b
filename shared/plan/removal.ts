import { normalise } from './algebra'
import type { Change } from './change'
import { updateChange } from './edit'
import type { Plan } from './plan'
import { idsIn } from './references'
import { isTableName, tableNames, type TableName } from './table-name'
import { tableOf, type AnyRow, type Row } from './tables'
import { usersOf, type User } from './usage'

type Removed = Map<TableName, Map<string, AnyRow>>

/** Tables whose rows belong to a row of another table, with the field that says to which. */
const belonging = tableNames.flatMap((table) => {
  const { parent, fields } = tableOf(table)
  const field = parent === null ? undefined : fields[parent]
  return parent !== null && field?.kind === 'reference' ? [{ table, key: parent, owner: field.table }] : []
})

const rowIn = (plan: Plan, table: TableName, id: string): AnyRow | undefined => plan[table].get(id)

const add = (removed: Removed, table: TableName, row: AnyRow): boolean => {
  const rows = removed.get(table) ?? new Map<string, AnyRow>()
  removed.set(table, rows)
  if (rows.has(row.id)) return false
  rows.set(row.id, row)
  return true
}

const addBelonging = (plan: Plan, removed: Removed): boolean => {
  let isGrown = false
  for (const { table, key, owner } of belonging) {
    const owners = removed.get(owner)
    if (owners === undefined) continue
    const rows: Iterable<AnyRow> = plan[table].values()
    for (const row of rows) {
      if (owners.has(String(row[key])) && add(removed, table, row)) isGrown = true
    }
  }
  return isGrown
}

const addNotes = (plan: Plan, removed: Removed): void => {
  for (const note of plan.note.values()) {
    if (isTableName(note.aboutTable) && removed.get(note.aboutTable)?.has(note.aboutRow)) add(removed, 'note', note)
  }
}

/** The rows themselves, and what belongs to them: the rows whose `parent` they are, and theirs. */
const removedWith = (plan: Plan, table: TableName, ids: readonly string[]): Removed => {
  const removed: Removed = new Map()
  for (const id of ids) {
    const row = rowIn(plan, table, id)
    if (row) add(removed, table, row)
  }
  while (addBelonging(plan, removed)) {
    // again, for what belongs to the rows just found
  }
  return removed
}

const removals = (removed: Removed): Change[] =>
  [...removed].flatMap(([table, rows]) =>
    [...rows.values()].map((row): Change => ({ kind: 'remove', table, id: row.id, row })),
  )

/**
 * The changes that remove rows of a table together with what belongs to them: the rows whose `parent` they are, theirs,
 * and the notes about any of them; in normal form. Ids of rows that are not there are passed over. Whatever else uses the
 * rows is left alone, so `validate` may still refuse the removal; see `usersLeft` and `removalWithUsers`.
 */
export const removalChanges = (plan: Plan, table: TableName, ids: readonly string[]): Change[] => {
  const removed = removedWith(plan, table, ids)
  addNotes(plan, removed)
  return normalise(removals(removed))
}

/** The rows that still refer to what `changes` remove, and are not removed themselves. */
export const usersLeft = (plan: Plan, changes: readonly Change[]): User[] => {
  const removed: Removed = new Map()
  for (const change of changes) if (change.kind === 'remove') add(removed, change.table, change.row)
  return usersOf(plan, removed).filter(({ table, id }) => removed.get(table)?.has(id) !== true)
}

/**
 * Fields that may be empty, but where emptying one would make the row speak of everything instead of what is gone: what
 * a payment pays, whom an observation was of, where a responsibility is carried. The row goes with what it speaks of.
 */
const goesWith: { readonly [T in TableName]?: readonly (keyof Row<T> & string)[] } = {
  assignment: ['positionId', 'sessionId', 'costLineId'],
  observation: ['roleId'],
  responsibility: ['unitId'],
  milestone: ['unitId', 'waveId'],
  communication: ['waveId'],
}

/** Lists of which none means all: a row goes when all lists of one of these groups would become empty. */
const noneMeansAll: { readonly [T in TableName]?: readonly (readonly (keyof Row<T> & string)[])[] } = {
  session: [['roleIds'], ['unitIds', 'waveIds']],
  fundingSource: [['allowedUnitIds']],
}

const isGone = (removed: Removed, table: TableName, key: string, id: string): boolean => {
  const field = tableOf(table).fields[key]
  const target = field?.kind === 'reference' ? field.table : field?.kind === 'list' ? targetOf(field.item) : null
  return target !== null && removed.get(target)?.has(id) === true
}

const targetOf = (item: { readonly kind: string; readonly table?: TableName }): TableName | null => item.table ?? null

/** True where a user cannot be without the rows that go. */
const falls = (removed: Removed, { table, field: key }: User, row: AnyRow): boolean => {
  const field = tableOf(table).fields[key]
  if (table === 'note') return true
  if (field?.kind === 'reference') return field.required || (goesWith[table]?.some((name) => name === key) ?? false)
  const group = noneMeansAll[table]?.find((keys) => keys.some((name) => name === key))
  return group?.every((name) => idsIn(row, name).every((id) => isGone(removed, table, name, id))) ?? false
}

const clearings = (plan: Plan, removed: Removed, users: readonly User[]): Change[] => {
  const valuesByRow = new Map<string, { row: AnyRow; table: TableName; values: Record<string, unknown> }>()
  for (const { table, id, field } of users) {
    const row = rowIn(plan, table, id)
    if (row === undefined) continue
    const entry = valuesByRow.get(`${table} ${id}`) ?? { row, table, values: {} }
    valuesByRow.set(`${table} ${id}`, entry)
    const isList = Array.isArray(row[field])
    entry.values[field] = isList ? idsIn(row, field).filter((one) => !isGone(removed, table, field, one)) : null
  }
  return [...valuesByRow.values()]
    .map(({ row, table, values }) => updateChange(row as unknown as Row<TableName>, table, values))
    .filter((change) => change !== null)
}

/**
 * The changes that remove rows of a table and leave nothing behind that names them, in normal form: what belongs to them
 * goes too, and so does a row elsewhere that cannot be without them (a staff group without its role) or would speak of
 * everything once the name is taken out (a session for this school only); from all other rows the name is taken out.
 * Valid for a valid plan, except where rows that were told apart by what is gone become the same (two schools of one
 * name whose districts are removed), or where the row of the plan itself is removed: then `validate` says so.
 */
export const removalWithUsers = (plan: Plan, table: TableName, ids: readonly string[]): Change[] => {
  const removed = removedWith(plan, table, ids)
  for (;;) {
    const users = usersOf(plan, removed).filter((user) => removed.get(user.table)?.has(user.id) !== true)
    const falling = users.flatMap((user) => {
      const row = rowIn(plan, user.table, user.id)
      return row !== undefined && falls(removed, user, row) ? [{ table: user.table, row }] : []
    })
    if (falling.length === 0) return normalise([...removals(removed), ...clearings(plan, removed, users)])
    for (const { table: of, row } of falling) add(removed, of, row)
    while (addBelonging(plan, removed)) {
      // again, for what belongs to the rows just found
    }
  }
}
