import { expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { applyChanges } from '@shared/plan/apply'
import { emptyPlan } from '@shared/plan/plan'
import { newSample } from '../../../electron/sample/sample'
import { writeTables } from '../../../electron/files/write-tables'
import { makeReport } from '../../../electron/files/write-report'
import { leverChanges } from '@shared/forecast/levers'
import { randomUUID } from 'node:crypto'
it('writes', async () => {
  const plan = applyChanges(emptyPlan, newSample())
  if (!plan.ok) throw new Error('x')
  const t0 = performance.now()
  expect(
    await writeTables('/tmp/x/tables.xlsx', { plan: plan.value, scenario: null, day: '2026-11-23' }),
  ).toMatchObject({ ok: true })
  console.log('tables', performance.now() - t0)
  const ch = leverChanges(plan.value, { turnoverFactor: 1.5 }, randomUUID)
  const other = applyChanges(plan.value, ch)
  if (!other.ok) throw new Error('y')
  const png = 'data:image/png;base64,' + readFileSync('/tmp/x/chart.png').toString('base64')
  const images = ['fidelity', 'states', 'coaching', 'funds', 'need', 'choices'].map((chartId) => ({
    chartId,
    png,
    width: 1440,
    height: 640,
  }))
  const input = {
    subject: { name: null, question: null, plan: plan.value },
    choices: [{ name: 'More turnover', question: 'What if half as many again leave?', plan: other.value }],
    options: {
      audience: 'board' as const,
      date: '2026-11-23',
      decisionAsked: 'Approve two coaching positions from the general fund when the grant ends.',
      contact: 'Office of Teaching and Learning, 555-0100',
    },
  }
  expect(await makeReport('/tmp/x/report.xlsx', input, images)).toMatchObject({ ok: true })
  expect(await makeReport('/tmp/x/report-bare.xlsx', { ...input, choices: [] }, [])).toMatchObject({ ok: true })
  console.log('report', performance.now() - t0)
})
