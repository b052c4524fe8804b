import { normalise } from './algebra'
import { sameRow, sameValue } from './canonical'
import type { Change } from './change'
import type { Value } from './field'
import type { Plan } from './plan'
import type { ProblemCode } from './problem'
import type { TableName } from './table-name'
import { tableOf } from './tables'
import { validate } from './validate'
import { nameOfRow, lookupOf } from './words'

/** What two planners changed differently, or what is wrong only in both changes together; `field` null: the whole row. */
export type MergeConflict = {
  readonly table: TableName
  readonly id: string
  readonly field: string | null
  /** `changed-twice`, `removed-and-changed`, `added-twice`, or the code of what is wrong with the merged plan. */
  readonly code: ProblemCode | 'changed-twice' | 'removed-and-changed' | 'added-twice'
  readonly message: string
  /** The two values of a field that was changed twice. */
  readonly ours?: Value
  readonly theirs?: Value
}

export type Merged = { readonly changes: readonly Change[]; readonly conflicts: readonly MergeConflict[] }

type Update = Extract<Change, { kind: 'update' }>

const nameIn = (base: Plan, change: Change): string => {
  const row = change.kind === 'update' ? base[change.table].get(change.id) : change.row
  return row === undefined ? '' : nameOfRow(lookupOf(base), change.table, row)
}

const mergedFields = (base: Plan, ours: Update, theirs: Update, conflicts: MergeConflict[]): Change => {
  const { table, id } = ours
  const fields: Record<string, { before: Value; after: Value }> = { ...theirs.fields, ...ours.fields }
  for (const key of Object.keys(fields)) {
    const [mine, other] = [ours.fields[key], theirs.fields[key]]
    if (mine === undefined || other === undefined || sameValue(mine.after, other.after)) continue
    const label = key === 'rank' ? 'The place' : (tableOf(table).fields[key]?.label ?? key)
    const message = `${label} of ${nameIn(base, ours)} was changed in both, to different values.`
    conflicts.push({ table, id, field: key, code: 'changed-twice', message, ours: mine.after, theirs: other.after })
  }
  return { kind: 'update', table, id, fields }
}

/** Two changes of one row as one; where they cannot both be, ours is kept and the conflict told. */
const mergedRow = (base: Plan, ours: Change, theirs: Change, conflicts: MergeConflict[]): Change => {
  if (ours.kind === 'update' && theirs.kind === 'update') return mergedFields(base, ours, theirs, conflicts)
  if (ours.kind === 'remove' && theirs.kind === 'remove') return ours
  const { table, id } = ours
  const name = nameIn(base, ours)
  if (ours.kind === 'insert' && theirs.kind === 'insert') {
    if (!sameRow(table, ours.row, theirs.row)) {
      const message = `${name} was added in both, with different values.`
      conflicts.push({ table, id, field: null, code: 'added-twice', message })
    }
    return ours
  }
  const message = `${name} was removed in one and changed in the other.`
  conflicts.push({ table, id, field: null, code: 'removed-and-changed', message })
  return ours
}

/**
 * Merges the changes that two planners made from the same plan. Different rows, and different fields of one row, go
 * together; the same change made twice counts once. Where both changed one field differently, or one removed what the
 * other changed, ours is kept and a conflict tells of theirs. Then the merged plan is validated: what is right in each
 * and wrong together (two payments of 60 %, a new staff group in a removed school) is a conflict too, and `changes`
 * cannot be committed before it is settled.
 *
 * `ours` and `theirs` in normal form, each valid for `base`. Answers changes to `base` in normal form.
 */
export const merge = (base: Plan, ours: readonly Change[], theirs: readonly Change[]): Merged => {
  const conflicts: MergeConflict[] = []
  const byRow = new Map(ours.map((change) => [`${change.table} ${change.id}`, change]))
  for (const change of theirs) {
    const place = `${change.table} ${change.id}`
    const mine = byRow.get(place)
    byRow.set(place, mine === undefined ? change : mergedRow(base, mine, change, conflicts))
  }
  const changes = normalise([...byRow.values()])
  return { changes, conflicts: [...conflicts, ...validate(base, changes)] }
}
