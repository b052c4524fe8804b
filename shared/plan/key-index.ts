import type { AnyRow } from './tables'

type KeyOf = (row: AnyRow) => string
type Index = ReadonlyMap<string, readonly AnyRow[]>

const byTable = new WeakMap<ReadonlyMap<string, AnyRow>, Map<KeyOf, Index>>()

/** Rows by a key of theirs. */
export const groupRows = (rows: Iterable<AnyRow>, keyOf: KeyOf): Index => {
  const groups = new Map<string, AnyRow[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

/**
 * The rows of one version of a table by a key of theirs. Tables are never changed in place, so the index is made once
 * for each version and key, and is dropped together with the version. `keyOf` must be one and the same function.
 */
export const indexOf = (rows: ReadonlyMap<string, AnyRow>, keyOf: KeyOf): Index => {
  const indexes = byTable.get(rows) ?? new Map<KeyOf, Index>()
  byTable.set(rows, indexes)
  const index = indexes.get(keyOf) ?? groupRows(rows.values(), keyOf)
  indexes.set(keyOf, index)
  return index
}
