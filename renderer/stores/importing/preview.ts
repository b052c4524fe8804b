import type { CellProblem } from '@shared/exchange/import-problem'
import type { Mapping } from '@shared/exchange/mapping'
import { planImport, type ImportPlan, type ImportSummary } from '@shared/exchange/plan-import'
import type { Sheet } from '@shared/exchange/sheet'
import { spreadStaffTotals } from '@shared/exchange/staff-totals'
import type { StaffTotalsMapping } from '@shared/exchange/staff-totals-mapping'
import { planWorkbookImport } from '@shared/exchange/workbook-import'
import type { Change } from '@shared/plan/change'
import { formatNumber } from '@shared/plan/format'
import type { Plan } from '@shared/plan/plan'
import { tableOf } from '@shared/plan/tables'
import { countWords } from '@shared/plan/words'
import type { Subject } from './subjects'

export type PreviewRow = {
  readonly key: string
  readonly label: string
  readonly detail: string
  readonly outcome: 'Added' | 'Changed' | 'Unchanged' | 'Left out'
}

/** What an import would do, whatever it is about, as the last step shows it. */
export type Preview = {
  readonly changes: readonly Change[]
  readonly summary: ImportSummary
  readonly problems: readonly CellProblem[]
  readonly rows: readonly PreviewRow[]
  /** What comes along or was assumed, in sentences. */
  readonly remarks: readonly string[]
}

export type ImportQuestion = {
  readonly subject: Subject
  readonly sheets: readonly Sheet[]
  readonly sheet: Sheet
  readonly fileName: string
  readonly mapping: Mapping | null
  readonly totals: StaffTotalsMapping | null
}

const outcomes = { added: 'Added', changed: 'Changed', unchanged: 'Unchanged', skipped: 'Left out' } as const
const whys = {
  totals: 'a row of totals',
  filter: 'not among the rows you chose',
  problem: 'see the problems',
} as const

const besidesWords = ({ besides }: ImportPlan): string[] =>
  besides.map(({ table, added, changed }) => {
    const parts = [
      added > 0 ? `${countWords(table, added)} added` : null,
      changed > 0 ? `${countWords(table, changed)} changed` : null,
    ]
    return `Along with them: ${parts.filter((part) => part !== null).join(', ')}.`
  })

function mapped(plan: Plan, mapping: Mapping, sheet: Sheet, newId: () => string): Preview {
  const answer = planImport(plan, mapping, sheet, newId)
  return {
    ...answer,
    rows: answer.rows.map(({ sheetRow, outcome, label, why }) => ({
      key: String(sheetRow),
      label: label === '' ? `Row ${sheetRow}` : label,
      detail: why === null ? `row ${sheetRow}` : `row ${sheetRow}, ${whys[why]}`,
      outcome: outcomes[outcome],
    })),
    remarks: besidesWords(answer),
  }
}

function spread(plan: Plan, { totals, sheet, fileName }: ImportQuestion, newId: () => string): Preview {
  if (!totals) return nothing
  const answer = spreadStaffTotals(plan, totals, sheet, fileName, newId)
  return {
    ...answer,
    rows: answer.staff.map(({ unitId, unitName, roleName, headcount, before }) => ({
      key: `${unitId} ${roleName}`,
      label: `${unitName}: ${roleName}`,
      detail: before === null ? formatNumber(headcount) : `${formatNumber(before)} → ${formatNumber(headcount)}`,
      outcome: before === null ? 'Added' : before === headcount ? 'Unchanged' : 'Changed',
    })),
    remarks: answer.assumptions,
  }
}

function everyTable(plan: Plan, sheets: readonly Sheet[], newId: () => string): Preview {
  const { changes, tables, problems } = planWorkbookImport(plan, sheets, newId)
  const sum = (key: keyof ImportSummary): number => tables.reduce((total, { summary }) => total + summary[key], 0)
  const absent = tables.filter(({ absentIds }) => absentIds.length > 0)
  return {
    changes,
    problems,
    summary: { added: sum('added'), changed: sum('changed'), unchanged: sum('unchanged'), skipped: sum('skipped') },
    rows: tables.flatMap(({ table, rows }) =>
      rows
        .filter(({ outcome }) => outcome !== 'unchanged')
        .map(({ sheetRow, outcome, label }) => ({
          key: `${table} ${sheetRow}`,
          label: label === '' ? `Row ${sheetRow}` : label,
          detail: `${tableOf(table).label}, row ${sheetRow}`,
          outcome: outcomes[outcome],
        })),
    ),
    remarks: absent.map(
      ({ table, absentIds }) =>
        `${countWords(table, absentIds.length)} of the plan are not in the file. They stay as they are.`,
    ),
  }
}

const nothing: Preview = {
  changes: [],
  summary: { added: 0, changed: 0, unchanged: 0, skipped: 0 },
  problems: [],
  rows: [],
  remarks: [],
}

/** What the import would do to a plan; the plan stays as it is. */
export function previewOf(plan: Plan, question: ImportQuestion, newId: () => string): Preview {
  const { subject, sheets, sheet, mapping } = question
  if (subject === 'staff-totals') return spread(plan, question, newId)
  if (subject === 'tables') return everyTable(plan, sheets, newId)
  return mapping ? mapped(plan, mapping, sheet, newId) : nothing
}
