import type { Change } from '@shared/plan/change'
import { rankAtEnd } from '@shared/plan/edit'
import type { Value } from '@shared/plan/field'
import { formatValue, parseText, type Names } from '@shared/plan/format'
import type { Plan } from '@shared/plan/plan'
import { ok, type Result } from '@shared/plan/result'
import { checkCell } from '@shared/plan/validate'
import type { TableName } from '@shared/plan/table-name'
import type { SheetColumn } from '../columns'
import { additionChange, stillNeeded, valuesChange, type Values } from '../edits'
import { keptChanges } from './kept-changes'

/** What is to stand in a cell: a text to be read, or a value. */
export type CellInput = { readonly text: string } | { readonly value: Value }

export type CellWrite = { readonly column: SheetColumn; readonly input: CellInput }

/** What is to be written into one row; a null id adds a row. */
export type LineWrite = { readonly id: string | null; readonly cells: readonly CellWrite[] }

export type BlockProblem = {
  /** Counted from 1, as the planner sees the block. */
  readonly line: number
  readonly rowId: string | null
  readonly key: string
  /** The column's heading; empty where it is about the whole line. */
  readonly column: string
  readonly text: string
  readonly message: string
}

export type WrittenBlock = {
  readonly changes: readonly Change[]
  readonly problems: readonly BlockProblem[]
  /** Cells that the block has, whether or not they could be written. */
  readonly cellCount: number
}

export type BlockQuestion = {
  readonly plan: Plan
  readonly names: Names
  readonly table: TableName
  readonly lines: readonly LineWrite[]
  /** Values of rows that are added; null where none may be added. */
  readonly defaults: Values | null
  readonly newId: () => string
}

const textOf = ({ column, input }: CellWrite, names: Names): string => {
  if ('text' in input) return input.text
  return column.kind === 'computed' ? '' : formatValue(column.field, input.value, names)
}

function read(question: BlockQuestion, { column, input }: CellWrite): Result<Value, string> {
  if (column.kind === 'computed') {
    return { ok: false, error: `${column.label} is worked out and cannot be written into.` }
  }
  if ('text' in input) return parseText(column.field, input.text, question.names)
  const problem = checkCell(question.table, column.key, input.value)
  return problem === null ? ok(input.value) : { ok: false, error: problem }
}

/** The values of one line, and what of it could not be read. */
function readLine(question: BlockQuestion, { id, cells }: LineWrite, line: number) {
  const values: Record<string, Value> = {}
  const problems: BlockProblem[] = []
  for (const cell of cells) {
    const found = read(question, cell)
    const { key, label } = cell.column
    if (found.ok) values[key] = found.value
    else
      problems.push({ line, rowId: id, key, column: label, text: textOf(cell, question.names), message: found.error })
  }
  return { values, problems }
}

const wholeLine = (
  question: BlockQuestion,
  line: number,
  cells: readonly CellWrite[],
  message: string,
): BlockProblem => ({
  line,
  rowId: null,
  key: '',
  column: '',
  text: cells.map((cell) => textOf(cell, question.names)).join(' '),
  message,
})

/** The row that a line adds, or why it cannot. */
function added(question: BlockQuestion, values: Values, rank: number): Result<Change, string> {
  const { plan, table, defaults, newId } = question
  if (defaults === null) return { ok: false, error: 'There is no row here, and none can be added.' }
  const all = { ...defaults, ...values }
  const needed = stillNeeded(table, all)
  if (needed.length > 0) return { ok: false, error: `To add this row, fill in: ${needed.join(', ')}.` }
  return ok(additionChange(plan, table, newId(), all, rank))
}

/**
 * What writing a block of cells changes, as one act: cells that can be read are put in place, the others keep what they
 * hold and are named; so are those that break a rule about rows among others. Lines without a row become new rows.
 */
export function writeBlock(question: BlockQuestion): WrittenBlock {
  const { plan, table, lines } = question
  const changes: Change[] = []
  const problems: BlockProblem[] = []
  const lineByRow = new Map<string, number>()
  const firstRank = rankAtEnd(plan, table)
  let addedCount = 0
  for (const [i, { id, cells }] of lines.entries()) {
    const line = i + 1
    const { values, problems: unread } = readLine(question, { id, cells }, line)
    problems.push(...unread)
    if (Object.keys(values).length === 0) continue
    if (id !== null) {
      const change = valuesChange(plan, table, id, values)
      if (change) changes.push(change)
      lineByRow.set(id, line)
      continue
    }
    const addition = added(question, values, firstRank + addedCount)
    if (!addition.ok) {
      problems.push(wholeLine(question, line, cells, addition.error))
      continue
    }
    changes.push(addition.value)
    lineByRow.set(addition.value.id, line)
    addedCount += 1
  }
  const kept = keptChanges(question, changes, lineByRow)
  const cellCount = lines.reduce((count, { cells }) => count + cells.length, 0)
  return { changes: kept.changes, problems: [...problems, ...kept.problems], cellCount }
}
