import type { TableName } from '../plan/table-name'
import { columnLetters, type SheetCell } from './sheet'
import { sheetColumns, type TableSheet } from './table-sheet'

/** A sum over one column of an exported sheet, as a formula over the whole column, so that added rows count too. */
export type TableTotal = {
  readonly label: string
  /** Without the sign of equality, in the words that files keep: `SUM('Staff by school'!$D:$D)`. */
  readonly formula: string
  /** What the formula gives now: students, full-time equivalents or dollars. */
  readonly value: number
  readonly kind: 'money' | 'number'
}

type Summed = {
  readonly label: string
  readonly table: TableName
  readonly key: string
  readonly kind: TableTotal['kind']
  /** Only rows whose cell in another column says this. */
  readonly only: { readonly key: string; readonly says: string } | null
  /** A sum for each year of this column, and one of all. */
  readonly yearKey: string | null
}

/** Columns whose sum says something: no rates, no amounts that are paid monthly in one row and once in another. */
const summed: readonly Summed[] = [
  {
    label: 'Students of all schools',
    table: 'unit',
    key: 'enrolment',
    kind: 'number',
    only: { key: 'kind', says: 'School' },
    yearKey: null,
  },
  { label: 'Staff of all groups', table: 'staffGroup', key: 'headcount', kind: 'number', only: null, yearKey: null },
  { label: 'Funds', table: 'sourceYear', key: 'amountCents', kind: 'money', only: null, yearKey: 'fiscalYear' },
  {
    label: 'Costs planned by hand',
    table: 'lineYear',
    key: 'plannedCents',
    kind: 'money',
    only: null,
    yearKey: 'fiscalYear',
  },
  { label: 'Costs spent', table: 'lineYear', key: 'actualCents', kind: 'money', only: null, yearKey: 'fiscalYear' },
]

const columnAt = (table: TableName, key: string): number =>
  sheetColumns(table).findIndex((column) => column.key === key)

const whole = (sheet: TableSheet, column: number): string =>
  `'${sheet.name.replaceAll("'", "''")}'!$${columnLetters(column)}:$${columnLetters(column)}`

const sumOf = (rows: TableSheet['rows'], column: number): number =>
  // sums of cents in dollars must not end in …0001
  Number(rows.reduce((sum, row) => sum + (typeof row[column] === 'number' ? row[column] : 0), 0).toFixed(4))

const totalsFor = (sheet: TableSheet, { label, key, kind, only, yearKey }: Summed): TableTotal[] => {
  const column = columnAt(sheet.table, key)
  const where = (by: number, says: SheetCell): Omit<TableTotal, 'label' | 'kind'> => ({
    formula: `SUMIF(${whole(sheet, by)},${JSON.stringify(says)},${whole(sheet, column)})`,
    value: sumOf(
      sheet.rows.filter((row) => row[by] === says),
      column,
    ),
  })
  if (only) return [{ label, kind, ...where(columnAt(sheet.table, only.key), only.says) }]
  const all = { formula: `SUM(${whole(sheet, column)})`, value: sumOf(sheet.rows, column) }
  if (yearKey === null) return [{ label, kind, ...all }]
  const by = columnAt(sheet.table, yearKey)
  const given = sheet.rows.filter((row) => row[column] !== null)
  const years = [...new Set(given.map((row) => row[by]).filter((cell) => typeof cell === 'number'))]
  return [
    { label: `${label}, all years`, kind, ...all },
    ...years
      .sort((a, b) => a - b)
      .map((year) => ({ label: `${label}, fiscal year ${year}`, kind, ...where(by, year) })),
  ]
}

/** The sums of the exported sheets that mean something, tables without rows left out. */
export const totalsOf = (sheets: readonly TableSheet[]): TableTotal[] =>
  summed.flatMap((each) => {
    const sheet = sheets.find(({ table, rows }) => table === each.table && rows.length > 0)
    return sheet ? totalsFor(sheet, each) : []
  })
