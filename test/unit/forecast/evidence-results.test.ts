import { capacityOverTime } from '@shared/forecast/evidence-capacity'
import { contextResults } from '@shared/forecast/evidence-context'
import {
  correlationOf,
  outcomePairs,
  pearson,
  ranksOf,
  spearman,
  type OutcomePair,
} from '@shared/forecast/evidence-correlation'
import { newRow } from '@shared/plan/plan'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { samplePlan } from '../../fixtures/sample-plan.ts'
import { planOf } from '../money/plan-of.ts'

const pairsOf = (points: readonly (readonly [fidelity: number, value: number])[]): OutcomePair[] =>
  points.map(([fidelity, value], at) => ({
    unit: newRow('unit', `u${at}`, { name: `School ${at}` }),
    day: '2026-05-01',
    fidelity,
    value,
  }))
const higher = { name: 'Reading', direction: 'higher' } as const

describe('correlation', () => {
  it('gives the published value of Anscombe’s first set', () => {
    const xs = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
    const ys = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
    expect(pearson(xs, ys)).toBeCloseTo(0.81642, 5)
    expect(spearman(xs, ys)).toBeCloseTo(0.81818, 5)
  })

  it('shares ranks among equal values', () => {
    expect(ranksOf([3, 1, 3, 2])).toEqual([3.5, 1, 3.5, 2])
  })

  it('stays between −1 and 1, is the same both ways, and is unmoved by what only shifts or stretches', () => {
    const list = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), {
      minLength: 5,
      maxLength: 40,
    })
    fc.assert(
      fc.property(list, (points) => {
        const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
        const r = pearson(xs, ys)
        if (r === null) return
        expect(Math.abs(r)).toBeLessThanOrEqual(1)
        expect(pearson(ys, xs)).toBeCloseTo(r, 9)
        const stretched = pearson(
          xs.map((x) => 3 * x + 7),
          ys,
        )
        expect(stretched).toBeCloseTo(r, 9)
      }),
    )
  })

  it('is 1 by rank where one only ever rises with the other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 5 }), (xs) => {
        const ys = xs.map((x) => Math.exp(x / 10))
        expect(spearman(xs, ys)).toBeCloseTo(1, 12)
      }),
    )
  })

  it('is not told from fewer than five results, nor where nothing varies', () => {
    const few = correlationOf(higher, pairsOf([0.1, 0.2, 0.3, 0.4].map((x) => [x, x])))
    expect(few).toMatchObject({ pairs: 4, spearman: null })
    expect(few.sentence).toContain('5 are needed')
    const flat = correlationOf(higher, pairsOf([0.1, 0.2, 0.3, 0.4, 0.5].map((x) => [x, 7])))
    expect(flat.spearman).toBeNull()
  })

  it('respects that lower can be better, and says what it cannot show', () => {
    const points = [1, 2, 3, 4, 5].map((n): [number, number] => [n / 10, 20 - n])
    expect(correlationOf(higher, pairsOf(points)).spearman).toBe(-1)
    const lower = correlationOf({ name: 'Referrals', direction: 'lower' }, pairsOf(points))
    expect(lower.spearman).toBe(1)
    expect(lower.sentence).toContain('“Referrals” is better')
    expect(lower.sentence).toContain('does not show that one brings about the other')
  })
})

describe('pairs of outcome and fidelity', () => {
  const seen = (date: string, atFidelity: number) => ({
    measureId: 'walk',
    unitId: 'oak',
    componentId: 'reading',
    date,
    staffObserved: 10,
    using: 10,
    atFidelity,
  })
  const plan = planOf({
    unit: [{ id: 'oak', name: 'Oak' }],
    component: [{ id: 'reading', name: 'Reading' }],
    fidelityMeasure: [{ id: 'walk', name: 'Walkthrough', componentIds: ['reading'] }],
    outcomeMeasure: [{ id: 'grade', name: 'On grade level' }],
    observation: [seen('2026-01-10', 2), seen('2026-05-10', 6)],
    outcomeResult: [
      { measureId: 'grade', unitId: 'oak', date: '2025-12-01', value: 40 },
      { measureId: 'grade', unitId: 'oak', date: '2026-03-01', value: 45 },
      { measureId: 'grade', unitId: 'oak', date: '2026-05-10', value: 50 },
      { measureId: 'grade', unitId: 'oak', date: '2026-12-01', value: 55 },
    ],
  })

  it('take the latest observation until that day, at most half a year old', () => {
    expect(outcomePairs(plan, 'grade').map(({ day, fidelity, value }) => [day, fidelity, value])).toEqual([
      ['2026-03-01', 0.2, 45],
      ['2026-05-10', 0.6, 50],
    ])
  })
})

describe('results by context', () => {
  it('tell words of schools nobody has observed last, and that results may not hold there', () => {
    const sample = samplePlan()
    const [outcome] = sample.outcomeMeasure.keys()
    const results = contextResults(sample, outcome ?? null)
    const town = results.find(({ tag }) => tag === 'town')
    expect(town).toMatchObject({ schools: 4, observed: 2, outcomeChange: 13.5 })
    const rural = results.find(({ tag }) => tag === 'rural')
    expect(rural).toMatchObject({ observed: 0, fidelity: null, outcomeChange: null })
    expect(rural?.sentence).toContain('Eastfield School')
    const flags = results.map(({ observed }) => observed > 0)
    expect(flags).toEqual(flags.toSorted((a, b) => Number(b) - Number(a)))
  })
})

describe('capacity over time', () => {
  it('adds the points of a day up, keeps the weakest subscale first, and says what the forecast takes', () => {
    const score = (date: string, subscale: string, points: number) => ({
      unitId: 'd',
      date,
      subscale,
      points,
      maximum: 10,
    })
    const [place] = capacityOverTime(
      planOf({
        unit: [{ id: 'd', name: 'District', kind: 'district' }],
        capacityAssessment: [
          score('2026-02-01', 'Leadership', 8),
          score('2026-02-01', 'Data', 2),
          score('2026-06-01', 'leadership', 9),
          score('2027-02-01', 'Leadership', 1),
        ],
      }),
    )
    expect(place?.subscales.map(({ name }) => name)).toEqual(['Leadership', 'Data'])
    expect(place?.subscales[0]?.shares).toEqual([0.8, 0.9, 0.1])
    expect(place?.overall[0]).toBe(0.5)
    expect(place?.inForecast).toBeCloseTo((9 + 2) / 20, 12)
    expect(place?.laterDays).toEqual(['2027-02-01'])
  })
})
