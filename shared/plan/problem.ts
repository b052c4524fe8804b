import type { ValueProblemCode } from './row-schema'
import type { TableName } from './table-name'
import type { Conflict } from './touched'

/** Every way in which a list of changes can be wrong for a plan. */
export type ProblemCode =
  | Conflict['code']
  | ValueProblemCode
  // the row by itself
  | 'bad-id'
  | 'bad-rank'
  | 'unknown-field'
  // the row among others
  | 'only-one-plan'
  | 'plan-row-needed'
  | 'reference-missing'
  | 'still-used'
  | 'duplicate'
  | 'circle'
  | 'end-before-start'
  | 'range-upside-down'
  | 'one-target'
  | 'over-whole'
  | 'two-rests'
  | 'count-over-count'
  | 'points-over-maximum'
  | 'unknown-key'
  | 'unreadable-value'
  | 'resolution-missing'
  | 'not-in-waves'
  | 'unknown-table'

/** What is wrong, said of a row that the changes touch; `field` is null where it is the row as a whole. */
export type Problem = {
  readonly table: TableName
  readonly id: string
  readonly field: string | null
  readonly code: ProblemCode
  readonly message: string
}
