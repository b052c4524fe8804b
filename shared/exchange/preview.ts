import type { Mapping } from './mapping'
import { planImport, type ImportPlan } from './plan-import'
import type { Progress } from './progress'
import type { Sheet } from './sheet'
import { spreadStaffTotals } from './staff-totals'
import { formatNumber } from '../plan/format'
import type { Plan } from '../plan/plan'
import { countWords } from '../plan/words'
import { changeWords } from './change-words'
import { firstRows, outcomes, rowDetail, type ImportQuestion, type Preview, type PreviewRow } from './preview-content'
import { previewTables } from './preview-tables'

const besidesWords = ({ besides }: ImportPlan): string[] =>
  besides.map(({ table, added, changed }) => {
    const parts = [
      added > 0 ? `${countWords(table, added)} added` : null,
      changed > 0 ? `${countWords(table, changed)} changed` : null,
    ]
    return `Along with them: ${parts.filter((part) => part !== null).join(', ')}.`
  })

const nothing: Preview = {
  changes: [],
  summary: { added: 0, changed: 0, unchanged: 0, skipped: 0, removed: 0 },
  problems: [],
  rows: [],
  rowCount: 0,
  remarks: [],
  tables: [],
}

function mapped(plan: Plan, mapping: Mapping, sheet: Sheet, newId: () => string, progress: Progress): Preview {
  const answer = planImport(plan, mapping, sheet, newId, progress)
  const words = changeWords(plan, answer.changes, mapping.table)
  const rows = answer.rows.map((row): PreviewRow => ({
    key: String(row.sheetRow),
    label: row.label === '' ? `Row ${row.sheetRow}` : row.label,
    detail: rowDetail(`row ${row.sheetRow}`, row, words),
    outcome: outcomes[row.outcome],
  }))
  return {
    ...answer,
    ...firstRows(rows),
    summary: { ...answer.summary, removed: 0 },
    remarks: besidesWords(answer),
    tables: [],
  }
}

function spread(plan: Plan, { totals, sheet, fileName }: ImportQuestion, newId: () => string): Preview {
  if (!totals) return nothing
  const answer = spreadStaffTotals(plan, totals, sheet, fileName, newId)
  const rows = answer.staff.map(({ unitId, unitName, roleName, headcount, before }): PreviewRow => ({
    key: `${unitId} ${roleName}`,
    label: `${unitName}: ${roleName}`,
    detail: before === null ? formatNumber(headcount) : `${formatNumber(before)} → ${formatNumber(headcount)}`,
    outcome: before === null ? 'Added' : before === headcount ? 'Unchanged' : 'Changed',
  }))
  return {
    ...answer,
    ...firstRows(rows),
    summary: { ...answer.summary, removed: 0 },
    remarks: answer.assumptions,
    tables: [],
  }
}

/** What the import would do to a plan; the plan stays as it is. `progress` is told how much is through, 0–1. */
export function previewOf(plan: Plan, question: ImportQuestion, newId: () => string, progress: Progress): Preview {
  const { kind, sheet, mapping } = question
  if (kind === 'totals') return spread(plan, question, newId)
  if (kind === 'tables') return previewTables(plan, question, newId, progress)
  return mapping ? mapped(plan, mapping, sheet, newId, progress) : nothing
}
