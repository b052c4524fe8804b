import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { beforeEach, describe, expect, test } from 'vitest'
import { openWorkbook } from '../../../electron/workbook/open'
import { addSchool, codeOf, failure, good, makeWorkbook, type Desk } from '../../fixtures/workbook'
import { meddle, overwrite } from '../../fixtures/workbook-files'

const edit = { target: 'plan', code: 'edit', label: 'Add a school' } as const
const lincoln = addSchool('Lincoln', { contextTags: ['rural'] })

let desk: Desk
beforeEach(() => {
  desk = makeWorkbook()
  good(desk.workbook.commit({ ...edit, changes: [lincoln] }))
  desk.workbook.close()
})

const schema = (change: string): string => `PRAGMA writable_schema = ON; ${change}; PRAGMA writable_schema = RESET`

/** Files that a stranger has prepared: things in the schema that would run or mislead. */
const built: [string, string][] = [
  ['a trigger', 'CREATE TRIGGER "t" AFTER UPDATE ON "unit" BEGIN DELETE FROM "wave"; END'],
  ['a view', 'CREATE VIEW "v" AS SELECT * FROM "unit"'],
  ['a further table', 'CREATE TABLE "extra" ("x" TEXT)'],
  ['a virtual table', 'CREATE VIRTUAL TABLE "search" USING fts5("x")'],
  ['a further index', 'CREATE INDEX "i" ON "unit" ("name")'],
  ['a missing index', 'DROP INDEX "unit_waveId"'],
  ['a missing table', 'PRAGMA foreign_keys = OFF; DROP TABLE "report"'],
  ['a further column', 'ALTER TABLE "unit" ADD COLUMN "extra" TEXT'],
  ['a computed column', `ALTER TABLE "unit" ADD COLUMN "x" TEXT GENERATED ALWAYS AS (upper("name"))`],
  [
    'a table that is not strict',
    schema(`UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'unit'`),
  ],
  [
    'a check that is gone',
    schema(`UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (length("id") = 36)', '') WHERE name = 'wave'`),
  ],
]

const refuses = (code: string): void => {
  for (const isReadOnly of [false, true]) {
    const before = readFileSync(desk.path)
    expect(codeOf(openWorkbook(desk.path, desk.environment, { isReadOnly }))).toBe(code)
    expect(readFileSync(desk.path)).toEqual(before)
  }
}

describe('a workbook that another program has rebuilt is refused', () => {
  test.each(built)('with %s', (_, sql) => {
    meddle(desk.path, sql)
    refuses('file-damaged')
    const { message, details } = failure(openWorkbook(desk.path, desk.environment), 'file-damaged')
    expect(message).toContain('another program has changed it')
    expect(details).toHaveProperty('findings')
  })
})

/** Values that a field cannot hold, put past SQLite's own checks. */
const values: [string, string][] = [
  ['a text where a number belongs', `UPDATE "unit" SET "enrolment" = 'many'`],
  ['a number that is none', `UPDATE "component" SET "contributionWeight" = 9e999`],
  ['an empty field that may not be empty', `UPDATE "unit" SET "name" = NULL`],
  ['a choice that does not exist', `UPDATE "unit" SET "kind" = 'castle'`],
  ['a list that is none', `UPDATE "unit" SET "contextTags" = '{"a": 1}'`],
  ['a list of other things', `UPDATE "unit" SET "contextTags" = '[1, null]'`],
  ['a list that cannot be read', `UPDATE "unit" SET "contextTags" = '[1'`],
  ['bytes where a text belongs', `UPDATE "unit" SET "name" = x'00ff'`],
  ['a reference to a row that is not there', `UPDATE "unit" SET "waveId" = '${lincoln.id}'`],
  ['a scenario that is not made of changes', `UPDATE "workbook_scenarioChange" SET "change" = '{"kind":"drop"}'`],
  ['a scenario that cannot be read', `UPDATE "workbook_scenarioChange" SET "change" = 'x'`],
]

/** The tables without what keeps wrong values out, filled, then with it again. */
function smuggle(sql: string): void {
  const db = new Database(desk.path)
  db.unsafeMode()
  db.pragma('foreign_keys = OFF')
  db.pragma('ignore_check_constraints = ON')
  db.pragma('writable_schema = ON')
  const kept = db
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql IS NOT NULL`,
    )
    .all()
  db.exec(
    `UPDATE sqlite_schema SET sql = replace(replace(replace(replace(sql, ') STRICT', ')'), 'NOT NULL', ''), ' INTEGER', ' BLOB'), ' TEXT', ' BLOB') WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
  )
  db.close()
  meddle(desk.path, 'PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON', sql)
  const again = new Database(desk.path)
  again.unsafeMode()
  again.pragma('writable_schema = ON')
  for (const { name, sql: was } of kept) again.prepare('UPDATE sqlite_schema SET sql = ? WHERE name = ?').run(was, name)
  again.close()
}

describe('a workbook with values that no field can hold is refused', () => {
  test.each(values)('%s', (_, sql) => {
    const workbook = desk.reopen()
    good(workbook.createScenario('More', null, [addSchool('Grant')]))
    const component = { id: '66666666-6666-4666-8666-666666666666', rank: 0, name: 'Reading', contributionWeight: 1 }
    const rest = { description: null, minimumPractice: null, evidence: null, isCore: true, prerequisiteIds: [] }
    const profile = { profileExpected: null, profileDeveloping: null, profileNotAcceptable: null }
    const row = { ...component, ...rest, ...profile, trainingHoursNeeded: 14, owner: null }
    good(workbook.commit({ ...edit, changes: [{ kind: 'insert', table: 'component', id: row.id, row }] }))
    workbook.close()
    smuggle(sql)
    refuses('file-damaged')
    expect.hasAssertions()
  })

  test('and the way of putting them in leaves everything else right', () => {
    smuggle('SELECT 1')
    expect(desk.reopen().plan().unit.size).toBe(1)
  })
})

describe('a log that a stranger has written', () => {
  test('is not carried out where it is not made of changes of this plan', () => {
    meddle(desk.path, `UPDATE "workbook_log" SET "changes" = '[{"kind":"drop"}]'`)
    expect(desk.reopen().undo('plan').ok).toBe(false)
    meddle(desk.path, `UPDATE "workbook_log" SET "changes" = 'x'`)
    expect(desk.reopen().undo('plan').ok).toBe(false)
    expect(desk.reopen().plan().unit.size).toBe(1)
  })

  test('brings no field and no value into the plan that does not belong there', () => {
    const put = (values: object): void => {
      const changes = JSON.stringify([{ kind: 'remove', table: 'unit', id: 'ID', row: { ...lincoln.row, ...values } }])
      const id = '77777777-7777-4777-8777-777777777777'
      meddle(
        desk.path,
        `UPDATE "workbook_log" SET "changes" = replace(replace('${changes}', '"ID"', '"${id}"'), '${lincoln.id}', '${id}') WHERE "sequence" = 2`,
      )
    }
    put({ name: 7 })
    expect(desk.reopen().undo('plan').ok).toBe(false)
    put({ evil: true, __proto__x: 1 })
    good(desk.reopen().undo('plan'))
    const row = desk.workbook.plan().unit.get('77777777-7777-4777-8777-777777777777')
    expect(row?.name).toBe('Lincoln')
    expect(row).not.toHaveProperty('evil')
  })
})

describe('a header that lies', () => {
  test.each([
    ['of a later format of SQLite', 18, [9, 9]],
    ['of an impossible page size', 16, [3, 3]],
  ])('%s is refused', (_, at, bytes) => {
    overwrite(desk.path, at, Uint8Array.from(bytes))
    refuses('file-damaged')
    expect.hasAssertions()
  })

  test('of a write-ahead log opens, and is a plain file again', () => {
    overwrite(desk.path, 18, Uint8Array.from([2, 2]))
    expect(desk.reopen().plan().unit.size).toBe(1)
    desk.workbook.close()
    expect([...readFileSync(desk.path).subarray(18, 20)]).toEqual([1, 1])
  })
})
