import { existsSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { failure, good } from '../../fixtures/workbook'
import { addTo, create, makeOffice, never, schoolsOf } from './office'

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
