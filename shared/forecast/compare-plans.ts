import { ledgerOf } from '../money/ledger'
import { totalCents } from '../money/totals'
import { diff } from '../plan/algebra'
import type { Change } from '../plan/change'
import type { Plan } from '../plan/plan'
import type { TableName } from '../plan/table-name'
import { tableOf } from '../plan/tables'
import { describeByTable } from './describe-changes'

/** What is otherwise in one table of two plans: how many rows, and in words. */
export type ComparedTable = {
  readonly table: TableName
  readonly label: string
  readonly added: number
  readonly changed: number
  readonly removed: number
  readonly lines: readonly string[]
}

/** Two plans side by side: what is otherwise, and what each costs over its whole span, in whole cents. */
export type PlanComparison = {
  readonly tables: readonly ComparedTable[]
  readonly beforeCents: number
  readonly afterCents: number
}

const costCents = (plan: Plan): number => totalCents(ledgerOf(plan)).costCents

const isReordered = (change: Change): boolean =>
  change.kind === 'update' && Object.keys(change.fields).every((key) => key === 'rank')

/** What became of `before` in `after`, table by table. Rows that only stand in another order are not told. */
export function comparePlans(before: Plan, after: Plan): PlanComparison {
  const changes = diff(before, after).filter((change) => !isReordered(change))
  const count = (table: TableName, kind: Change['kind']): number =>
    changes.filter((change) => change.table === table && change.kind === kind).length
  const tables = describeByTable(before, changes).map(({ table, lines }) => ({
    table,
    label: tableOf(table).label,
    added: count(table, 'insert'),
    changed: count(table, 'update'),
    removed: count(table, 'remove'),
    lines,
  }))
  return { tables, beforeCents: costCents(before), afterCents: costCents(after) }
}
