import { columnNames, findHeaderRow } from '@shared/exchange/header'
import { guessMapping } from '@shared/exchange/guess'
import type { Mapping } from '@shared/exchange/mapping'
import type { Sheet } from '@shared/exchange/sheet'
import { guessStaffTotals } from '@shared/exchange/staff-totals-mapping'
import { idHeader, sheetNameOf } from '@shared/exchange/table-sheet'
import { isTableName, tableNames, type TableName } from '@shared/plan/table-name'
import { tableOf } from '@shared/plan/tables'
import type { ImportSubject } from '../interface'

/** What a spreadsheet may be: one of the common kinds, rows of any table, or the workbook of "Export all tables". */
export type Subject = ImportSubject | TableName | 'tables'

export type AboutSubject = {
  readonly label: string
  readonly help: string
  /** The table that its rows become; null where they become several. */
  readonly table: TableName | null
  /** What an import of it is called in the history: "Import schools from …". */
  readonly noun: string
}

const common: Readonly<Record<ImportSubject | 'tables', AboutSubject>> = {
  schools: {
    label: 'Schools',
    help: 'One row for each school or department, perhaps of several districts.',
    table: 'unit',
    noun: 'schools',
  },
  'staff-totals': {
    label: 'Staff of whole districts, spread over their schools',
    help: 'One row for each district, its numbers of teachers, aides… in columns. They are spread in proportion to students.',
    table: null,
    noun: 'staff',
  },
  'staff-groups': {
    label: 'Staff by school',
    help: 'One row for each school and role, with how many people.',
    table: 'staffGroup',
    noun: 'staff',
  },
  positions: {
    label: 'Positions',
    help: 'One row for each post that carries the rollout, with FTE and pay.',
    table: 'position',
    noun: 'positions',
  },
  tables: {
    label: 'All tables, as this program exported them',
    help: 'A workbook from “Export all tables”, edited or not. Rows are found again by their hidden id.',
    table: null,
    noun: 'tables',
  },
}

/** What a subject is called, and the table that its rows become. */
export function aboutSubject(subject: Subject): AboutSubject {
  if (!isTableName(subject)) return common[subject]
  const { label, help } = tableOf(subject)
  return { label, help, table: subject, noun: label.toLowerCase() }
}

const commonSubjects = Object.keys(common) as (keyof typeof common)[]
const commonTables = new Set(commonSubjects.map((subject) => common[subject].table))

/** Every other table of the plan, as a subject of its own. */
const otherTables = tableNames.filter((table) => !commonTables.has(table))

/** All subjects, to choose from. */
export const subjectGroups: readonly { readonly group: string; readonly subjects: readonly Subject[] }[] = [
  { group: 'What most files hold', subjects: commonSubjects },
  { group: 'Any other table of the plan', subjects: otherTables },
]

/** The subject of a text that was chosen from `subjectGroups`; null for any other text. */
export const subjectNamed = (text: string): Subject | null =>
  subjectGroups.flatMap(({ subjects }) => subjects).find((subject) => subject === text) ?? null

const guessedIn = (table: TableName, sheet: Sheet, headerRow: number): Mapping =>
  guessMapping(table, columnNames(sheet.rows, headerRow), sheet.rows.slice(headerRow + 1, headerRow + 40))

const fieldsOf = ({ fields }: Mapping): ReadonlySet<string> => new Set(fields.map(({ field }) => field))

/** True for a workbook that was exported from here: a sheet of a table's name with the hidden id in its first cell. */
export const isExported = (sheets: readonly Sheet[]): boolean =>
  sheets.some(({ name, rows }) => tableNames.some((table) => sheetNameOf(table) === name) && rows[0]?.[0] === idHeader)

/** The table, other than the common ones, that takes most of a sheet's columns, if more than the schools would. */
function guessTable(sheet: Sheet, headerRow: number): Subject {
  let best: { subject: Subject; count: number } = {
    subject: 'schools',
    count: Math.max(2, guessedIn('unit', sheet, headerRow).fields.length),
  }
  for (const table of otherTables) {
    const { naturalKey } = tableOf(table)
    const fields = fieldsOf(guessedIn(table, sheet, headerRow))
    if (fields.size > best.count && naturalKey.every((key) => fields.has(key)))
      best = { subject: table, count: fields.size }
  }
  return best.subject
}

/** What a sheet most likely holds, by the columns that are known. */
export function guessSubject(sheet: Sheet): Subject {
  const headerRow = findHeaderRow(sheet.rows)
  if (guessStaffTotals(columnNames(sheet.rows, headerRow)).staff.length >= 2) return 'staff-totals'
  const groups = fieldsOf(guessedIn('staffGroup', sheet, headerRow))
  if (groups.has('unitId') && groups.has('roleId') && groups.has('headcount')) return 'staff-groups'
  const positions = fieldsOf(guessedIn('position', sheet, headerRow))
  const hasPay = positions.has('positionPeriod.fte') || positions.has('positionPeriod.salaryCents')
  return positions.has('title') && hasPay ? 'positions' : guessTable(sheet, headerRow)
}
