import { invert } from '@shared/plan/algebra'
import { applyChanges } from '@shared/plan/apply'
import { insertChange } from '@shared/plan/edit'
import { namesOf } from '@shared/plan/names'
import { emptyPlan, newRow, planRowId, rowsOf, type Plan } from '@shared/plan/plan'
import { validate } from '@shared/plan/validate'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeBlock, type LineWrite } from '../../../../renderer/components/DataSheet/clipboard/block'
import { fillLines, pasteLines } from '../../../../renderer/components/DataSheet/clipboard/block-lines'
import { sheetColumns } from '../../../../renderer/components/DataSheet/columns'
import { moveChanges, roomAbove } from '../../../../renderer/components/DataSheet/row-order'

const id = (n: number): string => `00000000-0000-4000-8000-0000000001${String(n).padStart(2, '0')}`

function planOf(schoolNames: readonly string[]): Plan {
  const schools = schoolNames.map((name, i) => insertChange('unit', newRow('unit', id(i), { name, enrolment: 10 }, i)))
  const frame = newRow('plan', planRowId, { district: 'Test', startMonth: '2026-07', currencyYear: 2026 })
  const applied = applyChanges(emptyPlan, [insertChange('plan', frame), ...schools])
  if (!applied.ok) throw new Error('fixture')
  return applied.value
}

const plan = planOf(['Adams', 'Baker', 'Clark', 'Dent'])
const columns = sheetColumns('unit', ['name', 'enrolment', 'capacity'])
const sheet = { columns, rows: rowsOf(plan, 'unit'), names: namesOf(plan) }

function write(lines: readonly LineWrite[]) {
  let count = 50
  const newId = (): string => id((count += 1))
  return writeBlock({ plan, names: sheet.names, table: 'unit', lines, defaults: {}, newId })
}

test('whatever is pasted is valid, and undone in one step leaves the plan as it was', () => {
  const text = fc.constantFrom('Adams', 'Eller', '12', '45%', '-3', '', 'x', '$1,200', '(1)')
  const block = fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 7 })
  fc.assert(
    fc.property(block, fc.nat(3), fc.nat(2), (cells, row, column) => {
      const { changes, problems, cellCount } = write(pasteLines(sheet, { row, column }, cells))
      expect(validate(plan, changes)).toEqual([])
      expect(problems.length).toBeLessThanOrEqual(cellCount)
      const after = applyChanges(plan, changes)
      const back = after.ok ? applyChanges(after.value, invert(changes)) : after
      expect(back.ok && back.value).toEqual(plan)
    }),
  )
})

test('a cell that breaks a rule among rows is left out alone and named', () => {
  const { changes, problems } = write(pasteLines(sheet, { row: 0, column: 0 }, [['Baker', '99']]))
  const after = applyChanges(plan, changes)
  const first = after.ok ? rowsOf(after.value, 'unit')[0] : undefined
  expect(first?.enrolment).toBe(99)
  expect(first?.name).toBe('Adams')
  expect(problems).toHaveLength(1)
})

test('a fill goes on with a series down, and reads cells as copied across', () => {
  const source = { top: 0, bottom: 0, left: 1, right: 1 }
  const rows = sheet.rows.map((row, i) => ({ ...row, enrolment: (i + 1) * 10 }))
  const down = fillLines({
    ...sheet,
    rows,
    source: { ...source, bottom: 1 },
    target: { ...source, bottom: 3 },
    isSeries: true,
  })
  expect(down.map(({ cells }) => cells[0]?.input)).toEqual([{ value: 30 }, { value: 40 }])
  const across = fillLines({ ...sheet, rows, source, target: { ...source, right: 2 }, isSeries: false })
  expect(across[0]?.cells.map(({ input }) => input)).toEqual([{ text: '10' }])
})

const orderAfter = (step: 1 | -1, ids: readonly string[], ranks: readonly number[]): string[] => {
  const ranked = new Map(rowsOf(plan, 'unit').map((row, i) => [row.id, { ...row, rank: ranks[i] ?? i }]))
  const from: Plan = { ...plan, unit: ranked }
  const shown = rowsOf(from, 'unit').map((row) => row.id)
  const after = applyChanges(from, moveChanges(from, 'unit', shown, ids, step))
  return after.ok ? rowsOf(after.value, 'unit').map(({ name }) => name) : []
}

test('rows move together by one place, where ranks leave no room too, and stop at the ends', () => {
  for (const ranks of [
    [0, 1, 2, 3],
    [0, 0, 0, 0],
    [1, 1 + Number.EPSILON, 1 + 2 * Number.EPSILON, 5],
  ]) {
    expect(orderAfter(-1, [id(1), id(2)], ranks)).toEqual(['Baker', 'Clark', 'Adams', 'Dent'])
    expect(orderAfter(1, [id(1), id(2)], ranks)).toEqual(['Adams', 'Dent', 'Baker', 'Clark'])
    expect(orderAfter(-1, [id(0)], ranks)).toEqual(['Adams', 'Baker', 'Clark', 'Dent'])
  }
})

test('room for a new row is found right above another', () => {
  const crowded = new Map(rowsOf(plan, 'unit').map((row) => [row.id, { ...row, rank: 4 }]))
  for (const from of [plan, { ...plan, unit: crowded }]) {
    const room = roomAbove(from, 'unit', id(2))
    const row = insertChange('unit', newRow('unit', id(60), { name: 'New' }, room?.rank))
    const after = applyChanges(from, [...(room?.changes ?? []), row])
    expect(after.ok && rowsOf(after.value, 'unit').map(({ name }) => name)).toEqual([
      'Adams',
      'Baker',
      'New',
      'Clark',
      'Dent',
    ])
  }
})
