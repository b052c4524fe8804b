import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Backup, Offer, OpenWorkbook } from '@shared/contract/workbook'
import { rowsOf } from '@shared/plan/plan'
import { planFromText } from '@shared/plan/plan-text'
import { folderOf } from '../../../electron/workbook/backup-folder'
import { createWorkbook } from '../../../electron/workbook/create'
import { openWorkbook } from '../../../electron/workbook/open'
import { backupsOf, newestWhole } from '../../../electron/workbook/restore'
import { workbookService } from '../../../electron/workbook/service'
import type { Environment } from '../../../electron/workbook/environment'
import { idSource } from '../../fixtures/ids'
import { addSchool, good, makeEnvironment, makeFolder, makeWorkbook, start } from '../../fixtures/workbook'
import { integrityOf, truncate } from '../../fixtures/workbook-files'

const edit = { target: 'plan', code: 'edit', label: 'Add a school' } as const

let backupFolder: string
/** What the clock says. */
let clock: { now: Date }
let environment: Partial<Environment>
beforeEach(() => {
  backupFolder = join(makeFolder(), 'backups')
  clock = { now: new Date('2026-11-03T15:00:00.000Z') }
  environment = { backupFolder, now: () => clock.now.toISOString() }
})

const later = (minutes: number): void => {
  clock.now = new Date(clock.now.getTime() + minutes * 60_000)
}
const folderFor = (path: string): string => folderOf(backupFolder, path)
const momentsOf = (path: string): string[] =>
  backupsOf(makeEnvironment(environment), path).map(({ at }) => at.slice(11, 16))

describe('backups', () => {
  test('are made when a workbook is opened, then once an hour in which something is written, and at the end', async () => {
    const { workbook, path } = makeWorkbook(environment)
    await workbook.backedUp()
    expect(momentsOf(path)).toEqual(['15:00'])
    for (const minutes of [20, 20, 19, 1, 30]) {
      later(minutes)
      good(workbook.commit({ ...edit, changes: [addSchool(`At ${clock.now.toISOString()}`)] }))
      await workbook.backedUp()
    }
    expect(momentsOf(path)).toEqual(['16:00', '15:00'])
    later(5)
    workbook.close()
    expect(momentsOf(path)[0]).toBe('16:35')
    expect(readdirSync(dirname(path))).toEqual([basename(path)])
  })

  test('are not made of what a backup holds already', async () => {
    const desk = makeWorkbook(environment)
    await desk.workbook.backedUp()
    later(600)
    await desk.reopen().backedUp()
    desk.workbook.close()
    expect(momentsOf(desk.path)).toEqual(['15:00'])
  })

  test('are whole workbooks with everything up to then in them, whatever is written while they are made', async () => {
    const { workbook, path } = makeWorkbook(environment)
    const changes = Array.from({ length: 3000 }, (_, at) => addSchool(`School ${at}`))
    good(workbook.commit({ ...edit, changes }))
    await workbook.backedUp()
    later(61)
    good(workbook.commit({ ...edit, label: 'First', changes: [addSchool('First')] }))
    // the copy has begun and is not yet done
    good(workbook.commit({ ...edit, label: 'Second', changes: [addSchool('Second')] }))
    await workbook.backedUp()
    const backup = join(folderFor(path), backupsOf(makeEnvironment(environment), path)[0]!.id)
    expect(integrityOf(backup)).toBe('ok')
    const copy = good(openWorkbook(backup, makeEnvironment(), { isReadOnly: true }))
    const names = [...copy.plan().unit.values()].map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['School 2999', 'First']))
    copy.close()
  })

  test('are not made of the sample, nor of what may only be read', () => {
    const path = join(makeFolder(), 'Sample.rollout')
    const here = makeEnvironment(environment)
    const sample = good(createWorkbook(path, start, here, { isSample: true }))
    good(sample.commit({ ...edit, changes: [addSchool('Lincoln')] }))
    sample.close()
    const other = makeWorkbook()
    other.workbook.close()
    good(openWorkbook(other.path, here, { isReadOnly: true })).close()
    expect(existsSync(backupFolder)).toBe(false)
  })

  test('that cannot be made hold up nothing', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    writeFileSync(backupFolder, 'no folder')
    const { workbook } = makeWorkbook(environment)
    await workbook.backedUp()
    later(61)
    good(workbook.commit({ ...edit, changes: [addSchool('Lincoln')] }))
    await workbook.backedUp()
    workbook.close()
    expect(said).toHaveBeenCalled()
    said.mockRestore()
  })

  test('of two workbooks of one name are two, and what was left half-written is cleared away', async () => {
    const [first, second] = [makeWorkbook(environment), makeWorkbook(environment)]
    await Promise.all([first.workbook.backedUp(), second.workbook.backedUp()])
    expect(folderFor(first.path)).not.toBe(folderFor(second.path))
    const half = join(folderFor(first.path), '.20261103T150000000Z-1.rollout.x.part')
    writeFileSync(half, 'half')
    first.reopen()
    expect(existsSync(half)).toBe(false)
    expect(momentsOf(first.path)).toHaveLength(1)
  })
})

/** A service as the process runs it, and calls on it. */
function serve() {
  const service = workbookService(makeEnvironment({ ...environment, newId: idSource(0x77) }))
  const ask = (call: string, args: object) => service.reply({ id: 1, call, args }).answer
  return { ask, close: service.close }
}

/** A workbook with two schools, of which the backup at its closing holds both and an earlier one only the first. */
async function withBackups(): Promise<{ path: string; backups: Backup[] }> {
  const { workbook, path } = makeWorkbook(environment)
  await workbook.backedUp()
  later(61)
  good(workbook.commit({ ...edit, changes: [addSchool('Lincoln')] }))
  await workbook.backedUp()
  later(61)
  good(workbook.commit({ ...edit, changes: [addSchool('Grant')] }))
  workbook.close()
  return { path, backups: backupsOf(makeEnvironment(environment), path) }
}

const schoolsOf = (workbook: OpenWorkbook): string[] =>
  rowsOf(planFromText(workbook.plan), 'unit')
    .map(({ name }) => name)
    .toSorted()

describe('restoring a backup', () => {
  test('of an open workbook puts it in place under the same session and keeps the file as it was', async () => {
    const { path, backups } = await withBackups()
    const { ask, close } = serve()
    const opened = good(ask('workbook.open', { path })) as OpenWorkbook
    const earlier = backups.find(({ sequence }) => sequence === 2)!
    later(61)
    const restored = good(ask('backup.restore', { path, backupId: earlier.id })) as OpenWorkbook
    expect(restored.sessionId).toBe(opened.sessionId)
    expect(schoolsOf(restored)).toEqual(['Lincoln'])
    const aside = readdirSync(dirname(path)).find((name) => name.includes('before restoring'))!
    expect(restored.notices[0]).toContain(`is kept as “${aside}”`)
    const kept = good(openWorkbook(join(dirname(path), aside), makeEnvironment(), { isReadOnly: true }))
    expect([...kept.plan().unit.values()]).toHaveLength(2)
    kept.close()
    const changes = [addSchool('Adams')]
    good(ask('workbook.commit', { ...edit, sessionId: opened.sessionId, changes }))
    close()
  })

  test('can itself be taken back: what was there before is a backup too', async () => {
    const { path, backups } = await withBackups()
    const { ask, close } = serve()
    const { sessionId } = good(ask('workbook.open', { path })) as OpenWorkbook
    later(10)
    good(ask('workbook.commit', { ...edit, sessionId, changes: [addSchool('Adams')] }))
    later(61)
    good(ask('backup.restore', { path, backupId: backups.at(-1)!.id }))
    const [latest] = good(ask('backup.list', { sessionId })) as Backup[]
    later(61)
    expect(schoolsOf(good(ask('backup.restore', { path, backupId: latest!.id })) as OpenWorkbook)).toEqual([
      'Adams',
      'Grant',
      'Lincoln',
    ])
    close()
  })

  test('that is gone or damaged leaves the workbook open and as it was', async () => {
    const { path, backups } = await withBackups()
    const { ask, close } = serve()
    const { sessionId } = good(ask('workbook.open', { path })) as OpenWorkbook
    const [damaged, gone] = backups
    truncate(join(folderFor(path), damaged!.id), 9000)
    rmSync(join(folderFor(path), gone!.id))
    for (const backup of [damaged!, gone!]) {
      const answer = ask('backup.restore', { path, backupId: backup.id })
      expect(answer).toMatchObject({ ok: false, error: { code: 'backup-not-found' } })
    }
    good(ask('workbook.commit', { ...edit, sessionId, changes: [addSchool('Adams')] }))
    expect(readdirSync(dirname(path)).filter((name) => name.includes('restoring'))).toEqual([])
    close()
  })
})

describe('a workbook that cannot be opened', () => {
  test.each([
    ['a damaged one', 'file-damaged', (path: string) => truncate(path, 40_960)],
    ['an emptied one', 'file-not-workbook', (path: string) => writeFileSync(path, '')],
    ['a vanished one', 'file-not-found', (path: string) => rmSync(path)],
  ])(
    '%s is offered its latest whole backup, is set aside when that is taken, and left alone until then',
    async (_, code, spoil) => {
      const { path, backups } = await withBackups()
      spoil(path)
      truncate(join(folderFor(path), backups[0]!.id), 9000)
      const before = readdirSync(dirname(path))
      const { ask, close } = serve()
      const answer = ask('workbook.open', { path, orReadOnly: true })
      expect(answer).toMatchObject({ ok: false, error: { code, details: { path, backup: backups[1] } } })
      expect(readdirSync(dirname(path))).toEqual(before)
      const offer = (answer.ok ? null : answer.error.details) as Offer
      const restored = good(ask('backup.restore', { path, backupId: offer.backup.id })) as OpenWorkbook
      expect(schoolsOf(restored)).toEqual(['Lincoln'])
      const aside = readdirSync(dirname(path)).filter((name) => name.includes(' damaged 2026-11-03'))
      expect(aside).toHaveLength(code === 'file-not-found' ? 0 : 1)
      close()
    },
  )

  test('is offered none where there is none', () => {
    const path = join(makeFolder(), 'Plan.rollout')
    mkdirSync(folderFor(path), { recursive: true })
    writeFileSync(join(folderFor(path), '20261103T150000000Z-1.rollout'), 'no workbook')
    expect(newestWhole(makeEnvironment(environment), path)).toBeNull()
    const answer = serve().ask('workbook.open', { path })
    expect(answer).toMatchObject({ ok: false, error: { code: 'file-not-found' } })
    expect(answer.ok ? null : answer.error.details).not.toHaveProperty('backup')
  })
})

test('the backups of a workbook are found by any spelling of its path, be the file there or not', () => {
  const desk = makeWorkbook(environment)
  const spelt = join(dirname(desk.path), 'x', '..', basename(desk.path))
  const folder = folderFor(desk.path)
  expect(folderFor(spelt)).toBe(folder)
  desk.workbook.close()
  rmSync(desk.path)
  expect([folderFor(spelt), folderFor(desk.path)]).toEqual([folder, folder])
})
