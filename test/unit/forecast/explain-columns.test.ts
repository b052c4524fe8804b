import { explainFigure, explainRows, type ExplainFacts, type Explanation } from '@shared/forecast/explain'
import { sustainFromOf } from '@shared/forecast/explain-cost-part'
import { reachedKinds, unitCostsOf, unitCostWords } from '@shared/forecast/explain-unit-cost'
import { headlineOf } from '@shared/forecast/headline'
import { figuresOfRow, rowFigureKeys, rowFigures } from '@shared/forecast/row-figures'
import { runPlan } from '@shared/forecast/run'
import { breakdownOf, type BreakdownBy } from '@shared/money/breakdown'
import { lineVariances, sessionVariances } from '@shared/money/planned-and-actual'
import { byFiscalYear } from '@shared/money/totals'
import { applyChanges } from '@shared/plan/apply'
import { updateChange } from '@shared/plan/edit'
import { rowsOf, type Plan } from '@shared/plan/plan'
import { tableNames } from '@shared/plan/table-name'
import { tableOf, type AnyRow } from '@shared/plan/tables'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryEdits } from '../../fixtures/arbitrary-plan.ts'
import { samplePlan } from '../../fixtures/sample-plan.ts'

const plan = samplePlan()
const run = runPlan(plan)
if (!run.ok) throw new Error('the sample cannot be forecast')
const { runs, ledger } = run.value
const facts: ExplainFacts = { plan, runs, ledger, headline: headlineOf(plan, runs, ledger) }

/** Parts add up to their totals, and every row that is named is there. */
function expectSound(of: Plan, { parts, sources, how, title }: Explanation): void {
  expect(title).not.toBe('')
  expect(how).toMatch(/\.$/)
  for (const { lines, total } of parts)
    expect(lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0)).toBe(total === null ? 0 : total.amount)
  for (const { rows } of [...parts.flatMap(({ lines }) => lines), ...sources])
    for (const { table, id } of rows) expect(of[table].has(id)).toBe(true)
}

const totalOf = ({ parts }: Explanation, at = 0): number | undefined => parts[at]?.total?.amount

/** Every computed cell of every sheet explains itself as what it shows. */
function expectCells(of: Plan): number {
  let cells = 0
  for (const key of rowFigureKeys) {
    const { table, valuesOf, print: short, printExactly: print = short } = rowFigures[key]
    const values = valuesOf(of)
    for (const { id } of rowsOf(of, table)) {
      const explanation = explainRows(of, { kind: 'rowFigure', key, id })
      expectSound(of, explanation)
      expect({ key, amount: totalOf(explanation) }).toEqual({ key, amount: values.get(id) ?? 0 })
      expect(explanation.value).toBe(print(values.get(id) ?? 0))
      cells += 1
    }
  }
  return cells
}

describe('a computed column of a sheet', () => {
  it('explains every cell of the sample as what it shows', () => {
    expect(expectCells(plan)).toBeGreaterThan(25)
    for (const key of rowFigureKeys) expect([...rowFigures[key].valuesOf(plan).values()].some((v) => v > 0)).toBe(true)
  })

  it('does so after whatever edits', () => {
    let cells = 0
    const property = fc.property(arbitraryEdits(plan), (changes) => {
      const applied = applyChanges(plan, changes)
      if (applied.ok) cells += expectCells(applied.value)
    })
    fc.assert(property, { numRuns: 15 })
    expect(cells).toBeGreaterThan(0)
  })

  it('leads from the staff of a wave to the staff of each of its schools', () => {
    const pilot = rowsOf(plan, 'wave')[0]!
    const [part] = explainRows(plan, { kind: 'rowFigure', key: 'staffOfWave', id: pilot.id }).parts
    expect(part!.lines.length).toBeGreaterThan(1)
    for (const { question, amount } of part!.lines) expect(totalOf(explainFigure(facts, question!))).toBe(amount)
  })

  it('has no figure for a district, which only holds schools together', () => {
    const district = rowsOf(plan, 'unit').find(({ kind }) => kind === 'district')!
    expect(figuresOfRow(plan, 'unit', district.id)).toEqual([])
  })
})

describe('a total of a sheet', () => {
  const ids = (table: Parameters<typeof rowsOf>[1]): string[] => rowsOf(plan, table).map(({ id }) => id)

  it('adds up the rows of every column that adds up, in every table of the sample', () => {
    let totals = 0
    for (const table of tableNames) {
      const figures = rowFigureKeys.filter((key) => rowFigures[key].table === table)
      const fields = Object.entries(tableOf(table).fields).flatMap(([key, { kind }]) =>
        kind === 'money' || kind === 'fte' || key === 'headcount' || key === 'enrolment' ? [key] : [],
      )
      for (const key of [...figures, ...fields]) {
        const explanation = explainRows(plan, { kind: 'columnTotal', table, key, ids: ids(table), of: null })
        expectSound(plan, explanation)
        const rows: readonly AnyRow[] = rowsOf(plan, table)
        const figure = figures.find((one) => one === key)
        const values = figure && rowFigures[figure].valuesOf(plan)
        const sum = rows.reduce((all, row) => all + (values ? (values.get(row.id) ?? 0) : Number(row[key] ?? 0)), 0)
        expect({ table, key, sum: totalOf(explanation) }).toEqual({ table, key, sum })
        totals += 1
      }
    }
    expect(totals).toBeGreaterThan(12)
  })

  it('takes only the rows that are shown, and says which', () => {
    const some = ids('unit').slice(1, 4)
    const asked = { kind: 'columnTotal', table: 'unit', key: 'enrolment', ids: some } as const
    const explanation = explainRows(plan, { ...asked, of: 'Elementary' })
    expect(explanation.title).toBe('Students, Elementary')
    expect(explainRows(plan, { ...asked, of: null }).title).toBe('Students, 3 schools or departments')
    expect(totalOf(explanation)).toBe(some.reduce((sum, id) => sum + (plan.unit.get(id)?.enrolment ?? 0), 0))
  })

  it('keeps adding up where there are more rows than lines', () => {
    const group = rowsOf(plan, 'staffGroup')[0]!
    const many = Array.from({ length: 700 }, (_, n) => ({ ...group, id: `group-${n}`, headcount: n }))
    const large: Plan = { ...plan, staffGroup: new Map(many.map((row) => [row.id, row])) }
    const of = { kind: 'columnTotal', table: 'staffGroup', key: 'headcount', of: null } as const
    const [part] = explainRows(large, { ...of, ids: many.map(({ id }) => id) }).parts
    expect(part!.total!.amount).toBe((699 * 700) / 2)
    expect(part!.lines.at(-1)).toMatchObject({ label: '200 smaller ones', amount: (199 * 200) / 2 })
  })
})

describe('a figure of Money by year', () => {
  const ways: readonly BreakdownBy[] = ['source', 'phase', 'unit', 'component', 'category']

  it.each(ways)('explains itself to the cent, told apart by %s', (by) => {
    const table = breakdownOf({ plan, ledger, by, sustainFrom: sustainFromOf(runs) })
    expect(table.rows.length).toBeGreaterThan(1)
    for (const { key, cents, sumCents } of table.rows) {
      for (const [at, amount] of [...cents, sumCents].entries()) {
        const fiscalYear = table.fiscalYears[at] ?? null
        const explanation = explainFigure(facts, { kind: 'costPart', by, key, fiscalYear })
        expectSound(plan, explanation)
        expect({ key, fiscalYear, amount: totalOf(explanation) }).toEqual({ key, fiscalYear, amount })
        // where a part takes whole lines, who pays them comes to the same
        expect(totalOf(explanation, 1) ?? amount).toBe(amount)
      }
    }
  })

  it('explains what is needed for good and what only for the push, which come to the whole', () => {
    for (const { fiscalYear, costCents, recurringNeed } of byFiscalYear(plan, ledger)) {
      const good = explainFigure(facts, { kind: 'costOfNeed', isRecurring: true, fiscalYear })
      const push = explainFigure(facts, { kind: 'costOfNeed', isRecurring: false, fiscalYear })
      expectSound(plan, good)
      expectSound(plan, push)
      expect(totalOf(good)).toBe(recurringNeed.costCents)
      expect(totalOf(push)).toBe(costCents - recurringNeed.costCents)
    }
  })

  it('explains what a year costs for each of those it reaches', () => {
    for (const year of unitCostsOf(facts)) {
      for (const of of reachedKinds) {
        const explanation = explainFigure(facts, { kind: 'unitCost', of, fiscalYear: year.fiscalYear })
        expectSound(plan, explanation)
        expect(explanation.value).toBe(unitCostWords(year, of))
        const reached = { school: year.schools, staff: year.staff, student: year.students ?? 0, fidelity: undefined }
        expect(totalOf(explanation, 1)).toBe(reached[of])
      }
    }
  })

  it('explains what was spent against what was planned', () => {
    const lines = lineVariances(plan)
    expect(lines.length).toBeGreaterThan(0)
    for (const { lineId, fiscalYear, overCents } of lines) {
      const explanation = explainFigure(facts, { kind: 'lineVariance', lineId, fiscalYear })
      expectSound(plan, explanation)
      expect(totalOf(explanation)).toBe(overCents)
    }
  })

  it('explains what a session cost as held against as planned', () => {
    const session = rowsOf(plan, 'session')[0]!
    const change = updateChange(session, 'session', { attendanceActual: 5 })!
    const applied = applyChanges(plan, [change])
    if (!applied.ok) throw new Error('does not apply')
    const held = sessionVariances(applied.value)
    expect(held.map(({ sessionId }) => sessionId)).toContain(session.id)
    for (const { sessionId, actualCents, plannedCents } of held) {
      const explanation = explainFigure({ ...facts, plan: applied.value }, { kind: 'sessionVariance', sessionId })
      expectSound(applied.value, explanation)
      expect(totalOf(explanation)).toBe(actualCents - plannedCents)
    }
  })
})
