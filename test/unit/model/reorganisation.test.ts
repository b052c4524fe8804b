import { summariseDraws } from '@shared/model/bands'
import { drawFigures, parameterSpreads, withDrawnFigures, withDrawnStages } from '@shared/model/draws'
import type { CompleteModelInput } from '@shared/model/input'
import { drawsOfAll, joinedBlocks } from '@shared/model/joined-draws'
import { reorganisedInput, simulateReorganised, type ReorganisationStage } from '@shared/model/reorganisation'
import { prepareSampler, type SampleRequest } from '@shared/model/sample'
import { simulate } from '@shared/model/simulate'
import { tornado } from '@shared/model/tornado'
import { districtSeries, measures, trajectoryToJson } from '@shared/model/trajectory'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryCompleteInput } from './arbitrary-input'
import { plainInput } from './plain-input'
import { slowSimulate } from './slow-model'

const horizonMonths = 48
const input = plainInput({
  horizonMonths,
  units: [{ id: 'school', initialCapacity: 0.3 }],
  groups: [{ id: 'school', unitId: 'school', annualTurnover: 0.16, onboardingCoverage: 0.8 }],
  district: { initialCapacity: 0.3 },
  investment: () => 1,
  coachHours: () => 120,
  sessions: [0, 12, 24].map((month) => {
    return { month, groupIds: ['school'], componentIds: ['component0'], coverage: 0.9, transfer: 0.3 }
  }),
})
const hours = (value: number) => Array.from({ length: horizonMonths }, () => value)
/** Coaches halved after three months at scale, gone after eight. */
const stages: readonly ReorganisationStage[] = [
  { monthsAfterAtScale: 8, supports: { ...input.supports, coachHours: hours(0) } },
  { monthsAfterAtScale: 3, supports: { ...input.supports, coachHours: hours(60) } },
]
const thresholds = { atScaleShare: 0.5, atScaleUnitShare: 0.8, sustainMonths: 12 }
const units = [{ unitId: 'school', waveKind: 'scale' as const, startMonth: 0, headcount: 100 }]

describe('a reorganization', () => {
  const run = simulateReorganised({ input, stages, thresholds, units })

  it('waits for the month that passes the test, then takes its steps and keeps them', () => {
    const month = run.atScaleMonth!
    expect(month).toBeGreaterThan(0)
    expect(run.input.supports.coachHours.slice(month - 1, month + 10)).toEqual([
      120, 120, 120, 120, 60, 60, 60, 60, 60, 0, 0,
    ])
    const before = districtSeries(simulate(input), 'bottleneck')
    const after = districtSeries(run.trajectory, 'bottleneck')
    expect(after.slice(0, month + 3)).toEqual(before.slice(0, month + 3))
    expect(after.at(-1)).toBeLessThan(before.at(-1)!)
  })

  it('is not made before the month after the test, whatever the plan says, and not at all without the test', () => {
    const atOnce = [{ ...stages[0]!, monthsAfterAtScale: 0 }]
    expect(reorganisedInput(input, atOnce, 5).supports.coachHours.slice(4, 8)).toEqual([120, 120, 0, 0])
    const never = simulateReorganised({ input, stages, thresholds: { ...thresholds, atScaleShare: 0.999 }, units })
    expect(never).toEqual({ input, trajectory: simulate(input), atScaleMonth: null })
  })

  it('lets dated sessions stand', () => {
    expect(run.input.supports.sessions).toEqual(input.supports.sessions)
  })
})

/** The same straight from the page: run, look for the month, put the moved supports in place month by month, run on. */
function slowReorganised(
  { input: planned, stages: steps }: { input: CompleteModelInput; stages: typeof stages },
  line: number,
) {
  const first = slowSimulate(planned)
  const counted = planned.units.filter(
    ({ id, startMonth }) =>
      startMonth !== null && planned.groups.some(({ unitId, headcount }) => unitId === id && headcount > 0),
  )
  const reached = (share: number): boolean => share >= line - 1e-9
  const atScale = first.months.findIndex(
    ({ bottleneck }, month) =>
      counted.length > 0 &&
      reached(bottleneck) &&
      counted.filter(({ id }) => reached(first.units[id]![month]!.bottleneck)).length / counted.length >= 0.8 - 1e-9,
  )
  if (atScale === -1) return { ...first, atScale: null }
  const standing = (month: number) => {
    const made = steps.filter(({ monthsAfterAtScale: later }) => month >= atScale + Math.max(1, later))
    const latest = Math.max(...made.map(({ monthsAfterAtScale }) => monthsAfterAtScale))
    return made.find(({ monthsAfterAtScale }) => monthsAfterAtScale === latest)?.supports ?? planned.supports
  }
  const list = (of: (supports: ReturnType<typeof standing>, month: number) => number | undefined): number[] =>
    Array.from({ length: planned.horizonMonths }, (_, month) => of(standing(month), month) ?? 0)
  const moved = {
    ...planned,
    supports: {
      coachHours: list(({ coachHours }, month) => coachHours[month]),
      coachHoursByUnit: Object.fromEntries(
        planned.units.map(({ id }) => [id, list(({ coachHoursByUnit }, month) => coachHoursByUnit[id]?.[month])]),
      ),
      capacityInvestment: list(({ capacityInvestment }, month) => capacityInvestment[month]),
      sessions: planned.supports.sessions,
    },
  }
  return { ...slowSimulate(moved), atScale }
}

describe('a reorganization, fast and slow', () => {
  const monthly = (most: number) =>
    fc.array(fc.double({ min: 0, max: most, noNaN: true }), { minLength: 60, maxLength: 60 })
  const moves = fc.uniqueArray(
    fc.record({ later: fc.integer({ min: 0, max: 6 }), pool: monthly(80), own: monthly(30), investment: monthly(1) }),
    { selector: ({ later }) => later, minLength: 1, maxLength: 3 },
  )

  it('agrees on arbitrary valid inputs, own coaches included', () => {
    let made = 0
    const low = fc.constantFrom(0.001, 0.01, 0.05, 0.2)
    fc.assert(
      fc.property(arbitraryCompleteInput, moves, low, (planned, drawn, atScaleShare) => {
        const cut = (values: readonly number[]) => values.slice(0, planned.horizonMonths)
        const steps = drawn.map(({ later, pool, own, investment }) => ({
          monthsAfterAtScale: later,
          supports: {
            coachHours: cut(pool),
            coachHoursByUnit: { [planned.units[0]!.id]: cut(own) },
            capacityInvestment: cut(investment),
          },
        }))
        const count = planned.units.map(({ id, startMonth }) => ({
          unitId: id,
          waveKind: 'scale' as const,
          startMonth,
          headcount: planned.groups.reduce((sum, group) => sum + (group.unitId === id ? group.headcount : 0), 0),
        }))
        const fast = simulateReorganised({
          input: planned,
          stages: steps,
          thresholds: { atScaleShare, atScaleUnitShare: 0.8, sustainMonths: 12 },
          units: count,
        })
        const slow = slowReorganised({ input: planned, stages: steps }, atScaleShare)
        expect(fast.atScaleMonth).toBe(slow.atScale)
        if (slow.atScale !== null) made += 1
        const { months, units: byUnit } = trajectoryToJson(fast.trajectory)
        const pairs = [[months, slow.months], ...planned.units.map(({ id }) => [byUnit[id]!, slow.units[id]!])]
        for (const [one, other] of pairs)
          one!.forEach((values, month) => {
            for (const measure of measures)
              expect(Math.abs(values[measure] - other![month]![measure])).toBeLessThan(1e-9)
          })
      }),
      { numRuns: 200 },
    )
    expect(made).toBeGreaterThan(20)
  })
})

const request: SampleRequest = {
  input,
  recurringInput: { ...input, supports: { ...input.supports, coachHours: hours(20) } },
  thresholds,
  units,
  uncertainty: {
    parameters: parameterSpreads(input.parameters),
    posterior: null,
    assumptions: [{ id: 'coaches', lever: 'coachHours', groupIds: null, low: 0.7, mode: 1, high: 1.2 }],
  },
  seed: 3,
  stages,
  recurringStages: stages,
}

describe('draws with a reorganization', () => {
  it('each run as a run alone with the drawn figures, which hold after the moves too', () => {
    const block = prepareSampler(request).draw(0, 12)
    const seen = new Set<number>()
    for (let draw = 0; draw < 12; draw += 1) {
      const figures = drawFigures(request.uncertainty, input.parameters, request.seed, draw)
      const alone = simulateReorganised({
        input: withDrawnFigures(input, request.uncertainty, figures),
        stages: withDrawnStages(input, stages, request.uncertainty, figures),
        thresholds,
        units,
      })
      const from = draw * 4 * horizonMonths
      expect(block.series.slice(from, from + horizonMonths)).toEqual(districtSeries(alone.trajectory, 'bottleneck'))
      expect(block.atScaleMonth[draw]).toBe(alone.atScaleMonth ?? -1)
      const sampler = prepareSampler(request)
      expect(sampler.isAtScale(draw)).toBe(block.atScaleMonth[draw] !== -1)
      expect(sampler.isHolding(draw)).toBe(block.hasHeld[draw] === 1)
      seen.add(block.atScaleMonth[draw]!)
    }
    expect(seen.size).toBeGreaterThan(1)
  })

  it('give the same bytes however they are split, also with nothing of the plan drawn', () => {
    for (const assumptions of [request.uncertainty.assumptions, []]) {
      const asked = { ...request, uncertainty: { ...request.uncertainty, assumptions } }
      const shared = prepareSampler(asked)
      const parts = [shared.draw(13, 30), shared.draw(0, 13)]
      expect(summariseDraws(parts)).toEqual(summariseDraws([prepareSampler(asked).draw(0, 30)]))
    }
  })
})

describe('a tornado with a reorganization', () => {
  it('makes the moves in every run that is at scale', () => {
    const outcome = { kind: 'share', measure: 'bottleneck', month: horizonMonths - 1 } as const
    const { uncertainty } = request
    const { baseOutcome } = tornado({ input, thresholds, units, uncertainty, outcome, stages })
    const { trajectory } = simulateReorganised({ input, stages, thresholds, units })
    expect(baseOutcome).toBe(districtSeries(trajectory, 'bottleneck').at(-1))
  })
})

describe('draws of several districts', () => {
  const one = prepareSampler(request).draw(0, 20)
  const late = {
    ...input,
    supports: { ...input.supports, coachHours: hours(40), capacityInvestment: hours(0.3) },
  }
  const other = prepareSampler({ ...request, input: late }).draw(0, 20)

  it('are averaged by headcount, at scale where the last one is, and hold where all hold', () => {
    const all = drawsOfAll([
      { block: one, headcount: 300 },
      { block: other, headcount: 100 },
    ])!
    all.series.forEach((value, at) => expect(value).toBeCloseTo(0.75 * one.series[at]! + 0.25 * other.series[at]!, 12))
    all.atScaleMonth.forEach((month, draw) => {
      const months = [one.atScaleMonth[draw]!, other.atScaleMonth[draw]!]
      expect(month).toBe(months.includes(-1) ? -1 : Math.max(...months))
      expect(all.hasHeld[draw]).toBe(Math.min(one.hasHeld[draw]!, other.hasHeld[draw]!))
    })
  })

  it('of one district are its own; of different draws there are none', () => {
    expect(drawsOfAll([{ block: one, headcount: 3 }])).toBe(one)
    expect(drawsOfAll([])).toBeNull()
    const fewer = prepareSampler(request).draw(0, 10)
    const both = [one, fewer].map((block) => ({ block, headcount: 1 }))
    expect(drawsOfAll(both)).toBeNull()
    expect(joinedBlocks([one, fewer])).toBeNull()
  })
})
