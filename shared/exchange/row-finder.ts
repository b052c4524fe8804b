import { foldText } from '../plan/names'
import { planRowId } from '../plan/plan'
import type { TableName } from '../plan/table-name'
import { tableOf, type AnyRow } from '../plan/tables'
import { kindWords } from '../plan/words'
import type { Draft } from './draft'
import type { ImportNames } from './import-names'
import { codeKey } from './names'
import type { GivenRow } from './row-values'

/** Fields by which a row is known before its natural key: a code outlives a change of name. */
export const codeFields: Partial<Record<TableName, string>> = { unit: 'externalId', position: 'code' }

export type Finding =
  | { readonly kind: 'found'; readonly id: string }
  | { readonly kind: 'new' }
  | { readonly kind: 'refused'; readonly code: 'duplicate' | 'ambiguous-row'; readonly message: string }

const keyPart = (value: unknown): string =>
  typeof value === 'string' ? foldText(value) : JSON.stringify(value ?? null)

const keyOf = (keys: readonly string[], row: Readonly<Record<string, unknown>>): string =>
  keys.map((key) => keyPart(row[key])).join('\u0000')

/**
 * Finds the row of the plan that a row of a sheet means: by id, else by its code, else by those fields of the natural key
 * that are given. Every row of the plan can be meant once by one sheet.
 */
export const rowFinder = (draft: Draft, names: ImportNames, table: TableName) => {
  const { naturalKey, uniqueKey, isSingle, labelOne } = tableOf(table)
  // Where several rows may be called the same, the second of a sheet means the second of the plan.
  const isRepeatable = uniqueKey === null && !isSingle
  const codeField = codeFields[table] ?? null
  const indexes = new Map<string, Map<string, string[]>>()
  const meant = new Set<string>()

  const indexFor = (keys: readonly string[]): Map<string, string[]> => {
    const name = keys.join('\u0000')
    const known = indexes.get(name)
    if (known) return known
    const index = new Map<string, string[]>()
    for (const row of draft.rows(table)) add(index, keys, row)
    indexes.set(name, index)
    return index
  }
  const add = (index: Map<string, string[]>, keys: readonly string[], row: AnyRow): void => {
    const ids = index.get(keyOf(keys, row))
    if (ids) ids.push(row.id)
    else index.set(keyOf(keys, row), [row.id])
  }

  const codesAgree = (a: unknown, b: unknown): boolean =>
    typeof a !== 'string' || typeof b !== 'string' || codeKey(a) === codeKey(b)
  const fits = (row: AnyRow, values: GivenRow['values'], keys: readonly string[]): boolean =>
    keys.every(
      (key) =>
        !(key in values) || values[key] === null || row[key] === null || keyPart(row[key]) === keyPart(values[key]),
    )

  const byCode = (values: GivenRow['values']): string[] => {
    const code = codeField === null ? null : values[codeField]
    if (codeField === null || typeof code !== 'string') return []
    const found =
      table === 'unit'
        ? names.unitsByCode(code)
        : (indexFor([codeField]).get(keyOf([codeField], { [codeField]: code })) ?? [])
    // A code is only unique within its district, and a district's code is not a school's.
    const rest = table === 'unit' ? ['parentId', 'kind'] : []
    return found.filter((id) => {
      const row = draft.get(table, id)
      return row !== undefined && fits(row, values, rest)
    })
  }
  const byKey = (values: GivenRow['values']): string[] => {
    const keys = naturalKey.filter((key) => key in values)
    const isNamed = keys.some((key) => values[key] !== null)
    if (!isNamed) return []
    return (indexFor(keys).get(keyOf(keys, values)) ?? []).filter(
      (id) => codeField === null || codesAgree(draft.get(table, id)?.[codeField], values[codeField]),
    )
  }

  const refused = (code: 'duplicate' | 'ambiguous-row', message: string): Finding => ({
    kind: 'refused',
    code,
    message,
  })
  const choose = (ids: readonly string[]): Finding => {
    const free = ids.filter((id) => !meant.has(id))
    const [first] = free
    if (first === undefined) {
      if (ids.length === 0 || isRepeatable) return { kind: 'new' }
      return refused('duplicate', `${labelOne}: an earlier row of this sheet means the same one already.`)
    }
    if (free.length === 1 || isRepeatable) return { kind: 'found', id: first }
    return refused('ambiguous-row', `The plan has ${free.length} that this row may mean (${kindWords(table)}).`)
  }

  const find = ({ id, values }: GivenRow): Finding => {
    if (isSingle) return choose(draft.get(table, planRowId) ? [planRowId] : [])
    if (id !== null && draft.get(table, id)) return choose([id])
    const coded = byCode(values)
    return choose(coded.length > 0 ? coded : byKey(values))
  }

  return {
    /** The row that is meant; a row that was found is taken for the rest of the sheet. */
    find: (given: GivenRow): Finding => {
      const finding = find(given)
      if (finding.kind === 'found') meant.add(finding.id)
      return finding
    },
    /** Tells of a row that was added or changed, so that later rows of the sheet find it. */
    learn: (row: AnyRow): void => {
      meant.add(row.id)
      for (const [name, index] of indexes) add(index, name.split('\u0000'), row)
    },
  }
}
export type RowFinder = ReturnType<typeof rowFinder>
