import type { Names } from '../plan/format-value'
import { foldText, namesOf } from '../plan/names'
import { tableNames, type TableName } from '../plan/table-name'
import { nameOfRow } from '../plan/words'
import type { Draft } from './draft'
import { codeKey } from './names'

/** Names that also find rows which the import has just added, and schools by their code. */
export type ImportNames = Names & {
  /** Tells of a row that was added, so that later rows can name it. */
  readonly learn: (table: TableName, id: string) => void
  /** The schools, districts… with a code: those that have exactly it, else those that differ in leading zeros only. */
  readonly unitsByCode: (code: string) => readonly string[]
}

const push = (map: Map<string, string[]>, key: string, id: string): void => {
  const ids = map.get(key)
  if (!ids) map.set(key, [id])
  else if (!ids.includes(id)) ids.push(id)
}

/** Finds codes as they are written, and by what is left of them without leading zeros. */
const codeIndex = () => {
  const exact = new Map<string, string[]>()
  const loose = new Map<string, string[]>()
  return {
    add: (code: string, id: string): void => {
      push(exact, code.trim().toUpperCase(), id)
      push(loose, codeKey(code), id)
    },
    find: (code: string): readonly string[] => exact.get(code.trim().toUpperCase()) ?? loose.get(codeKey(code)) ?? [],
  }
}

/** Names for an import into the draft; each table of the plan is looked through once, when it is first asked for. */
export const importNames = (draft: Draft): ImportNames => {
  const before = namesOf(draft.plan)
  const added = new Map<TableName, Map<string, string[]>>(tableNames.map((table) => [table, new Map()]))
  const codes = codeIndex()
  for (const { id, externalId } of draft.plan.unit.values()) if (externalId !== null) codes.add(externalId, id)

  const learn = (table: TableName, id: string): void => {
    const row = draft.get(table, id)
    if (!row) return
    push(
      added.get(table) ?? new Map<string, string[]>(),
      foldText(nameOfRow((t, i) => draft.get(t, i), table, row)),
      id,
    )
    if (table === 'unit' && typeof row['externalId'] === 'string') codes.add(row['externalId'], id)
  }
  const idsOf = (table: TableName, text: string): readonly string[] => {
    const fresh = added.get(table)?.get(foldText(text)) ?? []
    const named = [...new Set([...before.idsOf(table, text), ...fresh])]
    if (named.length > 0 || table !== 'unit' || text.trim() === '') return named
    return codes.find(text)
  }
  const nameOf = (table: TableName, id: string): string => {
    const row = draft.plan[table].has(id) ? undefined : draft.get(table, id)
    return row ? nameOfRow((t, i) => draft.get(t, i), table, row) : before.nameOf(table, id)
  }
  return { nameOf, idsOf, learn, unitsByCode: codes.find }
}
