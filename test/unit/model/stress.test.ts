import { simulate } from '@shared/model/simulate'
import { shockedTrajectory, stressLookup, stressMonths, stressTest, withoutOneTimeMoney } from '@shared/model/stress'
import { placeSeries, trajectoryToJson } from '@shared/model/trajectory'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryCompleteInput, complete } from './arbitrary-input'
import { plainInput, type PlainDistrict } from './plain-input'
import { slowSimulate } from './slow-model'

const atFidelity = [{ groupId: 'school', componentId: 'component0', trained: 0, using: 0, fidelity: 0.9 }]

/** A school at 90 % fidelity with a coach for everyone, and the same one with what recurring money pays. */
function question(recurring: Partial<PlainDistrict>, more: Partial<PlainDistrict> = {}) {
  const setting: PlainDistrict = {
    horizonMonths: 60,
    units: [{ id: 'school', initialCapacity: 0.5, keyPersonDependency: 0.8 }],
    groups: [{ id: 'school', unitId: 'school', annualTurnover: 0.1 }],
    district: { initialCapacity: 0.5, keyPersonDependency: 0.8 },
    initial: atFidelity,
    coachHours: () => 300,
    ...more,
  }
  return {
    input: plainInput(setting),
    recurringInput: plainInput({ ...setting, coachHours: () => 0, ...recurring }),
    fromMonth: 12,
    atScaleShare: 0.5,
  }
}

describe('stressTest', () => {
  it('tells the month in which practice falls below the line once one-time money is gone', () => {
    const asked = question({})
    const [moneyGone, leadersChange, both] = stressTest(asked)
    const series = placeSeries(simulate(withoutOneTimeMoney(asked)), 0, 'bottleneck')
    const below = series.findIndex((value, month) => month >= 12 && value < 0.5)
    expect(below).toBeGreaterThan(12)
    expect(moneyGone).toMatchObject({ shock: 'moneyGone', answer: 'falls', monthsHeld: below - 12 })
    expect(moneyGone?.sentence).toBe(
      `If one-time money ends, practice falls below the line after ${below - 12} months.`,
    )
    expect(moneyGone?.lowest).toBe(Math.min(...series.subarray(12, 12 + stressMonths)))
    expect(series[moneyGone!.lowestMonth]).toBe(moneyGone!.lowest)
    expect(leadersChange).toMatchObject({ shock: 'leadersChange', answer: 'holds', monthsHeld: 24 })
    expect(both).toMatchObject({ shock: 'both', answer: 'falls' })
    expect(both!.lowest).toBeLessThan(moneyGone!.lowest)
  })

  it('holds where recurring money pays the coach', () => {
    const answers = stressTest(question({ coachHours: () => 300 })).map((result) => result.answer)
    expect(answers).toEqual(['holds', 'holds', 'holds'])
  })

  it('says not known yet where the plan ends less than 24 months later, unless practice fell before', () => {
    const kept = { ...question({ coachHours: () => 300 }), fromMonth: 40 }
    expect(stressTest(kept)[2]).toMatchObject({ answer: 'notKnownYet', monthsHeld: 20 })
    const gone = { ...question({}), fromMonth: 40 }
    expect(stressTest(gone)[0]?.answer).toBe('falls')
  })

  it('says at once where practice is below the line already', () => {
    const result = stressTest({ ...question({}), atScaleShare: 0.99 })[0]
    expect(result).toMatchObject({ answer: 'falls', monthsHeld: 0 })
    expect(result?.sentence).toContain('at once')
  })

  it('answers for a unit by the unit’s own bottleneck, and not at all for an unknown one', () => {
    const asked = question({})
    expect(stressTest(asked, 'school')).toEqual(stressTest(asked))
    expect(stressTest(asked, 'nowhere')).toEqual([])
  })
})

describe('shockedTrajectory', () => {
  const inputs = fc
    .tuple(arbitraryCompleteInput, fc.double({ min: 0, max: 0.999, noNaN: true }))
    .map(([input, part]) => ({ input, fromMonth: Math.floor(part * input.horizonMonths) }))

  it('changes nothing where all money recurs and nobody depends on a key person', () => {
    fc.assert(
      fc.property(inputs, ({ input, fromMonth }) => {
        const safe = complete({
          ...input,
          units: input.units.map((unit) => ({ ...unit, keyPersonDependency: 0 })),
          district: { ...input.district, keyPersonDependency: 0 },
        })
        const shocked = shockedTrajectory({ input: safe, recurringInput: safe, fromMonth }, 'both')
        expect(shocked.values).toEqual(simulate(safe).values)
      }),
      { numRuns: 50 },
    )
  })

  it('leaves the months before the shock as they were', () => {
    fc.assert(
      fc.property(inputs, ({ input, fromMonth }) => {
        const none = Array.from({ length: input.horizonMonths }, () => 0)
        const recurringInput = complete({
          ...input,
          supports: { coachHours: none, capacityInvestment: none, coachHoursByUnit: {}, sessions: [] },
        })
        const before = trajectoryToJson(simulate(input))
        const shocked = trajectoryToJson(shockedTrajectory({ input, recurringInput, fromMonth }, 'both'))
        expect(shocked.months.slice(0, fromMonth)).toEqual(before.months.slice(0, fromMonth))
      }),
      { numRuns: 50 },
    )
  })

  it('takes 1 − dependency of every capacity before the month’s own change', () => {
    fc.assert(
      fc.property(arbitraryCompleteInput, (input) => {
        const shocked = shockedTrajectory({ input, recurringInput: input, fromMonth: 0 }, 'leadersChange')
        const slow = slowSimulate({
          ...input,
          units: input.units.map((unit) => ({
            ...unit,
            initialCapacity: unit.initialCapacity * (1 - unit.keyPersonDependency),
          })),
          district: {
            ...input.district,
            initialCapacity: input.district.initialCapacity * (1 - input.district.keyPersonDependency),
          },
        })
        const json = trajectoryToJson(shocked)
        json.months.forEach((month, index) => {
          expect(month.capacity).toBeCloseTo(slow.months[index]!.capacity, 9)
          expect(month.fidelity).toBeCloseTo(slow.months[index]!.fidelity, 9)
        })
      }),
      { numRuns: 100 },
    )
  })
})

describe('stressLookup', () => {
  it('gives the answer to both shocks together for the district and for units', () => {
    const asked = question({})
    const lookup = stressLookup(asked)
    expect(lookup(null, 12)).toBe(stressTest(asked)[2]?.answer)
    expect(lookup('school', 12)).toBe('falls')
    expect(lookup('school', 50)).toBe('falls')
    expect(lookup('nowhere', 12)).toBe('notKnownYet')
    expect(stressLookup(question({ coachHours: () => 300 }))(null, 12)).toBe('holds')
  })
})
