import type Database from 'better-sqlite3'
import type { SavedView } from '@shared/contract/workbook'

/** How the planner likes to see sheets (columns, filter, order, groups), kept under a name for each sheet. */
export type ViewStore = {
  readonly list: () => SavedView[]
  /** Keeps a view; one of the same name for the same sheet is replaced. */
  readonly save: (view: SavedView) => void
  readonly remove: (sheet: string, name: string) => void
}

export function viewStore(db: Database.Database): ViewStore {
  const list = db.prepare<[], SavedView>('SELECT "sheet", "name", "json" FROM "workbook_view" ORDER BY "sheet", "name"')
  const save = db.prepare(
    `INSERT INTO "workbook_view" ("sheet", "name", "json") VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET "json" = excluded."json"`,
  )
  const remove = db.prepare('DELETE FROM "workbook_view" WHERE "sheet" = ? AND "name" = ?')
  return {
    list: () => list.all(),
    save: ({ sheet, name, json }) => save.run(sheet, name, json),
    remove: (sheet, name) => remove.run(sheet, name),
  }
}
