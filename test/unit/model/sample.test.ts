import { quantileOf, summariseDraws } from '@shared/model/bands'
import { drawFigures, parameterSpreads, type Uncertainty, withDrawnFigures } from '@shared/model/draws'
import { defaultThresholds } from '@shared/model/phase'
import { districtPhases } from '@shared/model/phases'
import { prepareSampler, type SampleRequest, sampledSeries, sustainedCodes } from '@shared/model/sample'
import { simulate } from '@shared/model/simulate'
import { stressLookup } from '@shared/model/stress'
import { adoptionSeries, districtSeries } from '@shared/model/trajectory'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryCompleteInput } from './arbitrary-input'
import { plainInput, type PlainDistrict, schoolCalendar, schoolLeaving } from './plain-input'

const assumptions: Uncertainty['assumptions'] = [
  { id: 'turnover', lever: 'annualTurnover', groupIds: null, low: 0.8, mode: 1, high: 1.5 },
  { id: 'coaches', lever: 'coachHours', groupIds: null, low: 0.5, mode: 1, high: 1 },
]

/** Two schools in two waves with coaches for some years: a plan whose outcome is open. */
function openRequest(more: { assumptions?: Uncertainty['assumptions']; thresholds?: object } = {}): SampleRequest {
  const setting: PlainDistrict = {
    horizonMonths: 60,
    calendar: schoolCalendar,
    leaving: schoolLeaving,
    componentCount: 2,
    units: [
      { id: 'north', startMonth: 0, initialCapacity: 0.1, keyPersonDependency: 0.5 },
      { id: 'south', startMonth: 6, initialCapacity: 0.1, keyPersonDependency: 0.5 },
    ],
    groups: [
      { id: 'teachers north', unitId: 'north', headcount: 50, annualTurnover: 0.16, onboardingCoverage: 0.8 },
      { id: 'teachers south', unitId: 'south', headcount: 60, annualTurnover: 0.16, onboardingCoverage: 0.8 },
    ],
    district: { initialCapacity: 0.4, keyPersonDependency: 0.3 },
    investment: () => 0.8,
    coachHours: () => 80,
    sessions: [1, 7, 13, 19, 25].map((month) => ({
      month,
      groupIds: ['teachers north', 'teachers south'],
      componentIds: ['component0', 'component1'],
      coverage: 0.8,
      transfer: 0.3,
    })),
  }
  const input = plainInput(setting)
  return {
    input,
    recurringInput: plainInput({ ...setting, coachHours: (month) => (month < 24 ? 80 : 60) }),
    thresholds: { ...defaultThresholds, sustainMonths: 12, ...more.thresholds },
    units: input.units.map((unit) => ({
      unitId: unit.id,
      waveKind: 'scale' as const,
      startMonth: unit.startMonth,
      headcount: 50,
    })),
    uncertainty: {
      parameters: parameterSpreads(input.parameters),
      posterior: null,
      assumptions: more.assumptions ?? [],
    },
    seed: 12,
  }
}

describe('prepareSampler', () => {
  it.each([[[]], [assumptions]])('gives the same bytes however the draws are split (assumptions %j)', (uncertain) => {
    const request = openRequest({ assumptions: uncertain })
    const whole = summariseDraws([prepareSampler(request).draw(0, 40)])
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 39 }), { maxLength: 5 })
    fc.assert(
      fc.property(cuts, fc.boolean(), (places, isOneWorker) => {
        const ends = [0, ...places.toSorted((one, other) => one - other), 40]
        const shared = prepareSampler(request)
        const blocks = ends.slice(1).map((end, index) => {
          const sampler = isOneWorker ? shared : prepareSampler(request)
          return sampler.draw(ends[index]!, end)
        })
        expect(summariseDraws(blocks.toReversed())).toEqual(whole)
      }),
      { numRuns: 15 },
    )
  })

  it('runs each draw as simulate would run it with the drawn figures', () => {
    const request = openRequest({ assumptions })
    const block = prepareSampler(request).draw(5, 9)
    for (let draw = 5; draw < 9; draw += 1) {
      const figures = drawFigures(request.uncertainty, request.input.parameters, request.seed, draw)
      const trajectory = simulate(withDrawnFigures(request.input, request.uncertainty, figures))
      sampledSeries.forEach((name, index) => {
        const from = ((draw - 5) * sampledSeries.length + index) * 60
        const series = name === 'adoption' ? adoptionSeries(trajectory, 0) : districtSeries(trajectory, name)
        expect(block.series.subarray(from, from + 60)).toEqual(series)
      })
    }
  })

  it('tells at scale and sustained as the phases of the same run tell them', () => {
    const request = openRequest()
    const block = prepareSampler(request).draw(0, 60)
    const seen = new Set<number>()
    for (let draw = 0; draw < 60; draw += 1) {
      const { parameters } = drawFigures(request.uncertainty, request.input.parameters, request.seed, draw)
      const input = { ...request.input, parameters }
      const recurringInput = { ...request.recurringInput!, parameters }
      const phases = districtPhases({
        trajectory: simulate(input),
        thresholds: request.thresholds,
        units: request.units,
        stress: stressLookup({ input, recurringInput, atScaleShare: request.thresholds.atScaleShare }),
      })
      const names = phases.map((answer) => answer.phase)
      expect(block.atScaleMonth[draw]).toBe(names.findIndex((name) => name === 'atScale' || name === 'sustained'))
      const isSustained = names.includes('sustained')
      const isUnknown = phases.some((answer) => answer.sustained === 'notKnownYet')
      const code = isSustained ? sustainedCodes.yes : isUnknown ? sustainedCodes.notKnownYet : sustainedCodes.no
      expect(block.sustained[draw]).toBe(code)
      seen.add(code)
    }
    expect(seen.size).toBeGreaterThan(1)
  })

  it('does not know what is sustained without the recurring input', () => {
    const block = prepareSampler({ ...openRequest(), recurringInput: null }).draw(0, 30)
    expect(block.sustained).not.toContain(sustainedCodes.yes)
    expect(block.sustained).toContain(sustainedCodes.notKnownYet)
  })

  it('draws the same luck for two scenarios, so that more coaching never looks worse', () => {
    const request = openRequest()
    const { input } = request
    const more = {
      ...input,
      supports: { ...input.supports, coachHours: input.supports.coachHours.map((h) => h * 1.2) },
    }
    const one = prepareSampler(request).draw(0, 30)
    const other = prepareSampler({ ...request, input: more }).draw(0, 30)
    one.series.forEach((value, index) => expect(other.series[index]! - value).toBeGreaterThan(-1e-12))
  })

  it('keeps every drawn input as valid as the plan', () => {
    const spread = { low: 0, mode: 1, high: 4 }
    const levers = [
      'annualTurnover',
      'onboardingCoverage',
      'readiness',
      'contextFit',
      'coachHours',
      'capacityInvestment',
      'sessionCoverage',
      'sessionTransfer',
      'initialCapacity',
      'keyPersonDependency',
    ] as const
    const all = levers.map((lever) => ({
      id: lever,
      lever,
      groupIds: lever === 'readiness' ? ['group0'] : null,
      ...spread,
    }))
    fc.assert(
      fc.property(arbitraryCompleteInput, fc.nat(), (input, draw) => {
        const uncertainty = { parameters: [], posterior: null, assumptions: all }
        const figures = drawFigures(uncertainty, input.parameters, 1, draw)
        const drawn = withDrawnFigures(input, uncertainty, figures)
        expect(simulate(drawn).values.every((value) => value >= 0 && value <= 1)).toBe(true)
        expect(drawn.groups.slice(1).map((group) => group.readiness)).toEqual(
          input.groups.slice(1).map((group) => group.readiness),
        )
      }),
      { numRuns: 40 },
    )
  })
})

describe('summariseDraws', () => {
  it('gives bands in order, chances that never fall over time, and shares of all draws', () => {
    const request = openRequest()
    const block = prepareSampler(request).draw(0, 80)
    const summary = summariseDraws([block])!
    const { p10, p50, p90 } = summary.bands.bottleneck
    p10.forEach((low, month) => {
      expect(low).toBeLessThanOrEqual(p50[month]!)
      expect(p50[month]!).toBeLessThanOrEqual(p90[month]!)
    })
    expect(summary.chanceAtScaleBy).toEqual(summary.chanceAtScaleBy.toSorted())
    const reached = block.atScaleMonth.filter((month) => month >= 0).length
    expect(summary.chanceAtScaleBy[59]).toBe(reached / 80)
    expect(summary.chanceOfHolding).toBe(block.hasHeld.filter((code) => code === 1).length / 80)
    expect(summary.chanceOfHolding).toBeLessThanOrEqual(reached / 80)
    expect(summary.chanceOfSustaining).toBeLessThanOrEqual(summary.chanceOfHolding)
    expect(reached).toBeGreaterThan(0)
    expect(reached).toBeLessThan(80)
  })

  it('refuses blocks with gaps or overlaps, and no blocks at all', () => {
    const sampler = prepareSampler(openRequest())
    expect(summariseDraws([])).toBeNull()
    expect(summariseDraws([sampler.draw(0, 0)])).toBeNull()
    expect(summariseDraws([sampler.draw(0, 2), sampler.draw(3, 4)])).toBeNull()
    expect(summariseDraws([sampler.draw(0, 2), sampler.draw(1, 4)])).toBeNull()
  })
})

describe('quantileOf', () => {
  it('goes straight between neighbours', () => {
    expect([0, 0.25, 0.5, 0.9, 1].map((share) => quantileOf([1, 2, 3, 4, 6], share))).toEqual([1, 2, 3, 5.2, 6])
    expect(quantileOf([7], 0.9)).toBe(7)
    expect(quantileOf([], 0.5)).toBeNaN()
  })
})
