import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sheetColumns } from '../../../../renderer/components/DataSheet/columns'
import { fittedWidths, totalOf } from '../../../../renderer/components/DataSheet/layout/fit-widths'

const columns = sheetColumns('fundingSource', [
  'name',
  'kind',
  'isRecurring',
  'startMonth',
  'allowedCategories',
  'allowedUnitIds',
])
const own = new Map(columns.map(({ key, width }) => [key, width]))
const ownTotal = totalOf(own)

test('what is left over goes to columns of words, never to figures, months or choices', () => {
  const widths = fittedWidths(columns, {}, ownTotal + 90)
  for (const key of ['kind', 'isRecurring', 'startMonth']) expect(widths.get(key)).toBe(own.get(key))
  for (const key of ['name', 'allowedCategories', 'allowedUnitIds'])
    expect(widths.get(key)).toBe((own.get(key) ?? 0) + 30)
})

test('no column of words gets wider than reads well, so a sheet may stay narrower than its place', () => {
  const widths = fittedWidths(columns, {}, 5000)
  expect(widths.get('name')).toBe(460)
  expect(widths.get('allowedCategories')).toBe(480)
  expect(totalOf(widths)).toBeLessThan(5000)
})

test('a width that the planner drew stays as it was drawn', () => {
  const widths = fittedWidths(columns, { name: 60, startMonth: 300 }, 2000)
  expect([widths.get('name'), widths.get('startMonth')]).toEqual([60, 300])
})

test('the first column has room for the words of the line at the end, also where nothing is left over', () => {
  const days = sheetColumns('barrier', ['raisedOn', 'description'])
  expect(fittedWidths(days, {}, 0, 130).get('raisedOn')).toBe(130)
})

test('where only a little is lacking, columns of words give it and all columns fit', () => {
  const widths = fittedWidths(columns, {}, ownTotal - 40)
  expect(totalOf(widths)).toBe(ownTotal - 40)
  for (const key of ['kind', 'isRecurring', 'startMonth']) expect(widths.get(key)).toBe(own.get(key))
  expect(fittedWidths(columns, {}, ownTotal - 400)).toEqual(own)
})

test('in any room nothing gets much narrower than its own, and what fits is never wider than the room', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 6000 }), (room) => {
      const widths = fittedWidths(columns, {}, room)
      for (const [key, width] of own) expect(widths.get(key)).toBeGreaterThanOrEqual(width * 0.8)
      expect(totalOf(widths)).toBeLessThanOrEqual(Math.max(room, ownTotal))
    }),
  )
})

test('a heading has room enough to stand on two lines', () => {
  const [column] = sheetColumns('reorganisationMove', ['monthsAfterAtScale'])
  // "Months after" over "at scale"
  expect(column?.label).toBe('Months after at scale')
  expect(column?.width).toBeGreaterThanOrEqual(120)
})
