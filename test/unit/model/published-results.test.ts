import type { InputSession } from '@shared/model/input'
import { simulate } from '@shared/model/simulate'
import { adoptionSeries, districtSeries } from '@shared/model/trajectory'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { componentIdsOf, plainInput, schoolCalendar, schoolLeaving } from './plain-input'

const oneSchool = [{ id: 'school' }]
const everyoneTrained = [{ groupId: 'school', componentId: 'component0', trained: 1, using: 0, fidelity: 0 }]

describe('published results', () => {
  it('follows the closed form of the Bass model within 0.01 in every month of 20 years', () => {
    const [p, q] = [0.03, 0.38]
    const trajectory = simulate(
      plainInput({
        horizonMonths: 240,
        units: oneSchool,
        initial: everyoneTrained,
        parameters: {
          spontaneousUptake: p / 12,
          peerInfluence: q / 12,
          peerResponse: 'linear',
          schoolPeerWeight: 1,
          lapse: 0,
        },
      }),
    )
    const adoption = adoptionSeries(trajectory, 0)
    const bass = (years: number) => (1 - Math.exp(-(p + q) * years)) / (1 + (q / p) * Math.exp(-(p + q) * years))
    expect(bass(1)).toBeCloseTo(0.0358, 4)
    expect(bass(5)).toBeCloseTo(0.3312, 4)
    adoption.forEach((value, month) => expect(Math.abs(value - bass((month + 1) / 12))).toBeLessThan(0.01))
    const half = adoption.findIndex((value) => value >= 0.5)
    expect((half + 1) / 12).toBeCloseTo(6.55, 0)
  })

  it('keeps of a trained roster what is known to stay: 84 % a year for teachers, 80 % for principals', () => {
    const trainedAfter = (annualTurnover: number) => {
      const input = plainInput({
        horizonMonths: 60,
        leaving: schoolLeaving,
        units: oneSchool,
        groups: [{ id: 'school', unitId: 'school', headcount: 400, annualTurnover }],
        initial: everyoneTrained,
        parameters: { spontaneousUptake: 0, peerInfluence: 0, carryIn: 0 },
      })
      const trained = districtSeries(simulate(input), 'trained')
      return [1, 2, 3, 4, 5].map((year) => trained[12 * year - 1]!)
    }
    const teachers = [0.84, 0.706, 0.593, 0.498, 0.418]
    trainedAfter(0.16).forEach((share, year) => expect(Math.abs(share - teachers[year]!)).toBeLessThan(5e-4))
    expect(trainedAfter(0.2)[2]).toBeCloseTo(0.512, 10)
  })

  it('keeps exactly 1 − turnover over any twelve months, whenever people leave', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 12, maxLength: 12 }),
        (annualTurnover, parts) => {
          const sum = parts.reduce((total, part) => total + part, 0)
          const input = plainInput({
            horizonMonths: 24,
            leaving: parts.map((part) => part / sum),
            units: oneSchool,
            groups: [{ id: 'school', unitId: 'school', annualTurnover }],
            initial: everyoneTrained,
            parameters: { spontaneousUptake: 0, peerInfluence: 0, carryIn: 0 },
          })
          const trained = districtSeries(simulate(input), 'trained')
          expect(trained[11]).toBeCloseTo(1 - annualTurnover, 12)
          expect(trained[23]).toBeCloseTo((1 - annualTurnover) ** 2, 12)
        },
      ),
    )
  })

  it('starts 5 of 100 teachers by a workshop alone and 95 with coaching, by the published transfer', () => {
    const usingAfter = (transfer: number) => {
      const session = { month: 0, groupIds: ['school'], componentIds: ['component0'], coverage: 1, transfer }
      const parameters = { spontaneousUptake: 0, peerInfluence: 0, lapse: 0 }
      return districtSeries(
        simulate(plainInput({ horizonMonths: 1, units: oneSchool, sessions: [session], parameters })),
        'using',
      )[0]
    }
    expect(usingAfter(0.05)).toBeCloseTo(0.05, 12)
    expect(usingAfter(0.95)).toBeCloseTo(0.95, 12)
  })

  it('never brings a district of workshops alone past the majority line, whatever the number of workshops', () => {
    const months = fc.array(fc.integer({ min: 0, max: 119 }), { maxLength: 120 })
    fc.assert(
      fc.property(months, fc.double({ min: 0, max: 0.25, noNaN: true }), (sessionMonths, initialCapacity) => {
        const sessions = sessionMonths.map((month): InputSession => {
          return { month, groupIds: ['school'], componentIds: ['component0'], coverage: 1, transfer: 0.05 }
        })
        const input = plainInput({
          horizonMonths: 120,
          calendar: schoolCalendar,
          units: [{ id: 'school', initialCapacity }],
          groups: [{ id: 'school', unitId: 'school', annualTurnover: 0.16, onboardingCoverage: 0.8 }],
          district: { initialCapacity },
          sessions,
        })
        expect(Math.max(...districtSeries(simulate(input), 'bottleneck'))).toBeLessThan(0.5)
      }),
      { numRuns: 100 },
    )
  })
})

/** The push: seven schools, three waves, a coaching grant of 36 months. */
function push(setting: { hasSystems: boolean; recurringCoachHours: number }): Float64Array {
  const componentIds = componentIdsOf(3)
  const starts = [0, 0, 12, 12, 24, 24, 24]
  const keyPersonDependency = setting.hasSystems ? 0.1 : 0.8
  const sessions = starts.flatMap((start, index) => {
    const session = (month: number, coverage: number) => ({
      month,
      groupIds: [`school${index}`],
      componentIds,
      coverage,
      transfer: 0.2,
    })
    const refreshers = [1, 2, 3, 4].map((year) => session(start + 1 + 12 * year, 0.5))
    return [session(start + 1, 0.8), session(start + 2, 0.8), ...refreshers]
  })
  const input = plainInput({
    horizonMonths: 60,
    calendar: schoolCalendar,
    leaving: schoolLeaving,
    componentCount: 3,
    units: starts.map((startMonth, index) => ({
      id: `school${index}`,
      startMonth,
      initialCapacity: 0.1,
      keyPersonDependency,
    })),
    groups: starts.map((_, index) => ({
      id: `school${index}`,
      unitId: `school${index}`,
      headcount: 57,
      annualTurnover: 0.16,
      onboardingCoverage: 0.8,
    })),
    district: { initialCapacity: 0.25, keyPersonDependency },
    coachHours: (month) => (month < 36 ? 480 : setting.recurringCoachHours),
    investment: () => (setting.hasSystems ? 1 : 0),
    sessions: sessions.filter((session) => session.month < (setting.hasSystems ? 60 : 36)),
  })
  return districtSeries(simulate(input), 'bottleneck')
}

describe('the push', () => {
  const keptOfPeak = (bottleneck: Float64Array) => bottleneck[59]! / Math.max(...bottleneck)

  it('declines below a fifth of its peak two years after the grant, without systems', () => {
    expect(keptOfPeak(push({ hasSystems: false, recurringCoachHours: 0 }))).toBeLessThan(1 / 5)
  })

  it('keeps above three fifths of its peak with systems', () => {
    expect(keptOfPeak(push({ hasSystems: true, recurringCoachHours: 0 }))).toBeGreaterThan(3 / 5)
  })

  it('keeps above four fifths of its peak with systems and some recurring coaching', () => {
    expect(keptOfPeak(push({ hasSystems: true, recurringCoachHours: 120 }))).toBeGreaterThan(4 / 5)
  })
})
