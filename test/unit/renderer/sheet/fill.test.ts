import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filled } from '../../../../renderer/components/DataSheet/range/fill'

test('one number is repeated, two or more go on by their step', () => {
  expect(filled('number', [5], 3)).toEqual([5, 5, 5])
  expect(filled('number', [5, 7], 3)).toEqual([9, 11, 13])
  expect(filled('number', [0.1, 0.2], 2)).toEqual([0.3, 0.4])
  expect(filled('number', [1, 2, 4], 4)).toEqual([1, 2, 4, 1])
})

test('a month or a day goes on by itself, over the end of a year', () => {
  expect(filled('month', ['2026-11'], 3)).toEqual(['2026-12', '2027-01', '2027-02'])
  expect(filled('month', ['2026-07', '2027-07'], 2)).toEqual(['2028-07', '2029-07'])
  expect(filled('day', ['2028-02-28'], 2)).toEqual(['2028-02-29', '2028-03-01'])
})

test('a text that ends with a number counts on, and keeps leading zeros', () => {
  expect(filled('text', ['Wave 1'], 2)).toEqual(['Wave 2', 'Wave 3'])
  expect(filled('text', ['047-008', '047-009'], 2)).toEqual(['047-010', '047-011'])
  expect(filled('text', ['Adams', 'Baker'], 3)).toEqual(['Adams', 'Baker', 'Adams'])
})

test('drawn upwards a series goes on backwards', () => {
  expect(filled('number', [5, 7], 2, true)).toEqual([3, 1])
  expect(filled('month', ['2026-01'], 2, true)).toEqual(['2025-12', '2025-11'])
})

test('picked values and empty cells are repeated in turn', () => {
  expect(filled('choice', ['a', null], 3)).toEqual(['a', null, 'a'])
  expect(filled('reference', ['x', 'y'], 3)).toEqual(['x', 'y', 'x'])
})

test('an arithmetic series of whole numbers goes on exactly, both ways', () => {
  const whole = fc.integer({ min: -1e6, max: 1e6 })
  fc.assert(
    fc.property(whole, fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 2, max: 6 }), (start, step, length) => {
      const at = (i: number): number => start + step * i
      const source = Array.from({ length }, (_, i) => at(i))
      expect(filled('number', source, 4)).toEqual([0, 1, 2, 3].map((i) => at(length + i)))
      expect(filled('number', source, 4, true)).toEqual([1, 2, 3, 4].map((i) => at(-i)))
    }),
  )
})
