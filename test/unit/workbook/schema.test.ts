import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { tableNames } from '@shared/plan/table-name'
import { tableOf } from '@shared/plan/tables'
import { describe, expect, test } from 'vitest'
import { migrate } from '../../../electron/workbook/migrate'
import { migrations } from '../../../electron/workbook/migration'
import { planSchemaSql } from '../../../electron/workbook/schema'
import { databaseOf, planSchemaLines } from '../../fixtures/workbook-schema'

const migrated = (): string[] => {
  const db = databaseOf()
  migrate(db, migrations)
  return planSchemaLines(db)
}
const defined = planSchemaLines(databaseOf(...planSchemaSql()))

describe('the schema', () => {
  test('that the migrations make is the one that the definitions ask for', () => {
    expect(migrated()).toEqual(defined)
  })

  test('is seen to differ where a definition has a field, a choice or a type that no migration brought', () => {
    const sql = planSchemaSql().join(';')
    const planted = [
      sql.replace('"enrolment" INTEGER', '"enrolment" INTEGER, "phone" TEXT'),
      sql.replace("'alternative', 'other'", "'alternative', 'virtual', 'other'"),
      sql.replace('"enrolment" INTEGER', '"enrolment" TEXT'),
      sql.replace('"name" TEXT NOT NULL', '"name" TEXT'),
      sql.replace('CREATE INDEX "unit_waveId" ON "unit" ("waveId");', ''),
      sql.replace('REFERENCES "wave"', 'REFERENCES "gate"'),
    ]
    for (const other of planted) {
      expect(other).not.toBe(sql)
      expect(planSchemaLines(databaseOf(other))).not.toEqual(defined)
    }
  })

  test('is seen to be the same where a column was added at the end of a table', () => {
    const column = '"capacity" INTEGER'
    const older = planSchemaSql().join(';').replace(`  ${column},\n  "keyPerson`, '  "keyPerson')
    const added = databaseOf(older, `ALTER TABLE "unit" ADD COLUMN ${column}`)
    expect(planSchemaLines(added)).toEqual(defined)
  })

  test('has a strict table for every table of the plan and an index for every reference', () => {
    const db = databaseOf()
    migrate(db, migrations)
    for (const table of tableNames) {
      expect(db.pragma(`table_list("${table}")`)).toMatchObject([{ type: 'table', strict: 1 }])
      const indexed = (db.pragma(`index_list("${table}")`) as { name: string }[]).map(({ name }) => name)
      const references = Object.entries(tableOf(table).fields).filter(([, field]) => field.kind === 'reference')
      expect(indexed).toEqual(expect.arrayContaining(references.map(([key]) => `${table}_${key}`)))
    }
  })
})

describe('the migrations', () => {
  test('are numbered from 1 without a gap, each in a file of its number', () => {
    const files = readdirSync(resolve('electron/workbook/migrations')).filter((name) => /^\d{3}\.ts$/.test(name))
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, at) => at + 1))
    expect(files).toEqual(migrations.map(({ version }) => `${String(version).padStart(3, '0')}.ts`))
  })
})
