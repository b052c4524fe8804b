import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Change } from '@shared/plan/change'
import { emptyPlan, planFromRows, type Plan, type PlanRows } from '@shared/plan/plan'
import { isTableName, tableNames } from '@shared/plan/table-name'
import { tableOf, type AnyRow } from '@shared/plan/tables'
import { columnsOf } from './schema'

// A statewide plan comes to some tens of megabytes; what unpacks to more than this is no plan.
const mostBytes = 512 * 1024 * 1024

type Insert = Extract<Change, { kind: 'insert' }>

/** Rows as they are kept in a snapshot: their insertions as one compressed text. */
export const packRows = (inserts: readonly Change[]): Buffer => {
  const rows = inserts.flatMap((change) => (change.kind === 'insert' ? [[change.table, change.row]] : []))
  return deflateRawSync(JSON.stringify(rows))
}

/** The insertions that a snapshot holds, as they were written. Throws a TypeError or SyntaxError where it holds none. */
export function unpackRows(packed: Buffer): Insert[] {
  const all: unknown = JSON.parse(inflateRawSync(packed, { maxOutputLength: mostBytes }).toString('utf8'))
  if (!Array.isArray(all)) throw new TypeError('A snapshot holds no rows')
  return all.map((entry: unknown): Insert => {
    const [table, row] = Array.isArray(entry) ? (entry as unknown[]) : []
    const id: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, 'id') : undefined
    if (typeof table !== 'string' || !isTableName(table) || typeof id !== 'string')
      throw new TypeError('A snapshot holds what is no row')
    return { kind: 'insert', table, id, row: row as AnyRow }
  })
}

/** The plan that a snapshot holds, every value looked at. Throws a TypeError where one is not what its field can hold. */
export function planInside(packed: Buffer): Plan {
  const rows = new Map<string, AnyRow[]>(tableNames.map((table) => [table, []]))
  for (const { table, row } of unpackRows(packed)) {
    const read: Record<string, unknown> = { id: row.id }
    for (const { key, encode } of columnsOf(table)) {
      // a field that came into the format later has its default
      read[key] = Object.hasOwn(row, key) ? row[key] : tableOf(table).fields[key]?.default
      encode(read[key])
    }
    rows.get(table)?.push(read as AnyRow)
  }
  return { ...emptyPlan, ...planFromRows(Object.fromEntries(rows) as unknown as PlanRows) }
}
