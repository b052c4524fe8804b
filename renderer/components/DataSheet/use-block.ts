import type { Change } from '@shared/plan/change'
import type { Plan } from '@shared/plan/plan'
import type { TableName } from '@shared/plan/table-name'
import { countWords } from '@shared/plan/words'
import { writeBlock, type LineWrite, type WrittenBlock } from './clipboard/block'
import type { Values } from './edits'
import { noteChanges } from './notes'
import { cellWords } from './range/range'
import { useSheetHost } from './sheet-host'
import type { CellProblem } from './use-sheet-edits'

/** An act on many cells: its code in the history, and how it is told before and after. */
const acts = {
  paste: { label: 'Paste into', done: 'Pasted', refused: 'pasted' },
  fill: { label: 'Fill', done: 'Filled', refused: 'filled' },
  clear: { label: 'Clear', done: 'Cleared', refused: 'cleared' },
  cut: { label: 'Cut from', done: 'Cut', refused: 'cut' },
  bulk: { label: 'Change', done: 'Changed', refused: 'changed' },
} as const

export type BlockAct = keyof typeof acts

/** Writes lines of cells into the plan as one commit, which is one step to undo. */
export type WriteLines = (act: BlockAct, lines: readonly LineWrite[]) => void

type Question = {
  readonly table: TableName
  readonly canAdd: boolean
  readonly defaults: Values
  readonly setProblem: (problem: CellProblem | null) => void
  /** Tells screen readers what was done. */
  readonly announce: (words: string) => void
}

const noCalculations = new Map<string, ReadonlyMap<string, string>>()

const rowCountOf = (changes: readonly Change[]): number => new Set(changes.map(({ id }) => id)).size

/** Cells of a block that were left as they were; a line that could not be added counts with all its cells. */
function refusedCount({ problems }: WrittenBlock, lines: readonly LineWrite[]): number {
  const whole = new Set(problems.flatMap(({ column, line }) => (column === '' ? [line] : [])))
  const single = problems.filter(({ line }) => !whole.has(line)).length
  return [...whole].reduce((count, line) => count + (lines[line - 1]?.cells.length ?? 0), single)
}

export function useBlock({ table, canAdd, defaults, setProblem, announce }: Question): WriteLines {
  const host = useSheetHost()
  return (act, lines) => {
    const words = acts[act]
    const write = (plan: Plan): WrittenBlock =>
      writeBlock({ plan, names: host.names, table, lines, defaults: canAdd ? defaults : null, newId: host.newId })
    const first = write(host.plan)
    if (host.isLocked || first.cellCount === 0) return
    const [line] = lines
    const say = (message: string): void => {
      setProblem({ rowId: line?.id ?? '', key: '', message, cells: first.problems })
    }
    const refused = refusedCount(first, lines)
    if (refused > 0) say(`${refused} of ${cellWords(first.cellCount)} were not ${words.refused}.`)
    else setProblem(null)
    if (first.changes.length === 0) return
    const label = `${words.label} ${countWords(table, rowCountOf(first.changes))}`
    const make = (plan: Plan): readonly Change[] => {
      const { changes } = plan === host.plan ? first : write(plan)
      const context = { plan, newId: host.newId, today: host.today() }
      return [...changes, ...noteChanges(context, changes, noCalculations)]
    }
    void host.commit(label, act, make).then((outcome) => {
      if (outcome.ok) announce(`${words.done} ${cellWords(first.cellCount - refused)}`)
      else setProblem({ rowId: line?.id ?? '', key: '', message: outcome.message })
    })
  }
}
