import type { Field } from '../plan/field'
import { foldText } from '../plan/names'
import { inOrder, type Plan } from '../plan/plan'
import { parseText } from '../plan/parse-text'
import { tables, type Row } from '../plan/tables'
import type { Change } from '../plan/change'
import { validate } from '../plan/validate'
import { apportion } from './apportion'
import { averagePaySentence, positionsToPay, type SuggestedPay } from './average-pay'
import { Draft } from './draft'
import { columnNames, findHeaderRow } from './header'
import { importNames, type ImportNames } from './import-names'
import { problemAt, type CellProblem } from './import-problem'
import { findDistrict } from './parent-unit'
import { isTotalsRow } from './row-filter'
import { schoolSizes, sizeRule, type SchoolSize } from './school-size'
import { cellText, isBlankRow, type Sheet, type SheetCell } from './sheet'
import type { StaffColumn, StaffTotalsMapping } from './staff-totals-mapping'

/** One staff group as it will be: full-time equivalents at a place, and what stood there before. */
export type SpreadStaff = {
  readonly unitId: string
  readonly unitName: string
  readonly roleName: string
  readonly headcount: number
  readonly before: number | null
}

export type StaffSpread = {
  readonly changes: readonly Change[]
  /** Staff groups by what becomes of them; `skipped` counts rows of districts that the plan does not have. */
  readonly summary: {
    readonly added: number
    readonly changed: number
    readonly unchanged: number
    readonly skipped: number
  }
  readonly staff: readonly SpreadStaff[]
  /** Average pay by role; it stands in for positions without pay, and is kept as a note at the district. */
  readonly suggestedPay: readonly SuggestedPay[]
  /** What was assumed, in sentences; the same stand in the plan as notes. */
  readonly assumptions: readonly string[]
  readonly problems: readonly CellProblem[]
}

type Run = {
  readonly draft: Draft
  readonly names: ImportNames
  readonly sheet: Sheet
  readonly mapping: StaffTotalsMapping
  readonly columnOf: (name: string | null) => number
  readonly source: string
  readonly staff: SpreadStaff[]
  readonly pay: SuggestedPay[]
  readonly assumptions: string[]
  readonly problems: CellProblem[]
}

type District = { readonly row: number; readonly cells: readonly SheetCell[]; readonly unit: Row<'unit'> }

/** Reads a figure through the rules of a field; null where the column or the cell is empty, or cannot be read (then told). */
const figure = (
  run: Run,
  { row, cells }: Pick<District, 'row' | 'cells'>,
  column: string | null,
  field: Field,
): number | null => {
  const at = run.columnOf(column)
  const text = at < 0 ? '' : cellText(cells[at])
  if (text === '') return null
  const isPercent = field.kind === 'share' && !text.endsWith('%')
  const read = parseText(field, isPercent ? `${text}%` : text)
  if (read.ok) return typeof read.value === 'number' ? read.value : null
  run.problems.push(problemAt({ sheet: run.sheet.name, row, column: at }, cells[at], 'not-understood', read.error))
  return null
}

const isWithin = (draft: Draft, unitId: string | null, districtId: string): boolean => {
  let at = unitId
  for (let steps = 0; at !== null && steps < 20; steps += 1) {
    if (at === districtId) return true
    const parent = draft.get('unit', at)?.['parentId']
    at = typeof parent === 'string' ? parent : null
  }
  return false
}

const schoolsOf = ({ draft }: Run, districtId: string): Row<'unit'>[] =>
  inOrder(
    [...draft.rows('unit')]
      .map((row) => row as unknown as Row<'unit'>)
      .filter((unit) => unit.kind === 'school' && isWithin(draft, unit.parentId, districtId)),
  )

const roleId = ({ draft, names }: Run, { role, kind }: StaffColumn): string => {
  const wanted = foldText(role)
  for (const row of draft.rows('role')) {
    const name = foldText(String(row['name']))
    if (name === wanted || name === `${wanted}s`) return row.id
  }
  const { id } = draft.insert('role', { name: role, kind })
  names.learn('role', id)
  return id
}

const groupOf = (draft: Draft, unitId: string, role: string): Row<'staffGroup'> | undefined => {
  for (const row of draft.rows('staffGroup')) {
    if (row['unitId'] === unitId && row['roleId'] === role) return row as unknown as Row<'staffGroup'>
  }
  return undefined
}

const setGroup = (
  run: Run,
  unit: Row<'unit'>,
  column: StaffColumn,
  headcount: number,
  turnover: number | null,
): void => {
  const role = roleId(run, column)
  const before = groupOf(run.draft, unit.id, role)
  const values = { headcount, ...(turnover === null ? {} : { annualTurnover: turnover }) }
  if (before) run.draft.update('staffGroup', before.id, values)
  else run.draft.insert('staffGroup', { unitId: unit.id, roleId: role, ...values })
  const roleName = run.names.nameOf('role', role)
  run.staff.push({ unitId: unit.id, unitName: unit.name, roleName, headcount, before: before?.headcount ?? null })
}

/** Full-time equivalents in whole tenths (hundredths where the total has them), so that parts add up to the total. */
const spreadFte = (total: number, sizes: readonly SchoolSize[]): number[] => {
  const steps = Math.abs(total * 10 - Math.round(total * 10)) < 1e-6 ? 10 : 100
  const weights = sizes.map(({ students }) => students)
  return apportion(Math.round(total * steps), weights).map((part) => part / steps)
}

const setNote = (
  run: Run,
  row: string,
  field: string | null,
  text: string,
  table: 'unit' | 'positionPeriod' = 'unit',
): void => {
  const about = { aboutTable: table, aboutRow: row, aboutField: field, source: run.source }
  for (const noted of run.draft.rows('note')) {
    if (Object.entries(about).every(([key, value]) => noted[key] === value)) {
      run.draft.update('note', noted.id, { text })
      return
    }
  }
  run.draft.insert('note', { ...about, text })
}

/** Takes students and their share of disadvantaged over to schools that lack them, with a note where it is an estimate. */
const fillSchools = (
  run: Run,
  sizes: readonly SchoolSize[],
  total: number | null,
  disadvantaged: number | null,
): void => {
  for (const { school, students, isEstimated } of sizes) {
    if (isEstimated && total !== null) {
      run.draft.update('unit', school.id, { enrolment: students })
      setNote(
        run,
        school.id,
        'enrolment',
        `Estimated from the ${total.toLocaleString('en-US')} students of the district. ${sizeRule}`,
      )
    }
    if (disadvantaged !== null && school.economicallyDisadvantagedShare === null) {
      run.draft.update('unit', school.id, { economicallyDisadvantagedShare: disadvantaged })
      setNote(run, school.id, 'economicallyDisadvantagedShare', 'Taken over from the district as a whole.')
    }
  }
}

/** Keeps the averages at the district, and gives them to its positions that have no pay yet. */
const takePay = (run: Run, unit: Row<'unit'>): void => {
  const pay = run.pay.filter(({ districtName }) => districtName === unit.name)
  if (pay.length === 0) return
  const districts = [...run.draft.rows('unit')].filter(({ kind }) => kind === 'district')
  const isHere = (unitId: string | null): boolean =>
    unitId === null ? districts.length === 1 : isWithin(run.draft, unitId, unit.id)
  const paid = positionsToPay(run.draft, pay, isHere)
  for (const { periodId, roleName, salaryCents } of paid) {
    run.draft.update('positionPeriod', periodId, { salaryCents })
    setNote(run, periodId, 'salaryCents', `The average pay of ${roleName} in ${unit.name}.`, 'positionPeriod')
  }
  setNote(run, unit.id, 'name', averagePaySentence(pay))
  const given = paid.length > 0 ? ` ${paid.length} positions without pay are given it.` : ''
  run.assumptions.push(`${averagePaySentence(pay)} It is kept as a note at ${unit.name}.${given}`)
}

const schoolsMissing = (run: Run, { row, unit }: District): void => {
  const message = `The plan has no school of ${unit.name} yet. Import its schools first; its staff is spread over them.`
  const column = run.columnOf(run.mapping.nameColumn ?? run.mapping.codeColumn)
  const cell = run.sheet.rows[row]?.[column]
  run.problems.push(problemAt({ sheet: run.sheet.name, row, column }, cell, 'no-place', message))
}

const spreadDistrict = (run: Run, district: District): void => {
  const { unit } = district
  const { enrolment, economicallyDisadvantagedShare } = tables.unit.fields
  const students = figure(run, district, run.mapping.studentsColumn, enrolment)
  const disadvantaged = figure(run, district, run.mapping.disadvantagedColumn, economicallyDisadvantagedShare)
  const schools = schoolsOf(run, unit.id)
  const sizes = schoolSizes(schools, students)
  for (const column of run.mapping.staff) {
    const total = figure(run, district, column.staffColumn, tables.staffGroup.fields.headcount)
    const turnover = figure(run, district, column.turnoverColumn, tables.staffGroup.fields.annualTurnover)
    const salaryCents = figure(run, district, column.salaryColumn, tables.positionPeriod.fields.salaryCents)
    if (salaryCents !== null) run.pay.push({ districtName: unit.name, roleName: column.role, salaryCents })
    if (total === null) continue
    if (column.place === 'district') setGroup(run, unit, column, total, turnover)
    else
      spreadFte(total, sizes).forEach((part, at) => schools[at] && setGroup(run, schools[at], column, part, turnover))
  }
  takePay(run, unit)
  if (schools.length === 0) schoolsMissing(run, district)
  else {
    fillSchools(run, sizes, students, disadvantaged)
    const text = `Staff of the schools is spread from the totals of ${unit.name}, by the number of their students.`
    setNote(run, unit.id, null, text)
    run.assumptions.push(text, ...(sizes.some(({ isEstimated }) => isEstimated) ? [sizeRule] : []))
  }
}

const districtsOf = (run: Run, headerRow: number): { found: District[]; skipped: number } => {
  const found: District[] = []
  let skipped = 0
  for (const [row, cells] of run.sheet.rows.entries()) {
    if (row <= headerRow || isBlankRow(cells)) continue
    const code = cellText(cells[run.columnOf(run.mapping.codeColumn)])
    const name = cellText(cells[run.columnOf(run.mapping.nameColumn)])
    const id = isTotalsRow(cells) ? null : findDistrict(run.draft, run.names, code, name)
    const unit = id === null ? undefined : run.draft.plan.unit.get(id)
    if (unit && !found.some((other) => other.unit.id === unit.id)) found.push({ row, cells, unit })
    else skipped += 1
  }
  return { found, skipped }
}

const summaryOf = (run: Run, skipped: number): StaffSpread['summary'] => {
  const isUnchanged = ({ before, headcount }: SpreadStaff): boolean => before === headcount
  return {
    added: run.staff.filter(({ before }) => before === null).length,
    changed: run.staff.filter((group) => group.before !== null && !isUnchanged(group)).length,
    unchanged: run.staff.filter(isUnchanged).length,
    skipped,
  }
}

/**
 * Spreads the staff totals of districts, one row each, over their schools: in proportion to students, by largest
 * remainder, so that the schools add up to the total to a tenth of a full-time equivalent. Districts are found by code
 * with or without leading zeros, else by name; those that the plan does not have are skipped. Roles that are missing are
 * added; staff of the central office goes to the district itself; schools without a number of students get an estimate,
 * with a note that says so and names `source`. The changes may be committed as they are. `newId` gives UUIDs.
 */
export const spreadStaffTotals = (
  plan: Plan,
  mapping: StaffTotalsMapping,
  sheet: Sheet,
  source: string,
  newId: () => string,
): StaffSpread => {
  const headerRow = mapping.headerRow ?? findHeaderRow(sheet.rows)
  const columns = new Map(columnNames(sheet.rows, headerRow).map((name, at) => [name, at]))
  const draft = new Draft(plan, newId)
  const run: Run = {
    draft,
    names: importNames(draft),
    sheet,
    mapping,
    columnOf: (name) => (name === null ? -1 : (columns.get(name) ?? -1)),
    source: source.trim().slice(0, 400),
    staff: [],
    pay: [],
    assumptions: [],
    problems: [],
  }
  const { found, skipped } = districtsOf(run, headerRow)
  for (const district of found) spreadDistrict(run, district)
  const atHeader = { sheet: sheet.name, row: headerRow, column: 0 }
  if (found.length === 0) {
    const message = 'None of the districts of this sheet is in the plan. Import its schools first, with their district.'
    run.problems.push(problemAt(atHeader, null, 'no-place', message))
  }
  const changes = draft.changes()
  const invalid = validate(plan, changes)
  run.problems.push(...invalid.map(({ message }) => problemAt(atHeader, null, 'not-valid', message)))
  return {
    changes: invalid.length > 0 ? [] : changes,
    summary: summaryOf(run, skipped),
    staff: run.staff,
    suggestedPay: run.pay,
    assumptions: run.assumptions,
    problems: run.problems,
  }
}
