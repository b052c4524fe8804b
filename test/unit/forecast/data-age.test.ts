import { thingsToCheck } from '@shared/forecast/attention'
import { dataAges, oldAfterMonths } from '@shared/forecast/data-age'
import { ledgerOf } from '@shared/money/ledger'
import { addMonths, monthsBetween } from '@shared/plan/month'
import type { Plan } from '@shared/plan/plan'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryPlan } from '../../fixtures/arbitrary-plan.ts'
import { planOf, type GivenRows } from '../money/plan-of.ts'

const given: GivenRows = {
  unit: [
    { id: 'oak', name: 'Oak' },
    { id: 'elm', name: 'Elm' },
  ],
  component: [{ id: 'reading', name: 'Reading' }],
  staffGroup: [{ id: 'teachers', unitId: 'oak', roleId: 'role-0', headcount: 10 }],
  capacityAssessment: [
    { id: 'c1', unitId: 'oak', date: '2024-11-12', subscale: 'Leadership', points: 1, maximum: 2 },
    { id: 'c2', unitId: 'elm', date: '2023-11-12', subscale: 'Leadership', points: 1, maximum: 2 },
  ],
}
const observation = (id: string, unitId: string, date: string) => ({ id, unitId, componentId: 'reading', date })
const ages = (rows: GivenRows, about: Parameters<typeof dataAges>[2] = null) =>
  dataAges(planOf({ ...given, ...rows }), '2026-07', about)
const of = (plan: Plan) => thingsToCheck(plan, [], ledgerOf(plan)).filter(({ code }) => code === 'data-old')

describe('the age of figures', () => {
  it('is told in a sentence, from the newest figure to the as-of month', () => {
    expect(ages({})).toEqual([
      {
        kind: 'capacity',
        month: '2024-11',
        months: 20,
        isOld: true,
        sentence: 'Capacity was last assessed in Nov 2024, 20 months before Jul 2026.',
        row: { table: 'capacityAssessment', id: 'c1' },
      },
    ])
  })

  it('is old after twelve months, not at twelve', () => {
    const at = (date: string) => ages({ capacityAssessment: [], observation: [observation('o', 'oak', date)] })[0]
    expect(at('2025-07-01')).toMatchObject({ months: 12, isOld: false })
    expect(at('2025-06-30')).toMatchObject({ months: 13, isOld: true })
    expect(at('2026-07-31')).toMatchObject({ months: 0, isOld: false, sentence: 'Last observed in Jul 2026.' })
  })

  it('does not know yet what is dated after the as-of month', () => {
    expect(ages({ capacityAssessment: [], observation: [observation('o', 'oak', '2026-08-01')] })).toEqual([])
  })

  it('counts actual costs to the end of their fiscal year, and of the one under way to now', () => {
    const costs = (fiscalYear: number, actualCents: number | null) =>
      ages({
        capacityAssessment: [],
        costLine: [{ id: 'kits', name: 'Kits', amountCents: 1, firstMonth: '2024-07' }],
        lineYear: [{ id: 'y', lineId: 'kits', fiscalYear, actualCents }],
      }).map(({ month }) => month)
    expect(costs(2025, 100)).toEqual(['2025-06'])
    expect(costs(2027, 100)).toEqual(['2026-07'])
    expect(costs(2028, 100)).toEqual([])
    expect(costs(2025, null)).toEqual([])
  })

  it('of one row looks only at what is about it', () => {
    const rows = { observation: [observation('o1', 'oak', '2026-05-02'), observation('o2', 'elm', '2025-05-02')] }
    expect(ages(rows, { table: 'unit', id: 'elm' }).map(({ kind, months }) => [kind, months])).toEqual([
      ['observation', 14],
      ['capacity', 32],
    ])
    expect(ages(rows, { table: 'component', id: 'reading' }).map(({ months }) => months)).toEqual([2])
    expect(ages(rows, { table: 'wave', id: 'w' })).toEqual([])
  })

  it('of staff figures is what the notes on them say, and the lack of one is told where it is asked about a group', () => {
    const note = { aboutTable: 'staffGroup', aboutRow: 'teachers', text: 'From payroll', date: '2026-06-30' }
    expect(ages({ note: [note] }).at(-1)).toMatchObject({ kind: 'staff', months: 1 })
    expect(ages({}, { table: 'staffGroup', id: 'teachers' })).toMatchObject([{ month: null, isOld: false }])
    expect(ages({}).map(({ kind }) => kind)).not.toContain('staff')
  })

  it('is never below zero, and follows the as-of month', () => {
    const property = fc.property(arbitraryPlan(), fc.nat({ max: 40 }), (plan, later) => {
      for (const age of dataAges(plan, '2026-07')) {
        expect(age.months).toBeGreaterThanOrEqual(0)
        expect(age.isOld).toBe(age.months > oldAfterMonths)
        const then = dataAges(plan, addMonths('2026-07', later)).find(({ kind }) => kind === age.kind)
        // figures of a fiscal year under way, or dated later, may be newer by then
        expect(monthsBetween(age.month ?? '', then?.month ?? '')).toBeGreaterThanOrEqual(0)
      }
    })
    fc.assert(property, { numRuns: 60 })
  })
})

describe('old figures among the things to check', () => {
  it('lead to the newest row', () => {
    expect(of(planOf(given))).toMatchObject([{ screen: 'fidelity', table: 'capacityAssessment', rowId: 'c1' }])
  })

  it('name a school that was not seen for more than a year while another was', () => {
    const seen = { ...given, capacityAssessment: [], observation: [observation('o1', 'oak', '2026-05-02')] }
    const unseen = [...seen.observation, observation('o2', 'elm', '2024-05-02')]
    expect(of(planOf(seen))).toEqual([])
    expect(of(planOf({ ...seen, observation: unseen }))).toMatchObject([
      { sentence: 'Elm was last observed in May 2024, 26 months before Jul 2026.', table: 'unit', rowId: 'elm' },
    ])
  })
})
