import type Database from 'better-sqlite3'
import type { ImportMapping } from '@shared/contract/calls'

/** How columns of a planner's spreadsheets were matched, remembered by name and table. */
export type MappingStore = {
  readonly list: () => ImportMapping[]
  /** Keeps a mapping; one of the same name for the same table is replaced. */
  readonly save: (mapping: ImportMapping) => void
}

export function mappingStore(db: Database.Database): MappingStore {
  const list = db.prepare<[], ImportMapping>(
    'SELECT "name", "tableName" AS "table", "json" FROM "workbook_mapping" ORDER BY "tableName", "name"',
  )
  const save = db.prepare(
    `INSERT INTO "workbook_mapping" ("name", "tableName", "json") VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET "json" = excluded."json"`,
  )
  return {
    list: () => list.all(),
    save: ({ name, table, json }) => save.run(name, table, json),
  }
}
