import type { News } from '@shared/contract/bridge'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commit } from '../../../../renderer/stores/commits'
import { listenToNews } from '../../../../renderer/stores/news'
import { useWorkbook } from '../../../../renderer/stores/workbook'
import type { FakeBridge } from '../../../component/fake-bridge.ts'
import { add, anotherOf, fakeWindow, schools } from './fake-window.ts'

let bridge: FakeBridge
let stop: () => void
beforeEach(() => {
  bridge = fakeWindow()
  stop = listenToNews({ command: () => undefined, openPath: () => undefined, closing: () => undefined })
})
afterEach(() => stop())

const back = (workbook: ReturnType<FakeBridge['opened']>): News => ({
  kind: 'interrupted',
  sessionId: workbook.sessionId,
  isBack: true,
  message: 'It is open again.',
  workbook,
})
const lost = (sessionId: string): News => ({
  kind: 'interrupted',
  sessionId,
  isBack: false,
  message: 'It is lost.',
  workbook: null,
})

describe('news that a workbook was interrupted', () => {
  it('puts what is in the file in place of what is shown, or says that the file is lost', async () => {
    await commit('Add Lincoln', 'edit', add('Lincoln'))
    bridge.news(back(bridge.opened()))
    expect(useWorkbook.getState().banner?.text).toBe('It is open again.')
    expect(schools()).toEqual(['Lincoln'])
    bridge.news(lost(bridge.sessionId))
    expect(useWorkbook.getState()).toMatchObject({ banner: { canReopen: true }, saved: { kind: 'failed' } })
  })

  it('is passed over where another workbook is open by now', async () => {
    await commit('Add Lincoln', 'edit', add('Lincoln'))
    const before = useWorkbook.getState()
    const another = anotherOf(bridge)
    bridge.news(back(another))
    bridge.news(lost(another.sessionId))
    expect(useWorkbook.getState()).toBe(before)
  })
})
