import type { CallValue } from '@shared/contract/calls'
import type { Answer } from '@shared/contract/error'
import { headlineOf, figureOf } from '@shared/forecast/headline'
import { runPlan } from '@shared/forecast/run'
import { updateChange } from '@shared/plan/edit'
import { rowsOf, type Plan } from '@shared/plan/plan'
import { describe, expect, it } from 'vitest'
import { connectBridge } from '../../../../renderer/stores/bridge'
import { commit } from '../../../../renderer/stores/commits'
import { exportReport } from '../../../../renderer/stores/report-export'
import { showTarget, useWorkbook } from '../../../../renderer/stores/workbook'
import { fakeBridge, type FakeBridge } from '../../../component/fake-bridge.ts'
import { samplePlan } from '../../../fixtures/sample-plan.ts'
import { anotherOf, fakeWindow, later, schools, show, turns } from './fake-window.ts'

type Written = Answer<CallValue<'report.export'>>
const asked: Parameters<typeof exportReport>[0] = {
  audience: 'board',
  date: '2026-12-01',
  decisionAsked: null,
  contact: null,
  isDraft: false,
  besides: [],
  form: 'xlsx',
}
const scenario = {
  id: '33333333-3333-4333-8333-333333333333',
  name: 'More coaches',
  question: null,
  createdAt: '2026-11-23T10:42:00.000Z',
  archivedAt: null,
  changes: [],
  undo: { undoLabel: null, redoLabel: null },
}

/** Exports a report of the sample plan; `meanwhile` is what happens in the window before it is written. */
async function exporting(meanwhile: (bridge: FakeBridge) => unknown, isDraft = false): Promise<FakeBridge> {
  fakeWindow()
  const bridge = fakeBridge({ plan: samplePlan(), scenarios: [scenario] })
  connectBridge(bridge)
  show(bridge.opened())
  const { promise, give } = later<Written>()
  bridge.answer('report.export', () => promise)
  const done = exportReport({ ...asked, isDraft })
  await turns()
  await meanwhile(bridge)
  give({ ok: true, value: { path: '/reports/report.xlsx', outOfReach: [] } })
  await done
  return bridge
}
function costOf(plan: Plan): string {
  const run = runPlan(plan)
  if (!run.ok) throw new Error('the sample does not run')
  return figureOf(headlineOf(plan, run.value.runs, run.value.ledger), 'cost').text
}

const commits = ({ calls }: FakeBridge): number => calls.filter(({ name }) => name === 'workbook.commit').length

describe('the figures of a report that was handed out', () => {
  it('are kept in the plan, as they were when it was asked for', async () => {
    const printed = costOf(samplePlan())
    const bridge = await exporting(async () => {
      const [line] = rowsOf(useWorkbook.getState().plan, 'costLine')
      const dearer = updateChange(line!, 'costLine', { amountCents: (line!.amountCents ?? 0) + 1_000_000_00 })
      await commit('Make it dearer', 'edit', [dearer!])
    })
    expect(costOf(bridge.plan())).not.toBe(printed)
    const row = rowsOf(bridge.plan(), 'report').find(({ date }) => date === asked.date)
    expect(JSON.parse(row?.figures ?? '{}')).toMatchObject({ cost: printed })
  })

  it('are not kept of a draft, which was not handed out', async () => {
    const bridge = await exporting(() => undefined, true)
    expect(bridge.calls.find(({ name }) => name === 'report.export')?.args).toMatchObject({ isDraft: true })
    expect(commits(bridge)).toBe(0)
  })

  it('are not put into another workbook', async () => {
    const bridge = await exporting((here) => show(anotherOf(here)))
    expect(commits(bridge)).toBe(0)
    expect(schools()).toEqual([])
  })

  it('are not put into a scenario that is shown by then', async () => {
    const bridge = await exporting(() => showTarget({ scenarioId: scenario.id }))
    expect(commits(bridge)).toBe(0)
  })
})
