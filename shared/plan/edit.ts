import { canonicalRow, canonicalValue, sameValue } from './canonical'
import type { Change } from './change'
import type { Value } from './field'
import { inOrder, type Plan } from './plan'
import type { TableName } from './table-name'
import { tableOf, type AnyRow, type Row } from './tables'

/** The change that adds a row, its values brought into their one form (texts trimmed, empty texts null). */
export const insertChange = <T extends TableName>(table: T, row: Row<T>): Change => ({
  kind: 'insert',
  table,
  id: row.id,
  row: canonicalRow(table, row),
})

/** The change that takes away a row of the plan. What belongs to the row must go with it; see `removalChanges`. */
export const removeChange = <T extends TableName>(table: T, row: Row<T>): Change => ({
  kind: 'remove',
  table,
  id: row.id,
  row: row as unknown as AnyRow,
})

/**
 * The change that gives a row of the plan new values, brought into their one form; null where nothing changes.
 * `values` may hold `rank`, never `id`.
 */
export const updateChange = <T extends TableName>(
  row: Row<T>,
  table: T,
  values: Partial<Omit<Row<T>, 'id'>>,
): Change | null => {
  const definition = tableOf(table)
  const now = row as unknown as AnyRow
  const fields: Record<string, { before: Value; after: Value }> = {}
  for (const [key, value] of Object.entries(values as Readonly<Record<string, Value | undefined>>)) {
    if (value === undefined) continue
    const field = definition.fields[key]
    const after = field === undefined ? value : canonicalValue(field, value)
    const before = now[key] as Value
    if (!sameValue(before, after)) fields[key] = { before, after }
  }
  return Object.keys(fields).length === 0 ? null : { kind: 'update', table, id: now.id, fields }
}

/**
 * A rank between two neighbours, null standing for the end of the table. Null where no number lies between them: then
 * `rankingChanges` makes room.
 */
export const rankBetween = (above: number | null, below: number | null): number | null => {
  if (above === null) return below === null ? 0 : below - 1
  if (below === null) return above + 1
  const middle = above + (below - above) / 2
  return middle > above && middle < below ? middle : null
}

/** The rank of a new row at the end of a table. Looks at every row of the table once. */
export const rankAtEnd = (plan: Plan, table: TableName): number => {
  let last = -1
  for (const row of plan[table].values()) if (row.rank > last) last = row.rank
  return last + 1
}

/** The changes that give the rows of a table the ranks 0, 1, 2… in the order `ids`, rows that are not named after them. */
export const rankingChanges = (plan: Plan, table: TableName, ids: readonly string[]): Change[] => {
  const rows: ReadonlyMap<string, AnyRow> = plan[table]
  const named = new Set(ids)
  const first = ids.map((id) => rows.get(id)).filter((row) => row !== undefined)
  const rest = inOrder(rows.values()).filter((row) => !named.has(row.id))
  return [...first, ...rest].flatMap((row, rank): Change[] =>
    row.rank === rank
      ? []
      : [{ kind: 'update', table, id: row.id, fields: { rank: { before: row.rank, after: rank } } }],
  )
}
