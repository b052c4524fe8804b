import { baseParameters, numericParameters, parameterTable } from '@shared/model/parameters'
import { describe, expect, it } from 'vitest'

describe('the parameter table', () => {
  it('gives the base parameters of the model card', () => {
    expect(baseParameters).toEqual({
      spontaneousUptake: 0.0025,
      peerInfluence: 0.06,
      tippingThreshold: 0.25,
      tippingSteepness: 4,
      peerResponse: 'threshold',
      schoolPeerWeight: 0.75,
      skillFromSystems: 0.05,
      skillFromCoaching: 0.2,
      fidelityDrift: 0.08,
      lapse: 0.1,
      coachingHoursTrained: 2,
      coachingHoursUsing: 2,
      coachingHoursFidelity: 0.5,
      capacityGainMonths: 18,
      capacityLossMonths: 24,
      leaderTurnover: 0.2,
      hiringLagMonths: 2,
      carryIn: 0.1,
    })
  })

  it('has every key once', () => {
    expect(new Set(parameterTable.map((parameter) => parameter.key)).size).toBe(parameterTable.length)
  })

  it.each(numericParameters.map((parameter) => [parameter.key, parameter] as const))(
    'keeps base, low and high of %s in order and inside what is allowed',
    (_, { low, value, high, allowed }) => {
      expect(low).toBeLessThan(high)
      expect(value).toBeGreaterThanOrEqual(low)
      expect(value).toBeLessThanOrEqual(high)
      expect(low).toBeGreaterThanOrEqual(allowed.min)
      expect(high).toBeLessThanOrEqual(allowed.max ?? Number.POSITIVE_INFINITY)
    },
  )

  it('names the year of the source of every figure of grade A', () => {
    const sources = parameterTable.filter((parameter) => parameter.grade === 'A').map((parameter) => parameter.source)
    for (const source of sources) expect(source).toMatch(/\d{4}/)
  })

  it('says of every parameter where its value comes from', () => {
    for (const parameter of parameterTable) {
      expect(parameter.source).not.toBe('')
      expect(parameter.label).not.toBe('')
      expect(parameter.help).toMatch(/\.$/)
    }
  })
})
