import { isTableName } from '@shared/plan/table-name'
import { expect, test } from 'vitest'
import { addSchool, good, makeWorkbook } from '../../fixtures/workbook'
import { asVersion, dumpOf } from '../../fixtures/workbook-files'

const edit = { target: 'plan', code: 'edit' } as const

test('a workbook of version 1 keeps every row, its scenarios and its undo, and can keep versions and views', () => {
  const desk = makeWorkbook()
  const { workbook } = desk
  const lincoln = addSchool('Lincoln', { capacity: 5000, contextTags: ['rural'] })
  good(workbook.commit({ ...edit, label: 'Add Lincoln', changes: [lincoln] }))
  good(workbook.commit({ ...edit, label: 'Add Grant', changes: [addSchool('Grant')] }))
  good(workbook.undo('plan'))
  good(workbook.createScenario('More', 'What if?', [addSchool('Adams')]))
  good(workbook.saveMapping({ name: 'State list', table: 'unit', json: '{}' }))
  workbook.close()
  const kept = (name: string): boolean => isTableName(name) || /info|scenario|mapping/.test(name)
  const before = dumpOf(desk.path, kept)
  asVersion(desk.path, 1)
  expect(Object.keys(dumpOf(desk.path))).not.toContain('workbook_snapshot')

  const now = desk.reopen()
  expect(now.notices[0]).toContain('brought up to date')
  expect(now.undoState('plan')).toEqual({ undoLabel: 'Add Lincoln', redoLabel: 'Add Grant' })
  expect(good(now.history(10, null))).toHaveLength(4)
  expect(good(now.snapshots())).toEqual([])
  expect(good(now.views())).toEqual([])
  now.close()
  expect(dumpOf(desk.path, kept)).toEqual(before)

  const again = desk.reopen()
  expect(again.notices).toEqual([])
  good(again.redo('plan'))
  expect(good(again.rowsAt('plan', 2)).unit.map(({ name }) => name)).toEqual(['Lincoln'])
  good(again.createSnapshot('As it came'))
})
