import { foldText } from '@shared/plan/names'

/** Texts of every cell of a row, folded for comparing; made once for a row as it is. */
export type FoldedTexts<R> = (row: R) => readonly string[]

/** Keeps the folded texts of rows, so that a search after the first only compares. */
export function foldedTexts<R extends object>(textsOf: (row: R) => readonly string[]): FoldedTexts<R> {
  const known = new WeakMap<R, readonly string[]>()
  return (row) => {
    const found = known.get(row) ?? textsOf(row).map(foldText)
    known.set(row, found)
    return found
  }
}

export type Match = { readonly row: number; readonly column: number }

/** The cells that hold a text, row by row. */
export function matchesOf<R>(rows: readonly R[], wanted: string, texts: FoldedTexts<R>): readonly Match[] {
  const folded = foldText(wanted)
  if (folded === '') return []
  return rows.flatMap((item, row) =>
    texts(item).flatMap((text, column) => (text.includes(folded) ? [{ row, column }] : [])),
  )
}

/** Which match comes next from a place on, or before it; around at the end. */
export function nextMatch(matches: readonly Match[], from: Match, step: 1 | -1): number {
  if (matches.length === 0) return -1
  const isAfter = (a: Match): boolean => a.row > from.row || (a.row === from.row && a.column > from.column)
  const isBefore = (a: Match): boolean => a.row < from.row || (a.row === from.row && a.column < from.column)
  const found = step === 1 ? matches.findIndex(isAfter) : matches.findLastIndex(isBefore)
  if (found !== -1) return found
  return step === 1 ? 0 : matches.length - 1
}
