import { calibrate, calibratedKeys } from '@shared/model/calibrate'
import { minimise } from '@shared/model/fit'
import { checkObservations, type Observation } from '@shared/model/observation'
import { baseParameters } from '@shared/model/parameters'
import { describe, expect, it } from 'vitest'
import { coverageOf, observationsOf, pilotInput, runTrial, truthOf } from './synthetic-pilot'

const input = pilotInput({})
const observations = observationsOf(pilotInput(truthOf(1)), 1)

function calibrationOf(seen: readonly Observation[]) {
  const answer = calibrate({ input, observations: seen })
  expect(answer.ok).toBe(true)
  return answer.ok ? answer.value : null!
}

describe('calibrate', () => {
  it('covers the truth with its 90 % intervals in 80–97 % of synthetic pilots', () => {
    const trials = Array.from({ length: 40 }, (_, trial) => runTrial(1000 + trial))
    const coverage = calibratedKeys.map((key) => coverageOf(trials, key))
    const overall = coverage.reduce((sum, share) => sum + share, 0) / coverage.length
    expect(overall).toBeGreaterThanOrEqual(0.8)
    expect(overall).toBeLessThanOrEqual(0.97)
    expect(trials.every((trial) => trial.calibration.isConverged)).toBe(true)
  })

  it('stays at the base without observations and says that nothing was taught', () => {
    const calibration = calibrationOf([])
    for (const parameter of calibration.parameters) {
      expect(parameter.value).toBeCloseTo(baseParameters[parameter.key], 10)
      expect(parameter.sdRatio).toBeCloseTo(1, 10)
      expect(parameter.taught).toBe('little')
    }
    expect(calibration.sentence).toMatch(/^Still resting on general assumptions: [^.]*\.$/)
  })

  it('comes nearer to the truth, and surer of it, the more is observed', () => {
    const truth = truthOf(1)
    const doubtWith = (people: number) =>
      calibrationOf(exactObservations(people)).parameters.reduce((sum, parameter) => sum + parameter.sdRatio, 0)
    expect(doubtWith(30)).toBeLessThan(calibratedKeys.length)
    expect(doubtWith(3000)).toBeLessThan(doubtWith(30) / 2)
    const exact = calibrationOf(exactObservations(1e6))
    for (const { key, value } of exact.parameters) expect(Math.abs(Math.log(value / truth[key]))).toBeLessThan(0.05)
  })

  it('shows what was fitted against what was observed, and fits better than the base does', () => {
    const { fitted } = calibrationOf(observations)
    const misfit = (rows: typeof fitted) =>
      rows.reduce((sum, row) => sum + Math.abs(row.fittedUsing - row.observedUsing!), 0) / rows.length
    expect(fitted.map((row) => row.observation)).toEqual(observations)
    expect(fitted[5]?.observedUsing).toBe(observations[5]!.staffUsing / 30)
    expect(misfit(fitted)).toBeLessThan(misfit(calibrationOf(observations.map(unweighed)).fitted))
  })

  it('learns from looks that counted users only', () => {
    const seen = observations.map((one) => ({ ...one, staffAtFidelity: null }))
    const { parameters } = calibrationOf(seen)
    const ratio = (key: string) => parameters.find((parameter) => parameter.key === key)!.sdRatio
    expect(ratio('peerInfluence')).toBeLessThan(0.8)
    const full = calibrationOf(observations).parameters
    expect(ratio('skillFromCoaching')).toBeGreaterThan(full.find((one) => one.key === 'skillFromCoaching')!.sdRatio)
  })

  it('gives the same answer to the same question', () => {
    expect(calibrate({ input, observations })).toEqual(calibrate({ input: structuredClone(input), observations }))
  })

  it('gives draws a posterior with the parameters’ own sds', () => {
    const { posterior, parameters } = calibrationOf(observations)
    expect(posterior.keys).toEqual(calibratedKeys)
    parameters.forEach((parameter, index) => {
      expect(posterior.logMean[index]).toBeCloseTo(Math.log(parameter.value), 10)
      const reach = 1.645 * Math.sqrt(posterior.logCovariance[index]![index]!)
      expect(Math.exp(posterior.logMean[index]! + reach)).toBeCloseTo(parameter.high, 10)
    })
  })

  it('takes the planner’s own ranges as priors', () => {
    const priors = [{ key: 'lapse' as const, low: 0.199, mode: 0.2, high: 0.201 }]
    const answer = calibrate({ input, observations, priors })
    const lapse = answer.ok ? answer.value.parameters.find((parameter) => parameter.key === 'lapse') : undefined
    expect(lapse?.value).toBeCloseTo(0.2, 2)
  })
})

/** Observations with the true shares instead of counts, as if so many people had been seen each time. */
function exactObservations(people: number): Observation[] {
  const atTruth = calibrate({
    input: pilotInput(truthOf(1)),
    observations: observations.map(unweighed),
    priors: calibratedKeys.map((key) => {
      const value = truthOf(1)[key]
      return { key, low: value * (1 - 1e-9), mode: value, high: value * (1 + 1e-9) }
    }),
  })
  const rows = atTruth.ok ? atTruth.value.fitted : []
  return rows.map((row) => ({
    ...row.observation,
    staffObserved: people,
    staffUsing: people * row.fittedUsing,
    staffAtFidelity: people * row.fittedAtFidelity,
  }))
}

function unweighed(observation: Observation): Observation {
  return { ...observation, staffObserved: 0, staffUsing: 0, staffAtFidelity: 0 }
}

describe('checkObservations', () => {
  const good = observations[0]!
  it.each([
    [{ unitId: 'west' }, 'unknown-id', 'unitId'],
    [{ componentId: 'other' }, 'unknown-id', 'componentId'],
    [{ groupIds: ['south'] }, 'unknown-id', 'groupIds[0]'],
    [{ month: 24 }, 'out-of-range', 'month'],
    [{ month: 0.5 }, 'out-of-range', 'month'],
    [{ staffObserved: -1 }, 'out-of-range', 'staffObserved'],
    [{ staffUsing: 31 }, 'out-of-range', 'staffUsing'],
    [{ staffUsing: 3, staffAtFidelity: 4 }, 'out-of-range', 'staffAtFidelity'],
    [{ staffObserved: Number.NaN }, 'not-finite', 'staffObserved'],
  ])('refuses %j as %s at %s', (change, code, field) => {
    const answer = calibrate({ input, observations: [good, { ...good, ...change }] })
    expect(answer).toMatchObject({ ok: false, errors: [{ code, path: `observations[1].${field}` }] })
  })

  it('takes observations of one role', () => {
    expect(checkObservations(input, [{ ...good, groupIds: ['north'] }])).toEqual([])
  })
})

describe('minimise', () => {
  it('finds the bottom of a bent valley', () => {
    const rosenbrock = ([x, y]: readonly number[]) => [10 * (y! - x! * x!), 1 - x!]
    const valueAt = (point: readonly number[]) => rosenbrock(point).reduce((sum, rest) => sum + rest * rest, 0) / 2
    const slopeAt = (point: readonly number[]) => {
      const [first, second] = rosenbrock(point) as [number, number]
      const x = point[0]!
      return {
        gradient: [-20 * x * first - second, 10 * first],
        curvature: [
          [400 * x * x + 1, -200 * x],
          [-200 * x, 100],
        ],
      }
    }
    const { point, isConverged } = minimise({ valueAt, slopeAt }, [-1.2, 1])
    expect(isConverged).toBe(true)
    expect(point[0]).toBeCloseTo(1, 4)
    expect(point[1]).toBeCloseTo(1, 4)
  })
})
