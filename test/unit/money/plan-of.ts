import { newRow, planFromRows, planRowId, type Plan, type PlanRows } from '@shared/plan/plan'
import { tableNames, type TableName } from '@shared/plan/table-name'
import type { Row } from '@shared/plan/tables'

type Given<T extends TableName> = Partial<Omit<Row<T>, 'rank'>>
export type GivenRows = { [T in TableName]?: readonly Given<T>[] }

/** A plan from the fields that matter; ids are short words where given, else `table-index`. Starts in July 2026. */
export function planOf(given: GivenRows): Plan {
  const rows: Record<string, unknown[]> = {}
  for (const table of tableNames) {
    rows[table] = (given[table] ?? []).map((values, index) =>
      newRow(table, `${table}-${index}`, values as object, index),
    )
  }
  const plan = { district: 'Test district', startMonth: '2026-07', horizonMonths: 36, currencyYear: 2026 }
  rows['plan'] = [newRow('plan', planRowId, { ...plan, ...given.plan?.[0] })]
  return planFromRows(rows as unknown as PlanRows)
}

/** A setting as its row. */
export const setting = (key: string, value: string | number): Given<'setting'> => ({ key, value: String(value) })

export const numbers = (list: Float64Array | undefined): number[] => Array.from(list ?? [])
export const sum = (list: ArrayLike<number>): number => Array.from(list).reduce((a, b) => a + b, 0)
