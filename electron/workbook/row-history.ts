import type Database from 'better-sqlite3'
import { changesSchema } from '@shared/contract/changes'
import type { HistoryEntry, RowHistoryEntry } from '@shared/contract/workbook'
import type { Target } from '@shared/plan/change'
import type { TableName } from '@shared/plan/table-name'
import { targetOf, targetText } from './log-store'

export type RowHistoryQuestion = {
  /** Commits to the plan are always told, those to a scenario where it is the target. */
  readonly target: Target
  readonly table: TableName
  readonly rowId: string
  readonly limit: number
}

type Stored = Omit<HistoryEntry, 'target'> & { readonly target: string; readonly rowChanges: string }

// The log keeps the changes of a commit as one text. A search for the id in it finds the commits that touch the row, or
// a row of the same id elsewhere, without reading any of them as JSON; of those found, only the row's own changes are
// taken out, so that the history of one cell of an import does not carry the whole import.
const sql = `
  SELECT "id", "sequence", "target", "code", "label", "at", "actor", "changeCount", "rowChanges" FROM (
    SELECT *, (
      SELECT json_group_array(json(change."value")) FROM json_each(log."changes") AS change
      WHERE json_extract(change."value", '$.id') = @rowId AND json_extract(change."value", '$.table') = @table
    ) AS "rowChanges"
    FROM "workbook_log" AS log
    WHERE "target" IN ('plan', @target) AND instr("changes", @idText) > 0
  )
  WHERE "rowChanges" <> '[]' ORDER BY "sequence" DESC LIMIT @limit`

/** Reads the commits that touched a row from the log of an open file, the latest first. */
export function rowHistoryReader(db: Database.Database): (question: RowHistoryQuestion) => RowHistoryEntry[] {
  const find = db.prepare<[Record<string, unknown>], Stored>(sql)
  return ({ target, table, rowId, limit }) =>
    find
      .all({ target: targetText(target), table, rowId, limit, idText: `"id":${JSON.stringify(rowId)}` })
      .map(({ target: where, rowChanges, ...entry }) => ({
        ...entry,
        target: targetOf(where),
        changes: changesSchema.parse(JSON.parse(rowChanges)),
      }))
}
