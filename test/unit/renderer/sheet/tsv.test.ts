import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tiled } from '../../../../renderer/components/DataSheet/clipboard/tile'
import { formatTsv, parseTsv } from '../../../../renderer/components/DataSheet/clipboard/tsv'

const cells = fc
  .record({ rows: fc.integer({ min: 1, max: 5 }), columns: fc.integer({ min: 1, max: 5 }) })
  .chain(({ rows, columns }) => {
    const piece = fc.constantFrom('a', '"', '\t', '\n', '\r\n', ' ', '$1,200', '')
    const cell = fc.array(piece, { maxLength: 5 }).map((parts) => parts.join(''))
    const line = fc.array(cell, { minLength: columns, maxLength: columns })
    return fc.array(line, { minLength: rows, maxLength: rows })
  })

test('what is copied is pasted again as it was, tabs, quotes and line breaks inside cells too', () => {
  fc.assert(
    fc.property(cells, (given) => {
      // one empty cell at the end leaves nothing on the clipboard to tell it from no line
      fc.pre((given.at(-1) ?? []).join('') !== '')
      expect(parseTsv(formatTsv(given))).toEqual(given)
    }),
  )
})

test('reads what LibreOffice and Excel put on the clipboard', () => {
  expect(parseTsv('Name\tNote\nAdams\t"two\nlines, ""quoted"""\n')).toEqual([
    ['Name', 'Note'],
    ['Adams', 'two\nlines, "quoted"'],
  ])
  expect(parseTsv('5" pipe\t$1,200\r\n\t(300)\r\n')).toEqual([
    ['5" pipe', '$1,200'],
    ['', '(300)'],
  ])
})

test('a block is repeated over a selection that it fits a whole number of times', () => {
  const box = { top: 0, bottom: 3, left: 0, right: 1 }
  expect(tiled([['7']], box)).toEqual(Array.from({ length: 4 }, () => ['7', '7']))
  expect(tiled([['1'], ['2']], box)).toEqual([
    ['1', '1'],
    ['2', '2'],
    ['1', '1'],
    ['2', '2'],
  ])
  expect(tiled([['1'], ['2'], ['3']], box)).toEqual([['1'], ['2'], ['3']])
})
