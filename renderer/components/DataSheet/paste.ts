import type { Change } from '@shared/plan/change'
import { parseText, type Names } from '@shared/plan/format'
import type { Plan } from '@shared/plan/plan'
import type { TableName } from '@shared/plan/table-name'
import type { SheetColumn } from './columns'
import { additionChange, stillNeeded, valuesChange, type Values } from './edits'

export type PasteProblem = {
  /** Counted from 1, as the planner sees the pasted block. */
  readonly row: number
  readonly column: string
  readonly text: string
  readonly message: string
}

export type Pasted = {
  readonly changes: readonly Change[]
  readonly problems: readonly PasteProblem[]
  /** Cells that the block has, whether or not they could be pasted. */
  readonly cellCount: number
}

export type PasteQuestion = {
  readonly plan: Plan
  readonly names: Names
  readonly table: TableName
  readonly columns: readonly SheetColumn[]
  /** Ids of the rows as they stand on screen. */
  readonly rowIds: readonly string[]
  readonly startRow: number
  readonly startColumn: number
  readonly cells: readonly (readonly string[])[]
  /** Values of rows that are added past the end; null where none may be added. */
  readonly defaults: Values | null
  readonly newId: () => string
}

/** The values of one pasted line, and what of it could not be read. */
function lineValues(question: PasteQuestion, line: readonly string[], row: number) {
  const values: Record<string, ReturnType<typeof valueOf>> = {}
  const problems: PasteProblem[] = []
  line.forEach((text, i) => {
    const column = question.columns[question.startColumn + i]
    if (!column) return
    const refuse = (message: string) => problems.push({ row, column: column.label, text, message })
    if (column.kind === 'computed') {
      refuse(`${column.label} is worked out and cannot be pasted into.`)
      return
    }
    const read = parseText(column.field, text, question.names)
    if (read.ok) values[column.key] = valueOf(read)
    else refuse(read.error)
  })
  return { values, problems }
}

const valueOf = (read: Extract<ReturnType<typeof parseText>, { ok: true }>) => read.value

/**
 * What pasting a block of cells changes: cells that can be read are put in place, the others keep what they hold and are
 * named. Lines past the end become new rows, where the table takes any.
 */
export function pasteBlock(question: PasteQuestion): Pasted {
  const { plan, table, rowIds, startRow, cells, defaults, newId } = question
  const changes: Change[] = []
  const problems: PasteProblem[] = []
  let added = 0
  cells.forEach((line, i) => {
    const read = lineValues(question, line, i + 1)
    problems.push(...read.problems)
    if (Object.keys(read.values).length === 0) return
    const id = rowIds[startRow + i]
    if (id !== undefined) {
      const change = valuesChange(plan, table, id, read.values)
      if (change) changes.push(change)
      return
    }
    const needed = defaults === null ? ['A place for another row'] : stillNeeded(table, { ...defaults, ...read.values })
    if (needed.length > 0) {
      problems.push({ row: i + 1, column: '', text: line.join(' '), message: `${needed.join(', ')} is missing.` })
      return
    }
    const change = additionChange(plan, table, newId(), { ...defaults, ...read.values })
    changes.push(
      change.kind === 'insert' ? { ...change, row: { ...change.row, rank: change.row.rank + added } } : change,
    )
    added += 1
  })
  return { changes, problems, cellCount: cells.reduce((count, line) => count + line.length, 0) }
}
