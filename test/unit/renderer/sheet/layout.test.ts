import { plainLayout, sheetLayoutSchema } from '@shared/contract/sheet-layout'
import type { AnyRow } from '@shared/plan/tables'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sheetColumns } from '../../../../renderer/components/DataSheet/columns'
import { filtered, filterWords, valuesIn } from '../../../../renderer/components/DataSheet/layout/filter'
import { foldedTexts, matchesOf, nextMatch } from '../../../../renderer/components/DataSheet/layout/find'
import { groupsOf, linesOf } from '../../../../renderer/components/DataSheet/layout/group'
import {
  arranged,
  fitting,
  frozenCountOf,
  moved,
  shifted,
  withFilter,
  withHidden,
} from '../../../../renderer/components/DataSheet/layout/layout'
import { groupOf, isReal } from '../../../../renderer/components/DataSheet/sheet-row'

const columns = sheetColumns('unit', ['name', 'kind', 'level', 'enrolment'])
const keysOf = (of: readonly { key: string }[]): string[] => of.map(({ key }) => key)

test('columns are hidden and moved, and new ones of the screen follow those that were put in order', () => {
  const layout = { ...withHidden(plainLayout, 'kind'), order: ['level', 'name'] }
  expect(keysOf(arranged(columns, layout))).toEqual(['level', 'name', 'enrolment'])
  expect(keysOf(arranged(columns, moved(columns, plainLayout, 'enrolment', 'kind')))).toEqual([
    'name',
    'enrolment',
    'kind',
    'level',
  ])
  expect(keysOf(arranged(columns, shifted(columns, plainLayout, 'name', 1)))).toEqual([
    'kind',
    'name',
    'level',
    'enrolment',
  ])
})

test('at least one column is shown, and at least one scrolls', () => {
  const hidden = keysOf(columns)
  expect(arranged(columns, { ...plainLayout, hidden })).toHaveLength(1)
  expect(frozenCountOf({ ...plainLayout, frozenCount: 9 }, 4)).toBe(3)
})

test('a layout that names columns which are gone is followed as far as it goes', () => {
  const old = { ...plainLayout, sort: { key: 'gone', isDescending: true }, groupBy: 'gone', hidden: ['gone', 'kind'] }
  expect(fitting(columns, old)).toEqual({ ...plainLayout, hidden: ['kind'] })
  const good = { ...plainLayout, filters: { level: { values: ['Elementary'] } } }
  expect(fitting(columns, good).filters).toBe(good.filters)
  expect(sheetLayoutSchema.safeParse(good).success).toBe(true)
})

type Pair = { readonly a: string; readonly b: string }
const textOf = (row: Pair, key: string): string => (key === 'a' ? row.a : row.b)
const pairs = fc.array(fc.record({ a: fc.constantFrom('Ada', 'adam', 'Bea', ''), b: fc.constantFrom('x', 'y') }))

test('a filter by all values of a column lets every row pass, and two filters pass what both pass', () => {
  fc.assert(
    fc.property(pairs, (rows) => {
      expect(filtered(rows, { a: { values: [...valuesIn(rows, 'a', textOf)] } }, textOf)).toEqual(rows)
      const one = filtered(rows, { a: { contains: 'AD' } }, textOf)
      expect(one.every(({ a }) => /ad/i.test(a))).toBe(true)
      expect(filtered(rows, { a: { contains: 'AD' }, b: { values: ['x'] } }, textOf)).toEqual(
        one.filter(({ b }) => b === 'x'),
      )
    }),
  )
})

test('an empty filter is none', () => {
  expect(withFilter(plainLayout, 'level', {})).toEqual(plainLayout)
})

test('tells filters in words', () => {
  expect(filterWords('Level', { values: ['Elementary', ''] })).toBe('Level is Elementary or empty')
  expect(filterWords('Name', { contains: 'oak' })).toBe('Name contains “oak”')
  expect(filterWords('Level', { values: ['a', 'b', 'c', 'd'] })).toBe('Level is one of 4 values')
})

test('groups hold every row once, and a closed group shows only its heading', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('x', 'y', '')), (levels) => {
      const rows: AnyRow[] = levels.map((level, i) => ({ id: String(i), rank: i, level }))
      const groups = groupsOf(rows, (row) => String(row['level']))
      expect(groups.flatMap((group) => group.rows).toSorted((a, b) => a.rank - b.rank)).toEqual(rows)
      const open = linesOf(groups, new Set())
      expect(open.filter(isReal)).toHaveLength(rows.length)
      const closed = linesOf(groups, new Set(open.filter((row) => row[groupOf]).map(({ id }) => id)))
      expect(closed).toHaveLength(groups.length)
    }),
  )
})

test('finds cells row by row, forwards and backwards, around the end', () => {
  const rows = [
    ['Oak', 'elm'],
    ['Pine', 'oak'],
    ['Oakwood', ''],
  ]
  const matches = matchesOf(
    rows,
    'OAK',
    foldedTexts((row: string[]) => row),
  )
  expect(matches).toEqual([
    { row: 0, column: 0 },
    { row: 1, column: 1 },
    { row: 2, column: 0 },
  ])
  expect(nextMatch(matches, { row: 1, column: 1 }, 1)).toBe(2)
  expect(nextMatch(matches, { row: 2, column: 0 }, 1)).toBe(0)
  expect(nextMatch(matches, { row: 0, column: 0 }, -1)).toBe(2)
  expect(nextMatch([], { row: 0, column: 0 }, 1)).toBe(-1)
})
