import type { Value } from './field'
import type { TableName } from './table-name'
import type { AnyRow } from './tables'

/** One step from a plan to another. `before` is what stood there, so every change can be undone and checked. */
export type Change =
  | { readonly kind: 'insert'; readonly table: TableName; readonly id: string; readonly row: AnyRow }
  | { readonly kind: 'remove'; readonly table: TableName; readonly id: string; readonly row: AnyRow }
  | {
      readonly kind: 'update'
      readonly table: TableName
      readonly id: string
      /** By field key; `rank` may be among them. Never empty, and no field stays as it was. */
      readonly fields: Readonly<Record<string, { readonly before: Value; readonly after: Value }>>
    }

/** Where a commit goes: the plan itself, or a scenario laid over it. */
export type Target = 'plan' | { readonly scenarioId: string }

/**
 * What one act of the planner changed, with what it is called ("Edit Lincoln", "Import 7 schools"), by whom and when
 * (ISO 8601, told by the caller: `shared/` has no clock).
 */
export type ChangeSet = {
  readonly id: string
  /** A stable word for the kind of act: `edit`, `import`, `paste`, `adopt`, `undo`, `redo`… */
  readonly code: string
  readonly label: string
  readonly at: string
  readonly actor: string
  readonly changes: readonly Change[]
}
