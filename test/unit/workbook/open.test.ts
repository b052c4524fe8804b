import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { tableNames } from '@shared/plan/table-name'
import { beforeEach, describe, expect, test } from 'vitest'
import { createWorkbook } from '../../../electron/workbook/create'
import { openWorkbook } from '../../../electron/workbook/open'
import {
  addSchool,
  codeOf,
  failure,
  good,
  makeEnvironment,
  makeFolder,
  makeWorkbook,
  start,
  type Desk,
} from '../../fixtures/workbook'
import { becomeOrdinary, overwrite, truncate } from '../../fixtures/workbook-files'

const environment = makeEnvironment()
const edit = { target: 'plan', code: 'edit', label: 'Add a school' } as const

let folder: string
let path: string
beforeEach(() => {
  folder = makeFolder()
  path = join(folder, 'Plan.rollout')
})

/** Another program's database. */
function strangeDatabase(): Buffer {
  const db = new Database(':memory:')
  db.exec('CREATE TABLE "note" ("text" TEXT)')
  return db.serialize()
}

const strange: [string, string, () => Uint8Array | string][] = [
  ['a text file', 'it holds something else', () => 'School,Staff\nLincoln,40\n'.repeat(40)],
  ['an empty file', 'it is empty', () => ''],
  ['a file of one byte', 'it holds something else', () => 'S'],
  ['a picture', 'it holds something else', () => Buffer.from(`89504e470d0a1a0a${'00'.repeat(200)}`, 'hex')],
  ['a database of another program', 'a database of another program', strangeDatabase],
]

describe('what is not a workbook is refused and left as it is', () => {
  test.each(strange)('%s', (_, words, content) => {
    writeFileSync(path, content())
    const before = readFileSync(path)
    for (const isReadOnly of [false, true]) {
      const { message } = failure(openWorkbook(path, environment, { isReadOnly }), 'file-not-workbook')
      expect(message).toContain('“Plan.rollout” is not a Rollout workbook')
      expect(message).toContain(words)
      expect(message).toContain('It was not changed.')
    }
    expect(readFileSync(path)).toEqual(before)
    expect(readdirSync(folder)).toEqual(['Plan.rollout'])
  })

  test('a folder', () => {
    mkdirSync(path)
    expect(codeOf(openWorkbook(path, environment))).toBe('file-not-workbook')
  })

  test('a file that is not there, or whose folder is not', () => {
    expect(failure(openWorkbook(path, environment), 'file-not-found').message).toContain('moved, renamed or deleted')
    expect(codeOf(openWorkbook(join(folder, 'no', 'such', 'Plan.rollout'), environment))).toBe('file-not-found')
    expect(readdirSync(folder)).toEqual([])
  })
})

function overwritePages(file: string): void {
  const pages = Math.floor(readFileSync(file).length / 4096)
  for (let page = 3; page < pages; page += 1) overwrite(file, page * 4096, Buffer.alloc(100, 0xa5))
}

const damages: [string, (file: string) => void][] = [
  ['with overwritten pages', overwritePages],
  ['with an overwritten first page behind the header', (file) => overwrite(file, 100, Buffer.alloc(3996, 0x5a))],
  [
    'with an overwritten last page',
    (file) => overwrite(file, readFileSync(file).length - 4096, Buffer.alloc(4096, 0x5a)),
  ],
  ['cut off', (file) => truncate(file, 40_960)],
  ['cut off within the first page', (file) => truncate(file, 3000)],
  ['cut off within a later page', (file) => truncate(file, 42_000)],
]

describe('a damaged workbook is refused and left as it is', () => {
  test.each(damages)('%s', (_, damage) => {
    const desk = makeWorkbook()
    const changes = Array.from({ length: 300 }, (__, at) => addSchool(`School ${at}`))
    good(desk.workbook.commit({ ...edit, changes }))
    desk.workbook.close()
    damage(desk.path)
    const before = readFileSync(desk.path)
    for (const isReadOnly of [false, true]) {
      const { message } = failure(openWorkbook(desk.path, desk.environment, { isReadOnly }), 'file-damaged')
      expect(message).toContain('“Willow Creek.rollout”')
      expect(message).toContain('backup')
    }
    expect(readFileSync(desk.path)).toEqual(before)
    expect(readdirSync(dirname(desk.path))).toEqual(['Willow Creek.rollout'])
  })
})

describe('a workbook that may only be read', () => {
  let desk: Desk
  beforeEach(() => {
    desk = makeWorkbook()
    good(desk.workbook.commit({ ...edit, changes: [addSchool('Lincoln')] }))
    desk.workbook.close()
    chmodSync(dirname(desk.path), 0o777)
  })

  test('is refused for writing where the file is read-only', () => {
    chmodSync(desk.path, 0o444)
    becomeOrdinary()
    const { message } = failure(openWorkbook(desk.path, desk.environment), 'file-read-only')
    expect(message).toContain('may only be read')
    expect(message).toContain('Choose another folder')
  })

  test('is refused for writing where the folder is read-only', () => {
    chmodSync(desk.path, 0o666)
    chmodSync(dirname(desk.path), 0o555)
    becomeOrdinary()
    expect(codeOf(openWorkbook(desk.path, desk.environment))).toBe('file-read-only')
  })

  test('opens for reading where that is allowed, says why, and refuses changes', () => {
    chmodSync(desk.path, 0o444)
    becomeOrdinary()
    const workbook = good(openWorkbook(desk.path, desk.environment, { orReadOnly: true }))
    expect(workbook.isReadOnly).toBe(true)
    expect(workbook.notices).toHaveLength(1)
    expect(workbook.notices[0]).toContain('open for reading only')
    expect(workbook.plan().unit.size).toBe(1)
    const refusal = failure(workbook.commit({ ...edit, changes: [addSchool('Grant')] }), 'read-only')
    expect(refusal.message).toContain('Save a copy')
    expect(codeOf(workbook.undo('plan'))).toBe('read-only')
    expect(codeOf(workbook.createScenario('One coach fewer', null, []))).toBe('read-only')
    workbook.close()
  })

  test('opens for reading when asked, without a lock or any other trace', () => {
    const workbook = good(openWorkbook(desk.path, desk.environment, { isReadOnly: true }))
    expect(readdirSync(dirname(desk.path))).toEqual(['Willow Creek.rollout'])
    expect(good(workbook.history(10, null))).toHaveLength(2)
    workbook.close()
  })
})

describe('an open workbook', () => {
  test('is told with every table, and found under its real name', () => {
    const desk = makeWorkbook()
    desk.workbook.close()
    const link = join(folder, 'Shortcut.rollout')
    symlinkSync(desk.path, link)
    const workbook = good(openWorkbook(link, desk.environment))
    expect(workbook.path).toBe(desk.path)
    expect(workbook.name).toBe('Willow Creek')
    expect(Object.keys(good(workbook.rows('plan')))).toEqual([...tableNames])
    workbook.close()
  })

  test('answers nothing any more once it is closed', () => {
    const { workbook } = makeWorkbook()
    workbook.close()
    workbook.close()
    expect(codeOf(workbook.commit({ ...edit, changes: [addSchool('Lincoln')] }))).toBe('not-open')
    expect(codeOf(workbook.history(1, null))).toBe('not-open')
    expect(codeOf(workbook.rows('plan'))).toBe('not-open')
    expect(codeOf(workbook.saveCopy(path))).toBe('not-open')
  })

  test('says that its folder is gone, keeps what it holds, and saves again once the folder is back', () => {
    const desk = makeWorkbook()
    const home = dirname(desk.path)
    const aside = join(folder, 'aside.rollout')
    copyFileSync(desk.path, aside)
    rmSync(home, { recursive: true })
    const lost = failure(desk.workbook.commit({ ...edit, changes: [addSchool('Lincoln')] }), 'file-unreachable')
    expect(lost.message).toContain('does not answer')
    expect(lost.message).toContain('Your last change was not saved')
    expect(desk.workbook.plan().unit.size).toBe(0)
    mkdirSync(home)
    copyFileSync(aside, desk.path)
    expect(codeOf(desk.workbook.commit({ ...edit, changes: [addSchool('Lincoln')] }))).toBe('file-unreachable')
    good(desk.reopen().commit({ ...edit, changes: [addSchool('Lincoln')] }))
  })

  test('does not write into a file that was deleted under it', () => {
    const desk = makeWorkbook()
    rmSync(desk.path)
    expect(codeOf(desk.workbook.commit({ ...edit, changes: [addSchool('Lincoln')] }))).toBe('file-unreachable')
    expect(existsSync(desk.path)).toBe(false)
    good(desk.workbook.saveCopy(path))
    expect(good(openWorkbook(path, environment, { isReadOnly: true })).plan().plan.size).toBe(1)
  })
})

describe('a new workbook', () => {
  test('holds its district and can be opened again', () => {
    const workbook = good(createWorkbook(path, start, environment))
    const plan = {
      district: 'Willow Creek',
      startMonth: '2027-07',
      currencyYear: 2027,
      fiscalYearStart: 7,
      horizonMonths: 60,
    }
    expect([...workbook.plan().plan.values()]).toMatchObject([plan])
    expect(workbook.info).toMatchObject({ createdBy: 'Pat Planner', isSample: false })
    expect(workbook.undoState('plan')).toEqual({ undoLabel: null, redoLabel: null })
    workbook.close()
    expect(readdirSync(folder)).toEqual(['Plan.rollout'])
  })

  test('does not replace a file unless the planner agreed', () => {
    writeFileSync(path, 'mine')
    expect(codeOf(createWorkbook(path, start, environment))).toBe('file-exists')
    expect(readFileSync(path, 'utf8')).toBe('mine')
    good(createWorkbook(path, start, environment, { canReplace: true })).close()
    good(openWorkbook(path, environment)).close()
  })

  test('does not replace a workbook that somebody has open', () => {
    const desk = makeWorkbook()
    expect(codeOf(createWorkbook(desk.path, start, environment, { canReplace: true }))).toBe('file-locked')
    good(desk.workbook.commit({ ...edit, changes: [addSchool('Lincoln')] }))
  })

  test('is not spoilt by what an older file of that name left behind', () => {
    const desk = makeWorkbook()
    const journal = `${path}-journal`
    const changes = Array.from({ length: 500 }, (_, at) => addSchool(`School ${at}`))
    good(desk.workbook.commit({ ...edit, changes }))
    desk.workbook.close()
    // a journal as a crash leaves it: SQLite would roll it back into whatever stands under the name
    const db = new Database(desk.path)
    db.pragma('cache_size = 1')
    db.exec(`BEGIN; UPDATE "unit" SET "name" = 'Never committed ' || "name"`)
    copyFileSync(`${desk.path}-journal`, journal)
    db.close()
    expect(readFileSync(journal).length).toBeGreaterThan(512)
    const workbook = good(createWorkbook(path, start, environment))
    good(workbook.commit({ ...edit, changes: [addSchool('Lincoln')] }))
    workbook.close()
    expect(good(openWorkbook(path, environment, { isReadOnly: true })).plan().unit.size).toBe(1)
  })

  test('is not made where its folder is missing or its plan is wrong, and nothing is left behind', () => {
    expect(codeOf(createWorkbook(join(folder, 'no', 'Plan.rollout'), start, environment))).toBe('file-unreachable')
    expect(codeOf(createWorkbook(path, { ...start, startMonth: 'soon' }, environment))).toBe('changes-invalid')
    expect(codeOf(createWorkbook(path, { changes: [addSchool('Lincoln')] }, environment))).toBe('changes-invalid')
    expect(readdirSync(folder)).toEqual([])
  })
})
