import { applyChanges } from '@shared/plan/apply'
import type { Plan } from '@shared/plan/plan'
import { buildReport } from '@shared/report/build-report'
import type { Audience, Block, Report, ReportTable, SectionId } from '@shared/report/report'
import type { NamedPlan, ReportOptions } from '@shared/report/report-input'
import { samplePlan } from '../../fixtures/sample-plan'

export const plan = samplePlan()
export const optionsFor = (audience: Audience, date = '2026-11-23'): ReportOptions => ({
  audience,
  date,
  decisionAsked: null,
  contact: null,
  isDraft: false,
})

export function reportOf(subject: Plan, options: ReportOptions, choices: readonly NamedPlan[] = []): Report {
  const report = buildReport({ subject: { name: null, question: null, plan: subject }, choices, options })
  if (!report.ok) throw new Error('the plan cannot be forecast')
  return report.value
}

export const blocksOf = (report: Report, id: SectionId): readonly Block[] =>
  report.sections.find((section) => section.id === id)?.blocks ?? []

export function tableOf(report: Report, id: string): ReportTable {
  const tables = report.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
  )
  const found = tables.find((table) => table.id === id)
  if (!found) throw new Error(`the report has no table ${id}`)
  return found
}

export const changed = (before: Plan, changes: Parameters<typeof applyChanges>[1]): Plan => {
  const after = applyChanges(before, changes)
  if (!after.ok) throw new Error('the changes do not fit')
  return after.value
}
