import { inverseFromCholesky, cholesky } from '@shared/model/cholesky'
import { drawFigures, parameterSpreads, spreadsInUse, triangular, type Uncertainty } from '@shared/model/draws'
import { baseParameters, numericParameters } from '@shared/model/parameters'
import { normalQuantile, portableExp, portableLog } from '@shared/model/portable-math'
import { uniformFor } from '@shared/model/random'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const everything: Uncertainty = { parameters: parameterSpreads(baseParameters), posterior: null, assumptions: [] }
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const indices = (count: number) => Array.from({ length: count }, (_, index) => index)

function correlation(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [mean(one), mean(other)]
  const product = (x: readonly number[], y: readonly number[], mx: number, my: number) =>
    mean(x.map((value, index) => (value - mx) * (y[index]! - my)))
  return product(one, other, a, b) / Math.sqrt(product(one, one, a, a) * product(other, other, b, b))
}

describe('uniformFor', () => {
  it('spreads evenly over 0..1, for neighbouring draws, seeds and names alike', () => {
    const series = [
      indices(20_000).map((draw) => uniformFor(1, draw, 'parameter lapse')),
      indices(20_000).map((seed) => uniformFor(seed, 0, 'parameter lapse')),
      indices(20_000).map((name) => uniformFor(1, 0, `plan ${name}`)),
    ]
    for (const values of series) {
      const counts = indices(20).map((bin) => values.filter((value) => Math.floor(value * 20) === bin).length)
      const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
      // 19 degrees of freedom: above 44 in one of a thousand.
      expect(chiSquare).toBeLessThan(44)
      expect(Math.abs(correlation(values.slice(1), values.slice(0, -1)))).toBeLessThan(0.025)
    }
    const other = indices(20_000).map((draw) => uniformFor(1, draw, 'parameter carryIn'))
    expect(Math.abs(correlation(series[0]!, other))).toBeLessThan(0.025)
    expect(Math.abs(correlation(series[0]!, series[1]!))).toBeLessThan(0.025)
  })

  it('tells seeds apart that differ only beyond 32 bits', () => {
    expect(uniformFor(5, 1, 'a')).not.toBe(uniformFor(5 + 2 ** 32, 1, 'a'))
  })
})

describe('drawFigures', () => {
  it('draws the very same numbers on every computer', () => {
    const { parameters } = drawFigures(everything, baseParameters, 2026, 7)
    expect(parameters).toMatchInlineSnapshot(`
      {
        "capacityGainMonths": 26.246742325434788,
        "capacityLossMonths": 36.33977648296787,
        "carryIn": 0.0693814210062429,
        "coachingHoursFidelity": 0.5888995831552324,
        "coachingHoursTrained": 3.25094931422234,
        "coachingHoursUsing": 2.941455969280542,
        "fidelityDrift": 0.25590535147270543,
        "hiringLagMonths": 3.9699719471510306,
        "lapse": 0.09605939595777588,
        "leaderTurnover": 0.20525666892558211,
        "peerInfluence": 0.09097985337392561,
        "peerResponse": "threshold",
        "schoolPeerWeight": 0.9004145232140957,
        "skillFromCoaching": 0.11465955725818217,
        "skillFromSystems": 0.06408966821986603,
        "spontaneousUptake": 0.0026827193168599663,
        "tippingSteepness": 4.815042704433834,
        "tippingThreshold": 0.21529895585467815,
      }
    `)
  })

  it('stays in the range of every parameter and has the mean of the triangle', () => {
    const draws = indices(4000).map((draw) => drawFigures(everything, baseParameters, 1, draw).parameters)
    for (const { key, value, low, high } of numericParameters) {
      const values = draws.map((parameters) => parameters[key])
      expect(Math.min(...values)).toBeGreaterThanOrEqual(low)
      expect(Math.max(...values)).toBeLessThanOrEqual(high)
      // Four standard errors of the mean, the spread of a triangle being at most a quarter of its width.
      expect(Math.abs(mean(values) - (low + value + high) / 3)).toBeLessThan((high - low) / Math.sqrt(4000))
    }
  })

  it('draws the same figure alike in scenarios that draw other things beside', () => {
    const fewer = { ...everything, parameters: everything.parameters.filter((spread) => spread.key === 'lapse') }
    const more: Uncertainty = {
      ...everything,
      assumptions: [{ id: 'turnover', lever: 'annualTurnover', groupIds: null, low: 0.8, mode: 1, high: 1.5 }],
    }
    const lapse = drawFigures(everything, baseParameters, 3, 9).parameters.lapse
    expect(drawFigures(fewer, baseParameters, 3, 9).parameters.lapse).toBe(lapse)
    expect(drawFigures(more, baseParameters, 3, 9).parameters.lapse).toBe(lapse)
  })

  it('draws parameters that a pilot taught from their joint log-normal', () => {
    const posterior = {
      keys: ['lapse', 'fidelityDrift'] as const,
      logMean: [Math.log(0.1), Math.log(0.05)],
      logCovariance: [
        [0.04, 0.03],
        [0.03, 0.09],
      ],
    }
    const draws = indices(8000).map(
      (draw) => drawFigures({ ...everything, posterior }, baseParameters, 4, draw).parameters,
    )
    const lapse = draws.map((parameters) => Math.log(parameters.lapse))
    const drift = draws.map((parameters) => Math.log(parameters.fidelityDrift))
    expect(mean(lapse)).toBeCloseTo(Math.log(0.1), 1)
    expect(mean(lapse.map((value) => (value - mean(lapse)) ** 2))).toBeCloseTo(0.04, 2)
    expect(mean(drift.map((value) => (value - mean(drift)) ** 2))).toBeCloseTo(0.09, 1)
    expect(correlation(lapse, drift)).toBeCloseTo(0.03 / Math.sqrt(0.04 * 0.09), 1)
    const inUse = spreadsInUse({ ...everything, posterior })
    expect(inUse.map((spread) => spread.key)).toEqual(everything.parameters.map((spread) => spread.key))
    expect(inUse.find((spread) => spread.key === 'lapse')?.high).toBeCloseTo(0.1 * Math.exp(1.645 * 0.2), 3)
  })
})

describe('parameterSpreads', () => {
  it('takes the value in use as the most likely one, also where it lies outside the usual range', () => {
    const spread = parameterSpreads({ ...baseParameters, lapse: 0.5 }).find(({ key }) => key === 'lapse')
    expect(spread).toEqual({ key: 'lapse', low: 0.02, mode: 0.5, high: 0.5 })
  })
})

describe('triangular', () => {
  it('is the inverse of the triangle’s distribution', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 })),
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        ([low, left, right], uniform) => {
          fc.pre(left + right > 0)
          const [mode, high] = [low + left, low + left + right]
          const value = triangular({ low, mode, high }, uniform)
          const width = high - low
          const below =
            value < mode
              ? (value - low) ** 2 / (width * left)
              : right === 0
                ? 1
                : 1 - (high - value) ** 2 / (width * right)
          expect(value).toBeGreaterThanOrEqual(low)
          expect(value).toBeLessThanOrEqual(high)
          expect(value === high || Math.abs(below - uniform) < 1e-9).toBe(true)
        },
      ),
    )
  })

  it('is the mode where there is no width', () => {
    expect(triangular({ low: 2, mode: 2, high: 2 }, 0.3)).toBe(2)
  })
})

describe('portable math', () => {
  it('agrees with the engine’s own logarithm and exponential', () => {
    fc.assert(
      fc.property(fc.double({ min: -40, max: 40, noNaN: true }), (x) => {
        expect(Math.abs(portableExp(x) / Math.exp(x) - 1)).toBeLessThan(1e-14)
        expect(Math.abs(portableLog(Math.exp(x)) - x)).toBeLessThan(1e-13)
      }),
    )
  })

  it('knows the quantiles of the normal distribution', () => {
    expect(normalQuantile(0.5)).toBe(0)
    expect(normalQuantile(0.95)).toBeCloseTo(1.6448536269514722, 13)
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13)
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167813, 13)
    expect(normalQuantile(1e-10)).toBeCloseTo(-6.361340902404056, 12)
    expect(normalQuantile(1e-16)).toBeCloseTo(-8.222082216130437, 12)
  })
})

describe('cholesky', () => {
  it('gives the inverse of a positive matrix', () => {
    const entry = fc.integer({ min: -9, max: 9 })
    fc.assert(
      fc.property(fc.array(fc.array(entry, { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 }), (rows) => {
        const matrix = rows.map((one, i) =>
          rows.map((other, j) => one.reduce((sum, value, k) => sum + value * other[k]!, i === j ? 1 : 0)),
        )
        const inverse = inverseFromCholesky(cholesky(matrix))
        matrix.forEach((row, i) =>
          matrix.forEach((_, j) => {
            const product = row.reduce((sum, value, k) => sum + value * inverse[k]![j]!, 0)
            expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThan(1e-8)
          }),
        )
      }),
    )
  })
})
