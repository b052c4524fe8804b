/** A place in the matrix: school by component, each counted from 0. */
export type Place = { readonly row: number; readonly column: number }

/** What is selected: the block between where it began and where the planner is. */
export type Selection = { readonly anchor: Place; readonly focus: Place }

export type MatrixSize = { readonly rows: number; readonly columns: number }

type Key = {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

const within = ({ row, column }: Place, { rows, columns }: MatrixSize): Place => ({
  row: Math.max(0, Math.min(rows - 1, row)),
  column: Math.max(0, Math.min(columns - 1, column)),
})

const steps: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  PageUp: { row: -10, column: 0 },
  PageDown: { row: 10, column: 0 },
}

/** Where a key leads from a place; null where it does not lead anywhere. Ctrl goes to the edge. */
function target({ row, column }: Place, { key, ctrlKey, metaKey }: Key, size: MatrixSize): Place | null {
  const isFar = ctrlKey || metaKey
  if (key === 'Home') return { row: isFar ? 0 : row, column: 0 }
  if (key === 'End') return { row: isFar ? size.rows - 1 : row, column: size.columns - 1 }
  const step = steps[key]
  if (!step) return null
  const far = isFar ? Math.max(size.rows, size.columns) : 1
  return within({ row: row + step.row * far, column: column + step.column * far }, size)
}

/**
 * What is selected after a key, as in a spreadsheet: arrows move, Shift extends, Ctrl goes to the edge, Shift+Space takes
 * the row, Ctrl+Space the column, Ctrl+A all, Escape only the place itself. Null: the key is not for the matrix.
 */
export function afterKey({ anchor, focus }: Selection, pressed: Key, size: MatrixSize): Selection | null {
  const isFar = pressed.ctrlKey || pressed.metaKey
  const last = { row: size.rows - 1, column: size.columns - 1 }
  if (isFar && pressed.key.toLowerCase() === 'a') return { anchor: { row: 0, column: 0 }, focus: last }
  if (pressed.key === ' ' && pressed.shiftKey)
    return { anchor: { row: focus.row, column: 0 }, focus: { row: focus.row, column: last.column } }
  if (pressed.key === ' ' && isFar)
    return { anchor: { row: 0, column: focus.column }, focus: { row: last.row, column: focus.column } }
  if (pressed.key === 'Escape') return { anchor: focus, focus }
  const to = target(focus, pressed, size)
  return to ? { anchor: pressed.shiftKey ? anchor : to, focus: to } : null
}

/** Whether a place is in what is selected. */
export const isIn = ({ anchor, focus }: Selection, { row, column }: Place): boolean =>
  row >= Math.min(anchor.row, focus.row) &&
  row <= Math.max(anchor.row, focus.row) &&
  column >= Math.min(anchor.column, focus.column) &&
  column <= Math.max(anchor.column, focus.column)

/** Every place of what is selected, row by row. */
export function placesIn(selection: Selection, { rows, columns }: MatrixSize): Place[] {
  return Array.from({ length: rows * columns }, (_, at) => ({
    row: Math.floor(at / columns),
    column: at % columns,
  })).filter((place) => isIn(selection, place))
}
