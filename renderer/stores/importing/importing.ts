import { findHeaderRow } from '@shared/exchange/header'
import type { Mapping } from '@shared/exchange/mapping'
import type { ImportQuestion, Preview } from '@shared/exchange/preview-content'
import type { Sheet } from '@shared/exchange/sheet'
import type { StaffTotalsMapping } from '@shared/exchange/staff-totals-mapping'
import { wholeWorkbook, type WorkbookChoice } from '@shared/exchange/workbook-import'
import type { TableName } from '@shared/plan/table-name'
import { create } from 'zustand'
import { call } from '../bridge'
import { commit, type CommitOutcome } from '../commits'
import type { ImportSubject } from '../interface'
import { matchColumns, rememberMatching, unmatched, type Matching } from './match-columns'
import { aboutSubject, guessSubject, isExported, type Subject } from './subjects'

export type ReadFile = {
  readonly fileName: string
  readonly sheets: readonly Sheet[]
  /** What could not be read, in sentences. */
  readonly problems: readonly string[]
}

export type ImportState = Matching & {
  readonly file: ReadFile | null
  readonly sheetAt: number
  readonly headerRow: number
  readonly subject: Subject
  /** What the wizard was opened for; null lets the file tell. */
  readonly asked: ImportSubject | null
  readonly isReading: boolean
  /** What of an edited copy is taken over. */
  readonly choice: WorkbookChoice
  /** Why the file could not be read; null where it could. */
  readonly problem: string | null
}

export const noImport: ImportState = {
  ...unmatched,
  file: null,
  sheetAt: 0,
  headerRow: 0,
  subject: 'schools',
  asked: null,
  isReading: false,
  choice: wholeWorkbook,
  problem: null,
}

export const useImporting = create<ImportState>()(() => noImport)
const { getState, setState } = useImporting

/** The sheet that is looked at; undefined before a file is read. */
export const sheetOf = ({ file, sheetAt }: ImportState): Sheet | undefined => file?.sheets[sheetAt]

async function match(): Promise<void> {
  const state = getState()
  const sheet = sheetOf(state)
  if (!sheet) return
  const matching = await matchColumns(state.subject, sheet, state.headerRow)
  const now = getState()
  // the planner may have gone on to another sheet meanwhile
  if (sheetOf(now) === sheet && now.headerRow === state.headerRow && now.subject === state.subject) setState(matching)
}

/** Starts an import anew; with a path the file is read at once. */
export async function beginImport(asked: ImportSubject | null, path: string | null): Promise<void> {
  setState({ ...noImport, asked, subject: asked ?? 'schools' })
  if (path !== null) await readFile(path)
}

/** Reads a spreadsheet, asking for it where no path is given, and guesses what it holds. */
export async function readFile(path: string | null = null): Promise<void> {
  setState({ isReading: true })
  const answer = await call('sheets.read', path === null ? {} : { path })
  setState({ isReading: false })
  if (!answer.ok) {
    setState({ problem: answer.error.message })
    return
  }
  if (!answer.value) return
  const { fileName, sheets, problems } = answer.value
  // the sheet with most in it is most likely the one that is meant
  const sizes = sheets.map(({ rows }) => rows.length)
  const sheetAt = Math.max(0, sizes.indexOf(Math.max(...sizes)))
  const sheet = sheets[sheetAt]
  const { asked } = getState()
  const subject = isExported(sheets) ? 'tables' : (asked ?? (sheet ? guessSubject(sheet) : 'schools'))
  const headerRow = sheet ? findHeaderRow(sheet.rows) : 0
  setState({
    ...unmatched,
    file: { fileName, sheets, problems },
    sheetAt,
    subject,
    headerRow,
    choice: wholeWorkbook,
    problem: null,
  })
  await match()
}

/** Looks at another sheet of the file. */
export async function chooseSheet(sheetAt: number): Promise<void> {
  const sheet = getState().file?.sheets[sheetAt]
  if (!sheet) return
  setState({ ...unmatched, sheetAt, headerRow: findHeaderRow(sheet.rows) })
  await match()
}

/** Says in which row (from 0) the column names stand. */
export async function chooseHeaderRow(headerRow: number): Promise<void> {
  setState({ ...unmatched, headerRow })
  await match()
}

/** Says what the sheet holds. */
export async function chooseSubject(subject: Subject): Promise<void> {
  setState({ ...unmatched, subject })
  await match()
}

export const setMapping = (mapping: Mapping): void => setState({ mapping, isRemembered: false })
export const setTotals = (totals: StaffTotalsMapping): void => setState({ totals, isRemembered: false })

const switched = (tables: readonly TableName[], table: TableName, isIn: boolean): TableName[] => [
  ...tables.filter((other) => other !== table),
  ...(isIn ? [table] : []),
]

/** Says whether the sheet of a table is taken over. */
export function takeTable(table: TableName, isTaken: boolean): void {
  const { choice } = getState()
  setState({ choice: { ...choice, leftOut: switched(choice.leftOut, table, !isTaken) } })
}

/** Says whether rows of a table that its sheet no longer holds are removed. */
export function removeAbsentRows(table: TableName, isRemoving: boolean): void {
  const { choice } = getState()
  setState({ choice: { ...choice, removing: switched(choice.removing, table, isRemoving) } })
}

const kindOf = (subject: Subject): ImportQuestion['kind'] =>
  subject === 'tables' ? 'tables' : subject === 'staff-totals' ? 'totals' : 'rows'

/** What is asked of the preview; null until a file is matched. */
export function questionOf(state: ImportState): ImportQuestion | null {
  const { file, subject, mapping, totals, choice } = state
  const sheet = sheetOf(state)
  if (!file || !sheet) return null
  return { kind: kindOf(subject), sheets: file.sheets, sheet, fileName: file.fileName, mapping, totals, choice }
}

/** Commits what the preview showed, as one step, and keeps the matching for the next time. */
export async function carryOut({ mapping, totals, fileName }: ImportQuestion, shown: Preview): Promise<CommitOutcome> {
  const { subject } = getState()
  const { noun } = aboutSubject(subject)
  const outcome = await commit(`Import ${noun} from ${fileName}`, 'import', shown.changes)
  if (outcome.ok) await rememberMatching(subject, { mapping, totals })
  return outcome
}
