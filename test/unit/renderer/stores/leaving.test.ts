import type { Answer } from '@shared/contract/error'
import type { OpenWorkbook } from '@shared/contract/workbook'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { commit, redo, tryAgain, undo, waitingEdits } from '../../../../renderer/stores/commits'
import { closeDialog, useInterface } from '../../../../renderer/stores/interface'
import { closeWorkbook, openWorkbook } from '../../../../renderer/stores/opening'
import { isLocked, useWorkbook } from '../../../../renderer/stores/workbook'
import { fail, type FakeBridge } from '../../../component/fake-bridge.ts'
import { add, anotherOf, fakeWindow, later, schools, show, turns } from './fake-window.ts'

let bridge: FakeBridge
beforeEach(() => {
  bridge = fakeWindow()
  bridge.answer('workbook.open', () => ({ ok: true, value: anotherOf(bridge) }))
})
afterEach(() => vi.useRealTimers())

const dialog = () => useInterface.getState().dialog
const called = (name: string): boolean => bridge.calls.some((made) => made.name === name)
const leave = (): void => {
  const open = dialog()
  if (open?.kind === 'unsaved') open.leave()
}

/** The file refuses one edit, and two more wait behind it. */
async function hold(): Promise<{ edits: Promise<unknown>[] }> {
  bridge.answer('workbook.commit', () => fail('file-unreachable', 'The share does not answer.'))
  const names = ['Lincoln', 'Grant', 'Adams']
  const edits = names.map((name) => commit(`Add ${name}`, 'edit', add(name)))
  await edits[0]
  return { edits }
}

const ways: readonly [string, () => Promise<boolean>, string][] = [
  ['closing', closeWorkbook, 'workbook.close'],
  ['opening another', () => openWorkbook('/plans/another.rollout'), 'workbook.open'],
]

describe.each(ways)('%s while edits are on their way', (_what, go, name) => {
  it('waits until they are in the file', async () => {
    const gate = later<null>()
    bridge.answer('workbook.commit', null)
    const slow = commit('Add Lincoln', 'edit', (plan) => (plan.unit.size === 0 ? add('Lincoln') : []))
    const { call } = bridge
    Object.assign(bridge, {
      call: async (...args: Parameters<typeof call>) => {
        if (args[0] === 'workbook.commit') await gate.promise
        return call(...args)
      },
    })
    const second = commit('Add Grant', 'edit', add('Grant'))
    const done = go()
    await turns()
    expect(called(name)).toBe(false)
    gate.give(null)
    expect(await done).toBe(true)
    expect([await slow, await second]).toMatchObject([{ ok: true }, { ok: true }])
    expect([...bridge.plan().unit.values()].map((unit) => unit.name)).toEqual(['Lincoln', 'Grant'])
  })
})

describe.each(ways)('%s while edits cannot be saved', (_what, go, name) => {
  it('asks first, and leaves everything as it is where the planner stays', async () => {
    await hold()
    const done = go()
    await turns()
    expect(dialog()).toMatchObject({ kind: 'unsaved', count: 3 })
    closeDialog()
    expect(await done).toBe(false)
    expect(called(name)).toBe(false)
    expect(useWorkbook.getState().file?.sessionId).toBe(bridge.sessionId)
    bridge.answer('workbook.commit', null)
    tryAgain()
    await vi.waitFor(() => expect(schools()).toEqual(['Lincoln', 'Grant', 'Adams']))
  })

  it('goes on without them where the planner says so', async () => {
    const { edits } = await hold()
    const done = go()
    await turns()
    leave()
    expect(await done).toBe(true)
    expect(called(name)).toBe(true)
    expect(dialog()).toBeNull()
    expect(waitingEdits()).toBe(0)
    for (const edit of edits) expect(await edit).toMatchObject({ ok: false })
  })
})

describe('a file that does not answer at all', () => {
  it('does not keep the workbook from being closed for ever', async () => {
    vi.useFakeTimers()
    bridge.answer('workbook.commit', () => new Promise(() => undefined))
    void commit('Add Lincoln', 'edit', add('Lincoln'))
    void commit('Add Grant', 'edit', add('Grant'))
    const done = closeWorkbook()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(dialog()).toMatchObject({ kind: 'unsaved', count: 1 })
    leave()
    expect(await done).toBe(true)
    bridge.answer('workbook.commit', null)
    show(anotherOf(bridge))
    expect((await commit('Add Adams', 'edit', add('Adams'))).ok).toBe(true)
    expect(schools()).toEqual(['Adams'])
  })
})

describe('while another workbook is being opened', () => {
  const opening = () => {
    const { promise, give } = later<Answer<OpenWorkbook | null>>()
    bridge.answer('workbook.open', () => promise)
    return { done: openWorkbook('/plans/another.rollout'), give }
  }

  it('the open one takes no edits, and says so instead of dropping them', async () => {
    const { done, give } = opening()
    await turns()
    const locked = { ok: false, error: { code: 'read-only' } }
    for (const outcome of [await commit('Add Lincoln', 'edit', add('Lincoln')), await undo(), await redo()]) {
      expect(outcome).toMatchObject(locked)
      expect(outcome.ok || outcome.error.message).toContain('Another workbook is being opened')
    }
    expect(isLocked(useWorkbook.getState())).toBe(true)
    expect(['workbook.commit', 'workbook.undo', 'workbook.redo'].filter(called)).toEqual([])
    give({ ok: true, value: anotherOf(bridge) })
    expect(await done).toBe(true)
    expect((await commit('Add Adams', 'edit', add('Adams'))).ok).toBe(true)
  })

  it('and takes them again where that one is not opened', async () => {
    const { done, give } = opening()
    await turns()
    give({ ok: true, value: null })
    expect(await done).toBe(false)
    expect((await commit('Add Lincoln', 'edit', add('Lincoln'))).ok).toBe(true)
  })

  it('nor where a third one is wanted before the second is there', async () => {
    const second = opening()
    await turns()
    const third = opening()
    await turns()
    second.give(fail('cancelled', 'Opening was cancelled.'))
    await second.done
    expect(isLocked(useWorkbook.getState())).toBe(true)
    third.give({ ok: true, value: anotherOf(bridge) })
    expect(await third.done).toBe(true)
    expect(isLocked(useWorkbook.getState())).toBe(false)
  })

  it('what the file had refused before is still tried again', async () => {
    await hold()
    const { done, give } = opening()
    await turns()
    leave()
    await turns()
    expect(called('workbook.open')).toBe(true)
    bridge.answer('workbook.commit', null)
    tryAgain()
    await vi.waitFor(() => expect(schools()).toEqual(['Lincoln', 'Grant', 'Adams']))
    give(fail('file-not-found', 'It is not there.'))
    expect(await done).toBe(false)
    expect(schools()).toEqual(['Lincoln', 'Grant', 'Adams'])
  })
})

describe('another workbook that cannot be opened', () => {
  it('leaves the one that is open with its edits', async () => {
    const refused: Answer<OpenWorkbook> = fail('file-not-found', 'It is not there.')
    bridge.answer('workbook.open', () => refused)
    await commit('Add Lincoln', 'edit', add('Lincoln'))
    expect(await openWorkbook('/plans/gone.rollout')).toBe(false)
    expect(schools()).toEqual(['Lincoln'])
  })
})
