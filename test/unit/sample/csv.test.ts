import { readCsv } from '@shared/sample/csv'
import { describe, expect, it } from 'vitest'

const cells = (text: string): string[][] => readCsv(text).map((line) => [...line.cells.values()])

describe('comma-separated text', () => {
  it('is read by column, with quotes around commas and doubled quotes', () => {
    expect(cells('a,b,c\n1,"two, or ""three""",\n,x,"y"\r\n')).toEqual([
      ['1', 'two, or "three"', ''],
      ['', 'x', 'y'],
    ])
  })

  it('keeps the numbers of its lines across empty ones', () => {
    expect(readCsv('a\n\n1\n').map(({ number, cells: found }) => [number, found.get('a')])).toEqual([[3, '1']])
  })

  it.each(['a,b\n1\n', 'a,b\n1,2,3\n'])('is refused where a line has another number of cells: %j', (text) => {
    expect(() => readCsv(text)).toThrow(/line 2 has \d cells where the head has 2/)
  })
})
