import { bestUseOf, type BestUse } from '@shared/money/allocation'
import { allocationOf, allocationProgram, type Allocation } from '@shared/money/allocation-program'
import { unfundedOf } from '@shared/money/allocation-shares'
import { firstPlaceAhead } from '@shared/money/allocation-stretches'
import { chargedIn, chargesOf } from '@shared/money/charges'
import { dateObjection, ruleObjection } from '@shared/money/fund-rules'
import { sumOf } from '@shared/money/totals'
import { insertChange } from '@shared/plan/edit'
import { monthNumber } from '@shared/plan/month'
import type { Plan } from '@shared/plan/plan'
import { validate } from '@shared/plan/validate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { solveProgram } from '../../../electron/solve/linear-solver.ts'
import { idSource } from '../../fixtures/ids.ts'
import { restrictedPlan } from './arbitrary-funds.ts'
import { mostFlow, type Pipe } from './max-flow.ts'

async function bestUse(plan: Plan): Promise<BestUse> {
  const allocation = allocationOf(plan)
  return bestUseOf(plan, allocation, await solveProgram(allocationProgram(allocation)), idSource(1))
}

/** The funds as pipes from what they have to what they may pay; without `withGeneral` those of the district are shut. */
function pipesOf({ stretches, payers, limits, generalIds }: Allocation, withGeneral: boolean): Pipe[] {
  return [
    ...limits.map(({ leftCents }, at) => ({ from: 'start', to: `limit ${at}`, room: leftCents })),
    ...payers
      .filter(({ sourceId }) => withGeneral || !generalIds.has(sourceId))
      .map(({ stretchAt, limitAt }) => ({
        from: limitAt === null ? 'start' : `limit ${limitAt}`,
        to: `stretch ${stretchAt}`,
        room: stretches[stretchAt]!.costCents,
      })),
    ...stretches.map(({ costCents }, at) => ({ from: `stretch ${at}`, to: 'end', room: costCents })),
  ]
}

const costOf = ({ stretches }: Allocation): number => stretches.reduce((sum, { costCents }) => sum + costCents, 0)

/** What the plan with the best use leaves unfunded of what needed a fund, as its ledger counts. */
const unfundedIn = ({ ledger, allocation }: BestUse): number =>
  allocation.stretches.reduce((total, { item, from, to }) => {
    // what no fund can pay and no row names goes on being counted as paid by a fund that is not named
    const nobody = ledger.lines
      .filter(({ id }) => id === item.id)
      .flatMap(({ unfundedCents, paid }) => [
        unfundedCents,
        ...paid.filter(({ sourceId }) => sourceId === null).map(({ cents }) => cents),
      ])
    return total + nobody.reduce((sum, cents) => sum + sumOf(cents, from, to + 1), 0)
  }, 0)

/** Whether the payments of a plan would be taken as they are. */
const isSound = (plan: Plan): boolean =>
  validate(
    { ...plan, assignment: new Map() },
    [...plan.assignment.values()].map((row) => insertChange('assignment', row)),
  ).every(({ code }) => code === 'wrong-kind')

describe('the best use of funds, on arbitrary plans', () => {
  it('leaves as little unfunded as any use could, and of those uses the general fund the least', async () => {
    await fc.assert(
      fc.asyncProperty(restrictedPlan, async (plan) => {
        const allocation = allocationOf(plan)
        const { objectives } = await solveProgram(allocationProgram(allocation))
        const most = mostFlow(pipesOf(allocation, true))
        const withoutGeneral = mostFlow(pipesOf(allocation, false))
        expect(objectives[0]).toBeCloseTo((costOf(allocation) - most) / 100, 1)
        expect(objectives[1]).toBeCloseTo((most - withoutGeneral) / 100, 1)
      }),
      { numRuns: 60 },
    )
  })

  it('comes back as payments that no fund’s amount, dates or rules forbid, near the exact answer', async () => {
    await fc.assert(
      fc.asyncProperty(restrictedPlan, async (plan) => {
        const best = await bestUse(plan)
        const { allocation, shares, answer } = best
        for (const { sourceId, fiscalYear, spentCents, leftCents } of allocation.limits) {
          const charged = chargedIn(chargesOf(best.plan, best.ledger), sourceId, fiscalYear)
          expect(charged).toBeLessThanOrEqual(spentCents + leftCents)
        }
        const exact = allocation.stretches.reduce((sum, _, at) => sum + unfundedOf(allocation, answer, at), 0)
        const rounding = allocation.stretches.reduce(
          (sum, { costCents, mayPay, from, to }) =>
            sum + (costCents * (1 + mayPay.length)) / 10_000 + 3 * (2 + to - from),
          0,
        )
        expect(unfundedIn(best)).toBeGreaterThanOrEqual(exact - rounding)
        expect(unfundedIn(best)).toBeLessThanOrEqual(exact + rounding)
        for (const paying of shares) {
          expect([...paying.values()].every((share) => Number.isInteger(share) && share > 0)).toBe(true)
          expect([...paying.values()].reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(10_000)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('is a step that the plan takes without a problem, and what was paid before stays', async () => {
    await fc.assert(
      fc.asyncProperty(restrictedPlan, async (plan) => {
        const { allocation, changes, ledger, plan: after } = await bestUse(plan)
        // ids of test plans are words; payments that were too much before the as-of month stay as they were
        const problems = validate(plan, changes).filter(({ code }) => code !== 'wrong-kind')
        expect(isSound(plan) ? problems : []).toEqual([])
        const first = monthNumber(ledger.firstMonth)
        for (const { item, from, to } of allocation.stretches) {
          const lines = ledger.lines.filter(({ id }) => id === item.id)
          for (const line of lines) {
            for (const { sourceId, cents } of line.paid) {
              const source = after.fundingSource.get(sourceId ?? '')
              if (!source) continue
              if (sumOf(cents, from, to + 1) === 0) continue
              expect(ruleObjection(after, source, line)).toBeNull()
              const committed = after.costLine.get(line.id)?.obligatedMonth
              for (let place = from; place <= to; place += 1) {
                if (!cents[place]) continue
                const month = first + place
                expect(dateObjection(source, month, committed ? monthNumber(committed) : month)).toBeNull()
              }
            }
          }
        }
        const named = (of: typeof ledger) =>
          of.lines
            .filter(({ id }) => allocation.ledger.lines.some((line) => line.id === id && line.isAssigned))
            .map(({ id, paid }) => [
              id,
              paid
                .map(({ sourceId, cents }) => [sourceId, sumOf(cents, 0, firstPlaceAhead(plan))])
                .filter(([, sum]) => sum !== 0)
                .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
            ])
        expect(named(ledger)).toEqual(named(allocation.ledger))
      }),
      { numRuns: 60 },
    )
  })
})
