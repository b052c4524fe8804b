import type { SheetCell } from '@shared/contract/calls'
import { SSF, utils, type CellObject, type Range, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { readingLimits } from './limits'

/** Collects what was noticed while reading, in whole sentences; beyond a number of them it only counts. */
export class ReadingProblems {
  readonly #sentences: string[] = []
  #untold = 0

  add(sentence: string): void {
    if (this.#sentences.length < readingLimits.problems) this.#sentences.push(sentence)
    else this.#untold += 1
  }

  all(): string[] {
    const more = this.#untold > 0 ? [`${this.#untold} more remarks of the same kinds are not listed.`] : []
    return [...this.#sentences, ...more]
  }
}

/** Thrown inside reading where a sheet goes beyond the limits; `readSheets` makes a named failure of it. */
export class TooLarge extends Error {}

const two = (number: number): string => String(number).padStart(2, '0')

/** A spreadsheet's date number as text: `YYYY-MM-DD`, or `HH:MM` for a time without a day. */
const dateText = (serial: number, is1904: boolean): string | null => {
  const date = SSF.parse_date_code(serial, { date1904: is1904 })
  if (!date) return null
  if (serial >= 0 && serial < 1) return `${two(date.H)}:${two(date.M)}`
  return `${String(date.y).padStart(4, '0')}-${two(date.m)}-${two(date.d)}`
}

/** 0.45 shown as a percentage is handed on as "45%", so that nobody has to guess later whether 45 or 0.45 was meant. */
const percentText = (value: number): string => `${Number((value * 100).toPrecision(12))}%`

const errorWords: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
}

type Place = { readonly sheet: string; readonly is1904: boolean; readonly problems: ReadingProblems }

const numberCell = (value: number, format: string, is1904: boolean): SheetCell => {
  if (!Number.isFinite(value)) return null
  if (SSF.is_date(format)) return dateText(value, is1904) ?? value
  return format.includes('%') ? percentText(value) : value
}

const cellValue = (cell: CellObject, address: string, place: Place): SheetCell => {
  const format = typeof cell.z === 'string' ? cell.z : ''
  switch (cell.t) {
    case 'n':
      return typeof cell.v === 'number' ? numberCell(cell.v, format, place.is1904) : null
    case 's':
      return typeof cell.v === 'string' && cell.v !== '' ? cell.v : null
    case 'b':
      return cell.v === true
    case 'd':
      return cell.v instanceof Date ? cell.v.toISOString().slice(0, 10) : null
    case 'e': {
      const word = typeof cell.v === 'number' ? (errorWords[cell.v] ?? '#ERROR') : '#ERROR'
      place.problems.add(`Sheet "${place.sheet}", cell ${address}: ${word} cannot be read, so it counts as empty.`)
      return null
    }
    case 'z':
      if (cell.f !== undefined) {
        place.problems.add(
          `Sheet "${place.sheet}", cell ${address}: the result of its formula is not in the file, so it counts as empty. Open the file in Excel and save it to have it.`,
        )
      }
      return null
    default:
      return null
  }
}

type Budget = { rows: number; cells: number }

const spend = (budget: Budget, rows: number, cells: number): void => {
  budget.rows -= rows
  budget.cells -= cells
  if (budget.rows < 0) throw new TooLarge(`more than ${readingLimits.rows.toLocaleString('en-US')} rows`)
  if (budget.cells < 0) throw new TooLarge(`more than ${readingLimits.cells.toLocaleString('en-US')} cells`)
}

/** Text that was merged over several cells counts for each of them; a number counts once, where it stands. */
const fillMerged = (rows: SheetCell[][], merges: readonly Range[], place: Place, budget: Budget): void => {
  for (const { s: start, e: end } of merges) {
    const value = rows[start.r]?.[start.c] ?? null
    if (value === null) continue
    if (typeof value === 'number') {
      const name = `${utils.encode_cell(start)}:${utils.encode_cell(end)}`
      place.problems.add(
        `Sheet "${place.sheet}", cells ${name} are merged; their number counts for the first one only.`,
      )
      continue
    }
    const lastColumn = Math.min(end.c, readingLimits.columns - 1)
    for (let r = start.r; r <= Math.min(end.r, rows.length - 1); r += 1) {
      const row = rows[r] ?? []
      spend(budget, 0, lastColumn - start.c + 1)
      for (let c = start.c; c <= lastColumn; c += 1) {
        while (row.length < c) row.push(null)
        row[c] = value
      }
    }
  }
}

const rowCells = (cells: readonly (CellObject | undefined)[], r: number, place: Place): SheetCell[] => {
  const row: SheetCell[] = []
  for (const [c, cell] of cells.entries()) {
    const value = cell ? cellValue(cell, utils.encode_cell({ r, c }), place) : null
    if (value === null) continue
    if (c >= readingLimits.columns) throw new TooLarge(`more than ${readingLimits.columns} columns`)
    while (row.length < c) row.push(null)
    row.push(value)
  }
  return row
}

const sheetRows = (sheet: WorkSheet, place: Place, budget: Budget): SheetCell[][] => {
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? []
  const rows: SheetCell[][] = []
  for (const [r, cells] of data.entries()) {
    const row = cells ? rowCells(cells, r, place) : []
    if (row.length === 0) continue
    // Empty rows above count too: each is a row of what is handed on.
    spend(budget, r + 1 - rows.length, row.length)
    while (rows.length < r) rows.push([])
    rows.push(row)
  }
  fillMerged(rows, sheet['!merges'] ?? [], place, budget)
  return rows
}

/**
 * The sheets of a parsed workbook as plain cells. Row and column numbers stay as in the file (row 1 is `rows[0]`);
 * empty rows and columns at the end are left away. Hidden sheets are left out and named.
 */
export const workbookSheets = (book: WorkBook, problems: ReadingProblems): { name: string; rows: SheetCell[][] }[] => {
  const is1904 = book.Workbook?.WBProps?.date1904 === true
  const budget: Budget = { rows: readingLimits.rows, cells: readingLimits.cells }
  const sheets: { name: string; rows: SheetCell[][] }[] = []
  for (const [at, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name]
    if (!sheet) continue
    if ((book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0) {
      if (name !== 'Lists') problems.add(`The sheet "${name}" is hidden in the file and was left out.`)
      continue
    }
    sheets.push({ name, rows: sheetRows(sheet, { sheet: name, is1904, problems }, budget) })
  }
  return sheets
}
