import { diff, normalise } from '../plan/algebra'
import { applyChanges } from '../plan/apply'
import type { Change } from '../plan/change'
import type { Plan } from '../plan/plan'
import { idsIn } from '../plan/references'
import { removalChanges, usersLeft } from '../plan/removal'
import type { TableName } from '../plan/table-name'
import { tableOf, type AnyRow } from '../plan/tables'
import { validate } from '../plan/validate'
import { lookupOf, nameOfRow } from '../plan/words'
import { problemAt, type CellProblem } from './import-problem'
import { sheetNameOf } from './table-sheet'

/** Rows of the plan that a sheet no longer holds, and that the planner wants removed. */
export type AbsentRows = ReadonlyMap<TableName, readonly string[]>

export type AbsentRemoval = {
  /** From the plan before the import to the plan after import and removal, in normal form. */
  readonly changes: readonly Change[]
  readonly problems: readonly CellProblem[]
  /** How many of the absent rows go, by table; what belongs to them goes along uncounted. */
  readonly removed: ReadonlyMap<TableName, number>
}

const nameIn = (plan: Plan, table: TableName, id: string): string => {
  const row: AnyRow | undefined = plan[table].get(id)
  return row ? nameOfRow(lookupOf(plan), table, row) : ''
}

/** All removals once: a note may be absent itself, and be about a row that is. */
const removals = (plan: Plan, going: ReadonlyMap<TableName, ReadonlySet<string>>): Change[] => {
  const changes = [...going].flatMap(([table, ids]) => removalChanges(plan, table, [...ids]))
  return normalise([...new Map(changes.map((change) => [`${change.table} ${change.id}`, change])).values()])
}

/**
 * Lays the removal of absent rows on top of an import's changes. A row that others still name stays, and is told; so does
 * a table's every row where the plan would not be right without them.
 */
export const removeAbsent = (plan: Plan, imported: readonly Change[], absent: AbsentRows): AbsentRemoval => {
  const problems: CellProblem[] = []
  const applied = applyChanges(plan, imported)
  if (!applied.ok) return { changes: imported, problems, removed: new Map() }
  const after = applied.value
  const going = new Map([...absent].map(([table, ids]) => [table, new Set(ids)]))
  const stays = (table: TableName, id: string, why: string): void => {
    going.get(table)?.delete(id)
    const name = nameIn(plan, table, id)
    const message = `${name} stays: ${why}`
    problems.push(problemAt({ sheet: sheetNameOf(table), row: 0, column: 0 }, name, 'still-used', message))
  }
  for (;;) {
    const changes = removals(after, going)
    const kept = keptBy(after, changes, going)
    if (kept.length === 0) {
      const [invalid] = validate(after, changes)
      if (!invalid) return finished(plan, after, changes, problems, going)
      for (const [table, ids] of going) for (const id of ids) stays(table, id, invalid.message)
      return { changes: imported, problems, removed: new Map() }
    }
    for (const { table, id, why } of kept) stays(table, id, why)
  }
}

type Kept = { readonly table: TableName; readonly id: string; readonly why: string }

/** The absent rows that something names which stays. */
const keptBy = (plan: Plan, changes: readonly Change[], going: ReadonlyMap<TableName, ReadonlySet<string>>): Kept[] => {
  const kept = new Map<string, Kept>()
  const owners = ownersOf(plan, changes, going)
  for (const user of usersLeft(plan, changes)) {
    const row: AnyRow | undefined = plan[user.table].get(user.id)
    if (!row) continue
    const why = `“${nameIn(plan, user.table, user.id)}” (${tableOf(user.table).label}) still names it.`
    for (const id of idsIn(row, user.field)) {
      const owner = owners.get(id)
      if (owner) kept.set(`${owner.table} ${owner.id}`, { ...owner, why })
    }
  }
  return [...kept.values()]
}

/** For every row that goes, the absent row that it goes with. */
const ownersOf = (
  plan: Plan,
  changes: readonly Change[],
  going: ReadonlyMap<TableName, ReadonlySet<string>>,
): ReadonlyMap<string, { table: TableName; id: string }> => {
  const owners = new Map<string, { table: TableName; id: string }>()
  const ownerOf = (table: TableName, row: AnyRow): { table: TableName; id: string } | null => {
    if (going.get(table)?.has(row.id)) return { table, id: row.id }
    const { parent, fields } = tableOf(table)
    const field = parent === null ? undefined : fields[parent]
    if (parent === null || field?.kind !== 'reference') return null
    const above: AnyRow | undefined = plan[field.table].get(String(row[parent]))
    return above ? ownerOf(field.table, above) : null
  }
  for (const change of changes) {
    const owner = change.kind === 'remove' ? ownerOf(change.table, change.row) : null
    if (owner) owners.set(change.id, owner)
  }
  return owners
}

const finished = (
  plan: Plan,
  after: Plan,
  changes: readonly Change[],
  problems: readonly CellProblem[],
  going: ReadonlyMap<TableName, ReadonlySet<string>>,
): AbsentRemoval => {
  const end = applyChanges(after, changes)
  const removed = new Map([...going].map(([table, ids]) => [table, ids.size]))
  return { changes: diff(plan, end.ok ? end.value : after), problems, removed }
}
