import type { Sheet, SheetCell } from '@shared/contract/calls'
import type { Answer, ErrorCode } from '@shared/contract/error'
import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { readDelimited } from './delimited-text'
import { fileKindOf } from './file-kind'
import { readingLimits } from './limits'
import { systemCodeOf } from './system-code'
import { decodeText } from './text-decoding'
import { ReadingProblems, TooLarge, workbookSheets } from './workbook-cells'
import { checkZip } from './zip-check'

/** A spreadsheet as it was read: its sheets, and in whole sentences what was noticed on the way. */
export type ReadSheets = { fileName: string; sheets: Sheet[]; problems: string[] }

const safe = 'Your plan is as it was.'

const failed = (code: ErrorCode, message: string): Answer<never> => ({
  ok: false,
  error: { code, message: `${message} ${safe}` },
})

const unreachable = (name: string, error: unknown): Answer<never> => {
  switch (systemCodeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return failed('file-not-found', `"${name}" is no longer where it was. Choose the file again.`)
    case 'EACCES':
    case 'EPERM':
      return failed('file-unreachable', `"${name}" may not be read with your account. Ask for access, or use a copy.`)
    case 'EBUSY':
      return failed('file-locked', `"${name}" is in use by another program. Close it there and try again.`)
    default:
      return failed('file-unreachable', `"${name}" cannot be reached. Check the drive or the network and try again.`)
  }
}

const tooLarge = (name: string, what: string): Answer<never> =>
  failed('sheet-too-large', `"${name}" has ${what}. Keep only the rows and columns that you need, and try again.`)

const broken = (name: string): Answer<never> =>
  failed(
    'sheet-unreadable',
    `"${name}" is damaged or not a spreadsheet. Open it in Excel, save it again as .xlsx or .csv, and import that copy.`,
  )

const encrypted = (name: string): Answer<never> =>
  failed(
    'sheet-encrypted',
    `"${name}" is protected by a password. Open it in Excel, save a copy without the password, and import that copy.`,
  )

const allHidden = (name: string): Answer<never> =>
  failed(
    'sheet-unreadable',
    `"${name}" has no sheet that can be seen. Open it in Excel, show the sheet that is meant, save the file, and import it again.`,
  )

const textCell = (cell: string): SheetCell => (cell === '' ? null : cell)

const textRow = (cells: readonly string[]): SheetCell[] => {
  let length = cells.length
  while (length > 0 && cells[length - 1] === '') length -= 1
  return cells.slice(0, length).map(textCell)
}

const readText = (name: string, bytes: Uint8Array): Answer<ReadSheets> => {
  const rows = readDelimited(decodeText(bytes), readingLimits.rows).map(textRow)
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop()
  if (rows.length > readingLimits.rows) {
    return tooLarge(name, `more than ${readingLimits.rows.toLocaleString('en-US')} rows`)
  }
  if (rows.some((row) => row.length > readingLimits.columns)) {
    return tooLarge(name, `more than ${readingLimits.columns} columns`)
  }
  if (rows.reduce((sum, row) => sum + row.length, 0) > readingLimits.cells) {
    return tooLarge(name, `more than ${readingLimits.cells.toLocaleString('en-US')} cells`)
  }
  const sheets = [{ name: basename(name, extname(name)), rows }]
  return { ok: true, value: { fileName: name, sheets, problems: [] } }
}

const readBook = async (name: string, bytes: Uint8Array): Promise<Answer<ReadSheets>> => {
  const { read } = await import('@e965/xlsx')
  const problems = new ReadingProblems()
  try {
    const book = read(bytes, {
      type: 'buffer',
      dense: true,
      raw: true,
      cellNF: true,
      // Not to calculate them, but to notice those whose result is not in the file.
      cellFormula: true,
      sheetStubs: true,
      cellHTML: false,
      cellText: false,
      bookVBA: false,
    })
    const sheets = workbookSheets(book, problems)
    return sheets.length === 0
      ? allHidden(name)
      : { ok: true, value: { fileName: name, sheets, problems: problems.all() } }
  } catch (error) {
    if (error instanceof TooLarge) return tooLarge(name, error.message)
    return error instanceof Error && /password|encrypt/i.test(error.message) ? encrypted(name) : broken(name)
  }
}

const readBytes = async (name: string, bytes: Uint8Array): Promise<Answer<ReadSheets>> => {
  const kind = fileKindOf(bytes)
  const extension = extname(name).toLowerCase()
  if (kind === 'empty') return failed('sheet-unreadable', `"${name}" is empty. Choose another file.`)
  if (kind === 'zip') {
    const verdict = checkZip(bytes)
    if (verdict === 'too-large') return tooLarge(name, 'more in it than can be unfolded safely')
    return verdict === 'broken' ? broken(name) : readBook(name, bytes)
  }
  if (kind === 'compound') return readBook(name, bytes)
  if (kind === 'text' && extension === '.xls') {
    // Older school systems name web pages and plain tables ".xls".
    return decodeText(bytes).trimStart().startsWith('<') ? readBook(name, bytes) : readText(name, bytes)
  }
  if (kind === 'text' && extension !== '.xlsx' && extension !== '.xlsm' && extension !== '.ods') {
    return readText(name, bytes)
  }
  return broken(name)
}

/**
 * Reads a spreadsheet (.xlsx, .xlsm, .xls, .ods) or a text table (.csv, .tsv, .txt) without calculating anything in it.
 * What the file is, is told by its bytes, not by its name. In text tables every cell stays the text that stands there.
 */
export const readSheets = async (path: string): Promise<Answer<ReadSheets>> => {
  const name = basename(path)
  try {
    const { size } = await stat(path)
    if (size > readingLimits.bytes) {
      return tooLarge(
        name,
        `${Math.ceil(size / 1024 / 1024)} MB; up to ${readingLimits.bytes / 1024 / 1024} MB can be read`,
      )
    }
    return await readBytes(name, await readFile(path))
  } catch (error) {
    return unreachable(name, error)
  }
}
