import type { Value } from '@shared/plan/field'
import type { Names } from '@shared/plan/format'
import { textOfCell } from '../cell-text'
import type { SheetColumn } from '../columns'
import { filled } from '../range/fill'
import type { Box, Place } from '../range/range'
import { isReal, type SheetRow } from '../sheet-row'
import type { CellInput, CellWrite, LineWrite } from './block'

/** A sheet as it is shown. */
export type ShownSheet = {
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly SheetRow[]
  readonly names: Names
}

/**
 * The lines that a pasted block writes from a place on: into the rows of the plan that are shown, headings of groups
 * passed over; what goes past the last of them adds rows. Cells to the right of the last column are left out.
 */
export function pasteLines(
  { columns, rows }: ShownSheet,
  from: Place,
  cells: readonly (readonly string[])[],
): LineWrite[] {
  const targets = rows.slice(from.row).filter(isReal)
  return cells.map((line, i) => ({
    id: targets[i]?.id ?? null,
    cells: line.flatMap((text, j): CellWrite[] => {
      const column = columns[from.column + j]
      return column ? [{ column, input: { text } }] : []
    }),
  }))
}

/** The lines that put the same into every cell of a rectangle that can be typed into. */
export function sameLines({ columns, rows }: ShownSheet, box: Box, input: CellInput): LineWrite[] {
  const chosen = columns.slice(box.left, box.right + 1).filter(({ kind }) => kind === 'field')
  const lines = rows.slice(box.top, box.bottom + 1).filter(isReal)
  return lines.map(({ id }) => ({ id, cells: chosen.map((column) => ({ column, input })) }))
}

/** The texts of a rectangle, for the clipboard; the line for a new row is left out. */
export function textsOf({ columns, rows, names }: ShownSheet, box: Box): string[][] {
  const chosen = columns.slice(box.left, box.right + 1)
  const lines = rows.slice(box.top, box.bottom + 1).filter(isReal)
  return lines.map((row) => chosen.map((column) => textOfCell(column, row, names)))
}

type FillQuestion = ShownSheet & {
  readonly source: Box
  /** The source made longer to one side. */
  readonly target: Box
  /** True where a series goes on; else the source is repeated. */
  readonly isSeries: boolean
}

const repeated = (source: readonly Value[], count: number): Value[] =>
  Array.from({ length: count }, (_, i) => source[i % Math.max(1, source.length)] ?? null)

const valueIn = (row: SheetRow, column: SheetColumn): Value => (row[column.key] as Value | undefined) ?? null

function downOrUp(question: FillQuestion): LineWrite[] {
  const { rows, columns, source, target, isSeries } = question
  const isUp = target.top < source.top
  const from = rows.slice(source.top, source.bottom + 1).filter(isReal)
  const onto = (
    isUp ? rows.slice(target.top, source.top).toReversed() : rows.slice(source.bottom + 1, target.bottom + 1)
  ).filter(isReal)
  const chosen = columns.slice(source.left, source.right + 1).filter((column) => column.kind === 'field')
  const values = chosen.map((column) => {
    const given = from.map((row) => valueIn(row, column))
    return isSeries
      ? filled(column.field.kind, given, onto.length, isUp)
      : repeated(isUp ? given.toReversed() : given, onto.length)
  })
  return onto.map(({ id }, i) => ({
    id,
    cells: chosen.map((column, j) => ({ column, input: { value: values[j]?.[i] ?? null } })),
  }))
}

function acrossRow({ columns, names, source, target, isSeries }: FillQuestion, row: SheetRow): CellWrite[] {
  const isLeft = target.left < source.left
  const from = columns.slice(source.left, source.right + 1)
  const onto = isLeft
    ? columns.slice(target.left, source.left).toReversed()
    : columns.slice(source.right + 1, target.right + 1)
  const kinds = new Set([...from, ...onto].map((column) => (column.kind === 'field' ? column.field.kind : 'computed')))
  const [kind] = kinds
  // between fields of one kind a series goes on; else a cell is read as if it had been copied there
  if (isSeries && kinds.size === 1 && (kind === 'number' || kind === 'money' || kind === 'month' || kind === 'day')) {
    const given = from.map((column) => valueIn(row, column))
    const values = filled(kind, given, onto.length, isLeft)
    return onto.map((column, i) => ({ column, input: { value: values[i] ?? null } }))
  }
  const texts = (isLeft ? from.toReversed() : from).map((column) => textOfCell(column, row, names))
  return onto.flatMap((column, i): CellWrite[] =>
    column.kind === 'field' ? [{ column, input: { text: texts[i % texts.length] ?? '' } }] : [],
  )
}

/** The lines that filling from a rectangle to the rest of a longer one writes. */
export function fillLines(question: FillQuestion): LineWrite[] {
  const { rows, source, target } = question
  if (target.top < source.top || target.bottom > source.bottom) return downOrUp(question)
  const lines = rows.slice(source.top, source.bottom + 1).filter(isReal)
  return lines.map((row) => ({ id: row.id, cells: acrossRow(question, row) }))
}
