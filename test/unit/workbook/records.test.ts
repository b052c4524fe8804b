import { deflateRawSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { planToRows } from '@shared/plan/plan'
import { beforeEach, describe, expect, test } from 'vitest'
import { addSchool, codeOf, editSchool, failure, good, makeWorkbook, type Desk } from '../../fixtures/workbook'

const edit = { target: 'plan', code: 'edit' } as const

let desk: Desk
const lincoln = addSchool('Lincoln', { enrolment: 410, contextTags: ['rural', 'bilingual'] })
beforeEach(() => {
  desk = makeWorkbook()
  good(desk.workbook.commit({ ...edit, label: 'Add Lincoln', changes: [lincoln] }))
})

/** Puts other bytes in place of what a version holds. */
function spoil(path: string, rows: Buffer): void {
  const db = new Database(path)
  db.prepare('UPDATE "workbook_snapshot" SET "rows" = ?').run(rows)
  db.close()
}

describe('a named version', () => {
  test('holds the plan as it was, whatever is done to it afterwards, and after a restart', () => {
    const then = planToRows(desk.workbook.plan())
    const kept = good(desk.workbook.createSnapshot('Before the board'))
    expect(kept).toMatchObject({ name: 'Before the board', actor: 'Pat Planner', sequence: 2 })
    good(desk.workbook.commit({ ...edit, label: 'Add Grant', changes: [addSchool('Grant')] }))
    good(
      desk.workbook.commit({
        ...edit,
        label: 'Smaller',
        changes: [editSchool(desk.workbook, lincoln.id, { enrolment: 1 })],
      }),
    )
    expect(good(desk.reopen().readSnapshot(kept.id))).toEqual({ snapshot: kept, rows: then })
  })

  test('is listed with the others, the latest first, and is no step that could be undone', () => {
    const first = good(desk.workbook.createSnapshot('First'))
    const second = good(desk.workbook.createSnapshot('First'))
    expect(good(desk.workbook.snapshots())).toEqual([second, first])
    expect(desk.workbook.undoState('plan').undoLabel).toBe('Add Lincoln')
    expect(desk.workbook.sequence()).toBe(2)
  })

  test('is gone once it is deleted, the others are not', () => {
    const first = good(desk.workbook.createSnapshot('First'))
    const second = good(desk.workbook.createSnapshot('Second'))
    good(desk.workbook.removeSnapshot(first.id))
    expect(good(desk.workbook.snapshots())).toEqual([second])
    expect(failure(desk.workbook.readSnapshot(first.id), 'snapshot-not-found').message).toContain('was deleted')
    expect(codeOf(desk.workbook.removeSnapshot(first.id))).toBe('snapshot-not-found')
  })

  test('is neither made nor deleted where the workbook may only be read, but can be looked at', () => {
    const kept = good(desk.workbook.createSnapshot('First'))
    const read = desk.reopen({ isReadOnly: true })
    expect(codeOf(read.createSnapshot('Second'))).toBe('read-only')
    expect(codeOf(read.removeSnapshot(kept.id))).toBe('read-only')
    expect(good(read.readSnapshot(kept.id)).rows.unit).toHaveLength(1)
  })

  test.each([
    ['bytes that are not compressed', Buffer.from('x')],
    ['something else than rows', deflateRawSync('{"unit":[]}')],
    ['rows of a table that there is not', deflateRawSync('[["castle",{"id":"1","rank":0}]]')],
    ['a value that its field cannot hold', deflateRawSync(JSON.stringify([['unit', { ...lincoln.row, name: 7 }]]))],
  ])('that holds %s is told as damaged, and the plan as whole', (_, rows) => {
    const kept = good(desk.workbook.createSnapshot('First'))
    spoil(desk.path, rows)
    const { message } = failure(desk.reopen().readSnapshot(kept.id), 'file-damaged')
    expect(message).toContain('The version “First” cannot be read')
    expect(message).toContain('The plan itself is whole')
  })
})

describe('saved views', () => {
  test('are remembered by sheet and name, the later one in place of the earlier, until they are removed', () => {
    const { workbook } = desk
    const view = { sheet: 'schools', name: 'Pilot', json: '{"sort":"name"}' }
    good(workbook.saveView({ ...view, json: '{}' }))
    good(workbook.saveView({ ...view, sheet: 'funds' }))
    good(workbook.saveView(view))
    expect(good(desk.reopen().views())).toEqual([{ ...view, sheet: 'funds' }, view])
    good(desk.workbook.removeView('funds', 'Pilot'))
    expect(good(desk.workbook.views())).toEqual([view])
    expect(desk.workbook.sequence()).toBe(2)
  })
})
