import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Answer } from '@shared/contract/error'
import type { Backup, OpenWorkbook } from '@shared/contract/workbook'
import { diff } from '@shared/plan/algebra'
import { emptyPlan, planRow, rowsOf, type Plan } from '@shared/plan/plan'
import { planFromText, type PlanText } from '@shared/plan/plan-text'
import { describe, expect, it, vi } from 'vitest'
import { answerCall } from '../../../electron/main/answer-call'
import { createWorkbook } from '../../../electron/workbook/create'
import { openWorkbook } from '../../../electron/workbook/open'
import { addSchool, failure, good, makeEnvironment, start } from '../../fixtures/workbook'
import { integrityOf, meddle, truncate } from '../../fixtures/workbook-files'
import { samplePlan } from '../../fixtures/sample-plan'
import { create, makeDesk, type Desk } from './desk'

// Calls as the window makes them, through the contract, on real files.

const ask = (desk: Desk, call: string, args: object): Promise<Answer<unknown>> => answerCall(desk.handlers, call, args)

const schoolsIn = (plan: PlanText): string[] => rowsOf(planFromText(plan), 'unit').map(({ name }) => name)

const commit = async (desk: Desk, sessionId: string, name: string): Promise<void> =>
  void good(
    await ask(desk, 'workbook.commit', {
      sessionId,
      target: 'plan',
      code: 'edit',
      label: `Add ${name}`,
      changes: [addSchool(name)],
    }),
  )

/** Another workbook in the desk's folder, with one school, closed. */
function other(desk: Desk, name = 'Other.rollout'): string {
  const path = join(desk.folder, name)
  const workbook = good(createWorkbook(path, { ...start, district: 'Birch Hollow' }, makeEnvironment()))
  good(workbook.commit({ target: 'plan', code: 'edit', label: 'Add', changes: [addSchool('Birch School')] }))
  workbook.close()
  return path
}

/** The same workbook as a colleague has it open on another computer. */
const openElsewhere = (path: string) =>
  good(openWorkbook(path, makeEnvironment({ actor: 'Kim', machine: 'other-office-2', processId: 9 })))

/** What may be wrong with a file that is chosen as a workbook, and what is said of it. */
const badFiles = [
  ['is not there', 'file-not-found', (path: string) => rmSync(path)],
  ['is empty', 'file-not-workbook', (path: string) => writeFileSync(path, '')],
  ['is something else', 'file-not-workbook', (path: string) => writeFileSync(path, 'Name;Level\nOak School;High\n')],
  ['is cut off', 'file-damaged', (path: string) => truncate(path, 20_480)],
  ['is of a newer version', 'file-newer-version', (path: string) => meddle(path, 'PRAGMA user_version = 9999')],
  [
    'is the database of another program',
    'file-not-workbook',
    (path: string) => meddle(path, 'PRAGMA application_id = 7'),
  ],
] as const

const bytesOf = (path: string): Buffer | null => (existsSync(path) ? readFileSync(path) : null)

describe('looking into another workbook', () => {
  it('gives its plan, changes nothing in it, and leaves the open one open', async () => {
    const desk = makeDesk(['Mine.rollout', 'Other.rollout'])
    const { sessionId } = await create(desk)
    const path = other(desk)
    const before = bytesOf(path)
    const seen = good(await desk.handlers['workbook.peek']({}))
    expect(seen).toMatchObject({ path, name: 'Other' })
    expect(seen && schoolsIn(seen.plan)).toEqual(['Birch School'])
    expect(bytesOf(path)).toEqual(before)
    expect(readdirSync(desk.folder).filter((name) => name.startsWith('Other'))).toEqual(['Other.rollout'])
    // what is only looked into is not opened: no backup of it is made, as of one that is
    expect(readdirSync(join(desk.folder, 'backups')).filter((name) => name.startsWith('Other'))).toEqual([])
    await commit(desk, sessionId, 'Lincoln')
  })

  it('gives the open one as it stands, through whatever name it is chosen', async () => {
    const desk = makeDesk(['Mine.rollout'])
    const { sessionId, path } = await create(desk)
    await commit(desk, sessionId, 'Lincoln')
    for (const given of [path, join(desk.folder, 'x', '..', 'Mine.rollout')]) {
      const seen = good(await desk.handlers['workbook.peek']({ path: given }))
      expect(seen && schoolsIn(seen.plan)).toEqual(['Lincoln'])
    }
  })

  it('reads what a colleague has open, and leaves it to them', async () => {
    const desk = makeDesk()
    const path = other(desk)
    const theirs = openElsewhere(path)
    const seen = good(await desk.handlers['workbook.peek']({ path }))
    expect(seen && schoolsIn(seen.plan)).toEqual(['Birch School'])
    good(theirs.commit({ target: 'plan', code: 'edit', label: 'Add', changes: [addSchool('Yew School')] }))
    expect(readFileSync(`${path}.lock`, 'utf8')).toContain('Kim')
    theirs.close()
  })

  it.each(badFiles)('says so where it %s, and touches nothing', async (_, code, spoil) => {
    const desk = makeDesk(['Mine.rollout'])
    const { sessionId } = await create(desk)
    const path = other(desk)
    spoil(path)
    const [before, files] = [bytesOf(path), readdirSync(desk.folder)]
    const { message } = failure(await ask(desk, 'workbook.peek', { path }), code)
    expect(message).toContain('“Other.rollout”')
    expect(bytesOf(path)).toEqual(before)
    expect(readdirSync(desk.folder)).toEqual(files)
    await commit(desk, sessionId, 'Lincoln')
  })

  it('does nothing when the dialog is closed without choosing', async () => {
    expect(good(await makeDesk().handlers['workbook.peek']({}))).toBeNull()
  })
})

/** The sample as rows to begin with, and as it has to be in the workbook afterwards. */
const begin = (): { name: string; changes: ReturnType<typeof diff>; plan: Plan } => {
  const plan = samplePlan()
  return { name: 'Alder Valley 2027', changes: diff(emptyPlan, plan), plan }
}

describe('a new workbook that begins with a plan', () => {
  it('is asked a place for under its name, holds exactly that plan, and is what is open then', async () => {
    const desk = makeDesk(['Next.rollout'])
    const { name, changes, plan } = begin()
    const made = good(await ask(desk, 'workbook.createFrom', { name, changes })) as OpenWorkbook
    expect(desk.suggested).toEqual([join(desk.folder, 'Documents', 'Alder Valley 2027.rollout')])
    expect(planFromText(made.plan)).toEqual(plan)
    expect(made.path).toBe(join(desk.folder, 'Next.rollout'))
    expect(good(await desk.handlers['app.recents']({}))).toMatchObject([{ name: 'Next', exists: true }])
    await commit(desk, made.sessionId, 'Lincoln')
    expect(integrityOf(made.path)).toBe('ok')
  })

  it('takes the place of a file that the planner agreed to replace, whole', async () => {
    const desk = makeDesk(['Other.rollout', 'notes.rollout'])
    const { name, changes, plan } = begin()
    const path = other(desk)
    const made = good(await ask(desk, 'workbook.createFrom', { name, changes })) as OpenWorkbook
    expect(made.path).toBe(path)
    expect(planFromText(made.plan)).toEqual(plan)
    writeFileSync(join(desk.folder, 'notes.rollout'), 'not a workbook at all')
    const second = good(await ask(desk, 'workbook.createFrom', { name, changes })) as OpenWorkbook
    expect(planFromText(second.plan)).toEqual(plan)
    expect(integrityOf(second.path)).toBe('ok')
  })

  it('never takes the place of the one that is open, nor of one that a colleague has open', async () => {
    const desk = makeDesk(['Mine.rollout', 'Mine.rollout', 'Other.rollout'])
    const { name, changes } = begin()
    const { sessionId, path: mine } = await create(desk)
    await commit(desk, sessionId, 'Lincoln')
    const theirs = other(desk)
    const open = openElsewhere(theirs)
    const before = [bytesOf(mine), bytesOf(theirs)]
    const own = failure(await ask(desk, 'workbook.createFrom', { name, changes }), 'file-exists')
    expect(own.message).toContain('Nothing was changed')
    expect(failure(await ask(desk, 'workbook.createFrom', { name, changes }), 'file-locked').message).toContain('Kim')
    expect([bytesOf(mine), bytesOf(theirs)]).toEqual(before)
    open.close()
    await commit(desk, sessionId, 'Grant')
  })

  it('is not made of rows that do not fit together, and leaves no file behind', async () => {
    const desk = makeDesk(['Mine.rollout', 'Next.rollout', 'Other.rollout'])
    const { sessionId } = await create(desk)
    const { name, changes } = begin()
    const nowhere = '00000000-0000-4000-8000-00000000abcd'
    const broken = [...changes, addSchool('Nowhere School', { parentId: nowhere })]
    const { message } = failure(await ask(desk, 'workbook.createFrom', { name, changes: broken }), 'changes-invalid')
    expect(message).not.toBe('')
    expect(readdirSync(desk.folder).filter((file) => file.includes('Next'))).toEqual([])
    // a file that was to be replaced stays as it was
    const path = other(desk)
    const before = bytesOf(path)
    failure(await ask(desk, 'workbook.createFrom', { name, changes: broken }), 'changes-invalid')
    expect(bytesOf(path)).toEqual(before)
    await commit(desk, sessionId, 'Lincoln')
  })

  it('says so where its folder is gone', async () => {
    const desk = makeDesk([join('gone', 'Next.rollout')])
    const { name, changes } = begin()
    const { message } = failure(await ask(desk, 'workbook.createFrom', { name, changes }), 'file-unreachable')
    expect(message).toContain('No workbook was made')
  })
})

/** A workbook with a backup of before its one school, open under the desk. */
async function withBackup(desk: Desk): Promise<{ opened: OpenWorkbook; backup: Backup }> {
  const opened = await create(desk)
  const { sessionId } = opened
  const list = async (): Promise<Backup[]> => good(await desk.handlers['backup.list']({ sessionId }))
  await vi.waitFor(async () => expect(await list()).toHaveLength(1))
  const [backup] = await list()
  await commit(desk, sessionId, 'Lincoln')
  return { opened, backup: backup! }
}

const asideIn = ({ folder }: Desk, words: string): string[] =>
  readdirSync(folder).filter((name) => name.includes(words))

describe('putting a backup in place', () => {
  it('of the open workbook goes on under the same session, and keeps what was there beside it', async () => {
    const desk = makeDesk(['Mine.rollout'])
    const { opened, backup } = await withBackup(desk)
    const args = { path: opened.path, backupId: backup.id }
    const restored = good(await ask(desk, 'backup.restore', args)) as OpenWorkbook
    expect(restored.sessionId).toBe(opened.sessionId)
    expect(schoolsIn(restored.plan)).toEqual([])
    const [aside] = asideIn(desk, 'before restoring')
    const seen = good(await desk.handlers['workbook.peek']({ path: join(desk.folder, aside!) }))
    expect(seen && schoolsIn(seen.plan)).toEqual(['Lincoln'])
    await commit(desk, opened.sessionId, 'Grant')
    expect(integrityOf(opened.path)).toBe('ok')
  })

  it.each([
    ['damaged', (path: string) => truncate(path, 20_480), 1],
    ['gone', (path: string) => rmSync(path), 0],
  ] as const)('of a workbook that is %s opens it, and sets aside what was there', async (_, spoil, kept) => {
    const desk = makeDesk(['Mine.rollout'])
    const { opened } = await withBackup(desk)
    const { path, sessionId } = opened
    good(await desk.handlers['workbook.close']({ sessionId }))
    spoil(path)
    const bytes = bytesOf(path)
    const { details } = failure(await ask(desk, 'workbook.open', { path }), kept ? 'file-damaged' : 'file-not-found')
    const { backup } = details as { backup: Backup }
    const restored = good(await ask(desk, 'backup.restore', { path, backupId: backup.id })) as OpenWorkbook
    expect(schoolsIn(restored.plan)).toEqual(['Lincoln'])
    expect(planRow(planFromText(restored.plan))?.district).toBe('Willow Creek')
    const aside = asideIn(desk, ' damaged ')
    expect(aside).toHaveLength(kept)
    for (const name of aside) expect(bytesOf(join(desk.folder, name))).toEqual(bytes)
    await commit(desk, restored.sessionId, 'Grant')
  })

  it('that is gone or damaged itself leaves the workbook open and as it was', async () => {
    const desk = makeDesk(['Mine.rollout'])
    const { opened, backup } = await withBackup(desk)
    const { path, sessionId } = opened
    const folder = join(desk.folder, 'backups')
    const file = join(folder, readdirSync(folder)[0]!, backup.id)
    truncate(file, 9000)
    failure(await ask(desk, 'backup.restore', { path, backupId: backup.id }), 'backup-not-found')
    rmSync(file)
    failure(await ask(desk, 'backup.restore', { path, backupId: backup.id }), 'backup-not-found')
    expect(asideIn(desk, 'restoring')).toEqual([])
    await commit(desk, sessionId, 'Grant')
  })

  it('is refused where a colleague has the workbook open, who goes on undisturbed', async () => {
    const desk = makeDesk(['Mine.rollout'])
    const { opened, backup } = await withBackup(desk)
    const { path, sessionId } = opened
    good(await desk.handlers['workbook.close']({ sessionId }))
    const theirs = openElsewhere(path)
    const [latest] = readdirSync(join(desk.folder, 'backups', readdirSync(join(desk.folder, 'backups'))[0]!))
    const backupId = latest ?? backup.id
    expect(failure(await ask(desk, 'backup.restore', { path, backupId }), 'file-locked').message).toContain('Kim')
    good(theirs.commit({ target: 'plan', code: 'edit', label: 'Add', changes: [addSchool('Yew School')] }))
    expect(asideIn(desk, 'restoring')).toEqual([])
    theirs.close()
  })

  it('takes no name that is not one of a backup, so nothing else on the disk can be put in place', async () => {
    const desk = makeDesk(['Mine.rollout'])
    const { opened } = await withBackup(desk)
    const { path } = opened
    mkdirSync(join(desk.folder, 'elsewhere'))
    const trap = other(desk, join('elsewhere', '20261103T150000000Z-1.rollout'))
    const names = [trap, '../../elsewhere/20261103T150000000Z-1.rollout', '20261103T150000000Z-1.rollout\n', '', '.']
    for (const backupId of names) failure(await ask(desk, 'backup.restore', { path, backupId }), 'call-refused')
    failure(await ask(desk, 'backup.restore', { path, backupId: '20261103T150000000Z-1.rollout' }), 'backup-not-found')
    expect(asideIn(desk, 'restoring')).toEqual([])
  })
})
