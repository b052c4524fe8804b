import type Database from 'better-sqlite3'
import { newRow } from '@shared/plan/plan'
import { insertChange } from '@shared/plan/edit'
import { beforeEach, describe, expect, test } from 'vitest'
import { connectToWrite } from '../../../electron/workbook/connection'
import { workbookOver, type Workbook } from '../../../electron/workbook/workbook'
import {
  addSchool,
  editSchool,
  codeOf,
  failure,
  good,
  makeEnvironment,
  makeWorkbook,
  type Desk,
} from '../../fixtures/workbook'
import { idSource } from '../../fixtures/ids'
import { integrityOf } from '../../fixtures/workbook-files'

const edit = { target: 'plan', code: 'edit' } as const

let desk: Desk
let workbook: Workbook
const lincoln = addSchool('Lincoln')
const nameNow = (): string | undefined => desk.workbook.plan().unit.get(lincoln.id)?.name
beforeEach(() => {
  desk = makeWorkbook()
  workbook = desk.workbook
  good(workbook.commit({ ...edit, label: 'Add Lincoln', changes: [lincoln] }))
})

/** The same workbook over a database that the test holds too. */
function withDatabase(): { db: Database.Database; held: Workbook } {
  workbook.close()
  const db = connectToWrite(desk.path)
  const opened = { db, path: desk.path, isReadOnly: false, notices: [], release: () => undefined }
  const held = workbookOver(opened, makeEnvironment({ newId: idSource(700) }))
  desk.workbook = held
  return { db, held }
}

describe('a commit', () => {
  test('is in the plan, in the history and in the file', () => {
    const committed = good(workbook.commit({ ...edit, label: 'Add Grant', changes: [addSchool('Grant')] }))
    expect(committed).toMatchObject({ sequence: 3, target: 'plan', undo: { undoLabel: 'Add Grant', redoLabel: null } })
    expect(committed.changeSet).toMatchObject({ code: 'edit', label: 'Add Grant', actor: 'Pat Planner' })
    const before = workbook.plan()
    const reopened = desk.reopen()
    expect(reopened.plan()).toEqual(before)
    expect(reopened.sequence()).toBe(3)
    expect(good(reopened.history(10, null))).toMatchObject([
      { sequence: 3, label: 'Add Grant', changeCount: 1, id: committed.changeSet.id, at: committed.changeSet.at },
      { sequence: 2, label: 'Add Lincoln' },
      { sequence: 1, label: 'New workbook', code: 'create' },
    ])
    expect(good(reopened.history(1, 3)).map(({ sequence }) => sequence)).toEqual([2])
  })

  test('takes who, when and its id from the caller where they are given', () => {
    const id = '11111111-1111-4111-8111-111111111111'
    const given = { id, at: '2026-12-24T18:00:00.000Z', actor: 'Import' }
    const committed = good(workbook.commit({ ...edit, ...given, label: 'Add Grant', changes: [addSchool('Grant')] }))
    expect(committed.changeSet).toMatchObject(given)
  })

  test('of one cell writes one row and one line of the log, nothing else', () => {
    const { db, held } = withDatabase()
    const total = db.prepare<[], number>('SELECT total_changes()').pluck()
    const before = total.get() ?? 0
    good(held.commit({ ...edit, label: 'Rename', changes: [editSchool(held, lincoln.id, { name: 'Grant' })] }))
    expect((total.get() ?? 0) - before).toBe(2)
  })

  test('keeps every kind of value as it was given', () => {
    const values = {
      enrolment: 512,
      contextTags: ['rural', 'two "languages"; 漢'],
      capacity: 0,
      externalId: '007',
      rank: -1.5,
    }
    const school = addSchool('  Ünïcode O’Neill – 🙂'.trim(), { ...values, level: 'elementary', kind: 'school' })
    const component = insertChange(
      'component',
      newRow('component', '22222222-2222-4222-8222-222222222222', {
        name: 'Reading',
        isCore: false,
        contributionWeight: 0.1 + 0.2,
        description: 'Two\nlines\tand a tab',
      }),
    )
    good(workbook.commit({ ...edit, label: 'Add', changes: [school, component] }))
    const plan = desk.reopen().plan()
    expect(plan.unit.get(school.id)).toEqual(school.row)
    expect(plan.component.get(component.id)).toMatchObject({
      isCore: false,
      contributionWeight: 0.1 + 0.2,
      description: 'Two\nlines\tand a tab',
    })
  })

  test('brings several changes of one row into one', () => {
    const rename = editSchool(workbook, lincoln.id, { name: 'Grant' })
    const again = { ...rename, fields: { name: { before: 'Grant', after: 'Hayes' } } } as typeof rename
    const committed = good(workbook.commit({ ...edit, label: 'Rename twice', changes: [rename, again] }))
    expect(committed.changeSet.changes).toEqual([
      { kind: 'update', table: 'unit', id: lincoln.id, fields: { name: { before: 'Lincoln', after: 'Hayes' } } },
    ])
    good(workbook.undo('plan'))
    expect(nameNow()).toBe('Lincoln')
  })

  test('that changes nothing is noted but cannot be undone', () => {
    const rename = editSchool(workbook, lincoln.id, { name: 'Grant' })
    const back = { ...rename, fields: { name: { before: 'Grant', after: 'Lincoln' } } } as typeof rename
    const committed = good(workbook.commit({ ...edit, label: 'To and fro', changes: [rename, back] }))
    expect(committed.changeSet.changes).toEqual([])
    expect(committed.undo.undoLabel).toBe('Add Lincoln')
  })
})

describe('a commit that does not fit', () => {
  const leavesAll = (): void => {
    expect(workbook.sequence()).toBe(2)
    expect(nameNow()).toBe('Lincoln')
    expect(desk.reopen().sequence()).toBe(2)
    expect(nameNow()).toBe('Lincoln')
  }

  test('because the row is another by now is a conflict, told and not written', () => {
    const stale = {
      ...editSchool(workbook, lincoln.id, { name: 'Grant' }),
      fields: { name: { before: 'Lyncoln', after: 'Grant' } },
    }
    const answer = workbook.commit({ ...edit, label: 'Rename', changes: [addSchool('Hayes'), stale] })
    const { message, details } = failure(answer, 'changes-conflict')
    expect(message).toContain('Nothing of this step was saved; everything before it is safe.')
    expect(details).toMatchObject({
      conflicts: [{ table: 'unit', id: lincoln.id, field: 'name', code: 'field-changed' }],
    })
    expect(workbook.plan().unit.size).toBe(1)
    leavesAll()
  })

  test('because a row is there already, or gone, is a conflict', () => {
    expect(codeOf(workbook.commit({ ...edit, label: 'Again', changes: [lincoln] }))).toBe('changes-conflict')
    const gone = addSchool('Hayes')
    expect(codeOf(workbook.commit({ ...edit, label: 'Remove', changes: [{ ...gone, kind: 'remove' }] }))).toBe(
      'changes-conflict',
    )
    leavesAll()
  })

  test('because it breaks a rule of the plan is refused with every problem', () => {
    const school = addSchool('Hayes', { enrolment: -5, waveId: '33333333-3333-4333-8333-333333333333' })
    const { message, details } = failure(
      workbook.commit({ ...edit, label: 'Add', changes: [school] }),
      'changes-invalid',
    )
    expect(message).toContain('Students must be')
    expect(details).toMatchObject({ problems: [{ table: 'unit', id: school.id, field: 'enrolment' }] })
    leavesAll()
  })

  test('because it has a field that no table has is refused', () => {
    const strange = { ...lincoln.row, id: '44444444-4444-4444-8444-444444444444', name: 'Hayes', phone: '555' }
    const change = { kind: 'insert', table: 'unit', id: strange.id, row: strange } as const
    expect(codeOf(workbook.commit({ ...edit, label: 'Add', changes: [change] }))).toBe('changes-invalid')
    leavesAll()
  })
})

describe('a commit that is sent again under its id', () => {
  const id = '55555555-5555-4555-8555-555555555555'

  test('is answered as it was and not carried out twice', () => {
    const act = { ...edit, id, label: 'Add Grant', changes: [addSchool('Grant')] }
    const first = good(workbook.commit(act))
    expect(good(workbook.commit(act))).toEqual(first)
    expect(good(desk.reopen().commit(act))).toEqual(first)
    expect(desk.workbook.plan().unit.size).toBe(2)
  })

  test('undoes only once, too', () => {
    good(workbook.commit({ ...edit, label: 'Add Grant', changes: [addSchool('Grant')] }))
    const first = good(workbook.undo('plan', id))
    expect(good(workbook.undo('plan', id))).toEqual(first)
    expect(workbook.plan().unit.size).toBe(1)
  })
})

describe('undo and redo', () => {
  test('work across restarts', () => {
    good(workbook.commit({ ...edit, label: 'Rename', changes: [editSchool(workbook, lincoln.id, { name: 'Grant' })] }))
    const undone = good(desk.reopen().undo('plan'))
    expect(undone.changeSet).toMatchObject({ code: 'undo', label: 'Undo: Rename' })
    expect(undone.undo).toEqual({ undoLabel: 'Add Lincoln', redoLabel: 'Rename' })
    expect(nameNow()).toBe('Lincoln')
    good(desk.reopen().undo('plan'))
    expect(desk.workbook.plan().unit.size).toBe(0)
    expect(codeOf(desk.workbook.undo('plan'))).toBe('nothing-to-undo')
    good(desk.reopen().redo('plan'))
    good(desk.reopen().redo('plan'))
    expect(desk.reopen().plan().unit.get(lincoln.id)?.name).toBe('Grant')
    expect(codeOf(desk.workbook.redo('plan'))).toBe('nothing-to-redo')
  })

  test('never take away the first plan', () => {
    good(workbook.undo('plan'))
    expect(codeOf(workbook.undo('plan'))).toBe('nothing-to-undo')
    expect(workbook.plan().plan.size).toBe(1)
  })

  test('another commit ends what could be redone', () => {
    good(workbook.undo('plan'))
    good(workbook.commit({ ...edit, label: 'Add Grant', changes: [addSchool('Grant')] }))
    expect(codeOf(workbook.redo('plan'))).toBe('nothing-to-redo')
    good(workbook.undo('plan'))
    expect(workbook.undoState('plan')).toEqual({ undoLabel: null, redoLabel: 'Add Grant' })
  })

  test('a refused commit does not end what could be redone', () => {
    good(workbook.undo('plan'))
    expect(codeOf(workbook.commit({ ...edit, label: 'Bad', changes: [addSchool('Grant', { enrolment: -1 })] }))).toBe(
      'changes-invalid',
    )
    expect(workbook.undoState('plan').redoLabel).toBe('Add Lincoln')
  })

  test('keep labels within their length', () => {
    good(workbook.commit({ ...edit, label: 'x'.repeat(400), changes: [addSchool('Grant')] }))
    expect(good(workbook.undo('plan')).changeSet.label).toHaveLength(400)
  })
})

describe('a full disk', () => {
  test('is told, leaves everything that was answered, and the work goes on when there is room', () => {
    const { db, held } = withDatabase()
    db.pragma(`max_page_count = ${String(db.pragma('page_count', { simple: true }))}`)
    const many = {
      ...edit,
      label: 'Import',
      changes: Array.from({ length: 400 }, (_, at) => addSchool(`School ${at}`)),
    }
    const { message } = failure(held.commit(many), 'disk-full')
    expect(message).toContain('the disk is full')
    expect(message).toContain('Your last change was not saved; everything before it is safe in the file.')
    expect(held.plan().unit.size).toBe(1)
    expect(held.undoState('plan').undoLabel).toBe('Add Lincoln')
    db.pragma('max_page_count = 100000')
    good(held.commit(many))
    expect(desk.reopen().plan().unit.size).toBe(401)
    expect(integrityOf(desk.path)).toBe('ok')
  })
})
