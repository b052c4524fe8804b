import { columnNames, findHeaderRow } from '@shared/exchange/header'
import { guessMapping } from '@shared/exchange/guess'
import type { Sheet } from '@shared/exchange/sheet'
import { guessStaffTotals } from '@shared/exchange/staff-totals-mapping'
import { idHeader, sheetNameOf } from '@shared/exchange/table-sheet'
import { tableNames, type TableName } from '@shared/plan/table-name'
import type { ImportSubject } from '../interface'

/** What a spreadsheet may be; the last is the workbook that "Export all tables" wrote. */
export type Subject = ImportSubject | 'tables'

type About = {
  readonly label: string
  readonly help: string
  /** The table that its rows become; null where they become several. */
  readonly table: TableName | null
  /** What an import of it is called in the history: "Import schools from …". */
  readonly noun: string
}

export const subjects: Readonly<Record<Subject, About>> = {
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

const fieldsGuessed = (table: TableName, sheet: Sheet, headerRow: number): ReadonlySet<string> => {
  const names = columnNames(sheet.rows, headerRow)
  return new Set(
    guessMapping(table, names, sheet.rows.slice(headerRow + 1, headerRow + 40)).fields.map(({ field }) => field),
  )
}

/** True for a workbook that was exported from here: a sheet of a table's name with the hidden id in its first cell. */
export const isExported = (sheets: readonly Sheet[]): boolean =>
  sheets.some(({ name, rows }) => tableNames.some((table) => sheetNameOf(table) === name) && rows[0]?.[0] === idHeader)

/** What a sheet most likely holds, by the columns that are known. */
export function guessSubject(sheet: Sheet): Subject {
  const headerRow = findHeaderRow(sheet.rows)
  if (guessStaffTotals(columnNames(sheet.rows, headerRow)).staff.length >= 2) return 'staff-totals'
  const groups = fieldsGuessed('staffGroup', sheet, headerRow)
  if (groups.has('unitId') && groups.has('roleId') && groups.has('headcount')) return 'staff-groups'
  const positions = fieldsGuessed('position', sheet, headerRow)
  const hasPay = positions.has('positionPeriod.fte') || positions.has('positionPeriod.salaryCents')
  return positions.has('title') && hasPay ? 'positions' : 'schools'
}
