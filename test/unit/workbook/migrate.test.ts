import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import type { Change } from '@shared/plan/change'
import { beforeEach, describe, expect, test } from 'vitest'
import { migrations, type Migration } from '../../../electron/workbook/migration'
import { openWorkbook } from '../../../electron/workbook/open'
import { addSchool, editSchool, codeOf, failure, good, makeWorkbook, type Desk } from '../../fixtures/workbook'

// A later version as it could come: a column, and a field that changed its meaning from a share to a count.
const carry = (change: Change): Change | null => {
  if (change.table !== 'unit') return change
  if (change.kind === 'update') return Object.hasOwn(change.fields, 'capacity') ? null : change
  return { ...change, row: { ...change.row, name: `${String(change.row['name'])} (carried)` } }
}
const later: Migration = {
  version: migrations.length + 1,
  sql: `ALTER TABLE "unit" ADD COLUMN "phone" TEXT; UPDATE "unit" SET "name" = "name" || ' (carried)', "capacity" = NULL;`,
  carry,
}
const steps = [...migrations, later]
const edit = { target: 'plan', code: 'edit' } as const

let desk: Desk
let lincoln: Change & { kind: 'insert' }
beforeEach(() => {
  desk = makeWorkbook()
  lincoln = addSchool('Lincoln')
  good(desk.workbook.commit({ ...edit, label: 'Add Lincoln', changes: [lincoln] }))
})

const files = (): string[] => readdirSync(dirname(desk.path)).sort()

describe('a workbook of an older version', () => {
  test('is brought up to date with its rows, and kept as it was beside it', () => {
    const migrated = desk.reopen({ migrations: steps })
    expect(migrated.plan().unit.get(lincoln.id)?.name).toBe('Lincoln (carried)')
    expect(migrated.notices).toHaveLength(1)
    expect(migrated.notices[0]).toContain('“Willow Creek before update 2026-11-03 1500.rollout”')
    migrated.close()
    const [backup] = files().filter((name) => name.includes('before update'))
    const old = good(openWorkbook(join(dirname(desk.path), backup!), desk.environment))
    expect(old.plan().unit.get(lincoln.id)?.name).toBe('Lincoln')
    old.close()
  })

  test('says so once, and opens as any other afterwards', () => {
    desk.reopen({ migrations: steps })
    expect(desk.reopen({ migrations: steps }).notices).toEqual([])
    expect(files().filter((name) => name.includes('before update'))).toHaveLength(1)
  })

  test('can still be undone, in the new form', () => {
    const migrated = desk.reopen({ migrations: steps })
    good(migrated.undo('plan'))
    expect(migrated.plan().unit.size).toBe(0)
    good(migrated.redo('plan'))
    expect(migrated.plan().unit.get(lincoln.id)?.name).toBe('Lincoln (carried)')
  })

  test('cannot be undone past what has no meaning any more, but its history stays readable', () => {
    const { workbook } = desk
    good(
      workbook.commit({ ...edit, label: 'Capacity', changes: [editSchool(workbook, lincoln.id, { capacity: 5000 })] }),
    )
    good(workbook.commit({ ...edit, label: 'Level', changes: [editSchool(workbook, lincoln.id, { level: 'high' })] }))
    const migrated = desk.reopen({ migrations: steps })
    good(migrated.undo('plan'))
    expect(codeOf(migrated.undo('plan'))).toBe('nothing-to-undo')
    const labels = good(migrated.history(10, null)).map(({ label }) => label)
    expect(labels).toEqual(['Undo: Level', 'Level', 'Capacity', 'Add Lincoln', 'New workbook'])
  })

  test('carries the changes of scenarios forward and says how many have no place any more', () => {
    const { workbook } = desk
    const changes = [addSchool('Grant'), editSchool(workbook, lincoln.id, { capacity: 5000 })]
    good(workbook.createScenario('More', null, changes))
    const migrated = desk.reopen({ migrations: steps })
    expect(migrated.scenarios()[0]?.changes).toMatchObject([{ kind: 'insert', row: { name: 'Grant (carried)' } }])
    expect(migrated.notices[1]).toContain('left out: 1.')
  })

  test('is read in today’s form without being written when it may only be read', () => {
    const read = desk.reopen({ migrations: steps, isReadOnly: true })
    expect(read.plan().unit.get(lincoln.id)?.name).toBe('Lincoln (carried)')
    read.close()
    expect(files()).toEqual(['Willow Creek.rollout'])
    expect(desk.reopen().plan().unit.get(lincoln.id)?.name).toBe('Lincoln')
  })
})

describe('a migration that fails', () => {
  test.each([
    ['half-way', `UPDATE "unit" SET "name" = 'gone'; CREATE TABLE "unit" ("x" TEXT)`],
    ['by leaving a reference to nothing', `UPDATE "unit" SET "waveId" = '00000000-0000-4000-8000-00000000ffff'`],
  ])('%s leaves the file as it was, and nothing beside it', (_, sql) => {
    desk.workbook.close()
    const broken = [...migrations, { version: later.version, sql }]
    const { message } = failure(openWorkbook(desk.path, desk.environment, { migrations: broken }), 'internal')
    expect(message).toContain('Nothing in it was changed.')
    expect(desk.reopen().plan().unit.get(lincoln.id)?.name).toBe('Lincoln')
    desk.workbook.close()
    expect(files()).toEqual(['Willow Creek.rollout'])
  })
})

describe('a workbook of a newer version', () => {
  test('is refused in plain words and not touched', () => {
    desk.reopen({ migrations: steps }).close()
    const names = files()
    const { message } = failure(openWorkbook(desk.path, desk.environment), 'file-newer-version')
    expect(message).toContain('newer version of Rollout Workbook')
    expect(message).toContain('It was not changed')
    expect(files()).toEqual(names)
    const db = new Database(desk.path, { readonly: true })
    expect(db.pragma('user_version', { simple: true })).toBe(later.version)
    db.close()
  })
})
