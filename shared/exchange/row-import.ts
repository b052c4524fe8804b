import type { TableName } from '../plan/table-name'
import { tableOf, type AnyRow } from '../plan/tables'
import { nameOfRow } from '../plan/words'
import type { Draft } from './draft'
import type { ImportNames } from './import-names'
import { problemAt } from './import-problem'
import { childTables, mapSheet, missingColumns, type MappedRow } from './mapped-sheet'
import type { Mapping } from './mapping'
import { codeKey } from './names'
import { parentDistrict } from './parent-unit'
import { codeFields, rowFinder } from './row-finder'
import { readRow, type GivenRow } from './row-values'
import type { Sheet } from './sheet'
import { originKey, type ImportedRow, type SheetImport } from './sheet-import'

/** Gets a sheet ready to be brought into the draft. */
export const startSheet = (draft: Draft, names: ImportNames, mapping: Mapping, sheet: Sheet): SheetImport => {
  const mapped = mapSheet(sheet, mapping)
  const tablesFilled: TableName[] = [mapping.table, ...childTables(mapping)]
  const finders = new Map(tablesFilled.map((table) => [table, rowFinder(draft, names, table)]))
  return { draft, names, mapped, finders, problems: missingColumns(mapped), rows: [], origins: new Map() }
}

const labelOf = (draft: Draft, table: TableName, id: string | null): string => {
  const row = id === null ? undefined : draft.get(table, id)
  return row ? nameOfRow((other, otherId) => draft.get(other, otherId), table, row) : ''
}

/** The first field that a new row needs and nothing gives, if any. */
const lackingField = (table: TableName, values: GivenRow['values']): string | null =>
  Object.entries(tableOf(table).fields).find(
    ([key, field]) => field.required && field.default === null && (values[key] ?? null) === null,
  )?.[0] ?? null

/**
 * Values that a spreadsheet made poorer do not replace what they came from: a code without its leading zeros, a number
 * of which only the fifteen digits are left that most programs keep.
 */
const keepRicher = (table: TableName, row: AnyRow | undefined, values: GivenRow['values']): GivenRow['values'] => {
  if (!row) return values
  const code = codeFields[table]
  const isPoorer = (key: string, after: unknown): boolean => {
    const before = row[key]
    if (typeof before === 'number' && typeof after === 'number')
      return before !== after && before.toPrecision(15) === after.toPrecision(15)
    const isText = key === code && typeof before === 'string' && typeof after === 'string'
    return isText && after.length < before.length && codeKey(before) === codeKey(after)
  }
  const kept = Object.entries(values).filter(([key, after]) => !isPoorer(key, after))
  return Object.fromEntries(kept)
}

type Placed = { readonly id: string; readonly outcome: 'added' | 'changed' | 'unchanged' }

/** Adds or changes the row that is meant; null, with the problem told, where that cannot be. */
const place = (run: SheetImport, table: TableName, given: GivenRow, at: MappedRow): Placed | null => {
  const { draft, names, mapped, finders, problems, origins } = run
  const finder = finders.get(table)
  const finding = finder?.find(given) ?? { kind: 'new' as const }
  const firstColumn = [...given.columns.values()].find((column) => column >= 0) ?? 0
  const tell = (column: number, code: 'required' | 'duplicate' | 'ambiguous-row', message: string): null => {
    problems.push(problemAt({ sheet: mapped.sheet.name, row: at.row, column }, at.cells[column], code, message))
    return null
  }
  if (finding.kind === 'refused') return tell(firstColumn, finding.code, finding.message)
  const origin = (id: string): void => {
    origins.set(originKey(table, id), { sheet: mapped.sheet.name, row: at.row, columns: given.columns })
  }
  if (finding.kind === 'found') {
    origin(finding.id)
    const isChanged = draft.update(table, finding.id, keepRicher(table, draft.get(table, finding.id), given.values))
    if (isChanged) names.learn(table, finding.id)
    return { id: finding.id, outcome: isChanged ? 'changed' : 'unchanged' }
  }
  const lacking = lackingField(table, given.values)
  if (lacking !== null) {
    const label = tableOf(table).fields[lacking]?.label ?? lacking
    return tell(given.columns.get(lacking) ?? firstColumn, 'required', `${label} must not be empty in a new row.`)
  }
  const row: AnyRow = draft.insert(table, given.values)
  names.learn(table, row.id)
  finder?.learn(row)
  origin(row.id)
  return { id: row.id, outcome: 'added' }
}

const better = (a: Placed['outcome'], b: Placed['outcome']): Placed['outcome'] =>
  a === 'added' ? 'added' : a === 'changed' || b !== 'unchanged' ? 'changed' : 'unchanged'

const emptyGiven: GivenRow = { id: null, values: {}, columns: new Map() }

/** Fields of the natural key that cannot be read: without them it is not known which row is meant. */
const isKeyUnreadable = (table: TableName, unreadable: ReadonlySet<string>): boolean =>
  tableOf(table).naturalKey.some((key) => unreadable.has(key))

/** Brings one row of the sheet into the draft. `retryUnknown`: say nothing yet where a name is unknown, answer false. */
export const importRow = (run: SheetImport, at: MappedRow, retryUnknown: boolean): boolean => {
  const { draft, names, mapped, rows, problems } = run
  const { table } = mapped.mapping
  const skipped = (why: ImportedRow['why'], id: string | null): true => {
    rows.push({ sheetRow: at.row + 1, outcome: 'skipped', id, label: labelOf(draft, table, id), why })
    return true
  }
  if (at.leftOut !== null) return skipped(at.leftOut, null)
  const reading = readRow(run, at)
  if (retryUnknown && reading.problems.some(({ code }) => code === 'unknown-name')) return false
  problems.push(...reading.problems)
  const given = reading.given.get(table) ?? emptyGiven
  if (isKeyUnreadable(table, reading.unreadable) && given.id === null) return skipped('problem', null)
  const parentId = table === 'unit' ? parentDistrict(draft, names, mapped, at.cells) : null
  if (parentId !== null && !('parentId' in given.values)) given.values['parentId'] = parentId
  const placed = place(run, table, given, at)
  if (!placed) return skipped('problem', given.id)
  let { outcome } = placed
  for (const child of childTables(mapped.mapping)) {
    const own = reading.given.get(child)
    const { parent } = tableOf(child)
    if (!own || parent === null || Object.keys(own.values).length === 0) continue
    const placedChild = place(run, child, { ...own, values: { ...own.values, [parent]: placed.id } }, at)
    if (placedChild) outcome = better(outcome, placedChild.outcome)
  }
  rows.push({ sheetRow: at.row + 1, outcome, id: placed.id, label: labelOf(draft, table, placed.id), why: null })
  return true
}
