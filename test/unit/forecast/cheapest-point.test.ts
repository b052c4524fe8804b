import { cheapestPoint, Notebook, type Point } from '@shared/forecast/cheapest-point'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

type Chance = (point: Point) => number

/** Runs a search to its end, and tells which points it asked for. */
function searched(costs: number[][], chanceOf: Chance, target: { chance: number; mostTrials: number }) {
  const notebook = new Notebook({ costs })
  const asked: Point[] = []
  const search = cheapestPoint(notebook, target)
  let step = search.next()
  while (step.done !== true) {
    asked.push(step.value)
    step = search.next(chanceOf(step.value))
  }
  return { ...step.value, asked, notebook }
}

function everyPoint(costs: number[][]): Point[] {
  return costs.reduce<number[][]>((points, levels) => points.flatMap((p) => levels.map((_, at) => [...p, at])), [[]])
}

/** Costs that never fall, and a chance that never falls with more of anything, in two to three dimensions. */
const spaces = fc
  .array(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 })
  .map((steps) => steps.map((own) => own.map((_, at) => own.slice(0, at + 1).reduce((a, b) => a + b, 0))))
const chances: fc.Arbitrary<Chance> = fc
  .tuple(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }), fc.boolean())
  .map(([weights, isWeakestLink]) => (point) => {
    const parts = point.map((level, at) => 1 - Math.exp(-(weights[at] ?? 0) * level))
    return isWeakestLink ? Math.min(...parts) : 1 - parts.reduce((rest, part) => rest * (1 - part), 1)
  })
const target = fc.double({ min: 0.05, max: 0.95, noNaN: true })

describe('the cheapest point', () => {
  it('is the one that trying all of them finds, where trials do not run out', () => {
    fc.assert(
      fc.property(spaces, chances, target, (costs, chanceOf, chance) => {
        const { best, isProven, atLeastCents, notebook, asked } = searched(costs, chanceOf, { chance, mostTrials: 1e6 })
        const good = everyPoint(costs).filter((point) => chanceOf(point) >= chance)
        expect(isProven).toBe(true)
        const least = Math.min(...good.map((point) => notebook.costOf(point)))
        expect(best === null).toBe(good.length === 0)
        expect(best === null || (best.costCents === least && best.chance === chanceOf(best.point))).toBe(true)
        expect(best === null || (best.chance >= chance && atLeastCents === least)).toBe(true)
        expect(new Set(asked.map(String)).size).toBe(asked.length)
      }),
    )
  })

  it('is good but perhaps not the cheapest where trials run out, and the bound still holds', () => {
    fc.assert(
      fc.property(spaces, chances, target, fc.integer({ min: 1, max: 12 }), (costs, chanceOf, chance, mostTrials) => {
        const { best, atLeastCents, asked, notebook } = searched(costs, chanceOf, { chance, mostTrials })
        // two more may be asked for, so that what is shown has been tried itself
        expect(asked.length).toBeLessThanOrEqual(mostTrials + 2)
        const good = everyPoint(costs).filter((point) => chanceOf(point) >= chance)
        const least = Math.min(...good.map((point) => notebook.costOf(point)))
        expect(best === null || (best.chance >= chance && best.costCents >= least)).toBe(true)
        expect(best === null || atLeastCents <= least).toBe(true)
      }),
    )
  })

  it('asks for few of many points', () => {
    const costs = Array.from({ length: 4 }, () => Array.from({ length: 51 }, (_, level) => level * 10))
    const chanceOf: Chance = (point) => Math.min(1, point.reduce((sum, level) => sum + level, 0) / 100)
    const { best, asked } = searched(costs, chanceOf, { chance: 0.8, mostTrials: 300 })
    expect(best!.costCents).toBe(800)
    expect(asked.length).toBeLessThanOrEqual(302)
  })
})
