import type { Progress } from './progress'
import { sheetNameOf } from './table-sheet'
import { planWorkbookImport, wholeWorkbook, type WorkbookImport } from './workbook-import'
import { foldText, namesOf } from '../plan/names'
import type { Plan } from '../plan/plan'
import { tableNames } from '../plan/table-name'
import { tableOf } from '../plan/tables'
import { changeWords } from './change-words'
import { firstRows, outcomes, rowDetail, type ImportQuestion, type Preview, type PreviewRow } from './preview-content'

type TableImport = WorkbookImport['tables'][number]

/** The rows of one table that are worth a line: all but those in which nothing changes. */
function rowsOf(plan: Plan, { changes }: WorkbookImport, { table, rows, absentIds }: TableImport): PreviewRow[] {
  const { label } = tableOf(table)
  const words = changeWords(plan, changes, table)
  const removed = new Set(changes.flatMap((change) => (change.kind === 'remove' ? [change.id] : [])))
  const names = namesOf(plan)
  const told = rows
    .filter(({ outcome }) => outcome !== 'unchanged')
    .map((row): PreviewRow => ({
      key: `${table} ${row.sheetRow}`,
      label: row.label === '' ? `Row ${row.sheetRow}` : row.label,
      detail: rowDetail(`${label}, row ${row.sheetRow}`, row, words),
      outcome: outcomes[row.outcome],
    }))
  const absent = absentIds.map((id): PreviewRow => ({
    key: `${table} ${id}`,
    label: names.nameOf(table, id),
    detail: label,
    outcome: removed.has(id) ? 'Removed' : 'Not in the file',
  }))
  return [...told, ...absent]
}

/** As the plan's tables stand everywhere else. */
const inOrder = (tables: WorkbookImport['tables']): TableImport[] =>
  [...tables].sort((a, b) => tableNames.indexOf(a.table) - tableNames.indexOf(b.table))

const removedAlong = ({ changes, tables }: WorkbookImport): string[] => {
  const chosen = tables.reduce((sum, { removed }) => sum + removed, 0)
  const along = changes.filter(({ kind }) => kind === 'remove').length - chosen
  return along > 0 ? [`${along} more rows that belong to the removed ones, and notes about them, go along.`] : []
}

/** What bringing an edited copy back would do, sheet by sheet: all of it, and what the planner takes of it. */
export function previewTables(
  plan: Plan,
  { sheets, choice }: ImportQuestion,
  newId: () => string,
  progress: Progress,
): Preview {
  const isWhole = choice.leftOut.length === 0
  const taken = planWorkbookImport(plan, sheets, newId, choice, (done) => progress(isWhole ? done : done / 2))
  // what is left out still says what it would do
  const whole = isWhole
    ? taken
    : planWorkbookImport(plan, sheets, newId, wholeWorkbook, (done) => progress(0.5 + done / 2))
  const takenBy = new Map(taken.tables.map((each) => [each.table, each]))
  const sum = (of: (table: TableImport) => number): number =>
    taken.tables.reduce((total, table) => total + of(table), 0)
  return {
    changes: taken.changes,
    problems: taken.problems,
    summary: {
      added: sum(({ summary }) => summary.added),
      changed: sum(({ summary }) => summary.changed),
      unchanged: sum(({ summary }) => summary.unchanged),
      skipped: sum(({ summary }) => summary.skipped),
      removed: sum(({ removed }) => removed),
    },
    ...firstRows(taken.tables.flatMap((table) => rowsOf(plan, taken, table))),
    remarks: removedAlong(taken),
    tables: inOrder(whole.tables).map(({ table, summary, absentIds }) => ({
      table,
      added: summary.added,
      changed: summary.changed,
      problems: whole.problems.filter(({ sheet }) => foldText(sheet) === foldText(sheetNameOf(table))).length,
      absent: absentIds.length,
      removed: takenBy.get(table)?.removed ?? 0,
    })),
  }
}
