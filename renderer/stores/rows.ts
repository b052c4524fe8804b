import { inOrder } from '@shared/plan/plan'
import type { TableName } from '@shared/plan/table-name'
import type { AnyRow, Row } from '@shared/plan/tables'
import { useWorkbook } from './workbook'

// Tables are values too: as long as no row of one changes, its ordered rows are the same array.
const known = new WeakMap<ReadonlyMap<string, AnyRow>, readonly AnyRow[]>()

/** The rows of a table in the planner's order; the same array for the same table. */
export function orderedRows<T extends TableName>(table: ReadonlyMap<string, Row<T>>): readonly Row<T>[] {
  const rows = known.get(table) ?? inOrder<AnyRow>(table.values())
  known.set(table, rows)
  return rows as readonly Row<T>[]
}

/** The rows of a table of the plan that is shown, in the planner's order. */
export const useRows = <T extends TableName>(table: T): readonly Row<T>[] =>
  useWorkbook((s) => orderedRows<T>(s.plan[table] as ReadonlyMap<string, Row<T>>))
