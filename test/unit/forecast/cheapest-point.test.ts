import { cheapestPoint } from '@shared/forecast/cheapest-point'
import { Notebook, type Bounds, type Point, type SearchQuestion } from '@shared/forecast/search-notebook'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

type Chance = (point: Point) => number

/** What a search is told: the chance itself, or no more than it asked for. */
const tells = {
  all: (is: number): Bounds => ({ atLeast: is, atMost: is }),
  justEnough: (is: number, { chance }: SearchQuestion): Bounds => {
    if (chance === null) return tells.all(is)
    return is >= chance ? { atLeast: chance, atMost: 1 } : { atLeast: 0, atMost: (is + chance) / 2 }
  },
}

/** Runs a search to its end, and tells what it asked for. */
function searched(
  costs: number[][],
  chanceOf: Chance,
  { tell = tells.all, ...target }: { chance: number; mostTrials: number; tell?: typeof tells.justEnough },
) {
  const notebook = new Notebook({ costs })
  const asked: SearchQuestion[] = []
  const search = cheapestPoint(notebook, target)
  let step = search.next()
  while (step.done !== true) {
    asked.push(step.value)
    step = search.next(tell(chanceOf(step.value.point), step.value))
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
const tellings = fc.constantFrom(tells.all, tells.justEnough)
const target = fc.double({ min: 0.05, max: 0.95, noNaN: true })

describe('the cheapest point', () => {
  it('is the one that trying all of them finds, where trials do not run out', () => {
    fc.assert(
      fc.property(spaces, chances, target, tellings, (costs, chanceOf, chance, tell) => {
        const { best, isProven, atLeastCents, notebook, asked } = searched(costs, chanceOf, {
          chance,
          mostTrials: 1e6,
          tell,
        })
        const good = everyPoint(costs).filter((point) => chanceOf(point) >= chance)
        expect(isProven).toBe(true)
        const least = Math.min(...good.map((point) => notebook.costOf(point)))
        expect(best === null).toBe(good.length === 0)
        expect(best === null || (best.costCents === least && best.atLeast === chanceOf(best.point))).toBe(true)
        expect(best === null || (best.atLeast >= chance && atLeastCents === least)).toBe(true)
        expect(new Set(asked.map((question) => JSON.stringify(question))).size).toBe(asked.length)
      }),
    )
  })

  it('is good but perhaps not the cheapest where trials run out, and the bound still holds', () => {
    fc.assert(
      fc.property(spaces, chances, target, fc.integer({ min: 1, max: 12 }), (costs, chanceOf, chance, mostTrials) => {
        const { best, atLeastCents, asked, notebook } = searched(costs, chanceOf, { chance, mostTrials })
        // one more is asked for, so that what is shown has been tried itself
        expect(asked.length).toBeLessThanOrEqual(mostTrials + 1)
        const good = everyPoint(costs).filter((point) => chanceOf(point) >= chance)
        const least = Math.min(...good.map((point) => notebook.costOf(point)))
        expect(best === null || (best.atLeast >= chance && best.costCents >= least)).toBe(true)
        expect(best === null || atLeastCents <= least).toBe(true)
      }),
    )
  })

  it('is another one where the point that its neighbors vouch for falls short itself', () => {
    const costs = [0, 1, 2, 3].map((level) => level * 10)
    const tell = (is: number, { point, chance }: SearchQuestion): Bounds =>
      chance === null && point[0] === 2 ? tells.all(0.5) : tells.justEnough(is, { point, chance })
    const chanceOf: Chance = ([level = 0]) => (level >= 2 ? 0.9 : 0.1)
    const { best, isProven } = searched([costs], chanceOf, { chance: 0.8, mostTrials: 100, tell })
    expect(best).toMatchObject({ point: [3], atLeast: 0.9, isExact: true })
    expect(isProven).toBe(false)
  })

  it('gives up one thing for another that does more for its cost, though the trials do not reach for a proof', () => {
    const cents = [10, 9, 9, 8, 8, 7]
    const does = [3, 1, 1, 2, 1, 1]
    const costs = cents.map((each) => Array.from({ length: 41 }, (_, level) => level * each))
    const chanceOf: Chance = (point) => point.reduce((sum, level, at) => sum + level * (does[at] ?? 0), 0) / 400
    // 160 of 400 from what does most for its cost: 40 of the first, 20 of the fourth
    const { best } = searched(costs, chanceOf, { chance: 0.4, mostTrials: 150 })
    expect(best!.costCents).toBeLessThanOrEqual(1.05 * (40 * 10 + 20 * 8))
  })

  it('asks for few of many points', () => {
    const costs = Array.from({ length: 4 }, () => Array.from({ length: 51 }, (_, level) => level * 10))
    const chanceOf: Chance = (point) => Math.min(1, point.reduce((sum, level) => sum + level, 0) / 100)
    const { best, asked } = searched(costs, chanceOf, { chance: 0.8, mostTrials: 300 })
    expect(best!.costCents).toBe(800)
    expect(asked.length).toBeLessThanOrEqual(302)
  })
})
