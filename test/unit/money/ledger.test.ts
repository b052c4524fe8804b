import { ledgerOf, type LedgerLine } from '@shared/money/ledger'
import { bySource, byFiscalYear, totalCents, totalsBy } from '@shared/money/totals'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moneyPlan } from './arbitrary-money.ts'
import { numbers, planOf, setting, sum } from './plan-of.ts'

const salary = 6_000_000
const isWholeNotNegative = (cents: number): boolean => Number.isInteger(cents) && cents >= 0

function expectWholeParts(line: LedgerLine): void {
  line.costCents.forEach((cost, month) => {
    const parts = [...line.paid.map(({ cents }) => cents[month] ?? 0), line.unfundedCents[month] ?? 0]
    expect([cost, ...parts].every(isWholeNotNegative)).toBe(true)
    expect(sum(parts)).toBe(cost)
    for (const share of [line.fundedShare[month]!, line.deliveredShare[month]!]) {
      expect(share).toBeGreaterThanOrEqual(0)
      expect(share).toBeLessThanOrEqual(1)
    }
    expect(line.deliveredShare[month]!).toBeGreaterThanOrEqual(line.fundedShare[month]!)
    expect(Math.abs(parts.at(-1)! - cost * (1 - line.fundedShare[month]!))).toBeLessThan(1)
  })
}

describe('in any plan', () => {
  it('every month of every line is paid or unfunded to the cent, in whole cents', () => {
    fc.assert(
      fc.property(moneyPlan, (plan) => {
        const { lines } = ledgerOf(plan)
        for (const line of lines) expectWholeParts(line)
        expect(lines.every((line) => line.costCents.length === line.unfundedCents.length)).toBe(true)
      }),
    )
  })

  it('lines, funds, fiscal years, categories and schools add up to the same total', () => {
    fc.assert(
      fc.property(moneyPlan, (plan) => {
        const ledger = ledgerOf(plan)
        const total = totalCents(ledger)
        const years = byFiscalYear(plan, ledger)
        const funds = bySource(plan, ledger)
        expect(sum(ledger.lines.map((line) => sum(line.costCents)))).toBe(total.costCents)
        expect(sum(years.map(({ costCents }) => costCents))).toBe(total.costCents)
        expect(sum(years.map(({ unfundedCents }) => unfundedCents))).toBe(total.unfundedCents)
        expect(sum(funds.map(({ paidCents }) => paidCents))).toBe(total.paidCents)
        for (const keyOf of [(line: LedgerLine) => line.category, (line: LedgerLine) => line.unitId]) {
          const parts = [...totalsBy<string | null>(ledger, keyOf).values()]
          expect(sum(parts.map(({ costCents }) => costCents))).toBe(total.costCents)
          expect(sum(parts.map(({ paidCents }) => paidCents))).toBe(total.paidCents)
        }
        for (const year of years) {
          expect(sum(year.paid.map(({ cents }) => cents))).toBe(year.paidCents)
          const need = year.recurringNeed
          expect(need.fromRecurringCents + need.fromOneTimeCents + need.unfundedCents).toBe(need.costCents)
        }
      }),
    )
  })

  it('money that goes on without funds delivers everything and costs the same', () => {
    fc.assert(
      fc.property(moneyPlan, (plan) => {
        const rows = [...plan.setting.values()].filter(({ key }) => key !== 'unfundedPolicy')
        const others = rows.map((row) => [row.id, row] as const)
        const withPolicy = (value: string) => {
          const row = { ...rows[0]!, id: 'policy', key: 'unfundedPolicy', value }
          return ledgerOf({ ...plan, setting: new Map([...others, ['policy', row]]) })
        }
        const stop = withPolicy('stop')
        const goOn = withPolicy('continue')
        expect(totalCents(goOn)).toEqual(totalCents(stop))
        for (const line of goOn.lines) expect(line.deliveredShare.every((share) => share === 1)).toBe(true)
        for (const line of stop.lines) expect(numbers(line.deliveredShare)).toEqual(numbers(line.fundedShare))
      }),
    )
  })
})

const onePosition = (period: object, position: object = {}) => ({
  position: [{ id: 'coach', title: 'Coach', ...position }],
  positionPeriod: [{ positionId: 'coach', fromMonth: '2026-07', salaryCents: salary, benefitRate: 4000, ...period }],
})
const costOf = (given: Parameters<typeof planOf>[0]): number[] => numbers(ledgerOf(planOf(given)).lines[0]?.costCents)

describe('a position', () => {
  it('costs its share of a year of pay and benefits, and grows from the second fiscal year on', () => {
    const cost = costOf({ ...onePosition({ fte: 50 }), setting: [setting('payGrowth', 300)] })
    expect(cost[0]).toBe(350_000)
    expect(sum(cost.slice(0, 12))).toBe(4_200_000)
    expect(sum(cost.slice(12, 24))).toBe(4_326_000)
    expect(sum(cost.slice(24, 36))).toBe(4_455_780)
  })

  it('comes in a fiscal year to what the year comes to, however its months are rounded', () => {
    const cost = costOf(onePosition({ salaryCents: 7_203_001 }))
    expect(sum(cost.slice(0, 12))).toBe(Math.round(7_203_001 * 1.4))
    expect(Math.max(...cost.slice(0, 12)) - Math.min(...cost.slice(0, 12))).toBeLessThanOrEqual(1)
  })

  it('costs the rollout only its share of the time on it', () => {
    expect(costOf(onePosition({ rolloutShare: 2500 }))[0]).toBe(175_000)
  })

  it('costs nothing while vacant or frozen, and from the month it is filled', () => {
    expect(sum(costOf(onePosition({}, { status: 'frozen' })))).toBe(0)
    expect(sum(costOf(onePosition({}, { status: 'vacant' })))).toBe(0)
    const filled = costOf(onePosition({}, { status: 'vacant', expectedFillMonth: '2026-10' }))
    expect(filled.slice(0, 4)).toEqual([0, 0, 0, 700_000])
  })

  it('follows its periods: the next one takes over, a last month ends it', () => {
    const cost = costOf({
      position: [{ id: 'coach', title: 'Coach' }],
      positionPeriod: [
        { positionId: 'coach', fromMonth: '2026-09', fte: 50, salaryCents: salary, benefitRate: 0, toMonth: '2026-09' },
        { positionId: 'coach', fromMonth: '2026-07', fte: 100, salaryCents: salary, benefitRate: 0 },
        { positionId: 'coach', fromMonth: '2026-11', fte: 25, salaryCents: salary, benefitRate: 0 },
      ],
    })
    expect(cost.slice(0, 5)).toEqual([500_000, 500_000, 250_000, 0, 125_000])
  })

  it('has a line for each place where it works in turn', () => {
    const plan = planOf({
      unit: [{ name: 'A' }, { name: 'B' }],
      position: [{ id: 'coach', title: 'Coach' }],
      positionPeriod: [
        { positionId: 'coach', fromMonth: '2026-07', unitId: 'unit-0', salaryCents: salary, benefitRate: 0 },
        { positionId: 'coach', fromMonth: '2026-09', unitId: 'unit-1', salaryCents: salary, benefitRate: 0 },
      ],
    })
    const { lines } = ledgerOf(plan)
    expect(lines.map(({ id, unitId, costCents }) => [id, unitId, costCents[0], costCents[2]])).toEqual([
      ['coach', 'unit-0', 500_000, 0],
      ['coach', 'unit-1', 0, 500_000],
    ])
  })
})

describe('a session', () => {
  const staff = {
    wave: [{ name: 'Pilot' }],
    unit: [{ name: 'A', waveId: 'wave-0' }],
    role: [{ name: 'Teacher' }],
    staffGroup: [{ unitId: 'unit-0', roleId: 'role-0', headcount: 40 }],
  }
  const linesOf = (session: object) =>
    ledgerOf(
      planOf({
        ...staff,
        session: [{ title: 'Day 1', month: '2026-08', attendancePlanned: 9000, hours: 7, ...session }],
      }),
    ).lines.map(({ category, costCents }) => [category, costCents[1]])

  it('costs its fee, materials for those expected, and substitutes by the day', () => {
    expect(
      linesOf({ leaderFeeCents: 250_000, materialsPerPersonCents: 1500, seats: 30, timePaidAs: 'substitute' }),
    ).toEqual([
      ['services', 250_000],
      ['materials', 27 * 1500],
      ['substitutes', 27 * 12_000],
    ])
  })

  it('costs extra hours by the hour, and nothing in usual hours', () => {
    expect(linesOf({ timePaidAs: 'stipend', hours: 3 })).toEqual([['substitutes', 36 * 3 * 4000]])
    expect(linesOf({ timePaidAs: 'usual' })).toEqual([])
  })

  it('counts those who came, once that is known', () => {
    expect(linesOf({ timePaidAs: 'stipend', hours: 1, attendanceActual: 5000 })).toEqual([['substitutes', 20 * 4000]])
  })
})

describe('a cost line', () => {
  const line = { id: 'line', name: 'Books', amountCents: 12_000, firstMonth: '2026-09' }

  it('is paid once, every month or every year, within its months', () => {
    expect(sum(costOf({ costLine: [{ ...line, frequency: 'once' }] }))).toBe(12_000)
    expect(sum(costOf({ costLine: [{ ...line, frequency: 'monthly', lastMonth: '2026-12' }] }))).toBe(48_000)
    const yearly = costOf({ costLine: [{ ...line, frequency: 'yearly' }] })
    expect(yearly.flatMap((cents, month) => (cents > 0 ? [month] : []))).toEqual([2, 14, 26])
  })

  it('comes to the planned figure of a year, spread over the months in which it is due', () => {
    const cost = costOf({
      costLine: [{ ...line, frequency: 'monthly' }],
      lineYear: [{ lineId: 'line', fiscalYear: 2027, plannedCents: 100_000 }],
    })
    expect(cost.slice(0, 13)).toEqual([0, 0, ...Array.from({ length: 10 }, () => 10_000), 12_000])
  })

  it('may be planned in a year in which it would not be due', () => {
    const cost = costOf({
      costLine: [{ ...line, frequency: 'once' }],
      lineYear: [{ lineId: 'line', fiscalYear: 2028, plannedCents: 100 }],
    })
    expect(cost[2]).toBe(12_000)
    expect(sum(cost.slice(12, 24))).toBe(100)
  })

  it('carries the contingency, its planned figures do not', () => {
    const cost = costOf({
      setting: [setting('contingency', 1000)],
      costLine: [{ ...line, frequency: 'yearly' }],
      lineYear: [{ lineId: 'line', fiscalYear: 2028, plannedCents: 5000 }],
    })
    expect([cost[2], cost[14], cost[26]]).toEqual([13_200, 5000, 13_200])
  })
})
