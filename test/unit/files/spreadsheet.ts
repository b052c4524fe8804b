import { CFB, utils, write, type BookType, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** The bytes of a workbook with these sheets, in any format. */
export const bookBytes = (
  sheets: Readonly<Record<string, WorkSheet>>,
  bookType: BookType = 'xlsx',
  more: Partial<WorkBook> = {},
): Uint8Array => {
  const book = { SheetNames: Object.keys(sheets), Sheets: { ...sheets }, ...more }
  return new Uint8Array(write(book, { type: 'buffer', bookType }) as Uint8Array)
}

/** A sheet from rows of plain values. */
export const sheetFrom = (...rows: readonly (readonly unknown[])[]): WorkSheet =>
  utils.aoa_to_sheet(rows.map((row) => [...row]))

/** The same zip with the text of one part changed. */
export const withPart = (bytes: Uint8Array, name: string, how: (text: string) => string): Uint8Array => {
  const parts = unzipSync(bytes)
  return zipSync({ ...parts, [name]: strToU8(how(strFromU8(parts[name] ?? new Uint8Array()))) })
}

/** An older workbook or an encrypted newer one: a compound file of these streams. */
export const compoundFile = (streams: Readonly<Record<string, Uint8Array>>): Uint8Array => {
  const file = CFB.utils.cfb_new()
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${name}`, content)
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as Uint8Array)
}

/** The zip after `how` has changed its entries in the directory at the end; `at` is where an entry begins. */
export const withEntries = (bytes: Uint8Array, how: (view: DataView, at: number) => void): Uint8Array => {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  for (let at = 0; at + 4 <= copy.length; at += 1) if (view.getUint32(at, true) === 0x02014b50) how(view, at)
  return copy
}
