import type { CellProblem } from './import-problem'
import type { Mapping } from './mapping'
import type { ImportSummary } from './plan-import'
import type { Sheet } from './sheet'
import type { ImportedRow } from './sheet-import'
import type { StaffTotalsMapping } from './staff-totals-mapping'
import type { WorkbookChoice } from './workbook-import'
import type { Change } from '../plan/change'
import type { TableName } from '../plan/table-name'

export type PreviewRow = {
  readonly key: string
  readonly label: string
  readonly detail: string
  readonly outcome: 'Added' | 'Changed' | 'Removed' | 'Not in the file' | 'Unchanged' | 'Left out'
}

/** One table of an edited copy: what its sheet would do, and whether it is taken. */
export type TablePreview = {
  readonly table: TableName
  readonly added: number
  readonly changed: number
  /** Cells that cannot be taken as they stand. */
  readonly problems: number
  /** Rows of the plan that the sheet no longer holds, and how many of them are removed. */
  readonly absent: number
  readonly removed: number
}

/** What an import would do, whatever it is about, as the last step shows it. */
export type Preview = {
  readonly changes: readonly Change[]
  readonly summary: ImportSummary & { readonly removed: number }
  readonly problems: readonly CellProblem[]
  /** The first rows, those that change something before the others. */
  readonly rows: readonly PreviewRow[]
  readonly rowCount: number
  /** What comes along or was assumed, in sentences. */
  readonly remarks: readonly string[]
  /** The tables of an edited copy; none for any other subject. */
  readonly tables: readonly TablePreview[]
}

/** Everything that decides what an import would do. */
export type ImportQuestion = {
  /** Rows through a mapping, totals of districts to be spread, or the sheets of an edited copy. */
  readonly kind: 'rows' | 'totals' | 'tables'
  readonly sheets: readonly Sheet[]
  readonly sheet: Sheet
  readonly fileName: string
  readonly mapping: Mapping | null
  readonly totals: StaffTotalsMapping | null
  readonly choice: WorkbookChoice
}

/** Rows that are shown one by one; the rest is counted. */
const mostRows = 200

/** What becomes of a row, in words. */
export const outcomes = { added: 'Added', changed: 'Changed', unchanged: 'Unchanged', skipped: 'Left out' } as const
/** Why a row is left out. */
const whys = {
  totals: 'a row of totals',
  filter: 'not among the rows you chose',
  problem: 'see the problems',
} as const

/** How interesting a row is, most first: what is left out by choice is the least. */
const order: readonly PreviewRow['outcome'][] = [
  'Removed',
  'Changed',
  'Added',
  'Not in the file',
  'Unchanged',
  'Left out',
]

/** The rows that are shown, and how many there are. */
export const firstRows = (rows: readonly PreviewRow[]): Pick<Preview, 'rows' | 'rowCount'> => ({
  rows: [...rows].sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome)).slice(0, mostRows),
  rowCount: rows.length,
})

/** What is said of a row beside its name: where it stands, why it is left out, or what changes in it. */
export const rowDetail = (place: string, { why, id }: ImportedRow, words: ReadonlyMap<string, string>): string => {
  if (why !== null) return `${place}, ${whys[why]}`
  const changed = id === null ? undefined : words.get(id)
  return changed === undefined ? place : `${place}: ${changed}`
}
