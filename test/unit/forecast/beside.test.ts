import { plansBeside, type PlanBeside } from '@shared/forecast/beside'
import { headlineOf } from '@shared/forecast/headline'
import { leverChanges } from '@shared/forecast/levers'
import { runPlan } from '@shared/forecast/run'
import { applyChanges } from '@shared/plan/apply'
import { emptyPlan, type Plan } from '@shared/plan/plan'
import { describe, expect, it } from 'vitest'
import { idSource } from '../../fixtures/ids'
import { samplePlan } from '../../fixtures/sample-plan'

const sample = samplePlan()

function beside(plan: Plan): PlanBeside {
  const run = runPlan(plan)
  return { plan, headline: run.ok ? headlineOf(plan, run.value.runs, run.value.ledger) : null }
}

function withTurnover(annualTurnover: number): Plan {
  const turned = applyChanges(sample, leverChanges(sample, { annualTurnover }, idSource(5)))
  if (!turned.ok) throw new Error('the lever does not fit the sample')
  return turned.value
}

describe('plans of several workbooks side by side', () => {
  it('have the figures that each has by itself, with how they stand', () => {
    const plans = [beside(sample), beside(withTurnover(4000))]
    const rows = plansBeside(plans)
    const figures = rows.filter(({ cells }) => cells[0]?.status !== null)
    expect(figures.map(({ key }) => key)).toEqual(plans[0]?.headline?.figures.map(({ key }) => key))
    for (const [at, { headline }] of plans.entries())
      expect(figures.map(({ cells }) => cells[at])).toEqual(
        headline?.figures.map(({ text, status }) => ({ text, status })),
      )
    const differing = figures.filter(({ cells }) => cells[0]?.text !== cells[1]?.text)
    expect(differing.map(({ key }) => key)).toContain('fidelity')
  })

  it('say how large each is', () => {
    const [districts, schools, staff] = plansBeside([beside(sample)])
    expect([districts, schools, staff].map((row) => row?.cells[0]?.text)).toEqual(['1', '7', '400'])
  })

  it('leave open what cannot be forecast yet, whichever of them that is', () => {
    for (const plans of [
      [beside(emptyPlan), beside(sample)],
      [beside(sample), beside(emptyPlan)],
    ]) {
      const at = plans.findIndex(({ headline }) => headline === null)
      const rows = plansBeside(plans)
      expect(rows.find(({ key }) => key === 'capacity')?.cells[at]).toEqual({ text: '–', status: 'notKnown' })
      expect(rows.find(({ key }) => key === 'capacity')?.cells[1 - at]?.text).toMatch(/%$/)
      expect(rows.find(({ key }) => key === 'schools')?.cells[at]?.text).toBe('0')
    }
  })
})
