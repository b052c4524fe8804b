import type { Answer } from '@shared/contract/error'
import type { Committed } from '@shared/contract/workbook'
import { beforeEach, describe, expect, it } from 'vitest'
import { makeActQueue } from '../../../../renderer/stores/act-queue'
import { canStep, commit, takeCommitted, tryAgain, undo, type CommitOutcome } from '../../../../renderer/stores/commits'
import { useInterface } from '../../../../renderer/stores/interface'
import { useWorkbook } from '../../../../renderer/stores/workbook'
import { fail, type FakeBridge } from '../../../component/fake-bridge.ts'
import { add, anotherOf, fakeWindow, later, said, schools, show, turns } from './fake-window.ts'

let bridge: FakeBridge
beforeEach(() => {
  bridge = fakeWindow()
})
const saved = () => useWorkbook.getState().saved

describe('an act that breaks', () => {
  it('is answered as a failure that says what is safe, and lets the next one through', async () => {
    const broken = commit('Break', 'edit', () => {
      throw new Error('no such row')
    })
    const next = commit('Add Lincoln', 'edit', add('Lincoln'))
    expect(await broken).toMatchObject({ ok: false, error: { code: 'internal', details: 'no such row' } })
    expect((await next).ok).toBe(true)
    expect(schools()).toEqual(['Lincoln'])
  })

  it('does not leave the window at “Saving…” where a listener breaks on what was committed', async () => {
    const stop = useWorkbook.subscribe(({ sequence }, before) => {
      if (sequence > before.sequence) throw new Error('a listener broke')
    })
    const broken = await commit('Add Lincoln', 'edit', add('Lincoln'))
    stop()
    expect(broken).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(saved().kind).toBe('saved')
    expect(schools()).toEqual(['Lincoln'])
    expect((await commit('Add Grant', 'edit', add('Grant'))).ok).toBe(true)
    expect(schools()).toEqual(['Lincoln', 'Grant'])
  })

  it('neither holds the queue nor stops it where asking about its outcome breaks', async () => {
    let asked = 0
    const ignored = (): void => undefined
    const queue = makeActQueue<number>(() => {
      asked += 1
      if (asked === 1) throw new Error('broke')
      return false
    })
    const [first, second] = await Promise.all(
      [1, 2].map((value) => queue.add(async () => ({ ok: true, value }), ignored)),
    )
    expect(first).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(second).toEqual({ ok: true, value: 2 })
  })
})

describe('Undo while the first edit is on its way to the file', () => {
  it('waits for it and takes it back', async () => {
    expect(canStep('undo')).toBe(false)
    const edited = commit('Add Lincoln', 'edit', add('Lincoln'))
    expect(canStep('undo')).toBe(true)
    expect((await undo()).ok).toBe(true)
    expect((await edited).ok).toBe(true)
    expect(schools()).toEqual([])
    expect(bridge.log().map(({ changeSet }) => changeSet.code)).toEqual(['edit', 'undo'])
  })

  it('does nothing where the file refuses it', async () => {
    bridge.answer('workbook.commit', () => fail('changes-invalid', 'It has no name.'))
    void commit('Add Lincoln', 'edit', add('Lincoln'))
    expect(await undo()).toEqual({ ok: true, value: null })
    expect(canStep('undo')).toBe(false)
    expect(said()).toEqual([])
  })
})

describe('an act that is tried again', () => {
  it('does not leave the window at “Saving…” where there is nothing to change any more', async () => {
    let changes = add('Lincoln')
    bridge.answer('workbook.commit', () => fail('disk-full', 'The disk is full.'))
    await commit('Add Lincoln', 'edit', () => changes)
    expect(saved().kind).toBe('failed')
    changes = []
    tryAgain()
    await turns()
    expect(saved().kind).toBe('saved')
  })
})

describe('an act that is refused as such when it is tried again', () => {
  const conflict = 'Lincoln was deleted meanwhile. Nothing of this step was saved; everything before it is safe.'

  /** The disk is full for the first act; a second one waits behind it. */
  async function hold(): Promise<{ readonly waiting: Promise<CommitOutcome> }> {
    bridge.answer('workbook.commit', () => fail('disk-full', 'The disk is full.'))
    expect(await commit('Rename Lincoln', 'edit', add('Lincoln'))).toMatchObject({ error: { code: 'disk-full' } })
    return { waiting: commit('Add Grant', 'edit', add('Grant')) }
  }

  it('is said: which change, where, why, what is safe and what to do; what waits behind it goes in', async () => {
    const { waiting } = await hold()
    let asked = 0
    bridge.answer('workbook.commit', (args) => {
      asked += 1
      if (asked === 1) return fail('changes-conflict', conflict)
      bridge.answer('workbook.commit', null)
      return bridge.call('workbook.commit', args)
    })
    tryAgain()
    expect((await waiting).ok).toBe(true)
    expect(said()).toEqual([
      `“Rename Lincoln” was tried again and did not get into “test”. ${conflict} If you still want this change, please make it again.`,
    ])
    expect(useInterface.getState().messages[0]?.tone).toBe('problem')
    expect(saved().kind).toBe('saved')
  })

  it('stands at the foot of the window, unsaid otherwise, where the file refuses it once more', async () => {
    const { waiting } = await hold()
    bridge.answer('workbook.commit', () => fail('file-unreachable', 'The drive does not answer.'))
    tryAgain()
    await turns()
    expect(saved()).toMatchObject({ kind: 'failed', message: 'The drive does not answer.' })
    expect(said()).toEqual([])
    bridge.answer('workbook.commit', null)
    tryAgain()
    expect((await waiting).ok).toBe(true)
    expect(schools()).toEqual(['Lincoln', 'Grant'])
    expect(said()).toEqual([])
  })
})

describe('an answer for a workbook that is not open any more', () => {
  const across = async (answer: Answer<Committed>): Promise<unknown> => {
    const { promise, give } = later<Answer<Committed>>()
    bridge.answer('workbook.commit', () => promise)
    const outcome = commit('Add Lincoln', 'edit', add('Lincoln'))
    await turns()
    show(anotherOf(bridge))
    bridge.answer('workbook.commit', null)
    give(answer)
    return outcome
  }

  it('does not go into the one that is', async () => {
    const committed = await (async () => {
      const outcome = await commit('Add Grant', 'edit', add('Grant'))
      if (!outcome.ok || !outcome.value) throw new Error('not committed')
      return { ...outcome.value, sequence: 2 }
    })()
    expect(await across({ ok: true, value: committed })).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(schools()).toEqual([])
    expect(saved()).toEqual({ kind: 'saved', at: null })
  })

  it('does not hold back the edits of the one that is', async () => {
    expect(await across(fail('disk-full', 'The disk is full.'))).toMatchObject({ error: { code: 'cancelled' } })
    expect(saved().kind).toBe('saved')
    expect((await commit('Add Grant', 'edit', add('Grant'))).ok).toBe(true)
  })
})

describe('a mirror that does not fit the file', () => {
  const jump = async (): Promise<void> => {
    const outcome = await commit('Add Grant', 'edit', add('Grant'))
    if (!outcome.ok || !outcome.value) throw new Error('not committed')
    takeCommitted({ ...outcome.value, sequence: 9 })
    await turns()
  }

  it('is read anew', async () => {
    const { opened } = bridge
    bridge.answer('workbook.open', () => ({ ok: true, value: { ...opened(), sequence: 9 } }))
    await jump()
    expect(useWorkbook.getState()).toMatchObject({ sequence: 9, banner: null })
  })

  it('is said to be behind where the file cannot be read', async () => {
    bridge.answer('workbook.open', () => fail('file-unreachable', 'The share does not answer.'))
    await jump()
    const { banner } = useWorkbook.getState()
    expect(banner).toMatchObject({ tone: 'problem', canReopen: true })
    expect(banner?.text).toContain('The share does not answer.')
  })

  it('is left alone, unsaid, where another workbook was opened meanwhile', async () => {
    const { promise, give } = later<ReturnType<FakeBridge['opened']>>()
    bridge.answer('workbook.open', async () => ({ ok: true, value: await promise }))
    await jump()
    const another = anotherOf(bridge)
    show(another)
    give(bridge.opened())
    await turns()
    expect(useWorkbook.getState()).toMatchObject({ file: { sessionId: another.sessionId }, banner: null })
    expect(schools()).toEqual([])
  })
})
