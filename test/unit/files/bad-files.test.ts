import { truncateSync } from 'node:fs'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { ErrorCode } from '@shared/contract/error'
import { readSheets } from '../../../electron/files/read'
import { checkZip } from '../../../electron/files/zip-check'
import { codeOf, failure } from '../../fixtures/workbook'
import { testFolder } from './folder'
import { bookBytes, compoundFile, sheetFrom, withEntries, withPart } from './spreadsheet'

const folder = testFolder()
const text = (value: string): Uint8Array => new TextEncoder().encode(value)
const workbook = bookBytes({ S: sheetFrom(['School', 'Students'], ['North', 520]) })

/** Every refusal names the file, says that the plan is safe, and says what to do. */
const refused = async (path: string, code: ErrorCode): Promise<string> => {
  const { message } = failure(await readSheets(path), code)
  expect(message).toContain(`"${path.split('/').at(-1)}"`)
  expect(message).toContain('Your plan is as it was.')
  return message
}

/** A workbook of Excel 97 whose first record after its beginning says that the rest is locked. */
const lockedXls = (): Uint8Array => {
  const record = (kind: number, body: readonly number[]): number[] => [kind & 255, kind >> 8, body.length, 0, ...body]
  const begin = record(0x0809, [0, 6, 5, 0, ...Array.from<number>({ length: 12 }).fill(0)])
  const lock = record(0x002f, [1, 0, 1, 0, 1, 0, ...Array.from<number>({ length: 48 }).fill(5)])
  const stream = new Uint8Array(4096)
  stream.set([...begin, ...lock, ...record(0x000a, [])])
  return compoundFile({ Workbook: stream })
}

const lockedOds = (): Uint8Array =>
  withPart(bookBytes({ S: sheetFrom(['a']) }, 'ods'), 'META-INF/manifest.xml', (xml) =>
    xml.replace(
      /(<manifest:file-entry[^>]*full-path="content.xml"[^>]*)\/>/,
      '$1><manifest:encryption-data manifest:checksum="x"/></manifest:file-entry>',
    ),
  )

describe('a file that is no spreadsheet', () => {
  it.each<[string, Uint8Array]>([
    ['nothing.xlsx', new Uint8Array()],
    ['letter.xlsx', text('Dear board,\nthe schools are:')],
    ['picture.csv', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['report.csv', text('%PDF-1.7\n1 0 obj')],
    ['letter.docx', zipSync({ 'word/document.xml': text('<w:document/>') })],
    ['letter.doc', compoundFile({ WordDocument: new Uint8Array(4096).fill(3) })],
    ['half.xlsx', workbook.slice(0, workbook.length / 2)],
    ['damaged.xlsx', workbook.map((byte, at) => (at > 200 && at < 1200 ? 0 : byte))],
  ])('is refused in a sentence: %s', async (name, bytes) => {
    expect(await refused(folder.put(name, bytes), 'sheet-unreadable')).toMatch(/save it again as|Choose another file/)
  })

  it('is refused where it is not there any more', async () => {
    expect(await refused(folder.path('gone.csv'), 'file-not-found')).toContain('no longer where it was')
  })

  it('is refused where it is a folder', async () => {
    expect(codeOf(await readSheets(folder.path('.')))).toBe('file-unreachable')
  })
})

describe('a file with a password', () => {
  it.each<[string, () => Uint8Array]>([
    [
      'new.xlsx',
      () =>
        compoundFile({
          EncryptionInfo: Uint8Array.from([4, 0, 4, 0, 0x40, 0, 0, 0]),
          EncryptedPackage: new Uint8Array(8192),
        }),
    ],
    ['old.xls', lockedXls],
    ['open.ods', lockedOds],
  ])('is refused, with what to do: %s', async (name, make) => {
    expect(await refused(folder.put(name, make()), 'sheet-encrypted')).toContain('save a copy without the password')
  })
})

describe('a file that is larger than it may be', () => {
  it('is not opened at all beyond 50 MB', async () => {
    const path = folder.put('large.csv', 'a,b\n')
    truncateSync(path, 51 * 1024 * 1024)
    expect(await refused(path, 'sheet-too-large')).toContain('51 MB; up to 50 MB can be read')
  })

  it('is not unfolded where its parts say that they become too much', async () => {
    const bomb = withEntries(workbook, (view, at) => view.setUint32(at + 24, 0x7fffffff, true))
    expect(await refused(folder.put('bomb.xlsx', bomb), 'sheet-too-large')).toContain('unfolded safely')
  })

  it('is not unfolded where a part becomes more than it says', async () => {
    const packed = zipSync({ 'xl/workbook.xml': [new Uint8Array(30_000_000), { level: 9 }] })
    expect(packed.length).toBeLessThan(100_000)
    const bomb = withEntries(packed, (view, at) => view.setUint32(at + 24, 1000, true))
    expect(checkZip(packed)).toBe('fine')
    expect(checkZip(bomb)).toBe('broken')
    await refused(folder.put('liar.xlsx', bomb), 'sheet-unreadable')
  })

  it.each<[string, () => Uint8Array, string]>([
    ['rows.csv', () => text('x\n'.repeat(200_001)), 'more than 200,000 rows'],
    ['columns.csv', () => text(`${'x,'.repeat(2001)}x\n`), 'more than 2000 columns'],
    ['cells.csv', () => text(`${'x,'.repeat(1999)}x\n`.repeat(2600)), 'more than 5,000,000 cells'],
    [
      'rows.xlsx',
      () => bookBytes({ S: { '!ref': 'A1:A200001', A1: { t: 'n', v: 1 }, A200001: { t: 'n', v: 2 } } }),
      'more than 200,000 rows',
    ],
    ['columns.xlsx', () => bookBytes({ S: { '!ref': 'A1:BXY1', BXY1: { t: 'n', v: 1 } } }), 'more than 2000 columns'],
    [
      'merged.xlsx',
      () =>
        bookBytes({
          S: {
            '!ref': 'A1:A100000',
            '!merges': [{ s: { r: 0, c: 0 }, e: { r: 99_999, c: 701 } }],
            A1: { t: 's', v: 'everywhere' },
            A100000: { t: 'n', v: 2 },
          },
        }),
      'more than 5,000,000 cells',
    ],
  ])('is refused: %s', async (name, make, words) => {
    const message = await refused(folder.put(name, make()), 'sheet-too-large')
    expect(message).toContain(words)
    expect(message).toContain('Keep only the rows and columns that you need')
  })
})

describe('any bytes', () => {
  const broken = fc
    .tuple(fc.integer({ min: 0, max: workbook.length - 1 }), fc.uint8Array({ minLength: 1, maxLength: 40 }))
    .map(([at, bytes]) => {
      const copy = workbook.slice()
      copy.set(bytes.slice(0, copy.length - at), at)
      return copy
    })

  it('are read or refused by name, and never make the reader throw', async () => {
    const names = fc.constantFrom('x.xlsx', 'x.xls', 'x.csv', 'x.ods')
    await fc.assert(
      fc.asyncProperty(fc.oneof(broken, fc.uint8Array({ maxLength: 400 })), names, async (bytes, name) => {
        expect(['ok', 'sheet-unreadable', 'sheet-encrypted', 'sheet-too-large']).toContain(
          codeOf(await readSheets(folder.put(name, bytes))),
        )
      }),
      { numRuns: 150 },
    )
  })
})
