import type { Plan } from '../plan/plan'
import type { TableName } from '../plan/table-name'
import type { ExplanationLine } from './explanation'

/** A figure that is worked out for the rows of a table from other rows of the plan, and stands in a column of its sheet. */
export type RowFigure = {
  readonly table: TableName
  /** The tables that it is worked out from; while they are the same, it is. */
  readonly uses: readonly TableName[]
  readonly label: (plan: Plan) => string
  readonly help: string
  /** How it is worked out, for the explanation. */
  readonly how: (plan: Plan) => string
  /** By the ids of the rows; a row that is not named has 0. FTE in hundredths. */
  readonly valuesOf: (plan: Plan) => ReadonlyMap<string, number>
  /** What the figure of one row is made of; the amounts add up to it. */
  readonly lines: (plan: Plan, id: string) => ExplanationLine[]
  /** As it stands in a cell. */
  readonly print: (value: number) => string
  /** As its explanation says it, where a cell says less. */
  readonly printExactly?: (value: number) => string
}
