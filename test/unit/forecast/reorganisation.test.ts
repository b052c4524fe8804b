import { costByYear, costModelOf } from '@shared/forecast/cost-model'
import { costOfDraws } from '@shared/forecast/cost-of-draws'
import { compareHeadlines } from '@shared/forecast/comparison'
import { headlineOf } from '@shared/forecast/headline'
import { likelyOf } from '@shared/forecast/likely'
import { modelSpreads, moneySpreads, settingSpreads } from '@shared/forecast/plan-spreads'
import { atScaleFor } from '@shared/forecast/reorganisation'
import { movesOf, runPlan } from '@shared/forecast/run'
import { sampleRequestOf } from '@shared/forecast/uncertainty'
import { prepareSampler } from '@shared/model/sample'
import { totalCents } from '@shared/money/totals'
import { addMonths, monthsBetween } from '@shared/plan/month'
import type { Plan } from '@shared/plan/plan'
import { settingsOf } from '@shared/plan/settings'
import { describe, expect, it } from 'vitest'
import { samplePlan } from '../../fixtures/sample-plan'
import { planOf, setting, type GivenRows } from '../money/plan-of'
import { district } from './district-of'

const runs = (plan: Plan) => {
  const run = runPlan(plan)
  if (!run.ok) throw new Error('cannot be forecast')
  return run.value
}
const period = (positionId: string, more: object = {}) => ({ positionId, fromMonth: '2026-07', ...more })

/** A district whose coaches bring it to scale, and of whom one is to move on. */
const moving: GivenRows = {
  ...district,
  plan: [{ horizonMonths: 48 }],
  observation: ['oak', 'elm'].map((unitId) => ({
    measureId: 'm',
    unitId,
    componentId: 'reading',
    date: '2026-06-10',
    staffObserved: 100,
    trained: 95,
    using: 70,
    atFidelity: 35,
  })),
  position: ['a', 'b', 'c'].map((id) => ({ id, title: id })),
  positionPeriod: ['a', 'b', 'c'].map((id) =>
    period(id, { unitId: 'district', salaryCents: 6_000_000, benefitRate: 0 }),
  ),
  setting: [setting('atScaleShare', 4000), setting('payGrowth', 0)],
}
const withMoves = (moves: GivenRows['reorganisationMove'], more: GivenRows = {}) =>
  planOf({ ...moving, ...more, reorganisationMove: moves! })

describe('the moves of a plan', () => {
  const plan = withMoves([{ positionId: 'c', newFunction: 'systems', unitId: null, fte: 50, monthsAfterAtScale: 6 }])
  const {
    runs: [run],
    ledger,
  } = runs(plan)
  const month = monthsBetween('2026-07', run!.forecast.atScaleMonth!)
  const full = 140 * 0.6

  it('take the coach away and add to system building from the month after the test on', () => {
    expect(month).toBeGreaterThan(0)
    const { coachHours, capacityInvestment } = run!.compiled.input.supports
    const at = month + 6
    expect([coachHours[at - 1], coachHours[at], coachHours[47]]).toEqual([3 * full, 2 * full, 2 * full])
    expect([capacityInvestment[at - 1], capacityInvestment[at]]).toEqual([0, 0.5 / 3])
    expect(run!.compiled.planned.supports.coachHours[47]).toBe(3 * full)
  })

  it('are told with their month, or that they are not made', () => {
    expect(movesOf(plan, [run!])[0]!.month).toBe(addMonths('2026-07', month + 6))
    const high = withMoves([{ positionId: 'c', newFunction: 'ended' }], { setting: [setting('atScaleShare', 9900)] })
    const never = runs(high)
    expect(movesOf(high, never.runs)[0]).toMatchObject({ month: null })
    expect(never.ledger).toEqual(runs({ ...high, reorganisationMove: new Map() }).ledger)
  })

  it('change the money from the same month on', () => {
    const from = addMonths('2026-07', month + 6)
    const before = totalCents(ledger, { id: 'c', toMonth: addMonths(from, -1) }).costCents
    expect(before).toBe((month + 6) * 500_000)
    expect(totalCents(ledger, { id: 'c', fromMonth: from }).costCents).toBe((42 - month) * 250_000)
  })

  it('can share a position out, end it, and move it twice', () => {
    const shared = withMoves([
      { positionId: 'c', newFunction: 'systems', fte: 40, monthsAfterAtScale: 2 },
      { positionId: 'c', newFunction: 'coach', unitId: 'oak', fte: 60, monthsAfterAtScale: 2 },
      { positionId: 'c', newFunction: 'ended', monthsAfterAtScale: 9 },
    ])
    const {
      runs: [one],
      ledger: money,
    } = runs(shared)
    const { supports } = one!.compiled.input
    expect([supports.coachHours[month + 2], supports.coachHoursByUnit['oak']![month + 2]]).toEqual([
      2 * full,
      0.6 * full,
    ])
    expect([supports.coachHours[month + 9], supports.coachHoursByUnit['oak']![month + 9]]).toEqual([2 * full, 0])
    expect(totalCents(money, { id: 'c', fromMonth: addMonths('2026-07', month + 9) }).costCents).toBe(0)
    expect(totalCents(money, { id: 'c' }).costCents).toBe((month + 9) * 500_000)
  })

  it('of a duty alone change nothing', () => {
    const duty = withMoves([{ duty: 'Walkthroughs', newFunction: 'leader' }])
    expect(runs(duty).ledger).toEqual(runs({ ...duty, reorganisationMove: new Map() }).ledger)
  })

  it('keep the figures of today’s run apart from those of the draws', () => {
    const sampler = prepareSampler(sampleRequestOf(plan, run!.compiled, { seed: 1 }))
    const planned = prepareSampler(
      sampleRequestOf(plan, { ...run!.compiled, input: run!.compiled.planned }, { seed: 1 }),
    )
    expect(sampler.draw(0, 5)).toEqual(planned.draw(0, 5))
  })
})

describe('the cost of draws', () => {
  const drawsOf = (plan: Plan, draws = 200) => {
    const { runs: all } = runs(plan)
    const compiled = all.map((one) => one.compiled)
    const blocks = compiled.map((one) => prepareSampler(sampleRequestOf(plan, one, { seed: 1 })).draw(0, draws))
    return { plan, compiled, blocks, seed: 1 }
  }

  it('is that of the ledger where nothing varies', () => {
    const fixed = withMoves([{ positionId: 'c', newFunction: 'ended', monthsAfterAtScale: 3 }])
    for (const plan of [samplePlan(), fixed]) {
      const { runs: all, ledger } = runs(plan)
      const compiled = all.map((one) => one.compiled)
      const model = costModelOf(plan)
      const atScale = (home: string | null) => atScaleFor(home, compiled)
      const cents = [...costByYear(model, settingsOf(plan), atScale).values()].reduce((sum, one) => sum + one, 0)
      // whole cents are made line by line in the ledger
      expect(Math.abs(cents - totalCents(ledger).costCents)).toBeLessThan(200)
    }
  })

  it('spreads with the month at scale, because moves wait for it', () => {
    const plan = withMoves([{ positionId: 'c', newFunction: 'ended', monthsAfterAtScale: 3 }])
    const asked = drawsOf(plan)
    const { p10, p50, p90 } = likelyOf(asked)!.cost
    expect(p10).toBeLessThan(p90)
    expect(p50).toBeGreaterThanOrEqual(p10)
    const still = likelyOf(drawsOf(withMoves([])))!.cost
    expect([still.p10, still.p90]).toEqual([48 * 3 * 500_000, 48 * 3 * 500_000])
  })

  it('spreads with the settings that the planner gave a range, and leaves the past alone', () => {
    const plan = samplePlan()
    expect(moneySpreads(plan).map(({ key }) => key)).toEqual(['payGrowth', 'substituteDayCents'])
    const { runs: all, ledger } = runs(plan)
    const summaries = all.map(() => ({ atScaleMonths: new Int32Array(300).fill(-1) }))
    const compiled = all.map((one) => one.compiled)
    const spread = costOfDraws({ plan, compiled, summaries, seed: 1 })
    const [past, ...coming] = spread.years
    expect(past!.p10).toBe(past!.p90)
    for (const year of coming) expect(year.p10).toBeLessThan(year.p90)
    const cost = totalCents(ledger).costCents
    expect(spread.p10).toBeLessThan(cost)
    expect(spread.p90).toBeGreaterThan(cost)
  })

  it('draws the same luck for two plans: what does not differ costs exactly the same', () => {
    const plan = samplePlan()
    const [one, other] = [likelyOf(drawsOf(plan, 40)), likelyOf(drawsOf({ ...plan }, 40))]
    expect(other).toEqual(one)
    const headline = headlineOf(plan, runs(plan).runs, runs(plan).ledger)
    expect(compareHeadlines(headline, headline).every(({ difference }) => difference === '')).toBe(true)
  })
})

describe('settings with a range of the planner’s own', () => {
  it('become factors on what rests on them', () => {
    const range = (key: string, value: number, low: number, high: number) => ({ key, value: String(value), low, high })
    const plan = planOf({
      ...moving,
      staffGroup: [...district.staffGroup!, { id: 'oak-new', unitId: 'oak', roleId: 'teacher', headcount: 10 }],
      position: [
        { id: 'a', title: 'a' },
        { id: 'b', title: 'b', practitionerTimeShare: 6000 },
        { id: 'c', title: 'c', practitionerTimeShare: 6000 },
      ],
      setting: [
        range('defaultTurnover', 2000, 1000, 4000),
        range('hoursPerFteMonth', 100, 90, 120),
        range('practitionerTimeShare', 6000, 3000, 6000),
        range('systemsFteNeeded', 2, 1, 4),
        range('atScaleShare', 5000, 5000, 8000),
        { key: 'turnoverFactor', value: '1' },
      ],
    })
    const [{ compiled }] = runs(plan).runs as [ReturnType<typeof runs>['runs'][number]]
    expect(modelSpreads(plan, compiled)).toEqual([
      { id: 'setting defaultTurnover', lever: 'annualTurnover', groupIds: ['oak-new'], low: 0.5, mode: 1, high: 2 },
      { id: 'setting hoursPerFteMonth', lever: 'coachHours', groupIds: null, low: 0.9, mode: 1, high: 1.2 },
      { id: 'setting practitionerTimeShare', lever: 'coachHours', groupIds: null, low: 1 - 0.5 / 3, mode: 1, high: 1 },
      { id: 'setting systemsFteNeeded', lever: 'capacityInvestment', groupIds: null, low: 0.5, mode: 1, high: 2 },
    ])
  })

  it('are none where the planner gave no range', () => {
    expect(settingSpreads(planOf({ ...moving, setting: [setting('payGrowth', 300)] }))).toEqual([])
  })
})
