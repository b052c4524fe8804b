import { keyPeople } from '@shared/money/key-people'
import { ledgerOf } from '@shared/money/ledger'
import { positionCalendar, positionYears } from '@shared/money/position-years'
import { splitChanges } from '@shared/money/split-position'
import { totalCents } from '@shared/money/totals'
import { applyChanges } from '@shared/plan/apply'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idSource } from '../../fixtures/ids.ts'
import { moneyPlan } from './arbitrary-money.ts'
import { planOf, setting } from './plan-of.ts'

const coach = { id: 'coach', title: 'Coach', code: 'C1' }
const line = { positionId: 'coach', fromMonth: '2026-07', fte: 100, salaryCents: 6_000_000, benefitRate: 3000 }

describe('positions by fiscal year', () => {
  it('raise pay from the second fiscal year on, and add benefits', () => {
    const plan = planOf({ position: [coach], positionPeriod: [line], setting: [setting('payGrowth', 500)] })
    expect(positionYears(plan)[0]?.years.slice(0, 2)).toEqual([
      { fiscalYear: 2027, fte: 1, payCents: 6_000_000, benefitCents: 1_800_000 },
      { fiscalYear: 2028, fte: 1, payCents: 6_300_000, benefitCents: 1_890_000 },
    ])
  })

  it('count a position that is filled in October for nine months', () => {
    const vacant = { ...coach, status: 'vacant' as const, expectedFillMonth: '2026-10' }
    const plan = planOf({ position: [vacant], positionPeriod: [line] })
    expect(positionYears(plan)[0]?.years[0]).toMatchObject({ fte: 0.75, payCents: 4_500_000 })
  })

  it('show a position month by month: vacant until it is filled', () => {
    const vacant = { ...coach, status: 'vacant' as const, expectedFillMonth: '2026-10' }
    const plan = planOf({ position: [vacant], positionPeriod: [line] })
    const months = positionCalendar(plan, 2027)[0]?.months ?? []
    expect(months).toHaveLength(12)
    expect(months.slice(2, 4)).toEqual([
      { month: '2026-09', fte: 0, vacantFte: 1 },
      { month: '2026-10', fte: 1, vacantFte: 0 },
    ])
  })

  it('come to what the ledger counts, where all of the time goes into the rollout', () => {
    fc.assert(
      fc.property(moneyPlan, (plan) => {
        const whole = {
          ...plan,
          positionPeriod: new Map([...plan.positionPeriod].map(([id, row]) => [id, { ...row, rolloutShare: 10_000 }])),
        }
        const years = positionYears(whole).flatMap((position) => position.years)
        const sum = years.reduce((total, { payCents, benefitCents }) => total + payCents + benefitCents, 0)
        const { costCents } = totalCents(ledgerOf(whole), { kind: 'position' })
        // pay and benefits are rounded one by one, half a cent a year each, and the ledger's lines place by place
        expect(Math.abs(sum - costCents)).toBeLessThanOrEqual(years.length * 4)
      }),
    )
  })
})

describe('splitting a position over schools', () => {
  const plan = planOf({
    unit: [
      { id: 'a', name: 'A' },
      { id: 'b', name: 'B' },
      { id: 'c', name: 'C' },
    ],
    fundingSource: [{ name: 'General fund' }],
    position: [coach],
    positionPeriod: [{ ...line, unitId: 'a' }],
    assignment: [{ positionId: 'coach', sourceId: 'fundingSource-0', share: 10_000 }],
  })
  const places = [
    { unitId: 'a', fte: 34 },
    { unitId: 'b', fte: 33 },
    { unitId: 'c', fte: 33 },
  ]
  const split = splitChanges(plan, { positionId: 'coach', fromMonth: '2027-07', places }, idSource(1))
  const applied = applyChanges(plan, split)
  const after = applied.ok ? applied.value : plan

  it('keeps the FTE, the cost to a few cents and who pays, and the person that holds it', () => {
    const months = positionCalendar(after, 2028)
    expect(months.map(({ months: [july] }) => july?.fte)).toEqual([0.34, 0.33, 0.33])
    expect(months.map(({ position }) => [position.title, position.code])).toEqual([
      ['Coach', 'C1'],
      ['Coach, B', 'C1'],
      ['Coach, C', 'C1'],
    ])
    // each part is rounded to the cent by itself
    const [now, before] = [after, plan].map((each) => totalCents(ledgerOf(each)))
    expect(Math.abs((now?.costCents ?? 0) - (before?.costCents ?? 0))).toBeLessThanOrEqual(6)
    expect(now?.unfundedCents).toBe(0)
  })

  it('makes nothing of a month in which nobody is planned', () => {
    expect(splitChanges(plan, { positionId: 'coach', fromMonth: '2026-06', places }, idSource(2))).toEqual([])
  })
})

describe('key people', () => {
  it('lists what falls if one person leaves, and what somebody could take over', () => {
    const plan = planOf({
      position: [coach, { id: 'director', title: 'Director', code: 'D1', backup: 'Assistant' }],
      positionPeriod: [line, { ...line, positionId: 'director' }],
      responsibility: [
        { name: 'Coaching of coaches', carriedBy: 'Director', backup: null },
        { name: 'Reports', carriedBy: 'director', backup: 'Business office' },
        { name: 'Ordering', carriedBy: 'Business office', isRequired: false },
      ],
    })
    expect(
      keyPeople(plan, '2026-07').map(({ carrier, falls, covered, positions }) => [
        carrier,
        falls.map(({ name }) => name),
        covered.map(({ name }) => name),
        positions.map(({ fte }) => fte),
      ]),
    ).toEqual([
      ['Director', ['Coaching of coaches'], ['Reports'], []],
      ['Coach (C1)', [], [], [1]],
    ])
  })
})
