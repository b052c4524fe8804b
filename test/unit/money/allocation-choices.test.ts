import { bestUseOf } from '@shared/money/allocation'
import { choicesOf } from '@shared/money/allocation-choices'
import { allocationOf, allocationProgram } from '@shared/money/allocation-program'
import { fundStanding } from '@shared/money/allocation-standing'
import { choiceSentence } from '@shared/money/allocation-words'
import { ledgerOf } from '@shared/money/ledger'
import type { Plan } from '@shared/plan/plan'
import { validate } from '@shared/plan/validate'
import { describe, expect, it } from 'vitest'
import { solveProgram } from '../../../electron/solve/linear-solver.ts'
import { idSource } from '../../fixtures/ids.ts'
import { samplePlan } from '../../fixtures/sample-plan.ts'
import { numbers, planOf, sum, type GivenRows } from './plan-of.ts'

async function bestUse(plan: Plan) {
  const allocation = allocationOf(plan)
  return bestUseOf(plan, allocation, await solveProgram(allocationProgram(allocation)), idSource(1))
}

const sentences = async (plan: Plan): Promise<string[]> => {
  const best = await bestUse(plan)
  return choicesOf(plan, best).flatMap(({ item, choices }) =>
    choices.map((choice) => choiceSentence(plan, item, choice)),
  )
}

const general = { id: 'general', name: 'General fund', kind: 'general' as const }
const title = { id: 'title', name: 'Title II-A', kind: 'federal' as const, allowedCategories: ['salaries' as const] }
const coach: GivenRows = {
  plan: [{ horizonMonths: 24 }],
  position: [{ id: 'coach', title: 'Coach', code: 'A' }],
  positionPeriod: [{ positionId: 'coach', fromMonth: '2026-07', salaryCents: 1_200_000, benefitRate: 0 }],
  setting: [{ key: 'payGrowth', value: '0' }],
}

describe('the answer, line by line', () => {
  it('says which fund pays which share, why, and which amount binds', async () => {
    const plan = planOf({
      ...coach,
      fundingSource: [general, title],
      sourceYear: [
        { sourceId: 'title', fiscalYear: 2027, amountCents: 2_000_000 },
        { sourceId: 'title', fiscalYear: 2028, amountCents: 720_000 },
      ],
      assignment: [{ positionId: 'coach', sourceId: 'general', share: 10_000 }],
    })
    expect(await sentences(plan)).toEqual([
      'Title II-A pays Coach (A) from Jul 2026 to Jun 2027 ($12,000), because it may pay for this and spares the general fund.',
      'Title II-A pays 60% of Coach (A) from Jul 2027 to Jun 2028 ($7,200), because it may pay for this and spares the general fund. Binding: its amount for 2028 ($7,200).',
      'General fund pays 40% of Coach (A) from Jul 2027 to Jun 2028 ($4,800), because Title II-A’s amount for 2028 ($7,200) is used up.',
    ])
  })

  it('says why nobody pays: kind of cost, place, dates', async () => {
    const plan = planOf({
      ...coach,
      plan: [{ horizonMonths: 12 }],
      unit: [{ id: 'a', name: 'A' }],
      fundingSource: [
        { name: 'Book fund', kind: 'grant', allowedCategories: ['materials'] },
        { name: 'Fund of A', kind: 'grant', allowedUnitIds: ['a'] },
        { name: 'Old grant', kind: 'grant', obligationEndMonth: '2026-06' },
        { name: 'New grant', kind: 'grant', startMonth: '2027-07' },
      ],
      assignment: [{ positionId: 'coach', sourceId: 'fundingSource-2', share: 10_000 }],
    })
    expect(await sentences(plan)).toEqual([
      'Nobody pays Coach (A) from Jul 2026 to Jun 2027 ($12,000): Book fund may not pay for this kind of cost; Fund of A may not pay there; Old grant commits nothing after Jun 2026; New grant starts in Jul 2027.',
    ])
  })

  it('leaves alone what is paid best as it is', async () => {
    const plan = planOf({
      ...coach,
      fundingSource: [general, title],
      assignment: [{ positionId: 'coach', sourceId: 'title', share: null }],
    })
    const best = await bestUse(plan)
    expect(best.changes).toEqual([])
    expect(choicesOf(plan, best).map(({ isChanged }) => isChanged)).toEqual([false])
  })

  it('keeps what was paid before the as-of month, and takes it off what the fund has left', async () => {
    const plan = planOf({
      ...coach,
      plan: [{ horizonMonths: 6, asOfMonth: '2027-01' }],
      fundingSource: [general, title],
      sourceYear: [{ sourceId: 'title', fiscalYear: 2027, amountCents: 900_000 }],
      assignment: [{ positionId: 'coach', sourceId: 'title', share: 10_000 }],
    })
    const best = await bestUse(plan)
    const paidBy = (id: string): number[] =>
      numbers(best.ledger.lines[0]?.paid.find(({ sourceId }) => sourceId === id)?.cents)
    expect(paidBy('title').slice(0, 6)).toEqual([100_000, 100_000, 100_000, 100_000, 100_000, 100_000])
    expect(sum(paidBy('title').slice(6))).toBe(300_000)
    expect(sum(paidBy('general').slice(6))).toBe(300_000)
  })
})

describe('the best use of the sample district', () => {
  it('is taken by the plan, leaves less without funds, asks less of the general fund, and is found only once', async () => {
    const plan = samplePlan()
    const best = await bestUse(plan)
    expect(validate(plan, best.changes)).toEqual([])
    const today = fundStanding(plan, ledgerOf(plan))
    const after = fundStanding(best.plan, best.ledger)
    expect(after.unfundedCents).toBeLessThan(today.unfundedCents)
    expect(after.generalCents).toBeLessThan(today.generalCents)
    expect(after.beyondCents).toBe(0)
    expect(after.costCents).toBe(today.costCents)
    expect((await bestUse(best.plan)).changes).toEqual([])
  })
})
