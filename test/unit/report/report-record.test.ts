import { describe, expect, it } from 'vitest'
import { headlineOf } from '@shared/forecast/headline'
import { runPlan } from '@shared/forecast/run'
import { insertChange } from '@shared/plan/edit'
import { newRow, rowsOf } from '@shared/plan/plan'
import { lastReport, reportChanges } from '@shared/report/last-report'
import { type Audience, type ReportTable } from '@shared/report/report'
import { planFacts } from '@shared/report/report-input'
import { idSource } from '../../fixtures/ids'
import { changed, optionsFor, plan, reportOf } from './report-of.ts'

describe('the figures of a report', () => {
  const run = runPlan(plan)
  if (!run.ok) throw new Error('the plan cannot be forecast')
  const headline = headlineOf(plan, run.value.runs, run.value.ledger)

  it('are kept once a day for the same readers', () => {
    const options = optionsFor('board', '2026-06-01')
    const once = changed(plan, reportChanges(plan, headline, options, idSource(9)))
    expect(reportChanges(once, headline, options, idSource(10))).toEqual([])
    const other = changed(once, reportChanges(once, headline, { ...options, contact: 'Office' }, idSource(11)))
    expect(other.report.size).toBe(once.report.size)
    expect(lastReport(other, 'board', '2026-06-02')?.texts['schoolsAtScale']).toBe('0 of 7')
  })

  it('that nobody can read any more are none', () => {
    const row = newRow('report', idSource(12)(), { date: '2026-01-01', figures: 'typed by hand' })
    const after = changed(plan, [insertChange('report', row)])
    expect(lastReport(after, 'board', '2026-06-01')).toEqual({ date: '2026-01-01', texts: {} })
  })
})

describe('the sources of a report', () => {
  const tablesOf = (audience: Audience): ReportTable[] =>
    reportOf(plan, optionsFor(audience)).sources.blocks.flatMap((block) =>
      block.kind === 'table' ? [block.table] : [],
    )

  it('say of every headline figure, as it is printed, how it is worked out and which rows it uses', () => {
    const [how] = tablesOf('board')
    const facts = planFacts({ name: null, question: null, plan })
    if (!facts.ok) throw new Error('the plan cannot be forecast')
    for (const { label, text } of facts.value.headline.figures) {
      const row = how?.rows.find(([figure]) => figure === label)
      expect(row?.[1]).toBe(text)
      expect(String(row?.[2]).length).toBeGreaterThan(20)
    }
    expect(how?.rows.map((row) => row[3]).join()).toMatch(/Positions: \d+/)
  })

  it('name rows for those who plan, and only count them for those who get the report', () => {
    const codes = rowsOf(plan, 'position').flatMap(({ code }) => (code === null ? [] : [`(${code})`]))
    const mentions = (audience: Audience): boolean => {
      const text = JSON.stringify(tablesOf(audience))
      return codes.some((code) => text.includes(code))
    }
    expect(codes.length).toBeGreaterThan(0)
    expect({ cabinet: mentions('cabinet'), board: mentions('board') }).toEqual({ cabinet: true, board: false })
    expect(tablesOf('board')).toHaveLength(1)
  })
})
