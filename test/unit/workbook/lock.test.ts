import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Environment } from '../../../electron/workbook/environment'
import { holderOf, lockPath } from '../../../electron/workbook/lock'
import { openWorkbook } from '../../../electron/workbook/open'
import { addSchool, codeOf, failure, good, makeEnvironment, makeWorkbook, type Desk } from '../../fixtures/workbook'

const edit = { target: 'plan', code: 'edit', label: 'Add a school' } as const

let desk: Desk
beforeEach(() => {
  desk = makeWorkbook()
})

// the moment at which the desk's workbook was opened, in the time of this computer
const opened = new Date('2026-11-03T15:00:00.000Z').toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'short' })

const other = (more: Partial<Environment>): Environment => makeEnvironment({ actor: 'Sam Second', ...more })

describe('the lock', () => {
  test('stands beside an open workbook with who, where and since when, and goes when it is closed', () => {
    expect(holderOf(desk.path)).toMatchObject({
      actor: 'Pat Planner',
      machine: 'district-office-7',
      processId: 4242,
      at: expect.stringMatching(/^2026-11-03T15:00:\d\d\.000Z$/),
    })
    desk.workbook.close()
    expect(readdirSync(dirname(desk.path))).toEqual(['Willow Creek.rollout'])
  })

  test('is waited for where a crash left its process on this computer for a moment longer', () => {
    let pauses = 0
    const second = other({ pause: () => void (pauses += 1), isProcessRunning: () => pauses < 3 })
    good(openWorkbook(desk.path, second)).close()
    expect(pauses).toBe(3)
    const elsewhere = other({ machine: 'home-laptop', pause: () => void (pauses += 1) })
    desk.reopen()
    expect(codeOf(openWorkbook(desk.path, elsewhere))).toBe('file-locked')
    expect(pauses).toBe(3)
  })

  test('keeps a second planner on another computer from writing, and says whom to ask', () => {
    const answer = openWorkbook(desk.path, other({ machine: 'home-laptop', isProcessRunning: () => false }))
    const { message, details } = failure(answer, 'file-locked')
    expect(message).toContain(`is open for Pat Planner on the computer “district-office-7” since ${opened}.`)
    expect(message).toContain('delete the file “Willow Creek.rollout.lock”')
    expect(details).toMatchObject({ actor: 'Pat Planner', machine: 'district-office-7', isHere: false })
    good(desk.workbook.commit({ ...edit, changes: [addSchool('Lincoln')] }))
  })

  test('keeps a second window on this computer from writing while the first is there', () => {
    const { message } = failure(openWorkbook(desk.path, other({ processId: 77 })), 'file-locked')
    expect(message).toContain('on this computer')
    expect(message).toContain('Close it in the other window')
  })

  test('lets a second planner read, with a notice that says why', () => {
    good(desk.workbook.commit({ ...edit, changes: [addSchool('Lincoln')] }))
    const second = good(openWorkbook(desk.path, other({ machine: 'home-laptop' }), { orReadOnly: true }))
    expect(second.isReadOnly).toBe(true)
    expect(second.plan().unit.size).toBe(1)
    expect(second.notices).toEqual([
      `“Willow Creek.rollout” is open for Pat Planner on the computer “district-office-7” since ${opened}. Two people cannot write to it at once, so here it is open for reading only. To change something, save a copy and work in that. Ask Pat Planner to close it; if that computer is not running any more, delete the file “Willow Creek.rollout.lock” beside it.`,
    ])
    good(desk.workbook.commit({ ...edit, changes: [addSchool('Grant')] }))
    second.close()
    expect(existsSync(lockPath(desk.path))).toBe(true)
  })

  test.each([
    ['its process on this computer is gone', { isProcessRunning: () => false }],
    ['this computer was started since', { bootedAt: '2026-11-04T07:00:00.000Z', isProcessRunning: () => true }],
  ] satisfies [string, Partial<Environment>][])('is taken over where %s', (_, more) => {
    const second = good(openWorkbook(desk.path, other(more)))
    expect(second.isReadOnly).toBe(false)
    expect(holderOf(desk.path)?.actor).toBe('Sam Second')
    second.close()
  })

  test('is taken over where nothing can be made out of it', () => {
    desk.workbook.close()
    writeFileSync(lockPath(desk.path), '')
    good(openWorkbook(desk.path, other({}))).close()
    writeFileSync(lockPath(desk.path), '[1, 2')
    good(openWorkbook(desk.path, other({}))).close()
    expect(existsSync(lockPath(desk.path))).toBe(false)
  })

  test('of another is not taken away by closing', () => {
    const lock = JSON.stringify({ ...holderOf(desk.path), token: 'another' })
    writeFileSync(lockPath(desk.path), lock)
    desk.workbook.close()
    expect(readFileSync(lockPath(desk.path), 'utf8')).toBe(lock)
  })

  test('is let go where the file turns out to be damaged', () => {
    desk.workbook.close()
    const db = new Database(desk.path)
    db.exec('CREATE VIEW "strange" AS SELECT 1')
    db.close()
    expect(codeOf(openWorkbook(desk.path, desk.environment))).toBe('file-damaged')
    expect(existsSync(lockPath(desk.path))).toBe(false)
  })
})

describe('without the lock file', () => {
  test('SQLite’s own lock keeps two from writing at once', () => {
    desk.workbook.close()
    const db = new Database(desk.path)
    db.exec('BEGIN IMMEDIATE')
    const { message } = failure(openWorkbook(desk.path, desk.environment), 'file-locked')
    expect(message).toContain('another program is using it')
    expect(message).toContain('try again')
    db.exec('ROLLBACK')
    db.close()
    good(openWorkbook(desk.path, desk.environment)).close()
  })

  test('a commit that another made is never overwritten', () => {
    const second = good(openWorkbook(desk.path, other({ isProcessRunning: () => false })))
    good(second.commit({ ...edit, changes: [addSchool('Lincoln')] }))
    const { message } = failure(desk.workbook.commit({ ...edit, changes: [addSchool('Grant')] }), 'file-locked')
    expect(message).toContain('was changed by another program')
    expect([...second.plan().unit.values()].map(({ name }) => name)).toEqual(['Lincoln'])
    second.close()
    expect(desk.reopen().plan().unit.size).toBe(1)
  })
})
