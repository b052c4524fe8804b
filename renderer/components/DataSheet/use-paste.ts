import type { Change } from '@shared/plan/change'
import type { TableName } from '@shared/plan/table-name'
import { countWords } from '@shared/plan/words'
import type { SheetColumn } from './columns'
import type { Values } from './edits'
import { pasteBlock, type Pasted } from './paste'
import { useSheetHost } from './sheet-host'
import { isBlank, type SheetRow } from './sheet-row'
import { parseTsv } from './tsv'
import type { CellProblem } from './use-sheet-edits'

type Question = {
  readonly table: TableName
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly SheetRow[]
  readonly canAdd: boolean
  readonly defaults?: Values
  readonly setProblem: (problem: CellProblem | null) => void
}

/** "3 of 48 cells were not pasted: …", with the first reasons. */
function problemWords({ problems, cellCount }: Pasted): string {
  const first = problems.slice(0, 3).map(({ row, column, text, message }) => {
    const place = column === '' ? `line ${row}` : `line ${row}, ${column}`
    return `${place} (“${text.slice(0, 40)}”): ${message}`
  })
  const more = problems.length > first.length ? ` And ${problems.length - first.length} more.` : ''
  return `${problems.length} of ${cellCount} cells were not pasted. ${first.join(' ')}${more}`
}

const rowCountOf = (changes: readonly Change[]): number => new Set(changes.map(({ id }) => id)).size

/** Pastes clipboard text into the sheet from a cell on, as one commit. */
export function usePaste({ table, columns, rows, canAdd, defaults, setProblem }: Question) {
  const host = useSheetHost()
  return (text: string, rowId: string, key: string): void => {
    const cells = parseTsv(text)
    const startRow = rows.findIndex(({ id }) => id === rowId)
    const startColumn = columns.findIndex((column) => column.key === key)
    if (host.isLocked || cells.length === 0 || startRow === -1 || startColumn === -1) return
    const pasted = pasteBlock({
      plan: host.plan,
      names: host.names,
      table,
      columns,
      rowIds: rows.filter((row) => !isBlank(row)).map(({ id }) => id),
      startRow,
      startColumn,
      cells,
      defaults: canAdd ? (defaults ?? {}) : null,
      newId: host.newId,
    })
    const say = (message: string): void => setProblem({ rowId, key, message })
    if (pasted.problems.length > 0) say(problemWords(pasted))
    else setProblem(null)
    if (pasted.changes.length === 0) return
    const label = `Paste into ${countWords(table, rowCountOf(pasted.changes))}`
    void host
      .commit(label, 'paste', () => pasted.changes)
      .then((outcome) => {
        if (!outcome.ok) say(outcome.message)
      })
  }
}
