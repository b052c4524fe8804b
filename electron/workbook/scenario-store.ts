import type Database from 'better-sqlite3'
import { changesSchema } from '@shared/contract/changes'
import { normalise } from '@shared/plan/algebra'
import type { Change } from '@shared/plan/change'
import type { EntryStep } from './scenario-step'

/** A scenario as the file keeps it; its changes in normal form. */
export type StoredScenario = {
  readonly id: string
  readonly name: string
  readonly question: string | null
  readonly createdAt: string
  readonly archivedAt: string | null
  readonly changes: readonly Change[]
}

/** The scenarios in the file: one line each, and one entry for every row that it changes. */
export type ScenarioStore = {
  /** In the order in which they were made. Throws where an entry is no change. */
  readonly read: () => StoredScenario[]
  readonly create: (scenario: StoredScenario) => void
  readonly rename: (id: string, name: string, question: string | null) => void
  readonly archive: (id: string, at: string | null) => void
  readonly remove: (id: string) => void
  readonly write: (scenarioId: string, steps: readonly EntryStep[]) => void
}

function changesOf(entries: readonly string[]): Change[] {
  const changes = changesSchema.safeParse(entries.map((text): unknown => JSON.parse(text)))
  if (!changes.success) throw new TypeError(`A scenario holds what is no change: ${changes.error.message}`)
  return changes.data
}

export function scenarioStore(db: Database.Database): ScenarioStore {
  const scenarios = db.prepare<[], Omit<StoredScenario, 'changes'>>(
    'SELECT "id", "name", "question", "createdAt", "archivedAt" FROM "workbook_scenario" ORDER BY rowid',
  )
  const entries = db
    .prepare<[string], string>('SELECT "change" FROM "workbook_scenarioChange" WHERE "scenarioId" = ?')
    .pluck()
  const create = db.prepare(
    'INSERT INTO "workbook_scenario" ("id", "name", "question", "createdAt", "archivedAt") VALUES (?, ?, ?, ?, ?)',
  )
  const rename = db.prepare('UPDATE "workbook_scenario" SET "name" = ?, "question" = ? WHERE "id" = ?')
  const archive = db.prepare('UPDATE "workbook_scenario" SET "archivedAt" = ? WHERE "id" = ?')
  const remove = db.prepare('DELETE FROM "workbook_scenario" WHERE "id" = ?')
  const put = db.prepare(
    `INSERT INTO "workbook_scenarioChange" ("scenarioId", "tableName", "rowId", "change") VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET "change" = excluded."change"`,
  )
  const drop = db.prepare(
    'DELETE FROM "workbook_scenarioChange" WHERE "scenarioId" = ? AND "tableName" = ? AND "rowId" = ?',
  )
  return {
    read: () =>
      scenarios.all().map((scenario) => ({
        ...scenario,
        changes: normalise(changesOf(entries.all(scenario.id))),
      })),
    create: ({ id, name, question, createdAt, archivedAt, changes }) => {
      create.run(id, name, question, createdAt, archivedAt)
      for (const change of changes) put.run(id, change.table, change.id, JSON.stringify(change))
    },
    rename: (id, name, question) => rename.run(name, question, id),
    archive: (id, at) => archive.run(at, id),
    remove: (id) => remove.run(id),
    write: (scenarioId, steps) => {
      for (const { table, id, after } of steps) {
        if (after) put.run(scenarioId, table, id, JSON.stringify(after))
        else drop.run(scenarioId, table, id)
      }
    },
  }
}
