import type { TableName } from '../plan/table-name'
import type { Draft } from './draft'
import type { ImportNames } from './import-names'
import type { CellProblem } from './import-problem'
import type { MappedSheet } from './mapped-sheet'
import type { RowFinder } from './row-finder'

export type RowOutcome = 'added' | 'changed' | 'unchanged' | 'skipped'

/** What becomes of one row of the sheet; `sheetRow` is its number as spreadsheets count (from 1). */
export type ImportedRow = {
  readonly sheetRow: number
  readonly outcome: RowOutcome
  readonly id: string | null
  readonly label: string
  /** Why it is left out; null where it is not. */
  readonly why: 'totals' | 'filter' | 'problem' | null
}

/** Where in a sheet a row of the plan came from, for problems that only show in the whole. */
export type Origin = { readonly sheet: string; readonly row: number; readonly columns: ReadonlyMap<string, number> }

/** One sheet on its way into a draft. */
export type SheetImport = {
  readonly draft: Draft
  readonly names: ImportNames
  readonly mapped: MappedSheet
  readonly finders: ReadonlyMap<TableName, RowFinder>
  readonly problems: CellProblem[]
  readonly rows: ImportedRow[]
  /** By `originKey`. */
  readonly origins: Map<string, Origin>
}

/** The key of `origins`: no table name holds a colon. */
export const originKey = (table: TableName, id: string): string => `${table}:${id}`
