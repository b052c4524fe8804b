import { guessMapping } from '@shared/exchange/guess'
import { columnNames } from '@shared/exchange/header'
import { mappingFromJson, type Mapping } from '@shared/exchange/mapping'
import type { Sheet } from '@shared/exchange/sheet'
import {
  columnsOf,
  guessStaffTotals,
  staffTotalsFromJson,
  type StaffTotalsMapping,
} from '@shared/exchange/staff-totals-mapping'
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

/** What a kept matching is filed under: the table that its rows become, or the subject where they become several. */
const keptUnder = (subject: Subject): string => aboutSubject(subject).table ?? subject

/** The texts of the matchings that are kept for a subject. */
async function keptFor(subject: Subject): Promise<string[]> {
  const { file } = useWorkbook.getState()
  const answer = file ? await call('mapping.list', { sessionId: file.sessionId }) : null
  return answer?.ok ? answer.value.flatMap(({ table, json }) => (table === keptUnder(subject) ? [json] : [])) : []
}

const allIn = (columns: readonly string[], names: readonly string[]): boolean =>
  columns.length > 0 && columns.every((column) => names.includes(column))

/** The kept matching for a subject whose columns all stand in this sheet. */
async function remembered(subject: Subject, names: readonly string[]): Promise<Mapping | null> {
  for (const json of await keptFor(subject)) {
    const mapping = mappingFromJson(json)
    if (!mapping.ok) continue
    const columns = mapping.value.fields.flatMap(({ source }) => (source.kind === 'column' ? [source.column] : []))
    if (allIn(columns, names)) return mapping.value
  }
  return null
}

/** The kept matching of district totals whose columns all stand in this sheet. */
async function rememberedTotals(names: readonly string[]): Promise<StaffTotalsMapping | null> {
  for (const json of await keptFor('staff-totals')) {
    const totals = staffTotalsFromJson(json)
    if (totals.ok && allIn(columnsOf(totals.value), names)) return totals.value
  }
  return null
}

/** Matches the columns before the planner looks at them: as the last time, else by their names and samples. */
export async function matchColumns(subject: Subject, sheet: Sheet, headerRow: number): Promise<Matching> {
  const names = columnNames(sheet.rows, headerRow)
  const { table } = aboutSubject(subject)
  if (subject === 'staff-totals') {
    const kept = await rememberedTotals(names)
    return { ...unmatched, totals: { ...(kept ?? guessStaffTotals(names)), headerRow }, isRemembered: kept !== null }
  }
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
export async function rememberMatching(
  subject: Subject,
  { mapping, totals }: Pick<Matching, 'mapping' | 'totals'>,
): Promise<void> {
  const { file } = useWorkbook.getState()
  const kept = mapping ? { ...mapping, headerRow: null, filters: [] } : totals && { ...totals, headerRow: null }
  if (!file || kept === null) return
  const about = { name: aboutSubject(subject).label, table: keptUnder(subject), json: JSON.stringify(kept) }
  await call('mapping.save', { sessionId: file.sessionId, mapping: about })
}
