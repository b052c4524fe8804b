import { readFileSync } from 'node:fs'
import { applyChanges } from '@shared/plan/apply'
import type { Change } from '@shared/plan/change'
import { insertChange } from '@shared/plan/edit'
import { emptyPlan, newRow, planRowId, type Plan } from '@shared/plan/plan'
import type { TableName } from '@shared/plan/table-name'
import type { Row } from '@shared/plan/tables'
import { validate } from '@shared/plan/validate'
import { mappingFromJson, type Mapping } from '@shared/exchange/mapping'
import type { Sheet } from '@shared/exchange/sheet'
import { staffTotalsFrom, type StaffTotalsMapping } from '@shared/exchange/staff-totals-mapping'
import type { Result } from '@shared/plan/result'

/** A source of ids that gives the same ones every time. */
export const idSource = (prefix = 'a'): (() => string) => {
  let count = 0
  return () => {
    count += 1
    return `${prefix.padStart(8, '0')}-0000-4000-8000-${String(count).padStart(12, '0')}`
  }
}

/** The plan after changes that must be valid. */
export const committed = (plan: Plan, changes: readonly Change[]): Plan => {
  const problems = validate(plan, changes)
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'))
  const applied = applyChanges(plan, changes)
  if (!applied.ok) throw new Error(applied.error.map(({ message }) => message).join('\n'))
  return applied.value
}

export const withRow = <T extends TableName>(plan: Plan, table: T, id: string, values: Partial<Row<T>>): Plan =>
  committed(plan, [insertChange(table, newRow(table, id, values))])

/** A plan of one district that has nothing in it yet. */
export const newPlan: Plan = withRow(emptyPlan, 'plan', planRowId, {
  district: 'Cedar Hollow ISD',
  startMonth: '2026-07',
  currencyYear: 2026,
})

/** A sheet from rows of cells. */
export const sheetOf = (...rows: Sheet['rows'][number][]): Sheet => ({ name: 'Sheet1', rows })

/** A fixture without quotes in it that matter, as the reader of files gives it: every cell a text. */
export const fixtureSheet = (name: 'campuses' | 'district-staff'): Sheet => {
  const text = readFileSync(`test/fixtures/schools/${name}.csv`, 'utf8').replaceAll(
    '"FLATS EL, ANNEX"',
    'FLATS EL ANNEX',
  )
  const lines = text.trim().split('\n')
  return { name, rows: lines.map((line) => line.split(',').map((cell) => (cell === '' ? null : cell))) }
}

const exampleText = (name: string): string => readFileSync(`resources/mappings/${name}.json`, 'utf8')

const right = <T>(read: Result<T, string>): T => {
  if (!read.ok) throw new Error(read.error)
  return read.value
}

/** The matching of the school directory that ships as an example. */
export const schoolDirectory: Mapping = right(mappingFromJson(exampleText('texas-campuses')))

/** The matching of district totals that ships as an example. */
export const districtStaff: StaffTotalsMapping = right(staffTotalsFrom(JSON.parse(exampleText('texas-district-staff'))))

/** The school directory's matching for the schools of one district only. */
export const directoryOf = (district: string): Mapping => ({
  ...schoolDirectory,
  filters: [...schoolDirectory.filters, { column: 'LEANM', test: 'equals', value: district }],
})
