import { describe, expect, it } from 'vitest'
import { unzipSync, zipSync, type Zippable } from 'fflate'
import type { Sheet, SheetCell } from '@shared/contract/calls'
import { readSheets } from '../../../electron/files/read'
import { good } from '../../fixtures/workbook'
import { testFolder } from './folder'
import { bookBytes, sheetFrom, withEntries, withPart } from './spreadsheet'

const folder = testFolder()

const read = async (name: string, content: string | Uint8Array) => good(await readSheets(folder.put(name, content)))

const firstSheet = async (name: string, content: string | Uint8Array): Promise<SheetCell[][]> => {
  const [sheet] = (await read(name, content)).sheets
  return (sheet as Sheet).rows
}

const schools = [
  ['Code', 'School', 'Students', 'Share'],
  ['027904', 'Peña El', 520, 0.45],
]

describe('workbooks', () => {
  it.each(['xlsx', 'xlsm', 'xlsb', 'biff8', 'ods', 'xlml'] as const)('are read in the format %s', async (bookType) => {
    const sheet = sheetFrom(...schools)
    sheet['D2'] = { t: 'n', v: 0.45, z: '0.0%' }
    sheet['E2'] = { t: 'n', v: 45962, z: 'm/d/yyyy' }
    sheet['!ref'] = 'A1:E2'
    const name = `schools.${bookType === 'biff8' || bookType === 'xlml' ? 'xls' : bookType}`
    expect(await firstSheet(name, bookBytes({ Schools: sheet }, bookType))).toEqual([
      ['Code', 'School', 'Students', 'Share'],
      ['027904', 'Peña El', 520, '45%', '2025-11-01'],
    ])
  })

  it('are known by what they are, not by their name', async () => {
    const bytes = bookBytes({ Schools: sheetFrom(...schools) })
    expect((await firstSheet('schools.csv', bytes))[1]?.[0]).toBe('027904')
  })

  it('never run what is in them: the program in an .xlsm is not even looked at', async () => {
    const bytes = bookBytes({ S: sheetFrom(['School'], ['North']) }, 'xlsm', { vbaraw: new Uint8Array(2048).fill(7) })
    expect(await firstSheet('macros.xlsm', bytes)).toEqual([['School'], ['North']])
  })

  it('give the dates of both date systems, and times', async () => {
    const sheet = { A1: { t: 'n', v: 0, z: 'm/d/yyyy' }, B1: { t: 'n', v: 0.5, z: 'h:mm' }, '!ref': 'A1:B1' } as const
    const cells = (date1904: boolean, serial: number) =>
      firstSheet(
        'dates.xlsx',
        bookBytes({ S: { ...sheet, A1: { ...sheet.A1, v: serial } } }, 'xlsx', { Workbook: { WBProps: { date1904 } } }),
      )
    expect(await cells(false, 45962)).toEqual([['2025-11-01', '12:00']])
    expect(await cells(true, 44500)).toEqual([['2025-11-01', '12:00']])
  })

  it('give formulas by the results that are in the file, and name those that have none', async () => {
    const sheet = {
      A1: { t: 'n', v: 7, f: '3+4' },
      B1: { t: 's', v: 'North', f: '"No"&"rth"' },
      C1: { t: 'n', v: 0, f: '1-1' },
      D1: { t: 's', v: 'end' },
      '!ref': 'A1:D1',
    } as const
    const saved = await read('formulas.xlsx', bookBytes({ S: sheet }))
    expect(saved).toMatchObject({ sheets: [{ rows: [[7, 'North', 0, 'end']] }], problems: [] })
    const unsaved = withPart(bookBytes({ S: sheet }), 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('<f>3+4</f><v>7</v>', '<f>3+4</f>'),
    )
    const { sheets, problems } = await read('unsaved.xlsx', unsaved)
    expect(sheets[0]?.rows).toEqual([[null, 'North', 0, 'end']])
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain('Sheet "S", cell A1: the result of its formula is not in the file')
  })

  it('count an error as empty, and name its cell', async () => {
    const sheet = {
      A1: { t: 's', v: 'School' },
      B2: { t: 'e', v: 0x17 },
      C2: { t: 'n', v: 1 },
      '!ref': 'A1:C2',
    } as const
    const { sheets, problems } = await read('errors.xlsx', bookBytes({ Staff: sheet }))
    expect(sheets[0]?.rows).toEqual([['School'], [null, null, 1]])
    expect(problems).toEqual(['Sheet "Staff", cell B2: #REF! cannot be read, so it counts as empty.'])
  })

  it('say a merged heading over each of its columns, and a merged number once', async () => {
    const sheet = sheetFrom(['School', 'Staff', null, 'Note'], [null, 'Teachers', 'Aides'], ['North', 20, null])
    sheet['!merges'] = [
      { s: { r: 0, c: 1 }, e: { r: 0, c: 2 } },
      { s: { r: 0, c: 0 }, e: { r: 1, c: 0 } },
      { s: { r: 2, c: 1 }, e: { r: 2, c: 2 } },
    ]
    const { sheets, problems } = await read('merged.xlsx', bookBytes({ S: sheet }))
    expect(sheets[0]?.rows).toEqual([
      ['School', 'Staff', 'Staff', 'Note'],
      ['School', 'Teachers', 'Aides'],
      ['North', 20],
    ])
    expect(problems).toEqual(['Sheet "S", cells B3:C3 are merged; their number counts for the first one only.'])
  })

  it('leave hidden sheets out and name them', async () => {
    const bytes = bookBytes({ Shown: sheetFrom(['a']), Old: sheetFrom(['b']) }, 'xlsx', {
      Workbook: { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] },
    })
    expect(await read('hidden.xlsx', bytes)).toMatchObject({
      sheets: [{ name: 'Shown' }],
      problems: ['The sheet "Old" is hidden in the file and was left out.'],
    })
  })

  it('are read where a program wrote the sizes of their parts as 64-bit figures', async () => {
    const parts = unzipSync(bookBytes({ S: sheetFrom(['North']) }))
    const stored: Zippable = {}
    for (const [name, content] of Object.entries(parts)) {
      const sizes = new DataView(new ArrayBuffer(16))
      sizes.setBigUint64(0, BigInt(content.length), true)
      sizes.setBigUint64(8, BigInt(content.length), true)
      stored[name] = [content, { level: 0, extra: { 1: new Uint8Array(sizes.buffer) } }]
    }
    const long = withEntries(zipSync(stored), (view, at) => {
      view.setUint32(at + 20, 0xffffffff, true)
      view.setUint32(at + 24, 0xffffffff, true)
    })
    expect(await firstSheet('long.xlsx', long)).toEqual([['North']])
  })

  it('are read where an old school system calls a web page ".xls"', async () => {
    const page = '<html><table><tr><td>Code</td><td>School</td></tr><tr><td>0279</td><td>North</td></tr></table></html>'
    expect(await firstSheet('page.xls', page)).toEqual([
      ['Code', 'School'],
      ['0279', 'North'],
    ])
  })
})

describe('text tables', () => {
  const text = 'Code,School\n027904,Peña El\n'
  const rows = [
    ['Code', 'School'],
    ['027904', 'Peña El'],
  ]
  const utf16 = (order: 'le' | 'be', withMark: boolean): Uint8Array => {
    const bytes = Buffer.from((withMark ? '\uFEFF' : '') + text, 'utf16le')
    return order === 'le' ? bytes : bytes.swap16()
  }

  it.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(text, 'utf8')],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`, 'utf8')],
    ['UTF-16 little-endian', utf16('le', true)],
    ['UTF-16 big-endian', utf16('be', true)],
    ['UTF-16 without a mark', utf16('le', false)],
    ['Windows-1252', Buffer.from(text, 'latin1')],
  ])('are read in %s, every cell the text that stands there', async (_, bytes) => {
    expect(await firstSheet('schools.csv', bytes)).toEqual(rows)
  })

  it.each([',', ';', '\t', '|'])('are cut at "%s"', async (delimiter) => {
    const lines = ['Code,School,Students', '01,North,520', '02,"South, Annex",610'].map((line) =>
      line.replaceAll(/,(?! )/g, delimiter),
    )
    expect(await firstSheet('schools.txt', lines.join('\r\n'))).toEqual([
      ['Code', 'School', 'Students'],
      ['01', 'North', '520'],
      ['02', 'South, Annex', '610'],
    ])
  })

  it('keep quotes, line breaks within a cell, and a first line that names the delimiter', async () => {
    expect(await firstSheet('notes.csv', 'sep=;\nSchool;Note\nNorth;"two ""lines"",\nhere"\n\nEast;\n')).toEqual([
      ['School', 'Note'],
      ['North', 'two "lines",\nhere'],
      [],
      ['East'],
    ])
  })

  it('do not become formulas, dates, or another format by how they begin', async () => {
    expect(await firstSheet('odd.csv', 'TABLE,=1+1\nID;PWXL,<b>x</b>\n1/2,1e5\n')).toEqual([
      ['TABLE', '=1+1'],
      ['ID;PWXL', '<b>x</b>'],
      ['1/2', '1e5'],
    ])
  })
})
