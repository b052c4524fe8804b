import type { Change } from './change'
import type { Plan } from './plan'
import { err, ok, type Result } from './result'
import type { TableName } from './table-name'
import type { AnyRow } from './tables'
import { touch, type Conflict } from './touched'

export type { Conflict } from './touched'

/**
 * The plan after `changes`, applied one after the other, or every conflict where a `before` is no longer so; then
 * nothing is applied. Tables that no change touches stay the same objects, and so do all rows that none touches.
 * Nothing is validated here; see `validate`.
 */
export const applyChanges = (plan: Plan, changes: readonly Change[]): Result<Plan, Conflict[]> => {
  const { rows, conflicts } = touch(plan, changes)
  if (conflicts.length > 0) return err(conflicts)
  const touched: Partial<Record<TableName, ReadonlyMap<string, AnyRow>>> = {}
  for (const [table, rowsOfTable] of rows) {
    const copy = new Map<string, AnyRow>(plan[table])
    for (const [id, row] of rowsOfTable) {
      if (row === null) copy.delete(id)
      else copy.set(id, row)
    }
    touched[table] = copy
  }
  return ok({ ...plan, ...touched } as unknown as Plan)
}
