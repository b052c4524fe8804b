import {
  comparePlans,
  fundsSideBySide,
  holdingSentence,
  leastBackedUp,
  positionDifferences,
  type ComparedPlan,
} from '@shared/forecast/compared-plans'
import { figureOf, headlineOf, type Headline } from '@shared/forecast/headline'
import { leverChanges, type Levers } from '@shared/forecast/levers'
import { likelyOf } from '@shared/forecast/likely'
import { runPlan } from '@shared/forecast/run'
import { sampleRequestOf } from '@shared/forecast/uncertainty'
import { prepareSampler } from '@shared/model/sample'
import { applyChanges } from '@shared/plan/apply'
import { insertChange } from '@shared/plan/edit'
import { newRow, type Plan } from '@shared/plan/plan'
import type { Result } from '@shared/plan/result'
import { describe, expect, it } from 'vitest'
import { idSource } from '../../fixtures/ids'
import { samplePlan } from '../../fixtures/sample-plan'
import { sum } from '../money/plan-of'

const sample = samplePlan()
const good = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error('does not apply')
  return result.value
}

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

  it('show a fund that two scenarios each brought as one line, what has no funds last', () => {
    const bringing = (first: number): ComparedPlan => {
      const id = idSource(first)
      const grant = newRow('fundingSource', id(), {
        name: 'Push grant',
        kind: 'grant',
        isRecurring: false,
        startMonth: '2026-07',
      })
      const line = newRow('costLine', id(), {
        name: 'Books',
        amountCents: 120_000,
        frequency: 'once',
        firstMonth: '2026-10',
      })
      const paid = newRow('assignment', id(), { costLineId: line.id, sourceId: grant.id })
      const changes = [
        insertChange('fundingSource', grant),
        insertChange('costLine', line),
        insertChange('assignment', paid),
      ]
      return compared(good(applyChanges(sample, changes)))
    }
    const rows = fundsSideBySide([current, bringing(0x51), bringing(0x52)], null)
    expect(rows.filter(({ label }) => label === 'Push grant')).toEqual([
      { label: 'Push grant', cents: [0, 120_000, 120_000] },
    ])
    expect(rows.at(-1)?.label).toBe('Without funds')
  })

  it('tell how ranges move by their ends, and hours lacking below those needed and available', () => {
    const lines = comparePlans(current, fewer)
    const cost = lines.find(({ key }) => key === 'costRange')!
    expect(cost.difference).toMatch(/^low −\u2060\$[\d,]+, high −\u2060\$[\d,]+$/)
    const worse = comparePlans(current, withLevers({ annualTurnover: 0.4 }))
    expect(worse.find(({ key }) => key === 'range')!.difference).toMatch(
      /^low −\u2060\d+ points, high −\u2060\d+ points$/,
    )
    const keys = lines.map(({ key }) => key)
    expect(keys.slice(keys.indexOf('neededHours')).slice(0, 3)).toEqual([
      'neededHours',
      'availableHours',
      'lackingHours',
    ])
    expect(lines.find(({ key }) => key === 'holding')!.label).toBe('Chance of holding it for 24 months')
  })

  it('say how soon after its highest a push is below half of that, and no such thing of one that only falls', () => {
    const headline = (shares: number[]) =>
      ({ ...current.headline, asOf: '2026-07', lastMonth: '2026-12', weakest: Float64Array.of(...shares) }) as Headline
    expect(holdingSentence('Push', headline([0.1, 0.6, 0.5, 0.29, 0.2, 0.1]), 0.5)).toBe(
      '“Push” rises to 60% in Aug 2026, is below half of that 2 months later, and falls to 10% by Dec 2026.',
    )
    expect(holdingSentence('Push', headline([0.1, 0.6, 0.5, 0.45, 0.42, 0.4]), 0.5)).toBe(
      '“Push” rises to 60% in Aug 2026, and falls to 40% by Dec 2026.',
    )
  })

  it('say who is carried least', () => {
    expect(leastBackedUp(sample).words).toMatch(/^2 without a backup, first Coaching of coaches/)
    expect(leastBackedUp(withLevers({ isBackedUp: true }).plan)).toEqual({ count: 0, words: 'All have a backup' })
    expect(leastBackedUp({ ...sample, responsibility: new Map() }).words).toBe('None is entered')
  })
})
