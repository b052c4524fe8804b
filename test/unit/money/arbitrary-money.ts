import { addMonths } from '@shared/plan/month'
import type { Plan } from '@shared/plan/plan'
import fc from 'fast-check'
import { planOf, setting } from './plan-of.ts'

const month = fc.integer({ min: -6, max: 50 }).map((count) => addMonths('2026-07', count))
const maybeMonth = fc.option(month)
const cents = fc.integer({ min: 0, max: 20_000_000 })
const share = fc.integer({ min: 0, max: 10_000 })

const sources = fc.array(
  fc.record({
    isRecurring: fc.boolean(),
    startMonth: maybeMonth,
    obligationEndMonth: maybeMonth,
    liquidationEndMonth: maybeMonth,
  }),
  { minLength: 1, maxLength: 4 },
)
const positions = fc.array(
  fc.record({
    position: fc.record({
      status: fc.constantFrom('filled' as const, 'vacant' as const, 'frozen' as const),
      expectedFillMonth: maybeMonth,
      isRecurringNeed: fc.boolean(),
    }),
    periods: fc.array(
      fc.record({
        fromMonth: month,
        toMonth: maybeMonth,
        unitId: fc.constantFrom('unit-0', 'unit-1', null),
        fte: fc.integer({ min: 0, max: 300 }),
        salaryCents: cents,
        benefitRate: fc.option(share),
        rolloutShare: share,
      }),
      { maxLength: 3 },
    ),
  }),
  { maxLength: 4 },
)
const sessions = fc.array(
  fc.record({
    month,
    seats: fc.option(fc.integer({ min: 0, max: 80 })),
    hours: fc.integer({ min: 0, max: 40 }),
    series: fc.constantFrom(null, 'a', 'b'),
    timePaidAs: fc.constantFrom('usual' as const, 'substitute' as const, 'stipend' as const),
    leaderFeeCents: fc.option(cents),
    materialsPerPersonCents: fc.option(fc.integer({ min: 0, max: 9999 })),
    attendancePlanned: share,
  }),
  { maxLength: 4 },
)
const costLines = fc.array(
  fc.record({
    line: fc.record({
      frequency: fc.constantFrom('once' as const, 'monthly' as const, 'yearly' as const),
      amountCents: cents,
      firstMonth: month,
      lastMonth: maybeMonth,
      isRecurringNeed: fc.boolean(),
      obligatedMonth: maybeMonth,
    }),
    years: fc.uniqueArray(
      fc.record({ fiscalYear: fc.integer({ min: 2026, max: 2031 }), plannedCents: fc.option(cents) }),
      {
        selector: ({ fiscalYear }) => fiscalYear,
        maxLength: 3,
      },
    ),
  }),
  { maxLength: 4 },
)
const payments = fc.array(
  fc.record({
    target: fc.tuple(fc.constantFrom('positionId' as const, 'sessionId' as const, 'costLineId' as const), fc.nat(3)),
    source: fc.nat(3),
    share: fc.option(share),
    fromMonth: maybeMonth,
    toMonth: maybeMonth,
  }),
  { maxLength: 12 },
)
const settings = fc.record({
  unfundedPolicy: fc.constantFrom('stop', 'continue'),
  payGrowth: fc.integer({ min: 0, max: 800 }),
  contingency: fc.integer({ min: 0, max: 2000 }),
})

const tableOfTarget = { positionId: 'position', sessionId: 'session', costLineId: 'costLine' } as const

/** A plan with arbitrary costs, funds and payments (shares of a month may even exceed 100 %). */
export const moneyPlan: fc.Arbitrary<Plan> = fc
  .record({
    sources,
    positions,
    sessions,
    costLines,
    payments,
    settings,
    asOfMonth: maybeMonth,
    months: fc.integer({ min: 12, max: 48 }),
  })
  .map((given) =>
    planOf({
      plan: [{ horizonMonths: given.months, asOfMonth: given.asOfMonth }],
      setting: Object.entries(given.settings).map(([key, value]) => setting(key, value)),
      unit: [
        { name: 'A', waveId: 'wave-0' },
        { name: 'B', waveId: 'wave-0' },
      ],
      wave: [{ name: 'Pilot', kind: 'pilot' }],
      role: [{ name: 'Teacher' }],
      staffGroup: [
        { unitId: 'unit-0', roleId: 'role-0', headcount: 31 },
        { unitId: 'unit-1', roleId: 'role-0', headcount: 17.5 },
      ],
      fundingSource: given.sources.map((source, index) => ({ name: `Fund ${index}`, ...source })),
      position: given.positions.map(({ position }, index) => ({ title: `Coach ${index}`, ...position })),
      positionPeriod: given.positions.flatMap(({ periods }, index) =>
        periods.map((period) => ({ positionId: `position-${index}`, ...period })),
      ),
      session: given.sessions.map((session, index) => ({ title: `Session ${index}`, ...session })),
      costLine: given.costLines.map(({ line }, index) => ({ name: `Line ${index}`, ...line })),
      lineYear: given.costLines.flatMap(({ years }, index) =>
        years.map((year) => ({ lineId: `costLine-${index}`, ...year })),
      ),
      assignment: given.payments.map(({ target: [key, index], source, ...payment }) => ({
        [key]: `${tableOfTarget[key]}-${index}`,
        sourceId: `fundingSource-${source}`,
        ...payment,
      })),
    }),
  )
