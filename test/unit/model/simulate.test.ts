import { simulate } from '@shared/model/simulate'
import { districtSeries, measures, trajectoryToJson, unitSeries } from '@shared/model/trajectory'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryCompleteInput } from './arbitrary-input'
import { slowSimulate } from './slow-model'

function greatestDifference(one: readonly object[], other: readonly object[]): number {
  expect(one.length).toBe(other.length)
  let greatest = 0
  one.forEach((values, month) => {
    for (const measure of measures) {
      const difference = Math.abs((values as never)[measure] - (other[month] as never)[measure])
      expect(difference).not.toBeNaN()
      greatest = Math.max(greatest, difference)
    }
  })
  return greatest
}

describe('simulate', () => {
  it('agrees with the slow model on arbitrary valid inputs', () => {
    fc.assert(
      fc.property(arbitraryCompleteInput, (input) => {
        const fast = trajectoryToJson(simulate(input))
        const slow = slowSimulate(input)
        expect(Object.keys(fast.units)).toEqual(input.units.map((unit) => unit.id))
        expect(greatestDifference(fast.months, slow.months)).toBeLessThan(1e-9)
        for (const unit of input.units) {
          expect(greatestDifference(fast.units[unit.id]!, slow.units[unit.id]!)).toBeLessThan(1e-9)
        }
      }),
      { numRuns: 600 },
    )
  })

  it('gives the same bytes for the same input', () => {
    fc.assert(
      fc.property(arbitraryCompleteInput, (input) => {
        expect(simulate(structuredClone(input)).values).toEqual(simulate(input).values)
      }),
      { numRuns: 50 },
    )
  })

  it('reads one series of the district or of a unit, and nothing for a unit it does not know', () => {
    fc.assert(
      fc.property(arbitraryCompleteInput, (input) => {
        const trajectory = simulate(input)
        const json = trajectoryToJson(trajectory)
        for (const measure of measures) {
          expect([...districtSeries(trajectory, measure)]).toEqual(json.months.map((month) => month[measure]))
          for (const unit of input.units) {
            expect([...unitSeries(trajectory, unit.id, measure)]).toEqual(
              json.units[unit.id]!.map((month) => month[measure]),
            )
          }
        }
        expect(unitSeries(trajectory, 'no such unit', 'fidelity')).toHaveLength(0)
      }),
      { numRuns: 50 },
    )
  })
})
