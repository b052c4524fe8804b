import { formatValue, type Names } from './format-value'
import { rowsOf, type Plan } from './plan'
import type { Value } from './field'
import type { TableName } from './table-name'
import { tableOf, type AnyRow } from './tables'
import { lookupOf, nameOfRow, removedRow } from './words'

type TableNames = {
  readonly nameById: ReadonlyMap<string, string>
  readonly idsByText: ReadonlyMap<string, readonly string[]>
}

/** A text as it is compared with names: letter case, kind of space and spelling of accents do not matter. */
export const foldText = (text: string): string => text.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()

const countFolded = (names: Iterable<string>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(foldText(name), (counts.get(foldText(name)) ?? 0) + 1)
  return counts
}

const isAlone = (counts: ReadonlyMap<string, number>, name: string): boolean => (counts.get(foldText(name)) ?? 0) <= 1

/** The natural key beside its name: "Lincoln (North District)". References are written with their plain names. */
const longName = (plan: Plan, table: TableName, row: AnyRow, name: string): string => {
  const definition = tableOf(table)
  const lookup = lookupOf(plan)
  const parts = definition.naturalKey.map((key) => {
    const field = definition.fields[key]
    const value = row[key] as Value
    if (field === undefined || value === null) return ''
    if (field.kind !== 'reference') return formatValue(field, value)
    const found = lookup(field.table, String(value))
    return found === undefined ? '' : nameOfRow(lookup, field.table, found)
  })
  const shown = parts.filter((part) => part !== '' && foldText(part) !== foldText(name))
  return shown.length === 0 ? name : `${name} (${shown.join(', ')})`
}

const shortestMark = 4

/**
 * How much of the ids tells rows of the same name apart: the beginning, as long as it has to be. A name must not read
 * like that of another row, which `isTaken` tells.
 */
const markLength = (ids: readonly string[], isTaken: (mark: string) => boolean): number => {
  const longest = Math.max(...ids.map((id) => id.length))
  for (let length = shortestMark; length < longest; length += 1) {
    const marks = new Set(ids.map((id) => id.slice(0, length)))
    if (marks.size === ids.length && ![...marks].some(isTaken)) return length
  }
  return longest
}

const namesOfTable = (plan: Plan, table: TableName): TableNames => {
  const rows: readonly AnyRow[] = rowsOf(plan, table)
  const lookup = lookupOf(plan)
  const short = new Map(rows.map((row) => [row.id, nameOfRow(lookup, table, row)]))
  const shortCounts = countFolded(short.values())
  const long = new Map(
    rows.map((row) => {
      const name = short.get(row.id) ?? ''
      return [row.id, isAlone(shortCounts, name) ? name : longName(plan, table, row, name)]
    }),
  )
  const longCounts = countFolded(long.values())
  const nameById = new Map<string, string>()
  const twins = new Map<string, string[]>()
  for (const [id, name] of long) {
    if (isAlone(longCounts, name) && name !== '') nameById.set(id, name)
    else twins.set(foldText(name), [...(twins.get(foldText(name)) ?? []), id])
  }
  for (const ids of twins.values()) {
    const length = markLength(ids, (mark) => longCounts.has(foldText(`${long.get(ids[0] ?? '') ?? ''} [${mark}]`)))
    for (const id of ids) nameById.set(id, `${long.get(id) ?? ''} [${id.slice(0, length)}]`)
  }
  const idsByText = new Map<string, string[]>()
  const add = (text: string, id: string): void => {
    const ids = idsByText.get(foldText(text))
    if (ids === undefined) idsByText.set(foldText(text), [id])
    else if (!ids.includes(id)) ids.push(id)
  }
  for (const [id, name] of short) if (!isAlone(shortCounts, name)) add(name, id)
  // A unique name means its own row only, even where it reads like the plain name that several others share.
  for (const [id, name] of nameById) idsByText.set(foldText(name), [id])
  return { nameById, idsByText }
}

/** Rows of a name with more or less of their id behind it than is needed now: a sheet may be older than the plan. */
const markedIds = (idsByText: TableNames['idsByText'], text: string): readonly string[] => {
  const [, name, mark] = /^(.*) \[([\da-f-]{4,})\]$/iu.exec(text) ?? []
  if (name === undefined || mark === undefined) return []
  return (idsByText.get(foldText(name)) ?? []).filter((id) => id.startsWith(mark.toLowerCase()))
}

const sourcesByTable = new Map<TableName, readonly TableName[]>()

/** The table itself and every table that the names of its rows may be made of: those that it refers to, and theirs. */
export const tablesOfNames = (table: TableName): readonly TableName[] => {
  const known = sourcesByTable.get(table)
  if (known !== undefined) return known
  const found = new Set<TableName>([table])
  for (const name of found) {
    for (const field of Object.values(tableOf(name).fields)) if (field.kind === 'reference') found.add(field.table)
  }
  sourcesByTable.set(table, [...found])
  return [...found]
}
// Tables are values: as long as those that names are made of are the same objects, the names are the same too.
type Known = { readonly sources: readonly unknown[]; readonly names: TableNames }
const knownNames = new WeakMap<ReadonlyMap<string, AnyRow>, Known>()

const knownNamesOf = (plan: Plan, table: TableName): TableNames => {
  const sources = tablesOfNames(table).map((name) => plan[name])
  const known = knownNames.get(plan[table])
  if (known?.sources.every((source, i) => source === sources[i]) === true) return known.names
  const names = namesOfTable(plan, table)
  knownNames.set(plan[table], { sources, names })
  return names
}

/**
 * The names of the rows of a plan, each table looked through once, when it is first asked for, and
 * not again for a later plan in which nothing that its names are made of has changed. Rows of one table that
 * are called the same get their natural key beside the name, and the beginning of their id where that is the same too, so every name
 * means one row. A typed text also finds rows by id, and by the plain name that several share (then all their ids).
 */
export const namesOf = (plan: Plan): Names => {
  const byTable = new Map<TableName, TableNames>()
  const ofTable = (table: TableName): TableNames => {
    const known = byTable.get(table) ?? knownNamesOf(plan, table)
    byTable.set(table, known)
    return known
  }
  return {
    nameOf: (table, id) => ofTable(table).nameById.get(id) ?? removedRow,
    idsOf: (table, text) => {
      const wanted = text.trim()
      const { idsByText } = ofTable(table)
      return idsByText.get(foldText(wanted)) ?? (plan[table].has(wanted) ? [wanted] : markedIds(idsByText, wanted))
    },
  }
}
