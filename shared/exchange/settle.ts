import type { Change } from '../plan/change'
import type { Problem } from '../plan/problem'
import type { TableName } from '../plan/table-name'
import { validate } from '../plan/validate'
import type { Draft } from './draft'
import { problemAt, type CellProblem } from './import-problem'
import { originKey, type ImportedRow, type Origin, type SheetImport } from './sheet-import'

/** Rounds of taking rows back; each can only bring out rows that hung on the ones before. */
const mostRounds = 20

type Settled = {
  readonly changes: Change[]
  readonly problems: CellProblem[]
  /** What has become of the rows of a sheet in the end. */
  readonly rowsOf: (run: SheetImport) => ImportedRow[]
}

const originOf = (
  runs: readonly SheetImport[],
  table: TableName,
  id: string,
): { run: SheetImport; origin: Origin } | null => {
  for (const run of runs) {
    const origin = run.origins.get(originKey(table, id))
    if (origin) return { run, origin }
  }
  return null
}

/** The cell that a problem of the plan goes back to; without one, the first cell of the first sheet. */
const told = (runs: readonly SheetImport[], { table, id, field, message }: Problem): CellProblem => {
  const from = originOf(runs, table, id)
  const sheet = runs[0]?.mapped.sheet.name ?? ''
  if (!from) return problemAt({ sheet, row: 0, column: 0 }, null, 'not-valid', message)
  const { run, origin } = from
  const named = field === null ? undefined : origin.columns.get(field)
  const column = named ?? [...origin.columns.values()].find((at) => at >= 0) ?? 0
  const value = run.mapped.sheet.rows[origin.row]?.[Math.max(0, column)]
  return problemAt({ sheet: origin.sheet, row: origin.row, column }, value, 'not-valid', message)
}

const leftOut = (row: ImportedRow): ImportedRow => ({ ...row, outcome: 'skipped', why: 'problem' })

/** Everything that the changed rows of the plan say about one row: the row itself and its fellow rows of that line. */
const takeBack = (draft: Draft, runs: readonly SheetImport[], problem: Problem): void => {
  const from = originOf(runs, problem.table, problem.id)
  draft.forget(problem.table, problem.id)
  if (!from) return
  for (const [key, origin] of from.run.origins) {
    if (origin.row !== from.origin.row) continue
    const [table, id] = key.split(':')
    if (table !== undefined && id !== undefined) draft.forget(table as TableName, id)
  }
}

/**
 * Takes back every row that does not fit the plan as a whole, until the rest does; each is told as a problem at its cell
 * and counted as skipped.
 */
export const settle = (draft: Draft, runs: readonly SheetImport[]): Settled => {
  const problems: CellProblem[] = []
  const skipped = new Set<string>()
  let changes = draft.changes()
  for (let round = 0; changes.length > 0; round += 1) {
    const found = validate(draft.plan, changes)
    if (found.length === 0) break
    if (round === mostRounds) {
      return { changes: [], problems, rowsOf: (run) => run.rows.map(leftOut) }
    }
    for (const problem of found) {
      problems.push(told(runs, problem))
      const from = originOf(runs, problem.table, problem.id)
      if (from) skipped.add(`${from.origin.sheet}:${from.origin.row + 1}`)
      takeBack(draft, runs, problem)
    }
    changes = draft.changes()
  }
  const rowsOf = (run: SheetImport): ImportedRow[] =>
    run.rows.map((row) => (skipped.has(`${run.mapped.sheet.name}:${row.sheetRow}`) ? leftOut(row) : row))
  return { changes, problems, rowsOf }
}
