import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { createWorkbook } from '../../../electron/workbook/create'
import { lockPath } from '../../../electron/workbook/lock'
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
import { dumpOf, integrityOf } from '../../fixtures/workbook-files'

const edit = { target: 'plan', code: 'edit', label: 'Add a school' } as const

let desk: Desk
let folder: string
let to: string
beforeEach(() => {
  desk = makeWorkbook()
  good(desk.workbook.commit({ ...edit, changes: [addSchool('Lincoln')] }))
  folder = makeFolder()
  to = join(folder, 'Copy.rollout')
})

describe('a saved copy', () => {
  test('holds everything, undo included, and leaves the open workbook open', () => {
    good(desk.workbook.createScenario('More', null, [addSchool('Grant')]))
    good(desk.workbook.saveMapping({ name: 'State list', table: 'unit', json: '{}' }))
    expect(good(desk.workbook.saveCopy(to))).toEqual({ path: to })
    expect(readdirSync(folder)).toEqual(['Copy.rollout'])
    expect(integrityOf(to)).toBe('ok')
    expect(dumpOf(to)).toEqual(dumpOf(desk.path))
    const copy = good(openWorkbook(to, makeEnvironment()))
    expect(copy.info.lineageId).toBe(desk.workbook.info.lineageId)
    good(copy.undo('plan'))
    expect(copy.plan().unit.size).toBe(0)
    copy.close()
    expect(desk.workbook.plan().unit.size).toBe(1)
  })

  test('replaces a file of that name, whole', () => {
    writeFileSync(to, 'an older file')
    writeFileSync(`${to}-journal`, 'left behind')
    good(desk.workbook.saveCopy(to))
    expect(dumpOf(to)).toEqual(dumpOf(desk.path))
    expect(readdirSync(folder)).toEqual(['Copy.rollout'])
  })

  test('of the sample is the planner’s own', () => {
    const sample = good(createWorkbook(join(folder, 'Sample.rollout'), start, makeEnvironment(), { isSample: true }))
    expect(sample.info.isSample).toBe(true)
    good(sample.saveCopy(to))
    sample.close()
    const copy = good(openWorkbook(to, makeEnvironment(), { isReadOnly: true }))
    expect(copy.info.isSample).toBe(false)
    copy.close()
  })

  test('can be saved of a workbook that may only be read', () => {
    const read = desk.reopen({ isReadOnly: true })
    good(read.saveCopy(to))
    expect(dumpOf(to)).toEqual(dumpOf(desk.path))
  })

  test('never replaces the open workbook itself, nor one that somebody else has open', () => {
    expect(failure(desk.workbook.saveCopy(desk.path), 'file-exists').message).toContain('is the workbook that is open')
    const other = makeWorkbook()
    expect(codeOf(desk.workbook.saveCopy(other.path))).toBe('file-locked')
    expect(existsSync(lockPath(other.path))).toBe(true)
    good(other.workbook.commit({ ...edit, changes: [addSchool('Grant')] }))
  })

  test('that cannot be made leaves nothing behind and says what is safe', () => {
    const { message } = failure(desk.workbook.saveCopy(join(folder, 'no', 'Copy.rollout')), 'file-unreachable')
    expect(message).toContain('No copy was made; the workbook that is open is as it was.')
    mkdirSync(join(folder, 'Taken.rollout'))
    writeFileSync(join(folder, 'Taken.rollout', 'x'), 'x')
    expect(desk.workbook.saveCopy(join(folder, 'Taken.rollout')).ok).toBe(false)
    expect(readdirSync(folder)).toEqual(['Taken.rollout'])
    expect(readFileSync(join(folder, 'Taken.rollout', 'x'), 'utf8')).toBe('x')
  })
})

describe('import mappings', () => {
  test('are remembered by name and table, the later one in place of the earlier', () => {
    const { workbook } = desk
    good(workbook.saveMapping({ name: 'State list', table: 'unit', json: '{"a":1}' }))
    good(workbook.saveMapping({ name: 'State list', table: 'position', json: '{"b":1}' }))
    good(workbook.saveMapping({ name: 'State list', table: 'unit', json: '{"a":2}' }))
    expect(good(desk.reopen().mappings())).toEqual([
      { name: 'State list', table: 'position', json: '{"b":1}' },
      { name: 'State list', table: 'unit', json: '{"a":2}' },
    ])
    expect(desk.workbook.sequence()).toBe(2)
  })
})
