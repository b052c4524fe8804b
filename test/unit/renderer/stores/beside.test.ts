import { planToText } from '@shared/plan/plan-text'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { addBeside, useBeside } from '../../../../renderer/stores/beside'
import { forecastPlan } from '../../../../renderer/stores/plan-forecast'
import { newPlan, type FakeBridge } from '../../../component/fake-bridge.ts'
import { fakeWindow, said } from './fake-window.ts'

vi.mock('../../../../renderer/stores/plan-forecast')

let bridge: FakeBridge
beforeEach(() => {
  bridge = fakeWindow()
  useBeside.setState({ others: [], isReading: false })
})

describe('another workbook that is put beside', () => {
  it('says that it could not be read where that is so, and not that of its forecast', async () => {
    bridge.answer('workbook.peek', (() => ({ ok: true, value: { path: '/a', name: 'a', plan: 'no plan' } })) as never)
    await addBeside()
    expect(said()).toHaveLength(1)
    expect(said()[0]).toContain('could not be read')
    expect(useBeside.getState()).toEqual({ others: [], isReading: false })
  })

  it('says that its forecast could not be computed where only that is so', async () => {
    vi.mocked(forecastPlan).mockRejectedValueOnce(new Error('no worker'))
    bridge.answer('workbook.peek', (() => ({
      ok: true,
      value: { path: '/a', name: 'a', plan: planToText(newPlan()) },
    })) as never)
    await addBeside()
    expect(said()).toHaveLength(1)
    expect(said()[0]).toContain('forecast of that workbook could not be computed')
    expect(useBeside.getState()).toEqual({ others: [], isReading: false })
  })
})
