import { holdingSentence } from '@shared/forecast/compared-plans'
import { runPlan } from '@shared/forecast/run'
import { keepingsOf } from '@shared/forecast/keeping'
import { headlineOf, type Headline } from '@shared/forecast/headline'
import { applyChanges } from '@shared/plan/apply'
import { layOver } from '@shared/plan/lay-over'
import { monthsBetween } from '@shared/plan/month'
import type { Plan } from '@shared/plan/plan'
import { validate } from '@shared/plan/validate'
import { sampleScenarios } from '@shared/sample/scenarios'
import { describe, expect, it } from 'vitest'
import { idSource } from '../../fixtures/ids'
import { samplePlan } from '../../fixtures/sample-plan'

const plan = samplePlan()
const [push, lasting] = sampleScenarios(plan, idSource(0x51))

function under(changes: readonly Parameters<typeof applyChanges>[1][number][]): { plan: Plan; headline: Headline } {
  const changed = applyChanges(plan, changes)
  if (!changed.ok) throw new Error('does not apply')
  const run = runPlan(changed.value)
  if (!run.ok) throw new Error('cannot be forecast')
  return { plan: changed.value, headline: headlineOf(changed.value, run.value.runs, run.value.ledger) }
}
const moneyEnds = monthsBetween('2026-07', '2029-06')

describe('the scenarios of the sample district', () => {
  it('are valid over its plan, with nothing to skip', () => {
    for (const { changes } of [push!, lasting!]) {
      expect(validate(plan, changes)).toEqual([])
      expect(layOver(plan, changes)).toMatchObject({ conflicts: [], dangling: [] })
    }
  })

  it('the push reaches its peak and falls below half of it within two years of the money’s end', () => {
    const { headline } = under(push!.changes)
    const peak = Math.max(...headline.weakest)
    expect(peak).toBeGreaterThan(0.4)
    expect(headline.weakest.indexOf(peak)).toBeLessThanOrEqual(moneyEnds + 1)
    expect(headline.weakest[moneyEnds + 24]!).toBeLessThan(peak / 2)
    expect(holdingSentence(push!.name, headline, 0.5)).toMatch(
      /^“Push on one-time money” rises to \d+% in May 2029, is below half of that \d+ months later, and falls to \d+% by Jun 2031\.$/,
    )
  })

  it('the same push with systems, backups and recurring coaches holds, and the screen says so', () => {
    const { plan: changed, headline } = under(lasting!.changes)
    const peak = Math.max(...headline.weakest)
    expect(headline.weakest[moneyEnds + 24]!).toBeGreaterThan(0.8 * peak)
    expect(holdingSentence(lasting!.name, headline, 0.5)).toMatch(
      /^“Push, built to last” holds, at \d+% by Jun 2031\.$/,
    )
    const kept = keepingsOf(changed)
    expect(kept.ok && kept.value[0]!.sentence).toMatch(/^It can be kept/)
    const lost = keepingsOf(under(push!.changes).plan)
    expect(lost.ok && lost.value[0]!.sentence).toMatch(/falls|nothing to keep/)
  })
})
