import { normalise } from '@shared/plan/algebra'
import type { Change } from '@shared/plan/change'
import type { TableName } from '@shared/plan/table-name'

/** What a commit to a scenario does to the scenario's own entries: one a row, null where there was or is none. */
export type EntryStep = {
  readonly table: TableName
  readonly id: string
  readonly before: Change | null
  readonly after: Change | null
}

const placeOf = ({ table, id }: { readonly table: TableName; readonly id: string }): string => `${table} ${id}`

const byRow = (entries: readonly Change[]): Map<string, Change> =>
  new Map(entries.map((entry) => [placeOf(entry), entry]))

/** The steps between two states of a scenario's entries, of which `changes` touched some rows. */
export function stepsBetween(
  before: readonly Change[],
  after: readonly Change[],
  changes: readonly Change[],
): EntryStep[] {
  const was = byRow(before)
  const is = byRow(after)
  return changes.map((change) => ({
    table: change.table,
    id: change.id,
    before: was.get(placeOf(change)) ?? null,
    after: is.get(placeOf(change)) ?? null,
  }))
}

/** The steps that take `steps` back. */
export const inverseSteps = (steps: readonly EntryStep[]): EntryStep[] =>
  steps.map((step) => ({ ...step, before: step.after, after: step.before }))

/** A scenario's entries after the steps, in normal form. */
export function afterSteps(entries: readonly Change[], steps: readonly EntryStep[]): Change[] {
  const all = byRow(entries)
  for (const step of steps) {
    if (step.after) all.set(placeOf(step), step.after)
    else all.delete(placeOf(step))
  }
  return normalise([...all.values()])
}
