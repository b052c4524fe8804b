/** A place in a sheet: row and column as shown, counted from 0. */
export type Place = { readonly row: number; readonly column: number }

/** A selected range: where it began, which is the active cell, and where it reaches to. */
export type Range = { readonly anchor: Place; readonly focus: Place }

/** A rectangle of cells, its edges within it. */
export type Box = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }

export type Size = { readonly rows: number; readonly columns: number }

export type Direction = 'up' | 'down' | 'left' | 'right'

const steps: Readonly<Record<Direction, readonly [rows: number, columns: number]>> = {
  up: [-1, 0],
  down: [1, 0],
  left: [0, -1],
  right: [0, 1],
}

/** The rectangle that a range covers. */
export const boxOf = ({ anchor, focus }: Range): Box => ({
  top: Math.min(anchor.row, focus.row),
  bottom: Math.max(anchor.row, focus.row),
  left: Math.min(anchor.column, focus.column),
  right: Math.max(anchor.column, focus.column),
})

/** The range of one cell. */
export const rangeAt = (place: Place): Range => ({ anchor: place, focus: place })

/** The range that covers a rectangle, begun at its upper left. */
export const rangeOf = ({ top, bottom, left, right }: Box): Range => ({
  anchor: { row: top, column: left },
  focus: { row: bottom, column: right },
})

/** The range that covers a rectangle, begun at the corner that a place is in line with; at the upper left by default. */
export function rangeOver(box: Box, from: Place | null): Range {
  const isFromBottom = from?.row === box.bottom && from.row !== box.top
  const isFromRight = from?.column === box.right && from.column !== box.left
  const anchor = { row: isFromBottom ? box.bottom : box.top, column: isFromRight ? box.right : box.left }
  const focus = { row: isFromBottom ? box.top : box.bottom, column: isFromRight ? box.left : box.right }
  return { anchor, focus }
}

export const sizeOf = ({ top, bottom, left, right }: Box): Size => ({
  rows: bottom - top + 1,
  columns: right - left + 1,
})

export const isOneCell = ({ top, bottom, left, right }: Box): boolean => top === bottom && left === right

export const contains = ({ top, bottom, left, right }: Box, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right

const within = (at: number, count: number): number => Math.max(0, Math.min(count - 1, at))

/** The place itself, or the nearest one of a sheet of this size. */
export const clampPlace = ({ row, column }: Place, size: Size): Place => ({
  row: within(row, size.rows),
  column: within(column, size.columns),
})

/** The range as far as it lies in a sheet of this size; null where the sheet has no cell. */
export function clampRange({ anchor, focus }: Range, size: Size): Range | null {
  if (size.rows === 0 || size.columns === 0) return null
  return { anchor: clampPlace(anchor, size), focus: clampPlace(focus, size) }
}

/** The next place in a direction; the place itself at the edge of the sheet. */
export function stepFrom(from: Place, direction: Direction, size: Size): Place {
  const [rows, columns] = steps[direction]
  return clampPlace({ row: from.row + rows, column: from.column + columns }, size)
}

/**
 * Where Ctrl with an arrow leads, as in a spreadsheet: within a block of filled cells to its last one, else over the
 * empty ones to the next filled cell; where there is none, to the edge of the sheet. Looks only along the way.
 */
export function blockEdge(
  from: Place,
  direction: Direction,
  size: Size,
  isFilled: (row: number, column: number) => boolean,
): Place {
  const step = (place: Place): Place => stepFrom(place, direction, size)
  const isAt = (a: Place, b: Place): boolean => a.row === b.row && a.column === b.column
  let at = step(from)
  if (isAt(at, from)) return from
  const isInBlock = isFilled(from.row, from.column) && isFilled(at.row, at.column)
  for (;;) {
    const next = step(at)
    if (isAt(next, at)) return at
    const isNextFilled = isFilled(next.row, next.column)
    if (isInBlock && !isNextFilled) return at
    if (!isInBlock && isFilled(at.row, at.column)) return at
    at = next
  }
}

/**
 * The rectangle that a fill reaches when its handle is drawn to a place: the source made longer to the one side towards
 * which it was drawn farthest. The source itself where the place lies within it.
 */
export function fillReach(source: Box, to: Place): Box {
  const down = to.row - source.bottom
  const up = source.top - to.row
  const right = to.column - source.right
  const left = source.left - to.column
  const farthest = Math.max(down, up, right, left)
  if (farthest <= 0) return source
  if (farthest === down) return { ...source, bottom: to.row }
  if (farthest === up) return { ...source, top: to.row }
  return farthest === right ? { ...source, right: to.column } : { ...source, left: to.column }
}

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`

/** A rectangle in words, for screen readers: "3 rows by 4 columns". */
export function sizeWords(box: Box): string {
  const { rows, columns } = sizeOf(box)
  return `${counted(rows, 'row', 'rows')} by ${counted(columns, 'column', 'columns')}`
}

/** A number of cells in words: "1 cell", "12 cells". */
export const cellWords = (count: number): string => counted(count, 'cell', 'cells')
