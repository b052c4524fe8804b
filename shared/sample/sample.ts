import type { Change } from '../plan/change'
import { insertChange } from '../plan/edit'
import type { Value } from '../plan/field'
import { parseText, type Names } from '../plan/format'
import { newRow, planRowId } from '../plan/plan'
import { isTableName, tableNames, type TableName } from '../plan/table-name'
import { tableOf } from '../plan/tables'
import { readCsv, type CsvLine } from './csv'

/**
 * The sample district as readable texts, one for each table that has rows: comma-separated, the first line naming fields
 * of the table by their keys, cells as a planner would type them, references by name.
 */
export type SampleTexts = Readonly<Partial<Record<TableName, string>>>

/** By which column other rows refer to a row of a table; `name` where nothing else is said. */
const handles: Partial<Record<TableName, string>> = {
  setting: 'key',
  session: 'title',
  position: 'code',
  decision: 'question',
  barrier: 'description',
}

type Draft = { readonly table: TableName; readonly id: string; readonly rank: number; readonly line: CsvLine }

const handleOf = ({ table, line }: Draft): string | undefined => line.cells.get(handles[table] ?? 'name')

function draftsOf(texts: SampleTexts, newId: () => string): Draft[] {
  return tableNames.flatMap((table) => {
    const text = texts[table]
    if (text === undefined) return []
    return readCsv(text).map((line, rank) => ({ table, id: table === 'plan' ? planRowId : newId(), rank, line }))
  })
}

/** Finds rows by the names that stand in the texts. */
function namesIn(drafts: readonly Draft[]): Names {
  const ids = new Map<string, string[]>()
  for (const draft of drafts) {
    const key = `${draft.table} ${handleOf(draft) ?? ''}`
    ids.set(key, [...(ids.get(key) ?? []), draft.id])
  }
  return { nameOf: (_table, id) => id, idsOf: (table, text) => ids.get(`${table} ${text.trim()}`) ?? [] }
}

function valueIn(draft: Draft, column: string, text: string, names: Names): Value {
  const where = `${draft.table}, line ${draft.line.number}, ${column}`
  // a note names its row in a plain text field, whose value is the row's id
  if (draft.table === 'note' && column === 'aboutRow') {
    const about = draft.line.cells.get('aboutTable') ?? ''
    const [id] = isTableName(about) ? names.idsOf(about, text) : []
    if (id === undefined) throw new RangeError(`${where}: there is no "${text}" in "${about}"`)
    return id
  }
  const field = tableOf(draft.table).fields[column]
  if (!field) throw new RangeError(`${where}: the table has no such field`)
  const value = parseText(field, text, names)
  if (!value.ok) throw new RangeError(`${where}: ${value.error}`)
  return value.value
}

/**
 * The changes that make the sample district out of an empty plan: one insert a line, ranks in the order of the lines.
 * `newId` gives a new UUID each time. Throws a RangeError that names table, line and column where a text cannot be read.
 */
export function sampleChanges(texts: SampleTexts, newId: () => string): Change[] {
  const drafts = draftsOf(texts, newId)
  const names = namesIn(drafts)
  return drafts.map((draft) => {
    const cells = [...draft.line.cells]
    const values = Object.fromEntries(cells.map(([column, text]) => [column, valueIn(draft, column, text, names)]))
    return insertChange(draft.table, newRow(draft.table, draft.id, values, draft.rank))
  })
}
