import { existsSync, symlinkSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import type { News } from '@shared/contract/bridge'
import type { CallArgs } from '@shared/contract/calls'
import type { AboutWorkbook, OpenWorkbook } from '@shared/contract/workbook'
import { rowsOf } from '@shared/plan/plan'
import { planFromText, type PlanText } from '@shared/plan/plan-text'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { workbookHost, type WorkbookHost } from '../../../electron/main/workbook-host'
import { idSource } from '../../fixtures/ids'
import { addSchool, failure, good, makeFolder, start } from '../../fixtures/workbook'
import { serveWorkbooks, type Served } from './served-workbook'

// a share takes its time to say where a path leads
const looking = vi.hoisted(() => ({ begun: Promise.resolve() }))
vi.mock('../../../electron/main/same-file', async (original) => {
  const real = await original<typeof import('../../../electron/main/same-file')>()
  const isSameFile = async (a: string, b: string): Promise<boolean> => {
    await looking.begun
    return real.isSameFile(a, b)
  }
  return { isSameFile }
})

type Office = {
  host: WorkbookHost
  served: Served
  folder: string
  news: News[]
  remembered: AboutWorkbook[]
  clock: { milliseconds: number }
}

function makeOffice(): Office {
  const served = serveWorkbooks()
  const office = { served, folder: makeFolder(), news: [], remembered: [], clock: { milliseconds: 0 } } as Omit<
    Office,
    'host'
  >
  const host = workbookHost({
    fork: served.fork,
    now: () => office.clock.milliseconds,
    newId: idSource(7),
    tell: (news) => void office.news.push(news),
    onChange: () => undefined,
    onClosing: async (workbook) => void office.remembered.push(workbook),
  })
  return { ...office, host }
}

const never = new AbortController().signal

const create = async ({ host, folder }: Office, name = 'Willow Creek'): Promise<OpenWorkbook> =>
  good(await host.open('workbook.create', { path: join(folder, `${name}.rollout`), start }, never))

const addTo = (workbook: OpenWorkbook, school: string): CallArgs<'workbook.commit'> => ({
  sessionId: workbook.sessionId,
  target: 'plan',
  code: 'edit',
  label: `Add ${school}`,
  changes: [addSchool(school)],
})

const schoolsOf = (plan: PlanText): string[] => rowsOf(planFromText(plan), 'unit').map((unit) => unit.name)

const read = (office: Office, sessionId: string) => office.host.ask('workbook.plan', { sessionId, target: 'plan' })

describe('opening and closing', () => {
  it('keeps what was committed when the workbook is closed and opened again', async () => {
    const office = makeOffice()
    const made = await create(office)
    good(await office.host.ask('workbook.commit', addTo(made, 'Lincoln')))
    good(await office.host.close(made.sessionId))
    expect(office.host.path()).toBeNull()
    const again = good(await office.host.open('workbook.open', { path: made.path }, never))
    expect(schoolsOf(again.plan)).toEqual(['Lincoln'])
    expect(again.undo.undoLabel).toBe('Add Lincoln')
  })

  it('closes the workbook that was open once another one is open', async () => {
    const office = makeOffice()
    const first = await create(office, 'First')
    const second = await create(office, 'Second')
    expect(office.host.path()).toBe(second.path)
    failure(await office.host.ask('workbook.commit', addTo(first, 'Lincoln')), 'not-open')
    await office.host.stop()
    expect(existsSync(`${first.path}.lock`)).toBe(false)
    expect(office.remembered.map((workbook) => workbook.name)).toEqual(['First', 'Second'])
  })

  it('leaves the open workbook open when another one cannot be opened', async () => {
    const office = makeOffice()
    const made = await create(office)
    failure(
      await office.host.open('workbook.open', { path: join(office.folder, 'none.rollout') }, never),
      'file-not-found',
    )
    expect(office.host.path()).toBe(made.path)
    good(await office.host.ask('workbook.commit', addTo(made, 'Lincoln')))
  })

  it('answers how the workbook stands when the one that is open is opened again', async () => {
    const office = makeOffice()
    const made = await create(office)
    good(await office.host.ask('workbook.commit', addTo(made, 'Lincoln')))
    const again = good(await office.host.open('workbook.open', { path: made.path }, never))
    expect(again.sessionId).toBe(made.sessionId)
    expect(again.isReadOnly).toBe(false)
    expect(schoolsOf(again.plan)).toEqual(['Lincoln'])
  })

  it('refuses calls of a session that is over', async () => {
    const office = makeOffice()
    const made = await create(office)
    good(await office.host.close(made.sessionId))
    failure(await office.host.ask('workbook.undo', { sessionId: made.sessionId, target: 'plan' }), 'not-open')
    expect(failure(await office.host.close(made.sessionId), 'not-open').message).toContain('is saved')
  })

  it('gives up an opening that is cancelled, however long the file takes', async () => {
    const office = makeOffice()
    office.served.isHanging = true
    const controller = new AbortController()
    const asked = office.served.asked('workbook.open')
    const opening = office.host.open('workbook.open', { path: join(office.folder, 'slow.rollout') }, controller.signal)
    await asked
    controller.abort()
    failure(await opening, 'cancelled')
    expect(office.host.path()).toBeNull()
    expect(office.served.count()).toBe(1)
  })

  it('does not begin an opening that is cancelled already', async () => {
    const office = makeOffice()
    const answer = await office.host.open(
      'workbook.open',
      { path: join(office.folder, 'a.rollout') },
      AbortSignal.abort(),
    )
    failure(answer, 'cancelled')
    expect(office.served.count()).toBe(0)
  })

  it('gives up an opening when another file is chosen meanwhile', async () => {
    const office = makeOffice()
    office.served.isHanging = true
    const asked = office.served.asked('workbook.open')
    const slow = office.host.open('workbook.open', { path: join(office.folder, 'slow.rollout') }, never)
    await asked
    const next = create(office)
    office.served.isHanging = false
    failure(await slow, 'cancelled')
    const opened = await next
    expect(office.host.path()).toBe(opened.path)
  })

  it('opens the last of several files that are chosen one after the other', async () => {
    const office = makeOffice()
    office.served.isHanging = true
    const asked = office.served.asked('workbook.open')
    const slow = office.host.open('workbook.open', { path: join(office.folder, 'slow.rollout') }, never)
    await asked
    office.served.isHanging = false
    const [second, third] = [create(office, 'Second').catch(String), create(office, 'Third')]
    failure(await slow, 'cancelled')
    expect(await second).toContain('cancelled')
    const { path } = await third
    expect(office.host.path()).toBe(path)
  })

  it('opens a workbook that is still being closed, once it is', async () => {
    const office = makeOffice()
    const first = await create(office, 'First')
    await create(office, 'Second')
    const answer = office.served.holdAnswers()
    const opening = office.host.open('workbook.open', { path: first.path }, never)
    // the closing has not come on meanwhile
    for (let look = 0; look < 20; look++) await realpath(first.path)
    answer()
    const again = good(await opening)
    expect(again.isReadOnly).toBe(false)
    expect(office.host.path()).toBe(first.path)
  })

  it('says that a file could not be opened when the process stops on it', async () => {
    const office = makeOffice()
    office.served.crashAt = () => true
    const answer = await office.host.open('workbook.open', { path: join(office.folder, 'odd.rollout') }, never)
    expect(failure(answer, 'workbook-process-stopped').message).toContain('odd.rollout')
  })
})

describe('the open workbook, opened again by another way while another one comes', () => {
  /** A workbook that is open, a link to it, and another one that has been opened but whose answer is still on its way. */
  async function makeTwo(office: Office) {
    const first = await create(office, 'First')
    const link = join(office.folder, 'link.rollout')
    symlinkSync(first.path, link)
    const answer = office.served.holdAnswers()
    const asked = office.served.asked('workbook.create')
    const second = create(office, 'Second').catch(String)
    await asked
    return { first, link, second, answer }
  }

  it('is what is answered', async () => {
    const office = makeOffice()
    const { first, link, second, answer } = await makeTwo(office)
    const again = office.host.open('workbook.open', { path: link }, never)
    answer()
    expect(good(await again).sessionId).toBe(first.sessionId)
    expect(office.host.path()).toBe(first.path)
    expect(await second).toContain('cancelled')
  })

  it('is what a backup of it is restored into', async () => {
    const office = makeOffice()
    const { first, link, second, answer } = await makeTwo(office)
    const restored = office.host.open(
      'backup.restore',
      { path: link, backupId: '20261103T150000000Z-1.rollout' },
      never,
    )
    answer()
    failure(await restored, 'backup-not-found')
    expect(office.host.path()).toBe(first.path)
    expect(await second).toContain('cancelled')
  })

  it('is opened anew where the other one took its place while the path was looked at', async () => {
    const office = makeOffice()
    const first = await create(office, 'First')
    good(await office.host.ask('workbook.commit', addTo(first, 'Lincoln')))
    const link = join(office.folder, 'link.rollout')
    symlinkSync(first.path, link)
    let look: () => void = () => undefined
    looking.begun = new Promise((done) => void (look = done))
    onTestFinished(() => void (looking.begun = Promise.resolve()))
    const again = office.host.open('workbook.open', { path: link }, never)
    const second = await create(office, 'Second')
    await vi.waitFor(() => expect(existsSync(`${first.path}.lock`)).toBe(false))
    look()
    const opened = good(await again)
    expect(schoolsOf(opened.plan)).toEqual(['Lincoln'])
    expect(office.host.path()).toBe(opened.path)
    failure(await read(office, second.sessionId), 'not-open')
  })
})

describe('a process that cannot be ended', () => {
  /** An office in which a file is being opened, and neither answers nor can its process be ended. */
  async function openingForEver(signal: AbortSignal) {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const office = makeOffice()
    Object.assign(office.served, { isHanging: true, ignoresKill: true })
    const asked = office.served.asked('workbook.open')
    const opening = office.host.open('workbook.open', { path: join(office.folder, 'slow.rollout') }, signal)
    await asked
    return { office, opening }
  }

  it('does not keep its opening from being cancelled', async () => {
    const controller = new AbortController()
    const { opening } = await openingForEver(controller.signal)
    controller.abort()
    await vi.runAllTimersAsync()
    expect(await opening).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  })

  it('does not keep another file from being opened', async () => {
    const { office, opening } = await openingForEver(never)
    const next = create(office)
    office.served.isHanging = false
    await vi.runAllTimersAsync()
    failure(await opening, 'cancelled')
    const { path } = await next
    expect(office.host.path()).toBe(path)
  })

  it('does not keep the app from ending', async () => {
    const { office, opening } = await openingForEver(never)
    const stopping = office.host.stop()
    await vi.runAllTimersAsync()
    await stopping
    expect(await opening).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  })

  it('does not keep the app from ending with the workbook open', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const office = makeOffice()
    await create(office)
    Object.assign(office.served, { isHanging: true, ignoresKill: true })
    const stopping = office.host.stop()
    await vi.runAllTimersAsync()
    await stopping
    expect(office.remembered).toEqual([])
  })
})

describe('a workbook process that stops', () => {
  it('is started again, and the window gets the rows under the session it has', async () => {
    const office = makeOffice()
    const made = await create(office)
    good(await office.host.ask('workbook.commit', addTo(made, 'Lincoln')))
    office.served.crash()
    good(await office.host.ask('workbook.commit', addTo(made, 'Washington')))
    expect(office.news).toMatchObject([
      { kind: 'interrupted', sessionId: made.sessionId, isBack: true, workbook: { sessionId: made.sessionId } },
    ])
    const [news] = office.news
    expect(news?.kind === 'interrupted' && news.workbook && schoolsOf(news.workbook.plan)).toEqual(['Lincoln'])
    expect(news?.kind === 'interrupted' && news.workbook?.isReadOnly).toBe(false)
    expect(schoolsOf(good(await read(office, made.sessionId)))).toEqual(['Lincoln', 'Washington'])
  })

  it('says that the edit under way was not saved when it stopped before', async () => {
    const office = makeOffice()
    const made = await create(office)
    office.served.crashAt = (call) => call === 'workbook.commit'
    const answer = await office.host.ask('workbook.commit', addTo(made, 'Lincoln'))
    const { message, details } = failure(answer, 'workbook-process-stopped')
    expect(message).toContain('"Add Lincoln" had not been saved')
    expect(details).toEqual({ isCommitted: false })
    expect(schoolsOf(good(await read(office, made.sessionId)))).toEqual([])
  })

  it('says that the edit under way was saved when it stopped after', async () => {
    const office = makeOffice()
    const made = await create(office)
    office.served.crashAt = (call) => (call === 'workbook.commit' ? 'after' : false)
    const answer = await office.host.ask('workbook.commit', addTo(made, 'Lincoln'))
    const { message, details } = failure(answer, 'workbook-process-stopped')
    expect(message).toContain('"Add Lincoln" had been saved')
    expect(details).toEqual({ isCommitted: true })
    expect(schoolsOf(good(await read(office, made.sessionId)))).toEqual(['Lincoln'])
  })

  it('tells of each of several edits under way whether it was saved', async () => {
    const office = makeOffice()
    const made = await create(office)
    let commits = 0
    office.served.crashAt = (call) => call === 'workbook.commit' && ++commits === 2
    const answers = await Promise.all(
      ['Lincoln', 'Washington', 'Adams'].map((name) => office.host.ask('workbook.commit', addTo(made, name))),
    )
    expect(answers[0]?.ok).toBe(true)
    for (const answer of answers.slice(1))
      expect(failure(answer, 'workbook-process-stopped').details).toEqual({ isCommitted: false })
    expect(schoolsOf(good(await read(office, made.sessionId)))).toEqual(['Lincoln'])
  })

  it('undoes an act only once when it stops after the undo', async () => {
    const office = makeOffice()
    const made = await create(office)
    good(await office.host.ask('workbook.commit', addTo(made, 'Lincoln')))
    good(await office.host.ask('workbook.commit', addTo(made, 'Washington')))
    office.served.crashAt = (call) => (call === 'workbook.undo' ? 'after' : false)
    const undo = { sessionId: made.sessionId, target: 'plan' } as const
    const answer = failure(await office.host.ask('workbook.undo', undo), 'workbook-process-stopped')
    expect(answer.details).toEqual({ isCommitted: true })
    expect(schoolsOf(good(await read(office, made.sessionId)))).toEqual(['Lincoln'])
  })

  it('is left alone when it stops three times within a minute, and the window is told', async () => {
    const office = makeOffice()
    const made = await create(office)
    for (let crash = 1; crash <= 2; crash++) {
      office.served.crash()
      good(await read(office, made.sessionId))
    }
    office.served.crash()
    failure(await read(office, made.sessionId), 'not-open')
    expect(office.news.at(-1)).toMatchObject({
      kind: 'interrupted',
      sessionId: made.sessionId,
      isBack: false,
      workbook: null,
    })
    expect(office.host.path()).toBeNull()
    expect(office.served.count()).toBe(3)
  })

  it('is started again however often it stopped, if that was long ago', async () => {
    const office = makeOffice()
    const made = await create(office)
    for (let crash = 1; crash <= 6; crash++) {
      office.served.crash()
      good(await read(office, made.sessionId))
      office.clock.milliseconds += 40_000
    }
    expect(office.host.path()).toBe(made.path)
  })

  it('counts a stop while the file is being opened again', async () => {
    const office = makeOffice()
    const made = await create(office)
    office.served.crashAt = (call) => call === 'workbook.open'
    office.served.crash()
    failure(await read(office, made.sessionId), 'not-open')
    expect(office.served.count()).toBe(3)
    expect(office.news).toHaveLength(1)
  })

  it('can be opened anew after it was left alone', async () => {
    const office = makeOffice()
    const made = await create(office)
    for (let crash = 1; crash <= 3; crash++) {
      office.served.crash()
      await read(office, made.sessionId)
    }
    const again = good(await office.host.open('workbook.open', { path: made.path }, never))
    expect(again.isReadOnly).toBe(false)
  })

  it.each(['workbook.about', 'workbook.close'])('is not started again at %s of a closing', async (last) => {
    const office = makeOffice()
    const made = await create(office)
    office.served.crashAt = (call) => call === last
    good(await office.host.close(made.sessionId))
    expect(office.served.count()).toBe(1)
    expect(office.news).toEqual([])
  })
})
