import { type AtScaleThresholds, defaultThresholds, type PhaseQuestion, type PhaseUnit } from '@shared/model/phase'
import { percentText } from '@shared/model/phase-reasons'
import { atScaleMonth, districtPhases, unitPhases } from '@shared/model/phases'
import { measures, type Trajectory } from '@shared/model/trajectory'
import { describe, expect, it } from 'vitest'

/** A trajectory of which only the bottlenecks are filled: the district's, then each unit's. */
function trajectoryOf(district: readonly number[], units: Readonly<Record<string, readonly number[]>>): Trajectory {
  const horizonMonths = district.length
  const unitIds = Object.keys(units)
  const values = new Float64Array((unitIds.length + 1) * measures.length * horizonMonths)
  const bottleneck = measures.indexOf('bottleneck')
  ;[district, ...Object.values(units)].forEach((series, place) =>
    values.set(series, (place * measures.length + bottleneck) * horizonMonths),
  )
  return { start: '2026-07', horizonMonths, unitIds, values }
}

function question(
  trajectory: Trajectory,
  units: readonly Partial<PhaseUnit>[],
  more: { thresholds?: Partial<AtScaleThresholds>; stress?: PhaseQuestion['stress'] } = {},
): PhaseQuestion {
  return {
    trajectory,
    thresholds: { ...defaultThresholds, ...more.thresholds },
    units: units.map((unit, index) => ({
      unitId: trajectory.unitIds[index]!,
      waveKind: 'scale',
      startMonth: 0,
      headcount: 10,
      ...unit,
    })),
    stress: more.stress ?? (() => 'holds'),
  }
}

const constant = (value: number, months: number) => Array.from({ length: months }, () => value)

describe('districtPhases', () => {
  it('goes from not started through pilot, scale and at scale to declining', () => {
    const path = [0, 0, 0.1, 0.6, 0.4]
    const trajectory = trajectoryOf(path, { one: path, two: path })
    const phases = districtPhases(
      question(trajectory, [
        { waveKind: 'pilot', startMonth: 1 },
        { waveKind: 'scale', startMonth: 2 },
      ]),
    )
    expect(phases.map((answer) => answer.phase)).toEqual(['notStarted', 'pilot', 'scale', 'atScale', 'declining'])
  })

  it('is not at scale while too few schools reach the line, however high the district stands', () => {
    const trajectory = trajectoryOf([0.9], { one: [0.9], two: [0.9], three: [0.9], four: [0.4] })
    const answer = districtPhases(question(trajectory, [{}, {}, {}, {}]))[0]!
    expect(answer.phase).toBe('scale')
    expect(answer.reasons.find((reason) => reason.test === 'unitsAtScale')).toMatchObject({
      passes: false,
      value: 0.75,
      line: 0.8,
      unit: 'share',
    })
    expect(answer.sentence).toContain('3 of 4 schools')
  })

  it('counts neither schools outside the rollout nor schools without staff', () => {
    const trajectory = trajectoryOf([0.5], { one: [0.5], two: [0], three: [0] })
    const phases = districtPhases(question(trajectory, [{}, { startMonth: null }, { headcount: 0 }]))
    expect(phases[0]?.phase).toBe('atScale')
  })

  it('counts a school that takes part later among those that must reach the line', () => {
    const trajectory = trajectoryOf([0.6, 0.6], { one: [0.9, 0.9], two: [0.1, 0.1] })
    expect(atScaleMonth(question(trajectory, [{}, { startMonth: 1 }]))).toBeNull()
  })

  it('is at scale nowhere when nobody takes part', () => {
    const trajectory = trajectoryOf([1], { one: [1] })
    expect(districtPhases(question(trajectory, [{ startMonth: null }]))[0]?.phase).toBe('notStarted')
  })

  it('calls 5 of 10 people at fidelity the majority line reached, and 4 of 10 not, rounding aside', () => {
    const half = 0.1 + 0.1 + 0.1 + 0.1 + 0.1 - 1e-16
    const trajectory = trajectoryOf([0.4, half], { one: [0.4, half] })
    expect(districtPhases(question(trajectory, [{}])).map((answer) => answer.phase)).toEqual(['scale', 'atScale'])
  })

  it('is sustained after enough months in a row when the stress test from the first of them holds', () => {
    const path = [0.1, ...constant(0.7, 5)]
    const trajectory = trajectoryOf(path, { one: path })
    const asked: [string | null, number][] = []
    const phases = districtPhases(
      question(trajectory, [{}], {
        thresholds: { sustainMonths: 3 },
        stress: (unitId, fromMonth) => {
          asked.push([unitId, fromMonth])
          return 'holds'
        },
      }),
    )
    expect(phases.map((answer) => answer.phase)).toEqual([
      'scale',
      'atScale',
      'atScale',
      'sustained',
      'sustained',
      'sustained',
    ])
    expect(asked).toEqual([
      [null, 1],
      [null, 1],
      [null, 1],
    ])
  })

  it('starts the count anew after a month below the line', () => {
    const path = [0.7, 0.7, 0.1, 0.7, 0.7, 0.7]
    const trajectory = trajectoryOf(path, { one: path })
    const phases = districtPhases(question(trajectory, [{}], { thresholds: { sustainMonths: 3 } }))
    expect(phases.map((answer) => answer.phase)).toEqual([
      'atScale',
      'atScale',
      'declining',
      'atScale',
      'atScale',
      'sustained',
    ])
  })

  it('stays at scale where the stress test fails', () => {
    const path = constant(0.7, 4)
    const trajectory = trajectoryOf(path, { one: path })
    const phases = districtPhases(
      question(trajectory, [{}], { thresholds: { sustainMonths: 2 }, stress: () => 'falls' }),
    )
    expect(phases.map((answer) => [answer.phase, answer.sustained])).toEqual(
      constant(0, 4).map(() => ['atScale', 'no']),
    )
    expect(phases[3]?.sentence).toContain('would fall below the line')
  })

  it('says that sustained is not known yet where the horizon ends before', () => {
    const path = constant(0.7, 10)
    const trajectory = trajectoryOf(path, { one: path })
    const phases = districtPhases(question(trajectory, [{}]))
    expect(phases.map((answer) => answer.sustained)).toEqual(path.map(() => 'notKnownYet'))
    expect(phases[9]?.sentence).toContain('not known yet')
    const asked = question(trajectory, [{}], { thresholds: { sustainMonths: 2 }, stress: () => 'notKnownYet' })
    expect(districtPhases(asked)[5]).toMatchObject({ phase: 'atScale', sustained: 'notKnownYet' })
  })

  it('knows that a run near the end of the plan does not last when it breaks before the plan ends', () => {
    const path = [0.1, 0.1, 0.7, 0.7, 0.1]
    const trajectory = trajectoryOf(path, { one: path })
    const phases = districtPhases(question(trajectory, [{}]))
    expect(phases.map((answer) => answer.sustained)).toEqual(path.map(() => 'no'))
  })

  it('gives every test with value, line, unit and a sentence', () => {
    const trajectory = trajectoryOf([0.41], { one: [0.41] })
    const answer = districtPhases(question(trajectory, [{ startMonth: -3 }]))[0]!
    expect(
      answer.reasons.map((reason) => [reason.test, reason.passes, reason.value, reason.line, reason.unit]),
    ).toEqual([
      ['started', true, 1, 1, 'units'],
      ['scaleStarted', true, 1, 1, 'units'],
      ['bottleneck', false, 0.41, 0.5, 'share'],
      ['unitsAtScale', false, 0, 0.8, 'share'],
    ])
    expect(answer.sentence).toBe(
      'Scaling up. 41% of people practice the weakest essential component with fidelity; the line is 50%. ' +
        '0 of 1 school taking part reach that line themselves; 80% are needed.',
    )
  })
})

describe('unitPhases', () => {
  it('climbs the same ladder with the unit’s own bottleneck and asks the stress test about the unit', () => {
    const trajectory = trajectoryOf([0, 0, 0, 0], { one: [0, 0.1, 0.6, 0.6], two: [0, 0, 0, 0] })
    const asked = question(trajectory, [{ waveKind: 'pilot', startMonth: 1 }, {}], {
      thresholds: { sustainMonths: 2 },
      stress: (unitId, fromMonth) => (unitId === 'one' && fromMonth === 2 ? 'holds' : 'falls'),
    })
    expect(unitPhases(asked, 'one').map((answer) => answer.phase)).toEqual([
      'notStarted',
      'pilot',
      'atScale',
      'sustained',
    ])
    expect(unitPhases(asked, 'one')[1]?.sentence).toContain('pilot school')
    expect(unitPhases(asked, 'nobody')).toEqual([])
  })
})

describe('percentText', () => {
  it('never lets a figure below the line read as the line', () => {
    expect(percentText(0.4, 0.5)).toBe('40%')
    expect(percentText(0.497, 0.5)).toBe('49.7%')
    expect(percentText(0.49996, 0.5)).toBe('49.99%')
    expect(percentText(0.5, 0.5)).toBe('50%')
    expect(percentText(0.504, 0.5)).toBe('50%')
  })
})
