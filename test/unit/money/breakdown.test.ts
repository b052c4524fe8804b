import { breakdownOf, costPhases, linesBehind, type BreakdownBy } from '@shared/money/breakdown'
import { ledgerOf } from '@shared/money/ledger'
import { byFiscalYear, sumOf, totalCents } from '@shared/money/totals'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moneyPlan } from './arbitrary-money.ts'
import { planOf } from './plan-of.ts'

const ways: readonly BreakdownBy[] = ['source', 'phase', 'unit', 'component', 'category']

describe('the cost by fiscal year', () => {
  it('is the same total to the cent by fund, phase, school, component and category, and by line', () => {
    fc.assert(
      fc.property(moneyPlan, fc.constantFrom(...ways), fc.option(fc.constant('2028-01')), (plan, by, sustainFrom) => {
        const ledger = ledgerOf(plan)
        const table = breakdownOf({ plan, ledger, by, sustainFrom })
        expect(table.allCents).toBe(totalCents(ledger).costCents)
        expect(table.totalCents).toEqual(byFiscalYear(plan, ledger).map(({ costCents }) => costCents))
        const lines = ledger.lines.reduce((sum, line) => sum + sumOf(line.costCents), 0)
        expect(table.allCents).toBe(lines)
      }),
    )
  })

  it('has behind every figure the lines that come to it', () => {
    fc.assert(
      fc.property(moneyPlan, fc.constantFrom(...ways), (plan, by) => {
        const question = { plan, ledger: ledgerOf(plan), by, sustainFrom: null }
        const table = breakdownOf(question)
        for (const { key, cents, sumCents } of table.rows) {
          const behind = (year: number | null): number =>
            linesBehind(question, key, year).reduce((sum, line) => sum + line.cents, 0)
          expect(table.fiscalYears.map(behind)).toEqual(cents)
          expect(behind(null)).toBe(sumCents)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('gives each component of a session an even part, the odd cent to the first', () => {
    const plan = planOf({
      component: [{ name: 'A' }, { name: 'B' }],
      session: [
        {
          title: 'Day',
          month: '2026-08',
          componentIds: ['component-0', 'component-1'],
          leaderFeeCents: 1001,
          hours: 1,
        },
      ],
    })
    const { rows } = breakdownOf({ plan, ledger: ledgerOf(plan), by: 'component', sustainFrom: null })
    expect(rows.map(({ label, sumCents }) => [label, sumCents])).toEqual([
      ['A', 501],
      ['B', 500],
    ])
  })

  it('counts the pilot until the first scale-up wave starts, and sustain from the month at scale', () => {
    const plan = planOf({
      wave: [
        { name: 'Pilot', kind: 'pilot', startMonth: '2026-09' },
        { name: 'Wave 1', kind: 'scale', startMonth: '2027-01' },
      ],
    })
    const phases = costPhases({ plan, ledger: ledgerOf(plan), by: 'phase', sustainFrom: '2028-07' })
    expect([0, 1, 2, 5, 6, 23, 24].map((place) => phases[place])).toEqual([
      'before',
      'before',
      'pilot',
      'pilot',
      'scale',
      'scale',
      'sustain',
    ])
  })
})
