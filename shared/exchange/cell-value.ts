import type { Field, Value } from '../plan/field'
import type { Names } from '../plan/format-value'
import { parseText, valueOfNumber } from '../plan/parse-text'
import { err, ok, type Result } from '../plan/result'
import { kindWords } from '../plan/words'
import { gradeSpan, levelOf } from './grades'
import type { Transform } from './mapping'
import { plainName } from './names'
import { cellText, type SheetCell } from './sheet'

/** Why a cell cannot be taken: a stable word for programs, a sentence for planners. */
export type CellFault = { readonly code: CellFaultCode; readonly message: string }
export type CellFaultCode = 'not-understood' | 'unknown-name' | 'ambiguous-name' | 'grades-not-understood'

/** What a transform may need besides its own cell: the other cells of the row, by column name. */
export type OtherCells = (column: string) => SheetCell

const decimalText = (value: number): string => {
  const text = String(value)
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text
}

const asFraction = (text: string): string => {
  const value = Number(text)
  return text === '' || !Number.isFinite(value) ? text : `${decimalText(Number((value * 100).toPrecision(12)))}%`
}

const levelCell = (
  text: string,
  transform: Transform & { kind: 'level' },
  others: OtherCells,
): Result<string, CellFault> => {
  const type = transform.typeColumn === null ? null : cellText(others(transform.typeColumn))
  const high = cellText(others(transform.highColumn))
  const span = gradeSpan(text) ?? [text, high]
  const level = levelOf(span[0], span[1], type)
  if (level !== null) return ok(level)
  return text === '' && high === ''
    ? ok('')
    : err({
        code: 'grades-not-understood',
        message: `"${text}" to "${high}" are not grades that are known (PK, KG, 1–12).`,
      })
}

const marks = { comma: /\s*,\s*/, dash: /\s+[-–—]\s*|\s*[-–—]\s+|\s*[–—]\s*/, space: /\s+/ } as const

/** The part of a text before or behind the first mark; the whole where there is none. */
const partOf = (text: string, { at, which }: Transform & { kind: 'part' }): string => {
  const mark = marks[at].exec(text)
  if (!mark) return text
  return (which === 'first' ? text.slice(0, mark.index) : text.slice(mark.index + mark[0].length)).trim()
}

/** The text that the field gets to read, after the transform. */
const transformed = (cell: SheetCell, transform: Transform, others: OtherCells): Result<string, CellFault> => {
  const text = typeof cell === 'number' ? decimalText(cell) : cellText(cell)
  switch (transform.kind) {
    case 'percent':
      return ok(text === '' || text.endsWith('%') ? text : `${text}%`)
    case 'fraction':
      return ok(text.endsWith('%') ? text : asFraction(text))
    case 'pad':
      return ok(/^\d+$/.test(text) ? text.padStart(transform.width, '0') : text)
    case 'stripZeros':
      return ok(text.replace(/^0+(?=.)/, ''))
    case 'part':
      return ok(partOf(text, transform))
    case 'level':
      return levelCell(text, transform, others)
    case 'words': {
      const found = Object.entries(transform.words).find(([word]) => plainName(word) === plainName(text))
      return ok(found ? found[1] : text)
    }
    case 'plain':
    default:
      return ok(text)
  }
}

/** Spellings that spreadsheets bring and typing does not: line breaks in a name, a time behind a day, 12.5 % as a number. */
const spreadsheetSpelling = (field: Field, text: string): string => {
  if (field.kind === 'text' && !field.isMultiline) return text.replaceAll(/\s*[\r\n\t]+\s*/g, ' ')
  if (field.kind === 'day') return /^\d{4}-\d{2}-\d{2}(?=[T ]\d)/.exec(text)?.[0] ?? text
  if (field.kind === 'number' && text.endsWith('%')) {
    const value = Number(text.slice(0, -1))
    return Number.isFinite(value) ? decimalText(value / 100) : text
  }
  return text
}

const unknownReference = (field: Field, text: string, names: Names): CellFault | null => {
  if (field.kind !== 'reference') return null
  const found = names.idsOf(field.table, text)
  const what = kindWords(field.table)
  if (found.length === 0) return { code: 'unknown-name', message: `The plan has no ${what} "${text}".` }
  return found.length > 1
    ? { code: 'ambiguous-name', message: `The plan has ${found.length} of the name "${text}" (${what}).` }
    : null
}

/**
 * The value of a cell for a field, in the units of the plan and within the field's range; undefined where the cell says
 * nothing. References are found by name, schools by their code as well.
 */
export const cellValue = (
  field: Field,
  cell: SheetCell,
  transform: Transform,
  names: Names,
  others: OtherCells,
): Result<Value | undefined, CellFault> => {
  if (typeof cell === 'number' && transform.kind === 'plain' && field.kind !== 'reference') {
    const read = valueOfNumber(field, cell)
    return read.ok ? read : err({ code: 'not-understood', message: read.error })
  }
  const text = transformed(cell, transform, others)
  if (!text.ok) return text
  if (text.value === '') return ok(undefined)
  const fault = unknownReference(field, text.value, names)
  if (fault) return err(fault)
  const parsed = parseText(field, spreadsheetSpelling(field, text.value), names)
  if (parsed.ok) return ok(parsed.value)
  const isNames = field.kind === 'list' && field.item.kind === 'reference'
  return err({ code: isNames ? 'unknown-name' : 'not-understood', message: parsed.error })
}
