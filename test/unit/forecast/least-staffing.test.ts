import { dollars } from '@shared/forecast/figure'
import { changesOfStaffing, findStaffing, type StaffingOptions } from '@shared/forecast/find-staffing'
import { canAskToHold, changesOfPoint, staffingSpace, type StaffingTarget } from '@shared/forecast/least-staffing'
import { chanceOf, chanceOfHolding, drawTest } from '@shared/forecast/staffing-draws'
import { compileForecast } from '@shared/forecast/compile'
import { staffingChanges, type YearLevel } from '@shared/forecast/staffing-lever'
import { openYears, plannedByYear, type StaffedFunction } from '@shared/forecast/staffing-years'
import { ledgerOf } from '@shared/money/ledger'
import { totalCents } from '@shared/money/totals'
import { applyChanges } from '@shared/plan/apply'
import type { Change } from '@shared/plan/change'
import type { Plan } from '@shared/plan/plan'
import { validate } from '@shared/plan/validate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idSource } from '../../fixtures/ids'
import { samplePlan } from '../../fixtures/sample-plan'
import { planOf, setting } from '../money/plan-of'
import { district } from './district-of'

const applied = (plan: Plan, changes: readonly Change[]): Plan => {
  const result = applyChanges(plan, changes)
  if (!result.ok) throw new Error('does not apply')
  return result.value
}
const sample = samplePlan()

describe('staffing by fiscal year', () => {
  const years = openYears(sample).map(({ fiscalYear }) => fiscalYear)
  const levels = fc
    .uniqueArray(fc.record({ fiscalYear: fc.constantFrom(...years), fte: fc.integer({ min: 0, max: 120 }) }), {
      selector: ({ fiscalYear }) => fiscalYear,
      minLength: 1,
    })
    .map((list): YearLevel[] => list.map(({ fiscalYear, fte }) => ({ fiscalYear, fte: fte / 10 })))
  const kinds = fc.constantFrom<StaffedFunction>('coach', 'systems')

  it('comes to the level asked for in the years named, leaves the others, and keeps the plan valid', () => {
    fc.assert(
      fc.property(kinds, levels, (does, wanted) => {
        const changes = staffingChanges(sample, does, wanted, idSource(9))
        expect(validate(sample, changes)).toEqual([])
        const expected = plannedByYear(sample, does).map(
          (year) => wanted.find((w) => w.fiscalYear === year.fiscalYear) ?? year,
        )
        expect(plannedByYear(applied(sample, changes), does)).toEqual(expected)
        const other = does === 'coach' ? 'systems' : 'coach'
        expect(plannedByYear(applied(sample, changes), other)).toEqual(plannedByYear(sample, other))
      }),
    )
  })

  it('changes nothing where the level is the planned one', () => {
    for (const does of ['coach', 'systems'] as const)
      expect(staffingChanges(sample, does, plannedByYear(sample, does), idSource(1))).toEqual([])
  })

  it('leaves a vacancy a vacancy, and takes the last positions first', () => {
    const changes = staffingChanges(sample, 'coach', [{ fiscalYear: 2027, fte: 5 }], idSource(2))
    expect(changes).toEqual(staffingChanges(sample, 'coach', [{ fiscalYear: 2027, fte: 5 }], idSource(2)))
    const fewer = applied(sample, changes)
    const c6 = [...fewer.position.values()].find(({ code }) => code === 'C6')!
    expect(c6).toMatchObject({ status: 'vacant', expectedFillMonth: '2026-10' })
    const lines = [...fewer.positionPeriod.values()].filter(({ positionId }) => positionId === c6.id)
    expect(lines.map(({ fromMonth, fte }) => [fromMonth, fte])).toEqual([
      ['2026-07', 0],
      ['2027-07', 100],
    ])
  })
})

/** Two schools, one coach and one system builder, about to be at scale or not. */
const small = planOf({
  ...district,
  plan: [{ horizonMonths: 24 }],
  wave: [{ id: 'pilot', name: 'Pilot', kind: 'pilot', startMonth: '2026-07' }],
  unit: district.unit!.map((unit) => (unit.kind === 'district' ? unit : { ...unit, waveId: 'pilot' })),
  component: [{ id: 'reading', name: 'Reading' }],
  observation: ['oak', 'elm'].map((unitId) => ({
    measureId: 'm',
    unitId,
    componentId: 'reading',
    date: '2026-06-10',
    staffObserved: 100,
    trained: 95,
    using: 75,
    atFidelity: 38,
  })),
  position: [
    { id: 'coach', title: 'Coach' },
    { id: 'builder', title: 'Builder', function: 'systems' },
  ],
  positionPeriod: [
    { positionId: 'coach', fromMonth: '2026-07', salaryCents: 7_000_000 },
    { positionId: 'builder', fromMonth: '2026-07', salaryCents: 9_000_000 },
  ],
  setting: [setting('atScaleShare', 4500)],
})
const options = (more: Partial<StaffingOptions> = {}): StaffingOptions => ({
  draws: 60,
  seed: 1,
  mostTrials: 500,
  onProgress: () => undefined,
  newId: idSource(4),
  ...more,
})
const target: StaffingTarget = {
  by: '2027-03',
  holds: false,
  chance: 0.6,
  budgetCents: null,
  mostFte: { coach: 1.2, systems: 0.6 },
}

describe('more staff', () => {
  const open = compileForecast(sample)
  if (!open.ok) throw new Error('cannot be forecast')
  const goals = [
    { by: '2029-06', holds: false },
    { by: '2029-06', holds: true },
  ]

  it('never makes a draw miss what it met with less', () => {
    const space = staffingSpace(sample, open.value, { ...goals[1]!, chance: 0.8, budgetCents: null })
    const levels = fc.tuple(...space.costs.map((own) => fc.integer({ min: 0, max: own.length - 1 })))
    const parts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 10, maxLength: 10 })
    fc.assert(
      fc.property(levels, parts, fc.constantFrom(...goals), (more, shares, goal) => {
        const less = more.map((level, at) => Math.floor(level * (shares[at] ?? 1)))
        const [few, many] = [less, more].map((point) => {
          const plan = applied(sample, changesOfPoint(sample, space, point, idSource(3)))
          return drawTest(plan, goal, 1)!
        })
        for (let draw = 0; draw < 12; draw += 1) expect(!few!(draw) || many!(draw)).toBe(true)
      }),
      { numRuns: 25 },
    )
  }, 60_000)
})

describe('least staffing', () => {
  const compiled = compileForecast(small)
  if (!compiled.ok) throw new Error('cannot be forecast')
  const space = staffingSpace(small, compiled.value, target)
  const found = findStaffing(small, target, options())
  if (!found.ok) throw new Error('cannot be forecast')
  const answer = found.value

  it('tells what each staffing costs as the ledger of the changed plan does', () => {
    for (const point of [
      [0, 0],
      [3, 2],
      [10, 6],
      [12, 6],
    ]) {
      const plan = applied(small, changesOfPoint(small, space, point, idSource(3)))
      const cents = space.baseCents + point.reduce((sum, level, at) => sum + space.costs[at]![level]!, 0)
      expect(Math.abs(totalCents(ledgerOf(plan)).costCents - cents)).toBeLessThan(200)
    }
  })

  it('finds what trying every staffing finds', () => {
    expect(space.years.map(({ does }) => does)).toEqual(['coach', 'systems'])
    const every = space.costs[0]!.flatMap((coach, at) =>
      space.costs[1]!.map((systems, to) => {
        const plan = applied(small, changesOfPoint(small, space, [at, to], idSource(3)))
        return { cents: coach + systems, chance: chanceOf(plan, target, { draws: 60, seed: 1 }) }
      }),
    )
    const least = Math.min(...every.filter(({ chance }) => chance >= 0.6).map(({ cents }) => cents))
    expect(Number.isFinite(least)).toBe(true)
    expect(answer.isProven).toBe(true)
    expect(answer.best!.costCents).toBe(Math.round(space.baseCents + least))
    expect(answer.best!.chance).toBeGreaterThanOrEqual(0.6)
    expect(answer.sentence).toContain('Nothing cheaper does, in steps of 0.1 FTE a year.')
  }, 60_000)

  it('says what is still open where the trials run out first, and nothing that the bound does not hold for', () => {
    const hurried = findStaffing(small, target, options({ mostTrials: 4 }))
    if (!hurried.ok) throw new Error('cannot be forecast')
    const { isProven, best, atLeastCents, trials, sentence } = hurried.value
    expect(isProven).toBe(false)
    expect(best!.costCents).toBeGreaterThanOrEqual(answer.best!.costCents)
    expect(atLeastCents).toBeLessThanOrEqual(answer.best!.costCents)
    expect(sentence).toContain(`Nothing under ${dollars(atLeastCents)} can`)
    expect(sentence).toContain(`still open after ${trials} staffings were tried`)
  })

  it('gives a staffing that can be laid over the plan and has the chance that was told', () => {
    const plan = applied(small, changesOfStaffing(small, answer.best!, idSource(6)))
    expect(chanceOf(plan, target, { draws: 60, seed: 1 })).toBe(answer.best!.chance)
  })

  it('never calls the cheapest what costs more than a staffing that it tried and that does as well', () => {
    const found = findStaffing(
      sample,
      { by: '2029-06', holds: true, chance: 0.5, budgetCents: null },
      options({ draws: 40, mostTrials: 120 }),
    )
    if (!found.ok) throw new Error('cannot be forecast')
    const { best, frontier } = found.value
    const asGood = frontier.filter(({ chance }) => chance >= 0.5)
    expect(asGood.length).toBeGreaterThan(1)
    expect(Math.min(...asGood.map(({ costCents }) => costCents))).toBe(best!.costCents)
  }, 60_000)

  it('draws a frontier on which more chance always costs more', () => {
    const { frontier } = answer
    expect(frontier.length).toBeGreaterThan(1)
    frontier.slice(1).forEach((one, at) => {
      expect(one.costCents).toBeGreaterThan(frontier[at]!.costCents)
      expect(one.chance).toBeGreaterThan(frontier[at]!.chance)
    })
  })

  it('says which limit binds: the budget, the most staff, or what staff does not help', () => {
    const asked = (more: Partial<StaffingTarget>) =>
      findStaffing(small, { ...target, ...more }, options({ mostTrials: 60 }))
    const poor = asked({ budgetCents: answer.best!.costCents - 1_000_000 })
    expect(poor).toMatchObject({ ok: true, value: { limit: 'budget' } })
    expect(poor.ok && (poor.value.withinBudget?.costCents ?? 0)).toBeLessThan(answer.best!.costCents)
    expect(poor.ok && poor.value.sentence).toContain('budget')
    const few = asked({ mostFte: { coach: 0.1, systems: 0 }, chance: 0.99 })
    expect(few).toMatchObject({ ok: true, value: { limit: 'staffAllowed', best: null } })
    const soon = findStaffing(
      small,
      { by: '2026-07', holds: false, chance: 0.9, budgetCents: null },
      options({ mostTrials: 20 }),
    )
    expect(soon).toMatchObject({ ok: true, value: { limit: 'notStaffing', best: null } })
    const rich = asked({ budgetCents: 1e12 })
    expect(rich).toMatchObject({ ok: true, value: { limit: null } })
  }, 60_000)

  it('finds what trying every staffing finds where it is to hold too', () => {
    const held = { ...target, by: '2027-01', holds: true, chance: 0.5, mostFte: { coach: 0.9, systems: 0 } }
    const twelve = {
      ...small,
      setting: planOf({ setting: [setting('atScaleShare', 3800), setting('sustainMonths', 12)] }).setting,
    }
    expect([canAskToHold(twelve, '2027-01'), canAskToHold(twelve, '2028-01')]).toEqual([true, false])
    const ready = compileForecast(twelve)
    const wide = staffingSpace(twelve, ready.ok ? ready.value : [], held)
    expect(wide.years.map(({ does, fiscalYear }) => `${does} ${fiscalYear}`)).toEqual([
      'coach 2027',
      'coach 2028',
      'systems 2027',
      'systems 2028',
    ])
    const [first = [], second = []] = wide.costs
    const every = first.flatMap((one, at) =>
      second.map((two, to) => {
        const plan = applied(twelve, changesOfPoint(twelve, wide, [at, to, 0, 0], idSource(3)))
        return { cents: one + two, chance: chanceOf(plan, held, { draws: 60, seed: 1 }) }
      }),
    )
    const least = Math.min(...every.filter(({ chance }) => chance >= 0.5).map(({ cents }) => cents))
    const holding = findStaffing(twelve, held, options())
    if (!holding.ok) throw new Error('cannot be forecast')
    expect(Number.isFinite(least)).toBe(true)
    expect(holding.value).toMatchObject({ isProven: true, best: { costCents: Math.round(wide.baseCents + least) } })
    expect(holding.value.sentence).toContain('holding for 12 months')
    const plan = applied(twelve, changesOfStaffing(twelve, holding.value.best!, idSource(6)))
    expect(chanceOfHolding(plan, { draws: 60, seed: 1 })).toBeGreaterThanOrEqual(0.5)
  }, 60_000)

  it('tells how far it is, ever further', () => {
    const told: number[] = []
    findStaffing(small, target, options({ mostTrials: 20, onProgress: (done) => void told.push(done) }))
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told.at(-1)).toBe(1)
  })
})
