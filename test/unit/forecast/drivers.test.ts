import { driversOf, outcomeWords, type DriverOutcome } from '@shared/forecast/drivers'
import { figureOf, headlineOf } from '@shared/forecast/headline'
import { keepingsOf } from '@shared/forecast/keeping'
import { leverChanges } from '@shared/forecast/levers'
import { keepingSentence, type Likely } from '@shared/forecast/likely'
import { beyondWords, pilotLessons } from '@shared/forecast/pilot'
import { dropPilotChanges, pilotChanges, usesPilot } from '@shared/forecast/pilot-parameters'
import { parametersOf } from '@shared/forecast/parameters'
import { runPlan } from '@shared/forecast/run'
import { uncertaintyOf } from '@shared/forecast/uncertainty'
import { applyChanges } from '@shared/plan/apply'
import type { Change } from '@shared/plan/change'
import { monthsBetween } from '@shared/plan/month'
import type { Plan } from '@shared/plan/plan'
import type { Result } from '@shared/plan/result'
import { validate } from '@shared/plan/validate'
import { describe, expect, it } from 'vitest'
import { idSource } from '../../fixtures/ids'
import { samplePlan } from '../../fixtures/sample-plan'

const good = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error('cannot be forecast')
  return result.value
}
const plan = samplePlan()
const applied = (of: Plan, changes: readonly Change[]): Plan => good(applyChanges(of, changes))
const { runs, ledger } = good(runPlan(plan))
const headline = headlineOf(plan, runs, ledger)

describe('what drives a result', () => {
  const drivers = (outcome: DriverOutcome) => good(driversOf(plan, outcome))

  it('is told around the result that the headline tells, the widest swing first', () => {
    expect(drivers('end').base).toBeCloseTo(headline.weakest.at(-1)!, 12)
    expect(Math.abs(drivers('cost').base - Number(figureOf(headline, 'cost').value))).toBeLessThan(200)
    const months = drivers('atScaleMonth')
    expect(outcomeWords(months, months.base)).toBe(figureOf(headline, 'atScaleMonth').text)
    for (const outcome of ['end', 'atScaleMonth', 'monthsAtScale', 'cost'] as const) {
      const { bars } = drivers(outcome)
      expect(bars.map(({ swing }) => swing)).toEqual(bars.map(({ swing }) => swing).toSorted((a, b) => b - a))
      for (const { low, high, swing } of bars) expect(swing).toBe(Math.abs(high.outcome - low.outcome))
    }
  })

  it('counts parameters and what the planner gave a range, and names judgements', () => {
    const bars = new Map(drivers('end').bars.map((bar) => [bar.key, bar]))
    expect(bars.get('lapse')).toMatchObject({
      isPlannersAssumption: true,
      unit: expect.stringContaining('month') as string,
    })
    expect(bars.get('tippingThreshold')).toMatchObject({ isPlannersAssumption: false })
    expect(bars.get('setting defaultTurnover')).toMatchObject({
      label: 'Leave in a year',
      low: { value: '11%' },
      high: { value: '22%' },
    })
    const cost = drivers('cost').bars.map(({ label }) => label)
    expect(cost).toEqual(expect.arrayContaining(['Pay growth', 'Substitute']))
    expect(drivers('end').bars.map(({ label }) => label)).not.toContain('Pay growth')
  })
})

describe('whether it can be kept', () => {
  const [keeping] = good(keepingsOf(plan))

  it('is tested from the month at scale, for each shock, with the months in which funds end', () => {
    expect(keeping).toMatchObject({ shockMonth: figureOf(headline, 'atScaleMonth').value, isAtScale: true })
    expect(keeping!.shocks.map(({ kind }) => kind)).toEqual(['money', 'leader', 'both'])
    const from = monthsBetween(keeping!.start, keeping!.shockMonth)
    for (const { weakest } of keeping!.shocks) expect(weakest.slice(0, from)).toEqual(keeping!.weakest.slice(0, from))
    expect(keeping!.fundEnds).toEqual([
      { name: 'State early literacy grant', month: '2027-06' },
      { name: 'Thistledown Family Foundation grant', month: '2029-06' },
    ])
    expect(keeping!.tipping.adoption).toBeCloseTo(keeping!.adoption[from]!, 12)
  })

  it('is not told to fall below a line that it never reached', () => {
    const few = applied(plan, leverChanges(plan, { annualTurnover: 0.6 }, idSource(3)))
    const [never] = good(keepingsOf(few))
    expect(never!.isAtScale).toBe(false)
    for (const { sentence, lowest } of never!.shocks) {
      expect(sentence).not.toContain('falls below')
      expect(sentence).toContain(`${Math.round(lowest * 100)}% at the lowest within`)
    }
  })

  it('is told together with how many of the runs get there, hold it and pass the test', () => {
    const summary = {
      draws: 1000,
      chanceAtScaleBy: Float64Array.of(0.2, 0.89),
      chanceOfHolding: 0.33,
      chanceOfSustaining: 0.12,
      shareNotKnownYet: 0.4,
    }
    const told = (open: number) =>
      keepingSentence({ summary: { ...summary, shareNotKnownYet: open } } as unknown as Likely, 24)
    expect(told(0.4)).toBe(
      'How sure that is: of 1,000 runs with the uncertain figures varied, 89 in 100 get to scale within the forecast, 33 in 100 are then seen to hold it for 24 months, and 12 in 100 also stay above the line without one-time money and with new leaders. For 40 in 100 the forecast ends too soon to tell.',
    )
    expect(told(0)).not.toContain('too soon')
  })
})

describe('what the pilot taught', () => {
  const [lesson] = good(pilotLessons(plan))
  const calibration = lesson!.calibration!
  const changes = pilotChanges(plan, calibration, lesson!.used, idSource(5))
  const taught = applied(plan, changes)

  it('becomes parameters with their range in one act, and is drawn from', () => {
    expect(validate(plan, changes)).toEqual([])
    expect(usesPilot(plan)).toBe(false)
    expect(usesPilot(taught)).toBe(true)
    const { parameters } = parametersOf(taught)
    for (const { key, value, low, high } of calibration.parameters) {
      expect(parameters[key]! / value).toBeCloseTo(1, 3)
      const spread = uncertaintyOf(taught, good(runPlan(taught)).runs[0]!.compiled).parameters.find(
        (one) => one.key === key,
      )!
      expect([spread.low / low, spread.high / high].map((ratio) => Math.round(ratio * 1000))).toEqual([1000, 1000])
    }
    expect(pilotChanges(taught, calibration, lesson!.used, idSource(6))).toEqual([])
  })

  it('is taken back by going to the general assumptions, which leaves what the planner typed', () => {
    const back = applied(taught, dropPilotChanges(taught))
    expect(back.parameter).toEqual(plan.parameter)
    expect(dropPilotChanges(plan)).toEqual([])
  })

  it('is told with a word of caution where it lies outside of the general range, and with none where it does not', () => {
    const [first, ...others] = calibration.parameters
    const inside = calibration.parameters.map((one) => ({ ...one, value: one.prior.value }))
    expect(beyondWords({ parameters: inside })).toBe('')
    const beyond = { ...first!, key: 'spontaneousUptake' as const, value: 0.0839 }
    expect(beyondWords({ parameters: [beyond, ...others.map((one) => ({ ...one, value: one.prior.value }))] })).toBe(
      ' Outside of what is plausible in general: Starting on one’s own, 8.39% of trained people per month (in general 0.1% to 1% of trained people per month). Look at the observations again before you use this.',
    )
    expect(lesson!.sentence).toBe(`${calibration.sentence}${beyondWords(calibration)}`)
  })

  it('teaches the same, whether or not the plan uses it already', () => {
    const [again] = good(pilotLessons(taught))
    expect(again!.calibration!.parameters).toEqual(calibration.parameters)
  })
})
