import { guessMapping } from '@shared/exchange/guess'
import { columnNames } from '@shared/exchange/header'
import { mappingFromJson, type Mapping } from '@shared/exchange/mapping'
import type { Sheet } from '@shared/exchange/sheet'
import { guessStaffTotals, type StaffTotalsMapping } from '@shared/exchange/staff-totals-mapping'
import { foldText, namesOf } from '@shared/plan/names'
import type { Plan } from '@shared/plan/plan'
import { districtOf } from '@shared/plan/words'
import { call } from '../bridge'
import { useWorkbook } from '../workbook'
import { textsOf } from './sheet-texts'
import { aboutSubject, type Subject } from './subjects'

/** How the columns of a sheet are matched to the plan; one of the two by subject, neither for exported tables. */
export type Matching = {
  readonly mapping: Mapping | null
  readonly totals: StaffTotalsMapping | null
  /** True where the columns are matched as they were the last time. */
  readonly isRemembered: boolean
}

export const unmatched: Matching = { mapping: null, totals: null, isRemembered: false }

/** Schools of many districts in one file: only the plan's own, where it can be told by name. */
function withOwnDistrict(mapping: Mapping, plan: Plan, sheet: Sheet, headerRow: number): Mapping {
  const { parent, filters } = mapping
  if (!parent || filters.length > 0) return mapping
  const names = textsOf(sheet, headerRow, parent.nameColumn)
  if (names.length < 2) return mapping
  const own = foldText(districtOf(plan))
  const match = names.find((name) => foldText(name) === own)
  return { ...mapping, filters: [{ column: parent.nameColumn, test: 'equals', value: match ?? '' }] }
}

/** The kept matching for a subject whose columns all stand in this sheet. */
async function remembered(subject: Subject, names: readonly string[]): Promise<Mapping | null> {
  const { file } = useWorkbook.getState()
  const answer = file ? await call('mapping.list', { sessionId: file.sessionId }) : null
  if (!answer?.ok) return null
  for (const kept of answer.value) {
    const mapping = mappingFromJson(kept.json)
    if (!mapping.ok || kept.table !== aboutSubject(subject).table) continue
    const columns = mapping.value.fields.flatMap(({ source }) => (source.kind === 'column' ? [source.column] : []))
    if (columns.length > 0 && columns.every((column) => names.includes(column))) return mapping.value
  }
  return null
}

/** Matches the columns before the planner looks at them: as the last time, else by their names and samples. */
export async function matchColumns(subject: Subject, sheet: Sheet, headerRow: number): Promise<Matching> {
  const names = columnNames(sheet.rows, headerRow)
  const { table } = aboutSubject(subject)
  if (subject === 'staff-totals') return { ...unmatched, totals: { ...guessStaffTotals(names), headerRow } }
  if (!table) return unmatched
  const { plan } = useWorkbook.getState()
  const kept = await remembered(subject, names)
  if (kept) {
    const mapping = withOwnDistrict({ ...kept, headerRow }, plan, sheet, headerRow)
    return { ...unmatched, mapping, isRemembered: true }
  }
  const samples = sheet.rows.slice(headerRow + 1, headerRow + 60)
  const guessed = { ...guessMapping(table, names, samples, namesOf(plan)), headerRow }
  return { ...unmatched, mapping: withOwnDistrict(guessed, plan, sheet, headerRow) }
}

/** Keeps a matching in the workbook, so that next year's file needs none; its row filters belong to one file only. */
export async function rememberMatching(subject: Subject, mapping: Mapping): Promise<void> {
  const { file } = useWorkbook.getState()
  const { table, label } = aboutSubject(subject)
  if (!file || table === null) return
  const json = JSON.stringify({ ...mapping, headerRow: null, filters: [] })
  await call('mapping.save', { sessionId: file.sessionId, mapping: { name: label, table, json } })
}
