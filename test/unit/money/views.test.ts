import { ledgerOf } from '@shared/money/ledger'
import { lineVariances, sessionVariances } from '@shared/money/planned-and-actual'
import { fundDates, unfundedSpans } from '@shared/money/unfunded-months'
import { unitCosts } from '@shared/money/unit-costs'
import { sumOf, yearPlaces } from '@shared/money/totals'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moneyPlan } from './arbitrary-money.ts'
import { planOf } from './plan-of.ts'

// the dates of the American Rescue Plan's school fund: committed by September 2024, paid by January 2025
const rescue = { name: 'Rescue fund', obligationEndMonth: '2024-09', liquidationEndMonth: '2025-01' }
const service = { name: 'Tutoring', frequency: 'monthly' as const, amountCents: 100_000, firstMonth: '2024-07' }

const rescuePlan = (line: object) =>
  planOf({
    plan: [{ startMonth: '2024-07', horizonMonths: 12 }],
    fundingSource: [rescue],
    costLine: [{ ...service, ...line }],
    assignment: [{ costLineId: 'costLine-0', sourceId: 'fundingSource-0', share: 10_000 }],
  })

describe('months without funds', () => {
  it('begin after the last month to commit, where nothing was committed for later', () => {
    expect(unfundedSpans(ledgerOf(rescuePlan({})))).toMatchObject([
      { fromMonth: '2024-10', toMonth: '2025-06', unfundedCents: 900_000, endedIds: ['fundingSource-0'] },
    ])
  })

  it('begin after the last month to pay, where the order was made in time', () => {
    expect(unfundedSpans(ledgerOf(rescuePlan({ obligatedMonth: '2024-09' })))).toMatchObject([
      { fromMonth: '2025-02', toMonth: '2025-06', unfundedCents: 500_000 },
    ])
  })

  it('are all months, where the order was made a month too late', () => {
    expect(unfundedSpans(ledgerOf(rescuePlan({ obligatedMonth: '2024-10' })))).toMatchObject([
      { fromMonth: '2024-07', toMonth: '2025-06', endedIds: [] },
    ])
  })

  it('come to all that nobody pays, line by line, on arbitrary plans', () => {
    fc.assert(
      fc.property(moneyPlan, (plan) => {
        const ledger = ledgerOf(plan)
        const listed = unfundedSpans(ledger).reduce((sum, { unfundedCents }) => sum + unfundedCents, 0)
        expect(listed).toBe(ledger.lines.reduce((sum, line) => sum + sumOf(line.unfundedCents), 0))
      }),
    )
  })
})

describe('the dates of a fund', () => {
  it('tell what it pays after its last month to commit', () => {
    const plan = rescuePlan({ obligatedMonth: '2024-09' })
    expect(fundDates(plan, ledgerOf(plan))).toMatchObject([
      { commitUntil: '2024-09', payUntil: '2025-01', paidCents: 700_000, paidAfterCents: 400_000 },
    ])
  })
})

describe('planned beside actual', () => {
  it('holds what was spent on a line in a year against what the line was planned at', () => {
    const plan = planOf({
      costLine: [{ name: 'Books', frequency: 'yearly', amountCents: 10_000, firstMonth: '2026-08' }],
      lineYear: [
        { lineId: 'costLine-0', fiscalYear: 2027, actualCents: 12_000 },
        { lineId: 'costLine-0', fiscalYear: 2028, plannedCents: 9000 },
      ],
    })
    expect(lineVariances(plan)).toMatchObject([
      { name: 'Books', fiscalYear: 2027, plannedCents: 10_000, actualCents: 12_000, overCents: 2000 },
    ])
  })

  it('counts all of a fiscal year that the plan begins in the middle of, as what was spent does', () => {
    const plan = planOf({
      plan: [{ startMonth: '2027-01', fiscalYearStart: 7 }],
      costLine: [
        { name: 'Books', frequency: 'yearly', amountCents: 10_000, firstMonth: '2026-08' },
        { name: 'License', frequency: 'monthly', amountCents: 1000, firstMonth: '2026-07' },
      ],
      lineYear: [0, 1].flatMap((at) =>
        [2027, 2028].map((fiscalYear) => ({ lineId: `costLine-${at}`, fiscalYear, actualCents: 9000 })),
      ),
    })
    expect(lineVariances(plan).map((each) => [each.fiscalYear, each.plannedCents, each.isCovered])).toEqual([
      [2027, 10_000, false],
      [2028, 10_000, true],
      [2027, 12_000, false],
      [2028, 12_000, true],
    ])
    const ledger = ledgerOf(plan)
    const places = yearPlaces(plan).find(({ fiscalYear }) => fiscalYear === 2028)!
    for (const { lineId, plannedCents } of lineVariances(plan).filter(({ isCovered }) => isCovered))
      expect(sumOf(ledger.lines.find(({ id }) => id === lineId)!.costCents, places.from, places.to)).toBe(plannedCents)
  })

  it('holds who came to a session against who was expected, with what each costs', () => {
    const plan = planOf({
      unit: [{ name: 'A', waveId: 'wave-0' }],
      wave: [{ name: 'Pilot', kind: 'pilot' }],
      role: [{ name: 'Teacher' }],
      staffGroup: [{ unitId: 'unit-0', roleId: 'role-0', headcount: 20 }],
      session: [
        {
          title: 'Day',
          month: '2026-08',
          materialsPerPersonCents: 1000,
          attendancePlanned: 9000,
          attendanceActual: 5000,
        },
        { title: 'Later', month: '2026-10', materialsPerPersonCents: 1000 },
      ],
    })
    expect(sessionVariances(plan)).toMatchObject([
      { title: 'Day', plannedPeople: 18, actualPeople: 10, plannedCents: 18_000, actualCents: 10_000 },
    ])
  })
})

describe('the cost for each', () => {
  it('counts the schools that have started by the end of the year, and is not known without anybody', () => {
    const plan = planOf({
      unit: [
        { name: 'A', waveId: 'wave-0', enrolment: 300 },
        { name: 'B', waveId: 'wave-1', enrolment: 500 },
      ],
      wave: [
        { name: 'Pilot', kind: 'pilot', startMonth: '2026-09' },
        { name: 'Wave 1', kind: 'scale', startMonth: '2027-09' },
      ],
      role: [{ name: 'Teacher', kind: 'practitioner' }],
      staffGroup: [
        { unitId: 'unit-0', roleId: 'role-0', headcount: 20 },
        { unitId: 'unit-1', roleId: 'role-0', headcount: 30 },
      ],
      costLine: [{ name: 'Books', frequency: 'yearly', amountCents: 100_000, firstMonth: '2026-08' }],
    })
    const [first, second] = unitCosts(plan, ledgerOf(plan), (month) => (month === '2028-06' ? 10 : null))
    expect(first).toMatchObject({
      perSchoolCents: 100_000,
      perStaffCents: 5000,
      perStudentCents: 333,
      atFidelity: null,
    })
    expect(first?.perPersonAtFidelityCents).toBeNull()
    expect(second).toMatchObject({ schools: 2, staff: 50, students: 800, perPersonAtFidelityCents: 10_000 })
  })
})
