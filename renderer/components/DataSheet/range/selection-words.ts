import { formatNumber, formatValue } from '@shared/plan/format'
import type { Field } from '@shared/plan/field'
import { isNumeric, type SheetColumn } from '../columns'
import { isReal, type SheetRow } from '../sheet-row'
import { cellWords, isOneCell, sizeOf, type Box } from './range'

/** True where amounts of two fields may be added up. */
const isAlike = (a: Field, b: Field): boolean =>
  a.kind === b.kind && (a.kind !== 'number' || (b.kind === 'number' && a.unit === b.unit))

/** Shares, years and factors have an average but no sum. */
const hasSum = (columns: readonly SheetColumn[]): boolean =>
  columns.every(
    (column) =>
      column.kind === 'field' && (column.hasTotal || column.field.kind === 'money' || column.field.kind === 'fte'),
  )

/**
 * The selected cells in words for the status bar: "Sum 1,200 · Average 400 · 3 numbers"; where columns of different
 * kinds are selected, only how many cells hold something. Null where one cell is selected.
 */
export function selectionWords(columns: readonly SheetColumn[], rows: readonly SheetRow[], box: Box): string | null {
  if (isOneCell(box)) return null
  const chosen = columns.slice(box.left, box.right + 1)
  const [only] = chosen
  if (only?.kind === 'computed' && only.isNumber && chosen.length === 1) {
    return `Sum ${only.total(rows.slice(box.top, box.bottom + 1).filter(isReal))}`
  }
  const { columns: width } = sizeOf(box)
  let sum = 0
  let numbers = 0
  let filled = 0
  for (const row of rows.slice(box.top, box.bottom + 1)) {
    if (!isReal(row)) continue
    for (const column of chosen) {
      const value = column.kind === 'field' ? row[column.key] : column.text(row)
      if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) continue
      filled += 1
      if (typeof value !== 'number') continue
      sum += value
      numbers += 1
    }
  }
  const fields = chosen.flatMap((column) => (column.kind === 'field' && isNumeric(column.field) ? [column.field] : []))
  const [first] = fields
  if (!first || numbers === 0 || fields.length < width || !fields.every((field) => isAlike(first, field))) {
    return `${cellWords(filled)} filled`
  }
  const mean = sum / numbers
  const average =
    first.kind === 'number' ? formatNumber(Math.round(mean * 100) / 100) : formatValue(first, Math.round(mean))
  const words = [
    hasSum(chosen) ? `Sum ${formatValue(first, sum)}` : null,
    `Average ${average}`,
    `${numbers.toLocaleString('en-US')} ${numbers === 1 ? 'number' : 'numbers'}`,
  ]
  return words.filter((word) => word !== null).join(' · ')
}
