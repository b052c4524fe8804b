import { planToText } from '@shared/plan/plan-text'
import type { CallName } from '@shared/contract/calls'
import { beforeEach, describe, expect, it } from 'vitest'
import { goBackTo, removeVersion, saveVersion, useRecords } from '../../../../renderer/stores/records'
import { archiveScenario, createScenario, removeScenario, renameScenario } from '../../../../renderer/stores/scenarios'
import { removeView, saveView, useViews } from '../../../../renderer/stores/views'
import { useWorkbook } from '../../../../renderer/stores/workbook'
import { newPlan, type FakeBridge } from '../../../component/fake-bridge.ts'
import { add, anotherOf, fakeWindow, later, said, show, turns } from './fake-window.ts'

let bridge: FakeBridge
beforeEach(() => {
  bridge = fakeWindow()
  useViews.setState({ views: [], sessionId: null })
  useRecords.setState({ versions: [], sessionId: null })
})

const createdAt = '2026-11-23T10:42:00.000Z'
const scenario = {
  id: '33333333-3333-4333-8333-333333333333',
  name: 'More coaches',
  question: null,
  createdAt,
  archivedAt: null,
  changes: [],
  undo: { undoLabel: null, redoLabel: null },
}
const version = { id: '44444444-4444-4444-8444-444444444444', name: 'May', createdAt, sequence: 1 }
const view = { sheet: 'units', name: 'Mine', json: '{}' }

/** What is done, the call it makes, and what that call answers. */
const acts: readonly [what: string, name: CallName, value: unknown, run: () => Promise<unknown>][] = [
  ['a new scenario', 'scenario.create', scenario, () => createScenario('More coaches', null, [])],
  ['a renamed scenario', 'scenario.rename', scenario, () => renameScenario(scenario.id, 'More coaches', null)],
  ['a scenario put away', 'scenario.archive', scenario, () => archiveScenario(scenario.id, true)],
  ['a removed scenario', 'scenario.remove', null, () => removeScenario(scenario.id)],
  ['a new version', 'snapshot.create', version, () => saveVersion('May')],
  ['a removed version', 'snapshot.remove', null, () => removeVersion(version as never)],
  ['a saved view', 'view.save', null, () => saveView(view)],
  ['a removed view', 'view.remove', null, () => removeView('units', 'Mine')],
  ['a plan of an earlier time', 'workbook.planAt', planToText(newPlan('Before')), () => goBackTo('plan', 1, 'Before')],
]

describe('an answer that comes when another workbook is open', () => {
  it.each(acts)('leaves that one as it is: %s', async (_what, name, value, run) => {
    const { promise, give } = later<null>()
    bridge.answer(name, (async () => {
      await promise
      return { ok: true, value }
    }) as never)
    const done = run()
    await turns()
    const another = { ...anotherOf(bridge), scenarios: [{ ...scenario, name: 'Its own', changes: [...add('Grant')] }] }
    show(another)
    // as they are read for the other workbook
    useViews.setState({ views: [view], sessionId: another.sessionId })
    useRecords.setState({ versions: [version as never], sessionId: another.sessionId })
    const before = [useWorkbook.getState(), useViews.getState(), useRecords.getState()]
    give(null)
    await done
    await turns()
    expect([useWorkbook.getState(), useViews.getState(), useRecords.getState()]).toEqual(before)
    expect(said()).toEqual([])
    expect(bridge.calls.map((call) => call.name)).toEqual([name])
  })
})
