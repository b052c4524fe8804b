import { strToU8, zipSync } from 'fflate'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { guessMapping } from '@shared/exchange/guess'
import { columnNames, findHeaderRow } from '@shared/exchange/header'
import { planImport } from '@shared/exchange/plan-import'
import type { Sheet } from '@shared/exchange/sheet'
import { idHeader } from '@shared/exchange/table-sheet'
import { planWorkbookImport } from '@shared/exchange/workbook-import'
import { planToRows, type Plan } from '@shared/plan/plan'
import { tableNames } from '@shared/plan/table-name'
import { validate } from '@shared/plan/validate'
import { readSheets, type ReadSheets } from '../../../electron/files/read'
import { idSource } from '../../fixtures/ids'
import { codeOf, good } from '../../fixtures/workbook'
import { newPlan, withRow } from '../exchange/small-plan'
import { testFolder } from './folder'
import { bookBytes, sheetFrom, withPart } from './spreadsheet'

const folder = testFolder()
const school = '00000000-1111-4000-8000-000000000001'
const plan = withRow(newPlan, 'unit', school, { name: 'North Fork', enrolment: 400 })
const kept = (of: Plan): string => JSON.stringify(planToRows(of))
const before = kept(plan)

/** Every sheet of a file, tried against every table and as an edited copy: whatever comes out is valid, the plan the same. */
const tried = (sheets: readonly Sheet[]): void => {
  for (const sheet of sheets) {
    const header = findHeaderRow(sheet.rows)
    const names = columnNames(sheet.rows, header)
    for (const table of tableNames) {
      const mapping = guessMapping(table, names, sheet.rows.slice(header + 1, header + 40))
      const { changes } = planImport(plan, mapping, sheet, idSource(8))
      expect(validate(plan, changes)).toEqual([])
    }
  }
  expect(validate(plan, planWorkbookImport(plan, sheets, idSource(9)).changes)).toEqual([])
  expect(kept(plan)).toBe(before)
}

const opened = async (name: string, bytes: Uint8Array | string): Promise<ReadSheets> => {
  const read = good(await readSheets(folder.put(name, bytes)))
  tried(read.sheets)
  return read
}
const rowsOf = async (name: string, bytes: Uint8Array | string): Promise<Sheet['rows']> =>
  (await opened(name, bytes)).sheets[0]?.rows ?? []

const list = 'School,Students\nÉcole Nord,520\n'
const rows = [
  ['School', 'Students'],
  ['École Nord', '520'],
]
const utf16 = (text: string, isBig: boolean, hasMark: boolean): Uint8Array => {
  const bytes = Buffer.from((hasMark ? '\uFEFF' : '') + text, 'utf16le')
  return new Uint8Array(isBig ? bytes.swap16() : bytes)
}
const book = bookBytes({ S: sheetFrom(['School', 'Students'], ['North', 520]) })
const sheetPart = 'xl/worksheets/sheet1.xml'
const doctype = (entity: string) => (xml: string) =>
  xml.replace(/<worksheet/, `<!DOCTYPE w [${entity}]><worksheet`).replace('<v>520</v>', '<v>&x;</v>')

describe('text in any encoding and form is read as it stands', () => {
  it.each<[string, Uint8Array | string]>([
    ['UTF-8', list],
    ['UTF-8 with its mark', `\uFEFF${list}`],
    ['UTF-16 little-endian', utf16(list, false, true)],
    ['UTF-16 big-endian', utf16(list, true, true)],
    ['Windows-1252', Uint8Array.from(Buffer.from(list, 'latin1'))],
    ['lines that end as on an old Mac', list.replaceAll('\n', '\r')],
    ['lines that end as on Windows', list.replaceAll('\n', '\r\n')],
    ['semicolons', list.replaceAll(',', ';')],
    ['tabs', list.replaceAll(',', '\t')],
    ['bars, as the first line says', `sep=|\n${list.replaceAll(',', '|')}`],
    ['every cell in quotes', '"School","Students"\n"École Nord","520"\n'],
  ])('%s', async (_, bytes) => {
    expect(await rowsOf('list.csv', bytes)).toEqual(rows)
  })

  it('UTF-16 without its mark', async () => {
    const plain = 'School,Students\nNorth Fork Elementary School,1\n'
    expect(await rowsOf('list.csv', utf16(plain, false, false))).toEqual([
      rows[0],
      ['North Fork Elementary School', '1'],
    ])
  })

  it('a quote that is never closed', async () => {
    expect(await rowsOf('list.csv', 'School,Students\n"École Nord,520\n')).toEqual([rows[0], ['École Nord,520\n']])
  })

  it('a cell of a million characters is not a name', async () => {
    const { sheets } = await opened('long.csv', `School,Students\n${'N'.repeat(1_000_000)},3\n`)
    const mapping = guessMapping('unit', ['School', 'Students'], [])
    const { changes, problems } = planImport(plan, mapping, sheets[0]!, idSource(9))
    expect(changes).toEqual([])
    expect(problems[0]).toMatchObject({ cell: 'A2', code: 'not-understood' })
    expect(problems[0]?.value).toHaveLength(200)
  })
})

describe('a workbook that is odd but whole gives what stands in it', () => {
  it('macros are not looked at', async () => {
    const parts = withPart(book, 'xl/vbaProject.bin', () => 'Sub Auto_Open()')
    expect(await rowsOf('macros.xlsm', parts)).toEqual([
      ['School', 'Students'],
      ['North', 520],
    ])
  })

  it('cells that refer to each other in a circle count as empty and are named', async () => {
    const sheet = { '!ref': 'A1:B2', A1: { t: 's', v: 'School' }, B1: { t: 's', v: 'Students' } } as const
    const circle = { ...sheet, A2: { t: 'n', f: 'B2' }, B2: { t: 'n', f: 'A2' } } as const
    const read = await opened('circle.xlsx', bookBytes({ S: circle }))
    expect(read.sheets[0]?.rows.flat()).not.toContain(0)
    tried(read.sheets)
  })

  it('days of the system that begins in 1904 are the days that are shown', async () => {
    const sheet = sheetFrom(['Milestone', 'By'], ['Board', 44_000])
    sheet['B2'] = { t: 'n', v: 44_000, z: 'm/d/yyyy' }
    const bytes = bookBytes({ S: sheet }, 'xlsx', { Workbook: { WBProps: { date1904: true } } })
    expect((await rowsOf('1904.xlsx', bytes))[1]).toEqual(['Board', '2024-06-19'])
  })

  it('a heading that is merged over columns counts for each', async () => {
    const sheet = sheetFrom(['Students', null], ['North', 1])
    sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }]
    expect((await rowsOf('merged.xlsx', bookBytes({ S: sheet })))[0]).toEqual(['Students', 'Students'])
  })

  it('formulas that failed count as empty and are named', async () => {
    const sheet = sheetFrom(['School', 'Students'], ['North', null])
    sheet['B2'] = { t: 'e', v: 0x17, f: '#REF!+1' }
    const { problems } = await opened('errors.xlsx', bookBytes({ S: sheet }))
    expect(problems).toEqual(['Sheet "S", cell B2: #REF! cannot be read, so it counts as empty.'])
  })

  it('a million blank rows that are written out are not there either', async () => {
    const blank = Array.from({ length: 1_000_000 }, (_, at) => `<row r="${at + 3}"/>`).join('')
    const bytes = withPart(book, sheetPart, (xml) => xml.replace('</sheetData>', `${blank}</sheetData>`))
    expect(await rowsOf('written-blank.xlsx', bytes)).toHaveLength(2)
  })

  it('a million blank rows below the last one are not there', async () => {
    const bytes = withPart(book, sheetPart, (xml) =>
      xml.replace(/<dimension ref="[^"]*"\/>/, '<dimension ref="A1:XFD1048576"/>'),
    )
    expect(await rowsOf('blank.xlsx', bytes)).toHaveLength(2)
  })

  it('a sheet with nothing in it gives nothing', async () => {
    expect(await rowsOf('empty-sheet.xlsx', bookBytes({ S: {} }))).toEqual([])
  })

  it('a header without rows gives nothing to import', async () => {
    const { sheets } = await opened('header.csv', 'School,Students\n')
    const mapping = guessMapping('unit', ['School', 'Students'], [])
    expect(planImport(plan, mapping, sheets[0]!, idSource(9))).toMatchObject({ changes: [], problems: [] })
  })

  it('strings that programs trip over stay strings', async () => {
    const hostile = [
      '=cmd|"/c calc"!A1',
      '<script>x</script>',
      "'; DROP TABLE unit;--",
      '__proto__',
      '../../etc',
      '${x}',
    ]
    const sheet = sheetFrom(['School', '__proto__', 'constructor'], ...hostile.map((text) => [text, text, text]))
    expect((await rowsOf('hostile.xlsx', bookBytes({ toString: sheet }))).slice(1).map(([cell]) => cell)).toEqual(
      hostile,
    )
  })

  it('an odd name of a sheet or two columns of one name are no hindrance', async () => {
    const sheet = sheetFrom(['School', 'School', 'Students'], ['North', 'South', 3])
    const { sheets } = await opened('names.xlsx', bookBytes({ '🙂 & <b>': sheet }))
    expect(sheets[0]?.name).toBe('🙂 & <b>')
    expect(columnNames(sheets[0]!.rows, 0)).toEqual(['School', 'School (2)', 'Students'])
  })

  it.each([
    ['styles', 'xl/styles.xml'],
    ['a theme', 'xl/theme/theme1.xml'],
    ['properties', 'docProps/app.xml'],
  ])('a missing part is not missed: %s', async (_, part) => {
    expect(
      (
        await rowsOf(
          'bare.xlsx',
          withPart(book, part, () => ''),
        )
      )[1],
    ).toEqual(['North', 520])
  })

  it('figures beyond all numbers are problems at their cells', async () => {
    const { sheets } = await opened('huge.csv', 'School,Students\nNorth,1e999\nEast,NaN\nWest,-5\n')
    const mapping = guessMapping('unit', ['School', 'Students'], [])
    const { problems } = planImport(plan, mapping, sheets[0]!, idSource(9))
    expect(problems.map(({ cell }) => cell)).toEqual(['B2', 'B3', 'B4'])
  })

  it.each([
    ['a web page', '<html><body><table><tr><td>School</td></tr><tr><td>North</td></tr></table></body></html>'],
    ['a plain table', 'School\tStudents\nNorth\t5\n'],
  ])('called .xls: %s', async (_, text) => {
    expect((await rowsOf('export.xls', text))[1]?.[0]).toBe('North')
  })
})

describe('an edited copy that was edited wrongly names what is wrong', () => {
  const sheet = (...cells: Sheet['rows']): Sheet => ({
    name: 'Schools and departments',
    rows: [[idHeader, 'Name', 'Kind', 'Part of'], ...cells],
  })
  const back = (...cells: Sheet['rows']) => planWorkbookImport(plan, [sheet(...cells)], idSource(9))

  it.each<[string, Sheet['rows'], string]>([
    [
      'the same row twice',
      [
        [school, 'North Fork'],
        [school, 'North Fork 2'],
      ],
      'duplicate',
    ],
    ['a school that is part of itself', [[school, 'North Fork', 'School', 'North Fork']], 'not-valid'],
    ['a word that is not in the list', [[school, 'North Fork', 'Castle']], 'not-understood'],
    ['a name that is gone', [[school, null]], 'not-understood'],
  ])('%s', (_, cells, code) => {
    const { problems } = back(...cells)
    expect(problems.map((problem) => problem.code)).toContain(code)
    tried([sheet(...cells)])
  })

  it('an id that is none, or of no row, is a row like a new one', () => {
    const strange = [
      ['=1+1', 'East', 'School'],
      ['00000000-9999-4000-8000-000000000009', 'West', 'School'],
    ]
    expect(back(...strange).changes).toHaveLength(2)
  })
})

describe('a file that cannot be what it says is refused', () => {
  it.each<[string, Uint8Array | string]>([
    ['packed.csv', new Uint8Array(gzipSync(list))],
    ['zip-in-zip.xlsx', zipSync({ 'inner.xlsx': book })],
    ['climbing.xlsx', zipSync({ '../../evil.xml': strToU8('<x/>') })],
    ['text.ods', list],
    ['text.xlsm', list],
    ['page.xlsx', '<html><table><tr><td>School</td></tr></table></html>'],
    ['report.xlsx', '%PDF-1.7\n1 0 obj'],
    ['letter.txt', '{\\rtf1\\ansi Dear board}'],
    ['no-sheets.xlsx', withPart(book, 'xl/workbook.xml', (xml) => xml.replace(/<sheets>.*<\/sheets>/, ''))],
    [
      'hidden.xlsx',
      bookBytes({ S: sheetFrom(['School'], ['North']) }, 'xlsx', { Workbook: { Sheets: [{ Hidden: 1 }] } }),
    ],
  ])('%s', async (name, bytes) => {
    expect(codeOf(await readSheets(folder.put(name, bytes)))).toBe('sheet-unreadable')
    expect(kept(plan)).toBe(before)
  })

  it.each<[string, () => string | Uint8Array]>([
    ['ten-thousand.csv', () => `${'x,'.repeat(10_000)}x\n`],
    ['ten-thousand.xlsx', () => bookBytes({ S: { '!ref': 'A1:NTP1', NTP1: { t: 'n', v: 1 } } })],
  ])('with ten thousand columns: %s', async (name, make) => {
    expect(codeOf(await readSheets(folder.put(name, make())))).toBe('sheet-too-large')
  })
})

describe('entities in a workbook are not followed', () => {
  it.each([
    ['a file of this machine', '<!ENTITY x SYSTEM "file:///etc/passwd">'],
    ['ten to the tenth laughs', laughs()],
  ])('%s', async (_, entity) => {
    const answer = await readSheets(folder.put('entity.xlsx', withPart(book, sheetPart, doctype(entity))))
    const text = JSON.stringify(answer)
    expect(text).not.toContain('root:')
    expect(text.length).toBeLessThan(2000)
  })
})

/** Entities that name ten of the one before, each. */
function laughs(): string {
  const levels = Array.from({ length: 10 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`)
  return `<!ENTITY l0 "ha">${levels.join('')}<!ENTITY x "&l10;">`
}
