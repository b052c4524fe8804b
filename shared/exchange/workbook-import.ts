import { foldText } from '../plan/names'
import type { Plan } from '../plan/plan'
import { referencesFrom } from '../plan/references'
import { tableNames, type TableName } from '../plan/table-name'
import { tableOf } from '../plan/tables'
import { removeAbsent } from './absent-rows'
import { columnNames } from './header'
import { Draft } from './draft'
import { importNames } from './import-names'
import type { CellProblem } from './import-problem'
import { mappedRows, type MappedRow } from './mapped-sheet'
import { fromColumn, type Mapping } from './mapping'
import { summaryOf, type ImportSummary } from './plan-import'
import { stepsOf, type Progress } from './progress'
import { importRow, startSheet } from './row-import'
import { settle } from './settle'
import type { Sheet } from './sheet'
import type { ImportedRow, SheetImport } from './sheet-import'
import { sheetColumns, sheetNameOf } from './table-sheet'
import type { Change } from '../plan/change'

/** What bringing an exported workbook back would do, table by table. */
export type WorkbookImport = {
  readonly changes: readonly Change[]
  readonly tables: readonly {
    readonly table: TableName
    readonly summary: ImportSummary
    readonly rows: readonly ImportedRow[]
    /** Rows of the plan that the sheet no longer holds; they stay unless the planner removes them. */
    readonly absentIds: readonly string[]
    /** How many of them are removed. */
    readonly removed: number
  }[]
  readonly problems: readonly CellProblem[]
}

/** What of an edited copy is taken over: its sheets but these, and of which tables the absent rows are removed. */
export type WorkbookChoice = { readonly leftOut: readonly TableName[]; readonly removing: readonly TableName[] }

/** All sheets, and no row removed. */
export const wholeWorkbook: WorkbookChoice = { leftOut: [], removing: [] }

/** Tables in an order in which a table comes after those that it refers to, itself aside. */
const inReferenceOrder = (): TableName[] => {
  const order: TableName[] = []
  const visit = (table: TableName, path: readonly TableName[]): void => {
    if (order.includes(table) || path.includes(table)) return
    for (const { target } of referencesFrom(table)) visit(target, [...path, table])
    order.push(table)
  }
  for (const table of tableNames) visit(table, [])
  return order
}

const sheetFor = (sheets: readonly Sheet[], table: TableName): Sheet | undefined =>
  sheets.find(({ name }) => foldText(name) === foldText(sheetNameOf(table)))

/** The mapping of an exported sheet: columns by their labels; those that were taken out are not given. */
const mappingFor = (table: TableName, sheet: Sheet): Mapping => {
  const present = new Set(columnNames(sheet.rows, 0))
  return {
    formatVersion: 1,
    table,
    headerRow: 0,
    fields: sheetColumns(table)
      .filter(({ label, kind }) => kind !== 'meaning' && present.has(label))
      .map(({ key, label }) => fromColumn(key, label)),
    filters: [],
    parent: null,
    emptyCells: 'clear',
    skipsTotals: true,
  }
}

type Waiting = { readonly run: SheetImport; readonly row: MappedRow }

/** Rows that name rows which come later wait until these are there; in the end what is unknown is told. */
const importAll = (runs: readonly SheetImport[], progress: Progress): void => {
  let waiting = runs.flatMap((run) => mappedRows(run.mapped).map((row): Waiting => ({ run, row })))
  const steps = stepsOf(waiting.length, progress)
  for (;;) {
    const left = waiting.filter(({ run, row }) => {
      const isDone = importRow(run, row, true)
      if (isDone) steps()
      return !isDone
    })
    if (left.length === 0) return
    if (left.length === waiting.length) break
    waiting = left
  }
  for (const { run, row } of waiting) importRow(run, row, false)
}

const absentIds = (plan: Plan, run: SheetImport): string[] => {
  const { table } = run.mapped.mapping
  if (tableOf(table).isSingle) return []
  const isIdGiven = run.mapped.mapping.fields.some(({ field }) => field === 'id')
  const present = new Set(run.rows.map(({ id }) => id))
  return isIdGiven ? [...plan[table].keys()].filter((id) => !present.has(id)) : []
}

/** The absent rows that are to be removed, by table. */
const absentOf = (
  absent: ReadonlyMap<SheetImport, readonly string[]>,
  removing: readonly TableName[],
): ReadonlyMap<TableName, readonly string[]> =>
  new Map(
    [...absent]
      .map(([run, ids]) => [run.mapped.mapping.table, ids] as const)
      .filter(([table, ids]) => ids.length > 0 && removing.includes(table)),
  )

/**
 * What bringing back an exported workbook, edited or not, would do to the plan. Sheets are known by the tables' names,
 * columns by the fields' labels; what is not there is not given, and nothing is ever removed by being absent unless
 * `choice` says so for its table. An empty cell empties its field. Never throws, whatever the sheets hold. `progress` is
 * told how much is through, 0–1.
 */
export const planWorkbookImport = (
  plan: Plan,
  sheets: readonly Sheet[],
  newId: () => string,
  choice: WorkbookChoice = wholeWorkbook,
  progress: Progress = () => undefined,
): WorkbookImport => {
  const draft = new Draft(plan, newId)
  const names = importNames(draft)
  const runs = inReferenceOrder().flatMap((table): SheetImport[] => {
    const sheet = choice.leftOut.includes(table) ? undefined : sheetFor(sheets, table)
    return sheet ? [startSheet(draft, names, mappingFor(table, sheet), sheet)] : []
  })
  importAll(runs, progress)
  const absent = new Map(runs.map((run) => [run, absentIds(plan, run)]))
  const settled = settle(draft, runs)
  const removal = removeAbsent(plan, settled.changes, absentOf(absent, choice.removing))
  return {
    changes: removal.changes,
    tables: runs.map((run) => {
      const rows = settled.rowsOf(run)
      const table = run.mapped.mapping.table
      const removed = removal.removed.get(table) ?? 0
      return { table, rows, summary: summaryOf(rows), absentIds: absent.get(run) ?? [], removed }
    }),
    problems: [...runs.flatMap(({ problems }) => problems), ...settled.problems, ...removal.problems],
  }
}
