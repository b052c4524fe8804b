import { copyFileSync, existsSync, readdirSync, renameSync } from 'node:fs'
import type * as files from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import Database from 'better-sqlite3'
import { createWorkbook } from '../../../electron/workbook/create'
import { openWorkbook } from '../../../electron/workbook/open'
import { backupsOf, restoreBackup } from '../../../electron/workbook/restore'
import { addSchool, codeOf, good, makeEnvironment, makeFolder, makeWorkbook, start } from '../../fixtures/workbook'

// a file that another program holds cannot be had on every machine, so it is played here
vi.mock('node:fs', async (original) => {
  const real = await original<typeof files>()
  return { ...real, renameSync: vi.fn(real.renameSync) }
})

const edit = { target: 'plan', code: 'edit', label: 'Add schools' } as const
const changes = Array.from({ length: 500 }, (_, at) => addSchool(`School ${at}`))

let folder: string
let path: string
/** A backup folder that holds a backup of the workbook at the path. */
let environment: ReturnType<typeof makeEnvironment>
beforeEach(() => {
  environment = makeEnvironment({ backupFolder: join(makeFolder(), 'backups') })
  folder = makeFolder()
  path = join(folder, 'Plan.rollout')
  good(createWorkbook(path, start, environment)).close()
  // what a crash leaves: half of an act in the file, and beside it the journal that takes it back
  const { workbook, path: other } = makeWorkbook()
  good(workbook.commit({ ...edit, changes }))
  workbook.close()
  const db = new Database(other)
  db.pragma('cache_size = 1')
  db.exec(`BEGIN; UPDATE "unit" SET "name" = 'Never committed ' || "name"`)
  copyFileSync(other, path)
  copyFileSync(`${other}-journal`, `${path}-journal`)
  db.close()
})

/** Has every rename onto the workbook fail from now on, as where another program holds it. */
function holdWorkbook(): void {
  const rename = vi.mocked(renameSync)
  const real = rename.getMockImplementation()
  onTestFinished(() => void rename.mockImplementation(real ?? (() => undefined)))
  rename.mockImplementation((from, to) => {
    if (to === path) throw Object.assign(new Error('held'), { code: 'EPERM' })
    real?.(from, to)
  })
}

const namesIn = (of: string): string[] => readdirSync(of).toSorted()

function expectAsBefore(): void {
  expect(namesIn(folder)).toEqual(['Plan.rollout', 'Plan.rollout-journal'])
  const workbook = good(openWorkbook(path, makeEnvironment()))
  const names = [...workbook.plan().unit.values()].map(({ name }) => name)
  workbook.close()
  expect(names).toHaveLength(500)
  expect(names.filter((name) => name.startsWith('Never committed'))).toEqual([])
}

test('a file that a crash left has half of an act in it where its journal is lost', () => {
  const alone = join(dirname(path), 'Alone.rollout')
  copyFileSync(path, alone)
  const opened = openWorkbook(alone, makeEnvironment())
  const names = opened.ok ? [...opened.value.plan().unit.values()].map(({ name }) => name) : []
  expect(codeOf(opened) !== 'ok' || names.some((name) => name.startsWith('Never committed'))).toBe(true)
  if (opened.ok) opened.value.close()
})

test('a workbook that could not be replaced by a new one is as it was, with the journal beside it', () => {
  holdWorkbook()
  expect(codeOf(createWorkbook(path, start, environment, { canReplace: true }))).not.toBe('ok')
  expectAsBefore()
})

test('a workbook that could not be replaced by its backup is as it was, with the journal beside it', () => {
  const [backup] = backupsOf(environment, path)
  holdWorkbook()
  expect(() => restoreBackup(path, backup!.id, environment, null)).toThrow('held')
  expectAsBefore()
})

test('a workbook that its backup replaced is kept under its other name, with the journal beside it', () => {
  const [backup] = backupsOf(environment, path)
  const { keptAs } = restoreBackup(path, backup!.id, environment, null)
  expect(existsSync(`${path}-journal`)).toBe(false)
  expect(namesIn(folder)).toHaveLength(3)
  const kept = good(openWorkbook(keptAs!, makeEnvironment()))
  expect([...kept.plan().unit.values()].some(({ name }) => name.startsWith('Never committed'))).toBe(false)
  kept.close()
})
