import type { Change } from '../plan/change'
import type { Plan } from '../plan/plan'
import type { TableName } from '../plan/table-name'
import { Draft } from './draft'
import { importNames } from './import-names'
import type { CellProblem } from './import-problem'
import { mappedRows } from './mapped-sheet'
import type { Mapping } from './mapping'
import { stepsOf, type Progress } from './progress'
import { importRow, startSheet } from './row-import'
import { settle } from './settle'
import type { Sheet } from './sheet'
import type { ImportedRow, RowOutcome } from './sheet-import'

export type ImportSummary = {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly skipped: number
}

/** What an import would do: changes that may be committed as they are, and everything a preview shows. */
export type ImportPlan = {
  readonly changes: readonly Change[]
  /** Rows of the sheet by what becomes of them; blank rows do not count. */
  readonly summary: ImportSummary
  readonly problems: readonly CellProblem[]
  readonly rows: readonly ImportedRow[]
  /** Rows of other tables that come along: the district of the schools, new roles, the months of positions. */
  readonly besides: readonly { readonly table: TableName; readonly added: number; readonly changed: number }[]
}

/** Counts rows by what becomes of them. */
export const summaryOf = (rows: readonly ImportedRow[]): ImportSummary => {
  const count = (outcome: RowOutcome): number => rows.filter((row) => row.outcome === outcome).length
  return { added: count('added'), changed: count('changed'), unchanged: count('unchanged'), skipped: count('skipped') }
}

const besidesOf = (changes: readonly Change[], table: TableName): ImportPlan['besides'] => {
  const counts = new Map<TableName, { added: number; changed: number }>()
  for (const change of changes) {
    const count = counts.get(change.table) ?? { added: 0, changed: 0 }
    if (change.kind === 'insert') count.added += 1
    else count.changed += 1
    counts.set(change.table, count)
  }
  return [...counts].filter(([name]) => name !== table).map(([name, count]) => ({ table: name, ...count }))
}

/**
 * What importing `sheet` through `mapping` would do to the plan; the plan itself stays as it is. Rows are matched by id,
 * else by code with or without leading zeros, else by natural key, else they are new; fields that are not given are left
 * alone. Cells that cannot be read are problems, a row that cannot be placed is skipped, and what is left is valid as a
 * whole: the changes may be committed. Never throws, whatever the sheet holds. `newId` gives UUIDs;
 * `progress` is told how much is through, 0–1.
 */
export const planImport = (
  plan: Plan,
  mapping: Mapping,
  sheet: Sheet,
  newId: () => string,
  progress: Progress = () => undefined,
): ImportPlan => {
  const draft = new Draft(plan, newId)
  const run = startSheet(draft, importNames(draft), mapping, sheet)
  const found = mappedRows(run.mapped)
  const step = stepsOf(found.length, progress)
  for (const row of found) {
    importRow(run, row, false)
    step()
  }
  const settled = settle(draft, [run])
  const rows = settled.rowsOf(run)
  return {
    changes: settled.changes,
    summary: summaryOf(rows),
    problems: [...run.problems, ...settled.problems],
    rows,
    besides: besidesOf(settled.changes, mapping.table),
  }
}
