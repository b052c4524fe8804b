import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diff } from '@shared/plan/algebra'
import { carriedPartNames, carriedParts, nextYearPlan, type CarriedPartName } from '@shared/plan/next-year'
import { emptyPlan, newRow, planRow, planToRows, type Plan } from '@shared/plan/plan'
import { tableNames, type TableName } from '@shared/plan/table-name'
import type { Row } from '@shared/plan/tables'
import { validate } from '@shared/plan/validate'
import { arbitraryPlan } from '../../fixtures/arbitrary-plan'
import { idSource } from '../../fixtures/ids'
import { samplePlan } from '../../fixtures/sample-plan'

const everything = new Set(carriedPartNames)
const newId = idSource(0x46)

const plus = <T extends TableName>(plan: Plan, table: T, ...rows: Partial<Row<T>>[]): Plan => {
  const made = rows.map((values) => newRow(table, newId(), values as never))
  return {
    ...plan,
    [table]: new Map([...(plan[table] as ReadonlyMap<string, Row<T>>), ...made.map((row) => [row.id, row] as const)]),
  }
}
const firstOf = <T extends TableName>(plan: Plan, table: T): Row<T> => [...plan[table].values()][0] as Row<T>
const frame = planRow(samplePlan())!
const nextStart = `${Number(frame.startMonth.slice(0, 4)) + 1}${frame.startMonth.slice(4)}`

describe('next year’s plan', () => {
  it('is valid whatever is carried over, from any valid plan', () => {
    fc.assert(
      fc.property(arbitraryPlan({ maxRows: 3 }), fc.subarray([...carriedPartNames]), (plan, parts) => {
        // a year on, nothing may lie behind the last year that the fields know
        fc.pre(!/"2(149|150)-/.test(JSON.stringify(planToRows(plan))) && (planRow(plan)?.currencyYear ?? 0) < 2100)
        const next = nextYearPlan(plan, new Set(parts))
        expect(validate(emptyPlan, diff(emptyPlan, next))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('of the sample holds it, starts a year later, and can be made a workbook of', () => {
    const next = nextYearPlan(samplePlan(), everything)
    expect(planRow(next)).toMatchObject({
      startMonth: nextStart,
      asOfMonth: null,
      currencyYear: frame.currencyYear + 1,
    })
    expect(validate(emptyPlan, diff(emptyPlan, next))).toEqual([])
    for (const table of ['unit', 'component', 'staffGroup', 'observation', 'session'] as const)
      expect(next[table].size).toBe(samplePlan()[table].size)
  })

  it('has a place for every table, and nothing of a part that is left out', () => {
    const placed = new Set<TableName>(
      carriedPartNames.flatMap((part): readonly TableName[] => carriedParts[part].tables),
    )
    expect(tableNames.filter((table) => !placed.has(table))).toEqual(['plan', 'note'])
    const alone = nextYearPlan(samplePlan(), new Set<CarriedPartName>())
    expect(tableNames.filter((table) => alone[table].size > 0)).toEqual(['plan'])
  })

  it('has sessions twelve months later, with nobody counted yet, and their costs and payments with them', () => {
    const session = { title: 'Leap', month: '2028-02', date: '2028-02-29', hours: 3, attendanceActual: 9000 }
    const plan = plus(samplePlan(), 'session', session)
    const { id } = [...plan.session.values()].at(-1)!
    const paid = plus(plan, 'costLine', {
      name: 'Room',
      amountCents: 100,
      firstMonth: '2028-02',
      sessionId: id,
      frequency: 'once',
    })
    const next = nextYearPlan(paid, everything)
    expect(next.session.get(id)).toMatchObject({ month: '2029-02', date: '2029-02-28', attendanceActual: null })
    expect([...next.costLine.values()].find(({ name }) => name === 'Room')?.firstMonth).toBe('2029-02')
  })

  it('leaves out what has ended: positions, paid costs, closed barriers, reached milestones', () => {
    const before = '2020-01'
    let plan = plus(samplePlan(), 'position', { title: 'Gone', function: 'coach' })
    const { id: positionId } = [...plan.position.values()].at(-1)!
    plan = plus(plan, 'positionPeriod', { positionId, fromMonth: before, toMonth: before, salaryCents: 0 })
    plan = plus(plan, 'costLine', { name: 'Bought', amountCents: 1, firstMonth: before, frequency: 'once' })
    plan = plus(plan, 'barrier', {
      raisedOn: '2020-01-01',
      description: 'Old',
      closedOn: '2020-02-01',
      resolution: 'Done',
    })
    plan = plus(plan, 'barrier', { raisedOn: '2020-01-01', description: 'Open' })
    plan = plus(
      plan,
      'milestone',
      { name: 'Reached', month: before, doneOn: '2020-01-31' },
      { name: 'Late', month: before },
    )
    const next = nextYearPlan(plan, everything)
    const names = (table: 'position' | 'costLine' | 'barrier' | 'milestone', key: string): unknown[] =>
      [...next[table].values()].map((row) => Reflect.get(row, key))
    expect(names('position', 'title')).not.toContain('Gone')
    expect(names('costLine', 'name')).not.toContain('Bought')
    expect(names('barrier', 'description')).toContain('Open')
    expect(names('barrier', 'description')).not.toContain('Old')
    expect(names('milestone', 'name')).not.toContain('Reached')
    const late = [...next.milestone.values()].find(({ name }) => name === 'Late')!
    expect(late.month >= nextStart && late.month.endsWith('-01')).toBe(true)
  })

  it('carries recurring funds with their last amount, and a running grant only when asked', () => {
    let plan = plus(
      { ...samplePlan(), fundingSource: new Map(), sourceYear: new Map(), assignment: new Map() },
      'fundingSource',
      {
        name: 'General',
        isRecurring: true,
      },
      { name: 'Grant', isRecurring: false, obligationEndMonth: '2040-06' },
      { name: 'Ended', isRecurring: false, obligationEndMonth: '2020-06' },
    )
    const general = firstOf(plan, 'fundingSource')
    plan = plus(
      plan,
      'sourceYear',
      { sourceId: general.id, fiscalYear: 2020, amountCents: 5 },
      { sourceId: general.id, fiscalYear: 2021, amountCents: 7 },
    )
    const names = (next: Plan): string[] => [...next.fundingSource.values()].map(({ name }) => name)
    const usual = nextYearPlan(plan, new Set<CarriedPartName>(['recurringFunds']))
    expect(names(usual)).toEqual(['General'])
    expect([...usual.sourceYear.values()]).toMatchObject([{ amountCents: 7 }])
    expect(firstOf(usual, 'sourceYear').fiscalYear).toBeGreaterThan(2025)
    expect(names(nextYearPlan(plan, new Set<CarriedPartName>(['recurringFunds', 'runningGrants'])))).toEqual([
      'General',
      'Grant',
    ])
  })

  it('drops what spoke only of something left out', () => {
    const sample = samplePlan()
    const next = nextYearPlan(sample, new Set<CarriedPartName>(['recurringFunds']))
    expect(sample.assignment.size).toBeGreaterThan(0)
    expect(next.assignment.size).toBe(0)
    expect(sample.note.size).toBeGreaterThan(next.note.size)
    for (const note of next.note.values()) expect(next[note.aboutTable as TableName].has(note.aboutRow)).toBe(true)
  })
})
