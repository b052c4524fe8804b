import { simulate } from '@shared/model/simulate'
import { readTipping, tippingPoint } from '@shared/model/tipping'
import { placeSeries } from '@shared/model/trajectory'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryCompleteInput, complete } from './arbitrary-input'
import { plainInput, schoolCalendar, schoolLeaving } from './plain-input'
import { slowSimulate } from './slow-model'

function tippingOf(capacity: number) {
  const input = plainInput({
    horizonMonths: 12,
    calendar: schoolCalendar,
    leaving: schoolLeaving,
    units: [{ id: 'school', initialCapacity: capacity }],
    groups: [{ id: 'school', unitId: 'school', annualTurnover: 0.16 }],
    district: { initialCapacity: capacity },
    investment: () => capacity,
  })
  const trajectory = simulate(input)
  // Held as it is: the question is about this capacity, not about what a month makes of it.
  placeSeries(trajectory, 1, 'capacity').fill(capacity)
  return tippingPoint({ input, recurringInput: input, trajectory, month: 0 })
}

describe('tippingPoint', () => {
  it('lies near 18 % at the base parameters with no capacity and no coach', () => {
    const tipping = tippingOf(0)
    expect(tipping.kind).toBe('share')
    expect(tipping.share).toBeCloseTo(0.18, 1)
    expect(Math.abs(tipping.share! - 0.18)).toBeLessThanOrEqual(0.0051)
  })

  it('says that any start grows with capacity .6', () => {
    expect(tippingOf(0.6)).toMatchObject({ kind: 'anyStartGrows', share: null })
  })

  it('says that no start holds where people lapse faster than colleagues can pull', () => {
    const input = plainInput({
      horizonMonths: 12,
      units: [{ id: 'school' }],
      parameters: { peerInfluence: 0, spontaneousUptake: 0, lapse: 0.5, fidelityDrift: 0.5, tippingThreshold: 50 },
    })
    const tipping = tippingPoint({ input, recurringInput: input, trajectory: simulate(input), month: 3 })
    expect(tipping).toMatchObject({ kind: 'noStartHolds', share: null, adoption: 0 })
    expect(tipping.sentence).toContain('No start holds')
  })

  it('agrees with the slow model run from each start with capacity held still', () => {
    const inputAndMonth = arbitraryCompleteInput.chain((input) =>
      fc.tuple(fc.constant(input), fc.integer({ min: 0, max: input.horizonMonths - 1 }), fc.constantFrom(0, 49, 198)),
    )
    fc.assert(
      fc.property(inputAndMonth, ([input, month, index]) => {
        const trajectory = simulate(input)
        const tipping = tippingPoint({ input, recurringInput: input, trajectory, month })
        const people = input.groups.reduce((sum, group) => sum + group.headcount, 0)
        fc.pre(people > 0)
        const mean = (figure: (group: (typeof input.groups)[number]) => number) =>
          input.groups.reduce((sum, group) => sum + group.headcount * figure(group), 0) / people
        const capacityOf = (unitId: string) =>
          placeSeries(trajectory, trajectory.unitIds.indexOf(unitId) + 1, 'capacity')[month]!
        const months = Array.from({ length: input.horizonMonths }, (_, at) => at).slice(month, month + 12)
        const hours = months.map(
          (at) =>
            input.supports.coachHours[at]! +
            Object.values(input.supports.coachHoursByUnit).reduce((sum, list) => sum + list[at]!, 0),
        )
        const start = (index + 1) / 200
        const alone = complete({
          ...input,
          horizonMonths: 24,
          calendar: input.calendar.map(() => input.calendar.reduce((sum, share) => sum + share, 0) / 12),
          leaving: input.leaving.map(() => 1 / 12),
          components: [{ id: 'program', weight: 1 }],
          units: [{ id: 'unit', startMonth: 0, initialCapacity: mean((group) => capacityOf(group.unitId)) }],
          groups: [
            {
              id: 'group',
              unitId: 'unit',
              headcount: people,
              annualTurnover: mean((group) => group.annualTurnover),
              onboardingCoverage: mean((group) => group.onboardingCoverage),
              readiness: mean((group) => group.readiness),
              contextFit: mean((group) => group.contextFit),
            },
          ],
          district: { initialCapacity: 0 },
          initial: [{ groupId: 'group', componentId: 'program', trained: 1 - start, using: 0, fidelity: start }],
          supports: { coachHours: Array.from({ length: 24 }, () => hours.reduce((a, b) => a + b, 0) / hours.length) },
          parameters: { ...input.parameters, capacityGainMonths: 1e15, capacityLossMonths: 1e15 },
        })
        const end = slowSimulate(alone).months[23]!
        expect(Math.abs(end.using + end.fidelity - start - tipping.growth[index]!)).toBeLessThan(1e-9)
      }),
      { numRuns: 100 },
    )
  })

  it('counts only recurring coaching, averaged over the twelve months from the month asked', () => {
    const setting = { horizonMonths: 24, units: [{ id: 'school' }] }
    const input = plainInput({ ...setting, coachHours: () => 200 })
    const ending = plainInput({ ...setting, coachHours: (month) => (month < 12 ? 200 : 0) })
    const trajectory = simulate(input)
    const growthAt = (recurringInput: typeof input, month: number) =>
      tippingPoint({ input, recurringInput, trajectory, month }).growth[40]!
    const bare = plainInput(setting)
    expect(growthAt(ending, 12)).toBe(growthAt(bare, 12))
    expect(growthAt(ending, 6)).toBeGreaterThan(growthAt(ending, 12))
    expect(growthAt(ending, 0)).toBe(growthAt(input, 0))
  })
})

describe('readTipping', () => {
  const read = (growth: number[]) =>
    readTipping(
      Float64Array.from(growth, (_, index) => (index + 1) / (growth.length + 1)),
      Float64Array.from(growth),
    )

  it('takes the last start from which practice grows after one from which it shrinks', () => {
    expect(read([1, -1, 1, -1, 1, 1, -1])).toEqual({ kind: 'share', share: 5 / 8 })
  })

  it('calls zero growth growth', () => {
    expect(read([-1, 0, -1])).toEqual({ kind: 'share', share: 2 / 4 })
  })

  it('says any start grows when practice grows from every start up to one half', () => {
    expect(read([1, 1, 1, -1, -1])).toEqual({ kind: 'anyStartGrows', share: null })
    expect(read([1, 1, -1, -1, -1])).toEqual({ kind: 'noStartHolds', share: null })
  })
})
