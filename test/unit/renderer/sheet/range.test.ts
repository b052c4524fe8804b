import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  blockEdge,
  boxOf,
  clampRange,
  contains,
  fillReach,
  rangeOf,
  rangeOver,
  sizeOf,
  sizeWords,
  type Box,
} from '../../../../renderer/components/DataSheet/range/range'

const size = { rows: 9, columns: 7 }
const place = fc.record({ row: fc.nat(8), column: fc.nat(6) })
const range = fc.record({ anchor: place, focus: place })

test('a range and its box cover the same cells, whichever way it was drawn', () => {
  fc.assert(
    fc.property(range, place, (drawn, at) => {
      const box = boxOf(drawn)
      const back = boxOf({ anchor: drawn.focus, focus: drawn.anchor })
      expect(back).toEqual(box)
      expect(boxOf(rangeOf(box))).toEqual(box)
      expect(contains(box, at.row, at.column)).toBe(contains(back, at.row, at.column))
      expect(contains(box, drawn.anchor.row, drawn.anchor.column)).toBe(true)
    }),
  )
})

test('what a fill has written is selected from the end at which it was begun', () => {
  const column = { top: 2, bottom: 6, left: 1, right: 1 }
  expect(rangeOver(column, { row: 2, column: 1 })).toEqual(rangeOf(column))
  expect(rangeOver(column, { row: 6, column: 1 })).toEqual({
    anchor: { row: 6, column: 1 },
    focus: { row: 2, column: 1 },
  })
  fc.assert(
    fc.property(range, place, (drawn, at) => {
      expect(boxOf(rangeOver(boxOf(drawn), at))).toEqual(boxOf(drawn))
    }),
  )
})

test('a range that the sheet has outgrown is brought back into it', () => {
  const long = { anchor: { row: 2, column: 1 }, focus: { row: 40, column: 90 } }
  expect(clampRange(long, size)).toEqual({ anchor: { row: 2, column: 1 }, focus: { row: 8, column: 6 } })
  expect(clampRange(long, { rows: 0, columns: 7 })).toBeNull()
})

const filledRows = [true, true, false, false, true, true, true, false, false]
const isFilled = (row: number): boolean => filledRows[row] === true
const down = (row: number): number => blockEdge({ row, column: 0 }, 'down', size, isFilled).row
const up = (row: number): number => blockEdge({ row, column: 0 }, 'up', size, isFilled).row

test('Ctrl with an arrow goes to the end of a block, then over the gap to the next one, then to the edge', () => {
  expect([down(0), down(1), down(4), down(6), down(8)]).toEqual([1, 4, 6, 8, 8])
  expect([up(8), up(6), up(4), up(1), up(0)]).toEqual([6, 4, 1, 0, 0])
})

test('Ctrl with an arrow always ends, within the sheet', () => {
  fc.assert(
    fc.property(place, fc.array(fc.boolean(), { minLength: 63, maxLength: 63 }), (from, cells) => {
      for (const direction of ['up', 'down', 'left', 'right'] as const) {
        const to = blockEdge(from, direction, size, (row, column) => cells[row * 7 + column] === true)
        expect(contains({ top: 0, bottom: 8, left: 0, right: 6 }, to.row, to.column)).toBe(true)
        expect(direction === 'up' || direction === 'down' ? to.column : to.row).toBe(
          direction === 'up' || direction === 'down' ? from.column : from.row,
        )
      }
    }),
  )
})

test('a fill goes to one side only, and covers source and goal along it', () => {
  fc.assert(
    fc.property(range, place, (drawn, to) => {
      const source = boxOf(drawn)
      const reach = fillReach(source, to)
      const grown = (Object.keys(source) as (keyof Box)[]).filter((edge) => reach[edge] !== source[edge])
      expect(grown.length).toBe(contains(source, to.row, to.column) ? 0 : 1)
      expect(sizeOf(reach).rows * sizeOf(reach).columns).toBeGreaterThanOrEqual(
        sizeOf(source).rows * sizeOf(source).columns,
      )
    }),
  )
})

test('says how large a selection is', () => {
  expect(sizeWords({ top: 0, bottom: 2, left: 1, right: 4 })).toBe('3 rows by 4 columns')
  expect(sizeWords({ top: 0, bottom: 0, left: 1, right: 1 })).toBe('1 row by 1 column')
})
