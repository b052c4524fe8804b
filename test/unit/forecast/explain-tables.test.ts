import { dosesOf } from '@shared/forecast/dose'
import { explainFigure, explainRows, type ExplainFacts, type Explanation } from '@shared/forecast/explain'
import type { SessionTotalKey } from '@shared/forecast/explain-question'
import { sessionFigureText } from '@shared/forecast/explain-sessions'
import { headlineOf } from '@shared/forecast/headline'
import { rowFigures } from '@shared/forecast/row-figures'
import { runPlan } from '@shared/forecast/run'
import { sessionFigures } from '@shared/forecast/session-figures'
import { ledgerOf } from '@shared/money/ledger'
import { positionCalendar, positionYears } from '@shared/money/position-years'
import { totalCents, yearPlaces } from '@shared/money/totals'
import { applyChanges } from '@shared/plan/apply'
import { updateChange } from '@shared/plan/edit'
import { rowsOf, type Plan } from '@shared/plan/plan'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryEdits } from '../../fixtures/arbitrary-plan.ts'
import { samplePlan } from '../../fixtures/sample-plan.ts'

const sample = samplePlan()

/** Every line adds up, every row that is named is there, and each line that leads on leads to its own amount. */
function expectSound(plan: Plan, explanation: Explanation): void {
  expect(explanation.how).toMatch(/\.$/)
  for (const { lines, total } of explanation.parts) {
    expect(lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0)).toBe(total === null ? 0 : total.amount)
    for (const { rows } of lines) for (const { table, id } of rows) expect(plan[table].has(id)).toBe(true)
  }
}

const totalOf = ({ parts }: Explanation): number => parts[0]?.total?.amount ?? 0

/** Of every so many months one. */
function expectPositions(plan: Plan, every: number): void {
  for (const { fiscalYear } of yearPlaces(plan)) {
    const calendar = positionCalendar(plan, fiscalYear)
    for (const { position, months } of calendar) {
      for (const { month, fte, vacantFte } of months.filter((_, at) => at % every === 0)) {
        for (const isVacant of [false, true]) {
          const asked = { kind: 'positionMonth', positionId: position.id, month, isVacant } as const
          const explanation = explainRows(plan, asked)
          expectSound(plan, explanation)
          expect(totalOf(explanation)).toBe(Math.round((isVacant ? vacantFte : fte) * 100))
        }
      }
    }
    for (const { month } of (calendar[0]?.months ?? []).filter((_, at) => at % every === 0)) {
      const all = explainRows(plan, { kind: 'positionMonth', positionId: null, month, isVacant: false })
      expectSound(plan, all)
      const fte = calendar.reduce((sum, { months }) => sum + (months.find((one) => one.month === month)?.fte ?? 0), 0)
      expect(totalOf(all)).toBe(Math.round(fte * 100))
      for (const { question, amount } of all.parts[0]!.lines) {
        if (question?.kind !== 'positionMonth') throw new Error('leads nowhere')
        expect(totalOf(explainRows(plan, question))).toBe(amount)
      }
    }
  }
}

/** Answers how many figures of single positions it has seen. */
function expectPay(plan: Plan): number {
  const all = positionYears(plan)
  let seen = 0
  for (const [at, { fiscalYear }] of yearPlaces(plan).entries()) {
    for (const of of ['cost', 'pay', 'benefits'] as const) {
      let sum = 0
      for (const { position, years } of all) {
        const { payCents, benefitCents, fte } = years[at]!
        const cents = { cost: payCents + benefitCents, pay: payCents, benefits: benefitCents }[of]
        const asked = { kind: 'positionYear', positionId: position.id, fiscalYear, of } as const
        const explanation = explainRows(plan, asked)
        expectSound(plan, explanation)
        expect(totalOf(explanation)).toBe(cents)
        const fteMonths = of === 'cost' ? (explanation.parts[1]!.total?.amount ?? 0) : fte * 1200
        expect(fteMonths / 1200).toBeCloseTo(fte, 9)
        sum += cents
        seen += 1
      }
      const total = explainRows(plan, { kind: 'positionYear', positionId: null, fiscalYear, of })
      expectSound(plan, total)
      expect(totalOf(total)).toBe(sum)
    }
  }
  return seen
}

const figureKeys = ['audience', 'unseated', 'expected', 'came', 'expectedCents', 'cameCents'] as const
const totalKeys: readonly SessionTotalKey[] = ['expected', 'came', 'expectedCents', 'cameCents']

function expectSessions(plan: Plan): void {
  const figures = sessionFigures(plan)
  for (const one of figures) {
    for (const of of figureKeys) {
      const explanation = explainRows(plan, { kind: 'sessionFigure', sessionId: one.session.id, of })
      expectSound(plan, explanation)
      expect(explanation.value).toBe(sessionFigureText(one, of))
      if (one[of] === null) continue
      // of those with a seat, the share that comes
      const { attendancePlanned, attendanceActual } = one.session
      const share = { expected: attendancePlanned, came: attendanceActual }[of === 'expected' ? of : 'came']
      const times = of === 'expected' || of === 'came' ? (share ?? 0) / 10_000 : 1
      expect(totalOf(explanation) * times).toBeCloseTo(one[of], 6)
    }
  }
  for (const of of totalKeys) {
    const explanation = explainRows(plan, { kind: 'sessionTotal', of })
    expectSound(plan, explanation)
    expect(totalOf(explanation)).toBeCloseTo(
      figures.reduce((sum, one) => sum + (one[of] ?? 0), 0),
      6,
    )
  }
}

function expectDoses(plan: Plan): number {
  const doses = dosesOf(plan)
  for (const { componentId, roleId, waveId, offeredHours, expectedHours } of doses) {
    for (const of of ['offered', 'expected'] as const) {
      const explanation = explainRows(plan, { kind: 'dose', componentId, roleId, waveId, of })
      expectSound(plan, explanation)
      expect(totalOf(explanation)).toBeCloseTo(of === 'offered' ? offeredHours : expectedHours, 6)
    }
  }
  return doses.length
}

/** Checks the plan after edits, as far as they apply; answers in how many of the runs they did. */
function forEdits(check: (plan: Plan) => void, numRuns: number): number {
  let checked = 0
  fc.assert(
    fc.property(arbitraryEdits(sample), (changes) => {
      const applied = applyChanges(sample, changes)
      if (!applied.ok) return
      check(applied.value)
      checked += 1
    }),
    { numRuns },
  )
  return checked
}

describe('a figure of People by month', () => {
  it('explains the FTE of a month, in the post and vacant, line by line', () => {
    expectPositions(sample, 1)
    const vacant = explainRows(sample, firstVacancy(sample))
    expect(vacant.parts.map(({ heading }) => heading)).toContain('The post')
    expect(totalOf(vacant)).toBeGreaterThan(0)
  })

  it('explains pay and benefits of a year to the cent, and the mean FTE beside', () => {
    expect(expectPay(sample)).toBeGreaterThan(10)
  })

  it('does so after whatever edits', () => {
    const checked = forEdits((plan) => {
      expectPay(plan)
      expectPositions(plan, 12)
    }, 3)
    expect(checked).toBeGreaterThan(0)
  })
})

function firstVacancy(plan: Plan) {
  for (const { fiscalYear } of yearPlaces(plan))
    for (const { position, months } of positionCalendar(plan, fiscalYear))
      for (const { month, vacantFte } of months)
        if (vacantFte > 0) return { kind: 'positionMonth', positionId: position.id, month, isVacant: true } as const
  throw new Error('the sample has a vacancy')
}

describe('a figure of Seats and attendance', () => {
  it('explains people and cost of every session, and what all of them come to', () => {
    const [first] = rowsOf(sample, 'session')
    const held = applyChanges(sample, [updateChange(first!, 'session', { attendanceActual: 8000 })!])
    if (!held.ok) throw new Error('does not apply')
    expect(sessionFigures(held.value).some(({ came }) => came !== null)).toBe(true)
    expectSessions(held.value)
    expect(forEdits(expectSessions, 8)).toBeGreaterThan(0)
  })
})

describe('a figure of Hours per person', () => {
  it('explains the hours session by session, and names those that come too late', () => {
    expect(expectDoses(sample)).toBeGreaterThan(3)
    expect(forEdits((plan) => void expectDoses(plan), 8)).toBeGreaterThan(0)
    const late = new Map([...sample.session].map(([id, row]) => [id, { ...row, month: '2039-01' }]))
    const [{ componentId, roleId, waveId }] = dosesOf(sample) as [ReturnType<typeof dosesOf>[number]]
    const asked = { kind: 'dose', componentId, roleId, waveId, of: 'offered' } as const
    const explanation = explainRows({ ...sample, session: late }, asked)
    expect(totalOf(explanation)).toBe(0)
    expect(explanation.parts[1]!.heading).toBe('Not counted')
    expect(explanation.parts[1]!.lines.length).toBeGreaterThan(0)
  })
})

describe('the cost beside a position or a session', () => {
  it('is what the ledger counts, to the cent, and leads to what explains it there', () => {
    const run = runPlan(sample)
    if (!run.ok) throw new Error('the sample cannot be forecast')
    const { runs, ledger } = run.value
    const facts: ExplainFacts = { plan: sample, runs, ledger, headline: headlineOf(sample, runs, ledger) }
    for (const [table, key] of [
      ['position', 'costOfPosition'],
      ['session', 'costOfSession'],
    ] as const) {
      const values = rowFigures[key].valuesOf(sample)
      for (const { id } of rowsOf(sample, table)) {
        const cents = totalCents(ledgerOf(sample), { kind: table, id }).costCents
        expect(values.get(id)).toBe(cents)
        for (const { question, amount } of rowFigures[key].lines(sample, id)) {
          const inTurn = totalOf(explainFigure(facts, question!))
          expect(inTurn).toBe(table === 'position' ? amount : cents)
        }
      }
    }
  })

  it('of the fiscal year of the as-of month is that year of the ledger', () => {
    const values = rowFigures.yearCostOfPosition.valuesOf(sample)
    const label = rowFigures.yearCostOfPosition.label(sample)
    const fiscalYear = Number(label.slice(-4))
    const { from, to } = yearPlaces(sample).find((year) => year.fiscalYear === fiscalYear)!
    const ledger = ledgerOf(sample)
    const inYear = (id: string): number =>
      ledger.lines
        .filter((one) => one.kind === 'position' && one.id === id)
        .reduce((sum, { costCents }) => sum + costCents.slice(from, to).reduce((all, cents) => all + cents, 0), 0)
    for (const { id } of rowsOf(sample, 'position')) expect(values.get(id)).toBe(inYear(id))
    expect([...values.values()].some((cents) => cents > 0)).toBe(true)
  })
})
