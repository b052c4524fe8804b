import { foldText } from '../plan/names'
import type { Plan } from '../plan/plan'
import { referencesFrom } from '../plan/references'
import { tableNames, type TableName } from '../plan/table-name'
import { columnNames } from './header'
import { Draft } from './draft'
import { importNames } from './import-names'
import type { CellProblem } from './import-problem'
import { mappedRows, type MappedRow } from './mapped-sheet'
import { fromColumn, type Mapping } from './mapping'
import { summaryOf, type ImportSummary } from './plan-import'
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
  }[]
  readonly problems: readonly CellProblem[]
}

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
      .filter(({ label }) => present.has(label))
      .map(({ key, label }) => fromColumn(key, label)),
    filters: [],
    parent: null,
    emptyCells: 'clear',
    skipsTotals: true,
  }
}

type Waiting = { readonly run: SheetImport; readonly row: MappedRow }

/** Rows that name rows which come later wait until these are there; in the end what is unknown is told. */
const importAll = (runs: readonly SheetImport[]): void => {
  let waiting = runs.flatMap((run) => mappedRows(run.mapped).map((row): Waiting => ({ run, row })))
  for (;;) {
    const left = waiting.filter(({ run, row }) => !importRow(run, row, true))
    if (left.length === 0) return
    if (left.length === waiting.length) break
    waiting = left
  }
  for (const { run, row } of waiting) importRow(run, row, false)
}

const absentIds = (plan: Plan, run: SheetImport): string[] => {
  const { table } = run.mapped.mapping
  const isIdGiven = run.mapped.mapping.fields.some(({ field }) => field === 'id')
  const present = new Set(run.rows.map(({ id }) => id))
  return isIdGiven ? [...plan[table].keys()].filter((id) => !present.has(id)) : []
}

/**
 * What bringing back an exported workbook, edited or not, would do to the plan. Sheets are known by the tables' names,
 * columns by the fields' labels; what is not there is not given, and nothing is ever removed by being absent: absent rows
 * are only named. An empty cell empties its field. Never throws, whatever the sheets hold.
 */
export const planWorkbookImport = (plan: Plan, sheets: readonly Sheet[], newId: () => string): WorkbookImport => {
  const draft = new Draft(plan, newId)
  const names = importNames(draft)
  const runs = inReferenceOrder().flatMap((table): SheetImport[] => {
    const sheet = sheetFor(sheets, table)
    return sheet ? [startSheet(draft, names, mappingFor(table, sheet), sheet)] : []
  })
  importAll(runs)
  const absent = new Map(runs.map((run) => [run, absentIds(plan, run)]))
  const settled = settle(draft, runs)
  return {
    changes: settled.changes,
    tables: runs.map((run) => {
      const rows = settled.rowsOf(run)
      const table = run.mapped.mapping.table
      return { table, rows, summary: summaryOf(rows), absentIds: absent.get(run) ?? [] }
    }),
    problems: [...runs.flatMap(({ problems }) => problems), ...settled.problems],
  }
}
