import type { OpenWorkbook } from '@shared/contract/workbook'
import type { Change } from '@shared/plan/change'
import { connectBridge } from '../../../../renderer/stores/bridge'
import { dropWaiting } from '../../../../renderer/stores/commits'
import { initialInterface, useInterface } from '../../../../renderer/stores/interface'
import { mirrorOfOpen } from '../../../../renderer/stores/mirror'
import { fileOf, noWorkbook, putMirror, useWorkbook } from '../../../../renderer/stores/workbook'
import { fakeBridge, newPlan, type FakeBridge } from '../../../component/fake-bridge.ts'
import { addSchool } from '../../../fixtures/workbook.ts'

/** The stores of a window with a workbook open over a fake bridge. */
export function fakeWindow(): FakeBridge {
  const bridge = fakeBridge()
  connectBridge(bridge)
  dropWaiting()
  useInterface.setState(initialInterface)
  useWorkbook.setState(noWorkbook)
  show(bridge.opened())
  return bridge
}

export function show(opened: OpenWorkbook): void {
  putMirror(mirrorOfOpen(opened), { file: fileOf(opened), target: 'plan', saved: { kind: 'saved', at: null } })
}

/** Another workbook, as it is opened. */
export const anotherOf = (bridge: FakeBridge): OpenWorkbook => ({
  ...fakeBridge({ plan: newPlan('Another district') }).opened(),
  sessionId: '99999999-9999-4999-8999-999999999999',
  path: '/plans/another.rollout',
  name: 'another',
  sequence: bridge.opened().sequence,
})

/** An answer that comes when the test gives it. */
export function later<T>(): { readonly promise: Promise<T>; readonly give: (value: T) => void } {
  let give: (value: T) => void = () => undefined
  const promise = new Promise<T>((resolve) => {
    give = resolve
  })
  return { promise, give }
}

/** Long enough for everything that waits for nothing but its turn. */
export const turns = (): Promise<void> => new Promise((done) => void setTimeout(done, 0))

export const add = (name: string): readonly Change[] => [addSchool(name)]
export const schools = (): string[] => [...useWorkbook.getState().plan.unit.values()].map(({ name }) => name)
export const said = (): string[] => useInterface.getState().messages.map(({ text }) => text)
