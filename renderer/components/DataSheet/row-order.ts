import type { Change } from '@shared/plan/change'
import { rankBetween, rankingChanges } from '@shared/plan/edit'
import { rowsOf, type Plan } from '@shared/plan/plan'
import type { TableName } from '@shared/plan/table-name'
import type { AnyRow } from '@shared/plan/tables'

/** Where a new row goes: its rank, and the changes that make room for it where no number lies between its neighbors. */
export type Room = { readonly rank: number; readonly changes: readonly Change[] }

const inTable = (plan: Plan, table: TableName): readonly AnyRow[] => rowsOf(plan, table)

/** Room for a new row right above another; null where that row is gone. */
export function roomAbove(plan: Plan, table: TableName, id: string): Room | null {
  const rows = inTable(plan, table)
  const at = rows.findIndex((row) => row.id === id)
  const below = rows[at]
  if (!below) return null
  const rank = rankBetween(rows[at - 1]?.rank ?? null, below.rank)
  if (rank !== null) return { rank, changes: [] }
  const changes = rankingChanges(
    plan,
    table,
    rows.map((row) => row.id),
  )
  return { rank: at - 0.5, changes }
}

const rankChange = (table: TableName, row: AnyRow, after: number): Change[] =>
  row.rank === after ? [] : [{ kind: 'update', table, id: row.id, fields: { rank: { before: row.rank, after } } }]

/**
 * The changes that move a block of rows one place up or down among the rows that are shown: the row beside it changes
 * to its other side, so one rank is enough. None where the block stands at the end.
 */
export function moveChanges(
  plan: Plan,
  table: TableName,
  shownIds: readonly string[],
  ids: readonly string[],
  step: 1 | -1,
): Change[] {
  const first = shownIds.indexOf(ids[0] ?? '')
  const last = shownIds.indexOf(ids.at(-1) ?? '')
  const besideId = shownIds[step === -1 ? first - 1 : last + 1]
  const edgeId = step === -1 ? ids.at(-1) : ids[0]
  if (first === -1 || last === -1 || besideId === undefined || edgeId === undefined) return []
  const beside = inTable(plan, table).find(({ id }) => id === besideId)
  if (!beside) return []
  const others = inTable(plan, table).filter(({ id }) => id !== besideId)
  const edge = others.findIndex(({ id }) => id === edgeId)
  if (edge === -1) return []
  // after the last row of the block when it moves up, before its first when it moves down
  const at = step === -1 ? edge + 1 : edge
  const rank = rankBetween(others[at - 1]?.rank ?? null, others[at]?.rank ?? null)
  if (rank !== null) return rankChange(table, beside, rank)
  return rankingChanges(
    plan,
    table,
    others.toSpliced(at, 0, beside).map(({ id }) => id),
  )
}
