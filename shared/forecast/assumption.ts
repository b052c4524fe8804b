import type { TableName } from '../plan/table-name'
import { groupBy } from '../money/grouping'

/** Something that the plan does not say and the forecast had to assume. */
export type Assumption = {
  readonly table: TableName
  /** The row it is about; null: the plan as a whole. */
  readonly id: string | null
  /** The field left empty; null: the whole row. */
  readonly field: string | null
  /** What was assumed, in words: "16%". */
  readonly value: string
  /** Why, as a sentence. */
  readonly why: string
}

/** Assumptions of one kind, for lists that must stay short. */
export type AssumptionGroup = Omit<Assumption, 'id'> & { readonly count: number }

/** The same assumption about many rows as one line with a count, in the order in which they first come. */
export const groupAssumptions = (assumptions: readonly Assumption[]): AssumptionGroup[] =>
  [...groupBy(assumptions, ({ table, field, value, why }) => [table, field, value, why].join('\n')).values()].flatMap(
    (group) =>
      group[0]
        ? [
            {
              table: group[0].table,
              field: group[0].field,
              value: group[0].value,
              why: group[0].why,
              count: group.length,
            },
          ]
        : [],
  )
