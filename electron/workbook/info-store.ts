import type Database from 'better-sqlite3'

/** What a workbook says about itself. Copies keep the lineage, so that two of them know that they grew from one. */
export type Info = {
  readonly lineageId: string
  readonly createdAt: string
  readonly createdBy: string
  readonly isSample: boolean
}

export function writeInfo(db: Database.Database, info: Partial<Info>): void {
  const put = db.prepare<[string, string]>(
    `INSERT INTO "workbook_info" ("key", "value") VALUES (?, ?) ON CONFLICT DO UPDATE SET "value" = excluded."value"`,
  )
  for (const [key, value] of Object.entries(info)) put.run(key, String(value))
}

export function readInfo(db: Database.Database): Info {
  const read = db.prepare<[string], string>('SELECT "value" FROM "workbook_info" WHERE "key" = ?').pluck()
  const text = (key: keyof Info): string => read.get(key) ?? ''
  return {
    lineageId: text('lineageId'),
    createdAt: text('createdAt'),
    createdBy: text('createdBy'),
    isSample: text('isSample') === 'true',
  }
}
