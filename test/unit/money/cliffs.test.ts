import { overCommitments } from '@shared/money/charges'
import { fundCliffs } from '@shared/money/cliffs'
import { ledgerOf } from '@shared/money/ledger'
import { byFiscalYear } from '@shared/money/totals'
import { describe, expect, it } from 'vitest'
import { planOf, setting, type GivenRows } from './plan-of.ts'

const flat = [setting('payGrowth', 0)]
const coach: GivenRows = {
  setting: flat,
  fundingSource: [
    { id: 'grant', name: 'Grant', isRecurring: false, obligationEndMonth: '2027-12' },
    { id: 'general', name: 'General fund' },
  ],
  position: [{ id: 'coach', title: 'Coach' }],
  positionPeriod: [{ positionId: 'coach', fromMonth: '2026-07', salaryCents: 1_200_000, benefitRate: 0 }],
}
const cliffsOf = (given: GivenRows) => {
  const plan = planOf(given)
  return fundCliffs(plan, ledgerOf(plan)).map(({ sourceId, lastMonth, carriedCents, unfundedCents }) => ({
    sourceId,
    lastMonth,
    carriedCents,
    unfundedCents,
  }))
}
const paidBy = (...payments: object[]): GivenRows => ({
  ...coach,
  assignment: payments.map((payment) => ({ positionId: 'coach', ...payment })),
})

describe('a fund that ends', () => {
  it('leaves its share of what is needed for good without funds', () => {
    expect(cliffsOf(paidBy({ sourceId: 'grant', share: 7500 }, { sourceId: 'general', share: 2500 }))).toEqual([
      { sourceId: 'grant', lastMonth: '2027-12', carriedCents: 900_000, unfundedCents: 900_000 },
    ])
  })

  it('leaves nothing where another fund takes the rest over', () => {
    expect(cliffsOf(paidBy({ sourceId: 'grant', share: 7500 }, { sourceId: 'general' }))).toEqual([
      { sourceId: 'grant', lastMonth: '2027-12', carriedCents: 900_000, unfundedCents: 0 },
    ])
  })

  it('is no cliff for what is not needed for good, nor for what has ended with it', () => {
    const payment = { sourceId: 'grant', share: 10_000 }
    expect(
      cliffsOf({ ...paidBy(payment), position: [{ id: 'coach', title: 'Coach', isRecurringNeed: false }] }),
    ).toEqual([])
    const period = { ...coach.positionPeriod![0]!, toMonth: '2027-12' }
    expect(cliffsOf({ ...paidBy(payment), positionPeriod: [period] })).toEqual([])
  })

  it('has a cliff where the planner ends the payment, too', () => {
    expect(cliffsOf(paidBy({ sourceId: 'general', share: 10_000, toMonth: '2027-06' }))).toEqual([
      { sourceId: 'general', lastMonth: '2027-06', carriedCents: 1_200_000, unfundedCents: 1_200_000 },
    ])
  })

  it('is charged only with what it carried, where two end together', () => {
    const ended = coach.fundingSource!.map((source) => ({ ...source, obligationEndMonth: '2027-12' }))
    const both = paidBy({ sourceId: 'grant', share: 7500 }, { sourceId: 'general', share: 2500 })
    expect(cliffsOf({ ...both, fundingSource: ended }).map(({ unfundedCents }) => unfundedCents)).toEqual([
      900_000, 300_000,
    ])
  })
})

describe('what is needed for good', () => {
  it('is set against recurring money by fiscal year', () => {
    const plan = planOf(paidBy({ sourceId: 'grant', share: 7500 }, { sourceId: 'general', share: 2500 }))
    expect(byFiscalYear(plan, ledgerOf(plan)).map(({ recurringNeed }) => recurringNeed)).toEqual([
      { costCents: 1_200_000, fromRecurringCents: 300_000, fromOneTimeCents: 900_000, unfundedCents: 0 },
      { costCents: 1_200_000, fromRecurringCents: 300_000, fromOneTimeCents: 450_000, unfundedCents: 450_000 },
      { costCents: 1_200_000, fromRecurringCents: 300_000, fromOneTimeCents: 0, unfundedCents: 900_000 },
    ])
  })
})

describe('a fund that gives less than is assigned to it', () => {
  it('is named with the year, and still pays', () => {
    const plan = planOf({
      ...paidBy({ sourceId: 'general', share: 10_000 }),
      sourceYear: [
        { sourceId: 'general', fiscalYear: 2027, amountCents: 1_200_000 },
        { sourceId: 'general', fiscalYear: 2028, amountCents: 1_199_999 },
      ],
    })
    const ledger = ledgerOf(plan)
    expect(overCommitments(plan, ledger)).toEqual([
      { sourceId: 'general', fiscalYear: 2028, assignedCents: 1_200_000, amountCents: 1_199_999 },
    ])
    expect(byFiscalYear(plan, ledger).map(({ paidCents }) => paidCents)).toEqual([1_200_000, 1_200_000, 1_200_000])
  })
})
