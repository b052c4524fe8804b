import {
  comparePlans,
  fundsSideBySide,
  leastBackedUp,
  positionDifferences,
  type ComparedPlan,
} from '@shared/forecast/compared-plans'
import { figureOf, headlineOf } from '@shared/forecast/headline'
import { leverChanges, type Levers } from '@shared/forecast/levers'
import { likelyOf } from '@shared/forecast/likely'
import { runPlan } from '@shared/forecast/run'
import { sampleRequestOf } from '@shared/forecast/uncertainty'
import { prepareSampler } from '@shared/model/sample'
import { applyChanges } from '@shared/plan/apply'
import type { Plan } from '@shared/plan/plan'
import { describe, expect, it } from 'vitest'
import { idSource } from '../../fixtures/ids'
import { samplePlan } from '../../fixtures/sample-plan'
import { sum } from '../money/plan-of'

const sample = samplePlan()

function compared(plan: Plan): ComparedPlan {
  const run = runPlan(plan)
  if (!run.ok) throw new Error('cannot be forecast')
  const { runs, ledger } = run.value
  const compiled = runs.map((one) => one.compiled)
  const blocks = compiled.map((one) => prepareSampler(sampleRequestOf(plan, one, { seed: 1 })).draw(0, 60))
  return {
    plan,
    ledger,
    headline: headlineOf(plan, runs, ledger),
    likely: likelyOf({ plan, compiled, blocks, seed: 1 }),
  }
}
function withLevers(levers: Levers): ComparedPlan {
  const changed = applyChanges(sample, leverChanges(sample, levers, idSource(8)))
  if (!changed.ok) throw new Error('does not apply')
  return compared(changed.value)
}
const current = compared(sample)
const fewer = withLevers({ coachFteByYear: [{ fiscalYear: 2028, fte: 5 }] })

describe('two plans side by side', () => {
  it('differ in nothing at all where they do not differ, draws included', () => {
    const lines = comparePlans(current, compared({ ...sample }))
    expect(lines.map(({ difference }) => difference)).toEqual(lines.map(() => ''))
    expect(lines.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['chance', 'holding', 'costRange', 'backup', 'people']),
    )
    expect(positionDifferences(current, compared({ ...sample }))).toEqual([])
  })

  it('tell the chance and the ranges only once the runs of both are there', () => {
    const keys = comparePlans({ ...current, likely: null }, fewer).map(({ key }) => key)
    expect(keys).not.toContain('chance')
    expect(keys).toContain('cost')
  })

  it('name the positions that cost more or less, to the last cent of the difference', () => {
    const positions = positionDifferences(current, fewer)
    expect(positions.map(({ label }) => label)).toEqual(['Reading coach (C6)'])
    const cost = (plan: ComparedPlan) => Number(figureOf(plan.headline, 'cost').value)
    expect(sum(positions.map(({ before, after }) => after - before))).toBe(cost(fewer) - cost(current))
  })

  it('add up by fund, in each year and in all', () => {
    const cents = (year: number | null) => fundsSideBySide([current, fewer], year).map((row) => row.cents)
    for (const [at, plan] of [current, fewer].entries()) {
      expect(sum(cents(null).map((row) => row[at] ?? 0))).toBe(Number(figureOf(plan.headline, 'cost').value))
    }
    const years = current.headline.years.map(({ fiscalYear }) => sum(cents(fiscalYear).map((row) => row[0] ?? 0)))
    expect(sum(years)).toBe(sum(cents(null).map((row) => row[0] ?? 0)))
  })

  it('say who is carried least', () => {
    expect(leastBackedUp(sample).words).toMatch(/^2 without a backup, first Coaching of coaches/)
    expect(leastBackedUp(withLevers({ isBackedUp: true }).plan)).toEqual({ count: 0, words: 'All have a backup' })
    expect(leastBackedUp({ ...sample, responsibility: new Map() }).words).toBe('None is entered')
  })
})
