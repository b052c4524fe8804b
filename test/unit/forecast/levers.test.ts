import { describeChanges } from '@shared/forecast/describe-changes'
import { coachFteIn, leverChanges, meanTurnover, type Levers } from '@shared/forecast/levers'
import { parametersOf } from '@shared/forecast/parameters'
import { backupChanges } from '@shared/forecast/plan-levers'
import { plannedByYear } from '@shared/forecast/staffing-years'
import { applyChanges } from '@shared/plan/apply'
import { addMonths } from '@shared/plan/month'
import { rowsOf, type Plan } from '@shared/plan/plan'
import { settingsOf } from '@shared/plan/settings'
import { validate } from '@shared/plan/validate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idSource } from '../../fixtures/ids.ts'
import { samplePlan } from '../../fixtures/sample-plan.ts'

const plan = samplePlan()
const changesFor = (levers: Levers, of = plan) => leverChanges(of, levers, idSource(7))
const after = (levers: Levers, of = plan): Plan => {
  const result = applyChanges(of, changesFor(levers, of))
  if (!result.ok) throw new Error('does not apply')
  return result.value
}
const fund = (name: string) => rowsOf(plan, 'fundingSource').find((row) => row.name === name)!
const words = (levers: Levers) => describeChanges(plan, changesFor(levers))

describe('the coach lever', () => {
  it('comes to the number asked for in its month, whatever it is, and leaves earlier months alone', () => {
    const months = fc.integer({ min: 0, max: 58 }).map((count) => addMonths('2026-07', count))
    const totals = fc.integer({ min: 0, max: 1200 }).map((hundredths) => hundredths / 100)
    fc.assert(
      fc.property(months, totals, (month, totalFte) => {
        const changes = changesFor({ coachFteFrom: { month, totalFte } })
        expect(validate(plan, changes)).toEqual([])
        const changed = after({ coachFteFrom: { month, totalFte } })
        expect(coachFteIn(changed, month)).toBeCloseTo(totalFte, 9)
        for (const earlier of [addMonths(month, -1), '2025-09']) {
          expect(coachFteIn(changed, earlier)).toBe(coachFteIn(plan, earlier))
        }
      }),
    )
  })

  it('takes one fewer from the last coaches by the planner’s order', () => {
    expect(words({ coachFteFrom: { month: '2026-10', totalFte: 4.5 } })).toEqual([
      'Reading coach (C5), Alder Valley School District: 1.0 → 0.5 FTE from Oct 2026',
      'Reading coach (C6), Alder Valley School District: 1.0 → 0.0 FTE from Oct 2026 to Jun 2029',
    ])
  })

  it('lets a coach who is hired later still come', () => {
    const changed = after({ coachFteFrom: { month: '2026-08', totalFte: 4 } })
    expect(coachFteIn(changed, '2026-08')).toBe(4)
    expect(coachFteIn(changed, '2026-10')).toBe(5)
  })

  it('takes from later lines of the position too', () => {
    const changed = after({ coachFteFrom: { month: '2026-10', totalFte: 0 } })
    expect(['2026-10', '2027-08', '2030-01'].map((month) => coachFteIn(changed, month))).toEqual([0, 0, 0])
  })

  it('adds positions like the last coach in post, with the same pay and funds, for all schools', () => {
    const changed = after({ coachFteFrom: { month: '2026-08', totalFte: 6.5 } })
    const added = rowsOf(changed, 'position').filter(({ id }) => !plan.position.has(id))
    expect(added.map(({ title, code, status }) => [title, code, status])).toEqual([
      ['Reading coach', 'New 1', 'filled'],
      ['Reading coach', 'New 2', 'filled'],
    ])
    const lines = rowsOf(changed, 'positionPeriod').filter(({ id }) => !plan.positionPeriod.has(id))
    expect(lines.map(({ fte, salaryCents, fromMonth }) => [fte, salaryCents, fromMonth])).toEqual([
      [100, 6_840_000, '2026-08'],
      [50, 6_840_000, '2026-08'],
    ])
    const payers = rowsOf(changed, 'assignment').filter(({ positionId }) => positionId === added[0]!.id)
    expect(payers.map(({ sourceId }) => changed.fundingSource.get(sourceId)!.name)).toEqual([
      'Thistledown Family Foundation grant',
      'General fund',
    ])
  })

  it('makes a coach out of nothing in a plan that has none', () => {
    const bare = { ...plan, position: new Map(), positionPeriod: new Map(), assignment: new Map() }
    const changed = after({ coachFteFrom: { month: '2026-08', totalFte: 1 } }, bare)
    expect(coachFteIn(changed, '2026-08')).toBe(1)
    expect(rowsOf(changed, 'positionPeriod')[0]!.salaryCents).toBeGreaterThan(0)
  })

  it('leaves a level for a year of its own the last word in that year', () => {
    const both: Levers = {
      coachFteFrom: { month: '2027-07', totalFte: 8 },
      coachFteByYear: [{ fiscalYear: 2029, fte: 3 }],
    }
    const levels = plannedByYear(after(both), 'coach').map(({ fte }) => fte)
    expect(levels.slice(0, 3)).toEqual([6, 8, 3])
    expect(validate(plan, changesFor(both))).toEqual([])
  })

  it('changes nothing where the number is as planned', () => {
    expect(changesFor({ coachFteFrom: { month: '2026-10', totalFte: coachFteIn(plan, '2026-10') } })).toEqual([])
  })
})

describe('the turnover lever', () => {
  it('sets the factor, in a row of its own or in the one that is there', () => {
    expect(settingsOf(after({ turnoverFactor: 1.5 })).turnoverFactor).toBe(1.5)
    const twice = after({ turnoverFactor: 2 }, after({ turnoverFactor: 1.5 }))
    expect(settingsOf(twice).turnoverFactor).toBe(2)
    expect(words({ turnoverFactor: 1.5 })).toEqual(['Turnover factor: 1 → 1.5 (15% → 22.5% leave in a year)'])
    expect(changesFor({ turnoverFactor: 1 })).toEqual([])
  })

  it('brings all practitioners together to the turnover asked for', () => {
    for (const share of [0.05, 0.25, 0.4]) {
      expect(meanTurnover(after({ annualTurnover: share }))).toBeCloseTo(share, 4)
      expect(meanTurnover(after({ annualTurnover: share }, after({ turnoverFactor: 0.7 })))).toBeCloseTo(share, 4)
    }
  })
})

describe('the fund lever', () => {
  const grant = fund('State early literacy grant')

  it('ends the fund earlier; what was committed may be paid as long afterwards as before', () => {
    const changed = after({ fundEnds: { sourceId: grant.id, lastMonth: '2026-12' } })
    expect(changed.fundingSource.get(grant.id)).toMatchObject({
      obligationEndMonth: '2026-12',
      liquidationEndMonth: '2027-03',
    })
    expect(words({ fundEnds: { sourceId: grant.id, lastMonth: '2026-12' } })).toEqual([
      'State early literacy grant: Commit until Jun 2027 → Dec 2026',
      'State early literacy grant: Pay until Sep 2027 → Mar 2027',
    ])
  })

  it('does not end it before it starts, can end one without an end, and never lengthens it', () => {
    const early = after({ fundEnds: { sourceId: grant.id, lastMonth: '2020-01' } })
    expect(early.fundingSource.get(grant.id)).toMatchObject({ obligationEndMonth: '2025-07' })
    const general = after({ fundEnds: { sourceId: fund('General fund').id, lastMonth: '2027-06' } })
    expect(general.fundingSource.get(fund('General fund').id)).toMatchObject({
      obligationEndMonth: '2027-06',
      liquidationEndMonth: null,
    })
    expect(changesFor({ fundEnds: { sourceId: grant.id, lastMonth: '2027-07' } })).toEqual([])
  })

  it('keeps the plan valid whenever it ends', () => {
    const month = fc.integer({ min: -24, max: 70 }).map((count) => addMonths('2026-07', count))
    const source = fc.constantFrom(...plan.fundingSource.keys())
    fc.assert(
      fc.property(source, month, (sourceId, lastMonth) => {
        expect(validate(plan, changesFor({ fundEnds: { sourceId, lastMonth } }))).toEqual([])
      }),
    )
  })
})

describe('further levers', () => {
  const groups = (of: Plan, unitId: string) =>
    rowsOf(of, 'staffGroup').filter((row) => row.unitId === unitId && of.role.get(row.roleId)?.kind === 'practitioner')
  const school = rowsOf(plan, 'unit').find(({ name }) => name === 'Riverside Elementary')!
  const wave = rowsOf(plan, 'wave').find(({ name }) => name === 'Wave 2')!

  it('each change what they name', () => {
    expect(plannedByYear(after({ systemsFteByYear: [{ fiscalYear: 2028, fte: 1.5 }] }), 'systems')[1]!.fte).toBe(1.5)
    const filled = rowsOf(after({ vacanciesFilledFrom: '2027-01' }), 'position').find(({ code }) => code === 'C6')
    expect(filled).toMatchObject({ status: 'vacant', expectedFillMonth: '2027-01' })
    expect(parametersOf(after({ hiringLagMonths: 4 })).parameters).toMatchObject({ hiringLagMonths: 4 })
    const leaving = groups(after({ schoolTurnover: { unitId: school.id, annualTurnover: 0.3 } }), school.id)
    expect(leaving.map(({ annualTurnover }) => annualTurnover)).toEqual(leaving.map(() => 3000))
    expect(backupChanges(after({ isBackedUp: true }))).toEqual([])
    expect(after({ waveStart: { waveId: wave.id, startMonth: '2028-01' } }).wave.get(wave.id)!.startMonth).toBe(
      '2028-01',
    )
    expect(settingsOf(after({ payGrowth: 0.05, benefitRate: 0.5 }))).toMatchObject({
      payGrowth: 500,
      benefitRate: 5000,
    })
  })

  it('move training to come and no other, never before the start', () => {
    const months = (of: Plan) => rowsOf(of, 'session').map(({ month }) => month)
    const moved = months(after({ trainingLaterMonths: 3 }))
    months(plan).forEach((month, at) => expect(moved[at]).toBe(month < '2026-07' ? month : addMonths(month, 3)))
    const earlier = months(after({ trainingLaterMonths: -12 })).filter((_, at) => months(plan)[at]! >= '2026-07')
    expect(earlier.every((month) => month >= '2026-07')).toBe(true)
    for (const { month, methods } of rowsOf(after({ trainingMethod: 'practice' }), 'session'))
      expect(methods.includes('coaching') && month >= '2026-07').toBe(false)
  })

  it('move a wave together with what belongs to it alone, and nothing that is over', () => {
    const sessionsOf = (of: Plan) => rowsOf(of, 'session').filter(({ waveIds }) => waveIds.includes(wave.id))
    const planned = sessionsOf(plan)
    expect(wave.startMonth).toBe('2027-08')
    const own = planned.filter(({ waveIds }) => waveIds.length === 1)
    const later = after({ waveStart: { waveId: wave.id, startMonth: '2028-02' } })
    expect(own.length).toBeGreaterThan(1)
    for (const { id, month } of own) expect(later.session.get(id)!.month).toBe(addMonths(month, 6))
    const moved = new Set(own.map(({ id }) => id))
    const others = rowsOf(plan, 'session').filter(({ id }) => !moved.has(id))
    for (const row of others) expect(later.session.get(row.id)).toEqual(row)
    const earlier = after({ waveStart: { waveId: wave.id, startMonth: '2025-09' } })
    for (const { id } of own) expect(earlier.session.get(id)!.month >= '2026-07').toBe(true)
    const pilot = rowsOf(plan, 'wave').find(({ name }) => name === 'Pilot')!
    const held = rowsOf(plan, 'session').filter(({ month }) => month < '2026-07')
    const moreLater = after({ waveStart: { waveId: pilot.id, startMonth: '2026-08' } })
    for (const row of held) expect(moreLater.session.get(row.id)).toEqual(row)
  })

  it('keep the plan valid together, and change nothing where nothing is moved', () => {
    const all: Levers = {
      coachFteFrom: { month: '2027-07', totalFte: 7 },
      coachFteByYear: [
        { fiscalYear: 2027, fte: 3.2 },
        { fiscalYear: 2029, fte: 8 },
      ],
      systemsFteByYear: [{ fiscalYear: 2029, fte: 4 }],
      vacanciesFilledFrom: '2026-09',
      hiringLagMonths: 3,
      annualTurnover: 0.2,
      schoolTurnover: { unitId: school.id, annualTurnover: 0.4 },
      isBackedUp: true,
      trainingLaterMonths: 2,
      trainingMethod: 'coaching',
      waveStart: { waveId: wave.id, startMonth: '2027-01' },
      payGrowth: 0.04,
      benefitRate: 0.45,
      fundEnds: { sourceId: fund('General fund').id, lastMonth: '2029-06' },
    }
    expect(validate(plan, changesFor(all))).toEqual([])
    expect(coachFteIn(after(all), '2027-07')).toBe(7)
    expect(words(all).length).toBeGreaterThan(14)
    expect(changesFor({})).toEqual([])
  })
})

describe('changes in words', () => {
  it('tell the months in which a position has another FTE, when it comes back, and no raw names or long figures', () => {
    expect(words({ systemsFteByYear: [{ fiscalYear: 2028, fte: 2 }] })).toEqual([
      'Professional learning specialist (S3), Alder Valley School District: 1.0 → 0.0 FTE from Jul 2027 to Jun 2028',
    ])
    expect(words({ hiringLagMonths: 6 })).toEqual(['Months to fill a vacancy: 2 months → 6 months'])
    expect(words({ annualTurnover: 0.25 })).toEqual(['Turnover factor: 1 → 1.67 (15% → 25% leave in a year)'])
  })

  it('tell a parameter that was set before from the value that it had', () => {
    const before = after({ hiringLagMonths: 3 })
    expect(describeChanges(before, changesFor({ hiringLagMonths: 6 }, before))).toEqual([
      'Months to fill a vacancy: 3 months → 6 months',
    ])
  })

  it('tell new and removed rows, and values as the planner reads them', () => {
    const school = rowsOf(plan, 'unit').at(-1)!
    const [wave] = rowsOf(plan, 'wave')
    const milestone = rowsOf(plan, 'milestone')[0]!
    expect(
      describeChanges(plan, [
        { kind: 'remove', table: 'milestone', id: milestone.id, row: milestone },
        {
          kind: 'update',
          table: 'unit',
          id: school.id,
          fields: {
            waveId: { before: school.waveId, after: wave!.id },
            capacity: { before: school.capacity, after: null },
            rank: { before: school.rank, after: 0.5 },
          },
        },
      ]),
    ).toEqual([
      'Eastfield School: Wave Wave 3 → Pilot',
      'Eastfield School: Capacity now 12% → empty',
      'Removed milestone: Sixth reading coach hired',
    ])
  })
})
