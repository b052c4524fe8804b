import { parameterSpreads } from '@shared/model/draws'
import { baseParameters } from '@shared/model/parameters'
import { defaultThresholds } from '@shared/model/phase'
import { simulate } from '@shared/model/simulate'
import { tornado, type TornadoOutcome } from '@shared/model/tornado'
import { districtSeries } from '@shared/model/trajectory'
import { describe, expect, it } from 'vitest'
import { plainInput } from './plain-input'

const input = plainInput({
  horizonMonths: 36,
  units: [{ id: 'school', initialCapacity: 0.3 }],
  groups: [{ id: 'school', unitId: 'school', annualTurnover: 0.16, onboardingCoverage: 0.8 }],
  district: { initialCapacity: 0.3 },
  investment: () => 1,
  coachHours: () => 120,
  sessions: [0, 12, 24].map((month) => {
    return { month, groupIds: ['school'], componentIds: ['component0'], coverage: 0.9, transfer: 0.3 }
  }),
})

function question(outcome: TornadoOutcome) {
  return {
    input,
    thresholds: defaultThresholds,
    units: [{ unitId: 'school', waveKind: 'scale' as const, startMonth: 0, headcount: 100 }],
    uncertainty: {
      parameters: parameterSpreads(baseParameters),
      posterior: null,
      assumptions: [{ id: 'coach hours', lever: 'coachHours' as const, groupIds: null, low: 0, mode: 1, high: 2 }],
    },
    outcome,
  }
}

describe('tornado', () => {
  it('sets every figure to its low and high end and puts the widest swing first', () => {
    const { baseOutcome, bars } = tornado(question({ kind: 'share', measure: 'bottleneck', month: 35 }))
    expect(baseOutcome).toBe(districtSeries(simulate(input), 'bottleneck')[35])
    expect(bars).toHaveLength(18)
    bars.slice(1).forEach((bar, index) => expect(bar.swing).toBeLessThanOrEqual(bars[index]!.swing))
    const lapse = bars.find((bar) => bar.key === 'lapse')
    const withLapse = (value: number) =>
      districtSeries(simulate({ ...input, parameters: { ...baseParameters, lapse: value } }), 'bottleneck')[35]
    expect(lapse).toMatchObject({
      kind: 'parameter',
      grade: 'C',
      low: { value: 0.02, outcome: withLapse(0.02) },
      high: { value: 0.25, outcome: withLapse(0.25) },
    })
    const coaches = bars.find((bar) => bar.kind === 'assumption')
    expect(coaches).toMatchObject({ key: 'coach hours', grade: null })
    expect(coaches!.high.outcome).toBeGreaterThan(coaches!.low.outcome)
  })

  it('answers in months for the months at scale and for the first of them', () => {
    const bottleneck = districtSeries(simulate(input), 'bottleneck')
    const months = bottleneck.filter((value) => value >= 0.5).length
    expect(months).toBeGreaterThan(0)
    expect(tornado(question({ kind: 'monthsAtScale' })).baseOutcome).toBe(months)
    const first = tornado(question({ kind: 'atScaleMonth' }))
    expect(first.baseOutcome).toBe(bottleneck.findIndex((value) => value >= 0.5))
    expect(Math.max(...first.bars.map((bar) => bar.low.outcome))).toBeLessThanOrEqual(36)
  })
})
