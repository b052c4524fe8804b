import { foldText } from './names'
import type { Plan } from './plan'
import { inOrder } from './plan'
import { referencesFrom } from './references'
import { tableNames, type TableName } from './table-name'
import { tableOf, type AnyRow } from './tables'
import { lookupOf, nameOfRow } from './words'

/** A row that holds the words asked for. */
export type FoundRow = {
  readonly table: TableName
  readonly id: string
  readonly name: string
  /** Where the words stand in a text of the row instead of its name: the text around them. */
  readonly excerpt: string | null
}

/** The best rows, and how many there are in all. */
export type FoundRows = { readonly rows: readonly FoundRow[]; readonly count: number }

type Entry = {
  readonly id: string
  readonly name: string
  readonly foldedName: string
  /** All texts of the row, as they stand and as they are compared. */
  readonly text: string
  readonly foldedText: string
}

type Table = ReadonlyMap<string, AnyRow>
type Known = { readonly basis: readonly Table[]; readonly entries: readonly Entry[] }

// Tables are values: what was made of one holds as long as it and those that its names come from are the same.
const known = new WeakMap<Table, Known>()

/** The tables that the names of a table's rows can come from, itself first. */
function basisOf(table: TableName): readonly TableName[] {
  const found = new Set<TableName>([table])
  for (const name of found) for (const { target } of referencesFrom(name)) found.add(target)
  return [...found]
}

const bases: ReadonlyMap<TableName, readonly TableName[]> = new Map(tableNames.map((name) => [name, basisOf(name)]))

// ids and keys, which nobody looks for
const unreadable: ReadonlySet<string> = new Set(['aboutTable', 'aboutRow', 'aboutField', 'key'])

function textKeys(table: TableName): string[] {
  return Object.entries(tableOf(table).fields).flatMap(([key, field]) => {
    const isText = field.kind === 'text' || (field.kind === 'list' && field.item.kind === 'text')
    return isText && !unreadable.has(key) ? [key] : []
  })
}

/** All texts of a row but the one that is its name. */
function textOf(row: AnyRow, keys: readonly string[], name: string): string {
  const texts = keys.flatMap((key) => {
    const value = row[key]
    return typeof value === 'string' ? [value] : Array.isArray(value) ? value.map(String) : []
  })
  return texts
    .filter((text) => text !== name)
    .join(' · ')
    .replaceAll(/\s+/g, ' ')
}

function entriesOf(plan: Plan, table: TableName): readonly Entry[] {
  const rows: Table = plan[table]
  const basis: readonly Table[] = (bases.get(table) ?? []).map((name) => plan[name])
  const before = known.get(rows)
  if (before?.basis.every((one, at) => one === basis[at])) return before.entries
  const lookup = lookupOf(plan)
  const keys = textKeys(table)
  const entries = inOrder(rows.values()).map((row): Entry => {
    const name = nameOfRow(lookup, table, row)
    const text = textOf(row, keys, name)
    return { id: row.id, name, foldedName: foldText(name), text, foldedText: foldText(text) }
  })
  known.set(rows, { basis, entries })
  return entries
}

const around = 40

/** The text around the first of the words that is in it. */
function excerptOf(text: string, words: readonly string[]): string {
  const folded = text.toLowerCase()
  const at = Math.max(0, Math.min(...words.map((word) => folded.indexOf(word)).filter((place) => place >= 0)))
  const from = Number.isFinite(at) ? Math.max(0, at - around) : 0
  const piece = text.slice(from, from + 3 * around)
  return `${from > 0 ? '…' : ''}${piece.trim()}${from + piece.length < text.length ? '…' : ''}`
}

/** How well an entry fits, the best first: 0 its name begins so, 1 a word of it does, 2 it is in the name, 3 in the texts. */
function fitOf({ foldedName, foldedText }: Entry, asked: string, words: readonly string[]): number | null {
  if (foldedName.startsWith(asked)) return 0
  if (words.every((word) => foldedName.includes(word))) return ` ${foldedName}`.includes(` ${asked}`) ? 1 : 2
  return words.every((word) => foldedName.includes(word) || foldedText.includes(word)) ? 3 : null
}

/**
 * The rows of all tables that hold every word of `asked`, in their name or in any of their texts; case, accents' spelling
 * and kinds of space do not matter. The best `limit` of them: names that begin so first, then by table and the planner's
 * order. What is searched is made once for each version of a table; asking again looks through it, nothing more.
 */
export function findRows(plan: Plan, asked: string, limit: number): FoundRows {
  const wanted = foldText(asked)
  const words = wanted.split(' ').filter((word) => word !== '')
  if (words.length === 0) return { rows: [], count: 0 }
  const byFit: FoundRow[][] = [[], [], [], []]
  let count = 0
  for (const table of tableNames) {
    for (const entry of entriesOf(plan, table)) {
      const fit = fitOf(entry, wanted, words)
      if (fit === null) continue
      count += 1
      const found = byFit[fit]
      if (!found || found.length >= limit) continue
      const excerpt = fit === 3 ? excerptOf(entry.text, words) : null
      found.push({ table, id: entry.id, name: entry.name, excerpt })
    }
  }
  return { rows: byFit.flat().slice(0, limit), count }
}
