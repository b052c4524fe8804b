import { canonicalRow, sameRow } from '../plan/canonical'
import type { Change } from '../plan/change'
import { insertChange, rankAtEnd, updateChange } from '../plan/edit'
import { newRow, type Plan } from '../plan/plan'
import { tableNames, type TableName } from '../plan/table-name'
import type { AnyRow, Row } from '../plan/tables'

/** Values by field key, as a row holds them. */
export type Values = Readonly<Record<string, unknown>>

/**
 * A plan in the making: what an import adds and changes, held beside the plan, which stays as it is. Rows that are added
 * get their ids from `newId` and stand at the end of their table.
 */
export class Draft {
  readonly plan: Plan
  readonly #newId: () => string
  readonly #touched = new Map<TableName, Map<string, AnyRow>>()
  readonly #nextRank = new Map<TableName, number>()

  constructor(plan: Plan, newId: () => string) {
    this.plan = plan
    this.#newId = newId
  }

  get(table: TableName, id: string): AnyRow | undefined {
    return this.#touched.get(table)?.get(id) ?? this.plan[table].get(id)
  }

  /** All rows of a table, those of the plan first, then the added ones in their order. */
  *rows(table: TableName): Generator<AnyRow> {
    const touched = this.#touched.get(table)
    const before: ReadonlyMap<string, AnyRow> = this.plan[table]
    for (const [id, row] of before) yield touched?.get(id) ?? row
    for (const [id, row] of touched ?? []) if (!before.has(id)) yield row
  }

  /** Adds a row with the defaults of its definition and `values` over them. */
  insert(table: TableName, values: Values): AnyRow {
    const rank = this.#nextRank.get(table) ?? rankAtEnd(this.plan, table)
    this.#nextRank.set(table, rank + 1)
    const defaults = newRow(table, this.#newId(), { rank }) as unknown as AnyRow
    const row = canonicalRow(table, { ...defaults, ...values })
    this.#hold(table, row)
    return row
  }

  /** Gives a row new values; answers whether that changes it. */
  update(table: TableName, id: string, values: Values): boolean {
    const now = this.get(table, id)
    if (!now) return false
    const after = canonicalRow(table, { ...now, ...values, id })
    if (sameRow(table, now, after)) return false
    this.#hold(table, after)
    return true
  }

  /** Takes back what was done to a row; an added one is gone. */
  forget(table: TableName, id: string): void {
    this.#touched.get(table)?.delete(id)
  }

  isNew(table: TableName, id: string): boolean {
    return !this.plan[table].has(id) && this.#touched.get(table)?.has(id) === true
  }

  /** The changes from the plan to the draft: at most one for each row, by table, then id. */
  changes(): Change[] {
    return tableNames.flatMap((table) => {
      const rows = [...(this.#touched.get(table)?.values() ?? [])]
      return rows.sort((a, b) => (a.id < b.id ? -1 : 1)).flatMap((row): Change[] => this.#change(table, row))
    })
  }

  #change(table: TableName, row: AnyRow): Change[] {
    const before = this.plan[table].get(row.id)
    if (!before) return [insertChange(table, row as unknown as Row<TableName>)]
    const { id: _, ...values } = row
    const change = updateChange(before as never, table, values as never)
    return change ? [change] : []
  }

  #hold(table: TableName, row: AnyRow): void {
    const held = this.#touched.get(table)
    if (held) held.set(row.id, row)
    else this.#touched.set(table, new Map([[row.id, row]]))
  }
}
