import { useLayoutEffect } from 'react'
import { cellKey, type CellStore } from './range/cell-state'
import type { CellProblem, SheetEdits } from './use-sheet-edits'

/** The cells that kept what they held. */
function refusedCells(problem: CellProblem | null): ReadonlySet<string> {
  if (!problem) return new Set()
  const cells = (problem.cells ?? []).flatMap(({ rowId, key }) =>
    rowId === null || key === '' ? [] : [cellKey(rowId, key)],
  )
  return new Set(problem.key === '' ? cells : [...cells, cellKey(problem.rowId, problem.key)])
}

/** Shows in the cells which rows wait for the file and which cells kept what they held. */
export function useCellMarks(store: CellStore, { pending, problem }: SheetEdits): void {
  useLayoutEffect(() => store.setState({ pending }), [store, pending])
  useLayoutEffect(() => store.setState({ refused: refusedCells(problem) }), [store, problem])
}
