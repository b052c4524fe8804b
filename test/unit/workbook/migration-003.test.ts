import { expect, test } from 'vitest'
import { addSchool, good, makeWorkbook } from '../../fixtures/workbook'
import { asVersion, dumpOf } from '../../fixtures/workbook-files'

test('a workbook of version 2 keeps its scenarios, versions and undo, and none of its scenarios is put away', () => {
  const desk = makeWorkbook()
  const { workbook } = desk
  good(workbook.commit({ target: 'plan', code: 'edit', label: 'Add Lincoln', changes: [addSchool('Lincoln')] }))
  const { id } = good(workbook.createScenario('More', 'What if?', [addSchool('Adams')]))
  good(workbook.commit({ target: { scenarioId: id }, code: 'edit', label: 'Grant', changes: [addSchool('Grant')] }))
  good(workbook.createSnapshot('Before the board'))
  const [before, files] = [workbook.scenarios(), dumpOf(desk.path)]
  workbook.close()
  asVersion(desk.path, 2)
  const earlier = dumpOf(desk.path)
  expect(earlier['workbook_scenario']).not.toEqual(files['workbook_scenario'])

  const now = desk.reopen()
  expect(now.notices[0]).toContain('brought up to date')
  expect(now.scenarios()).toEqual(before)
  expect(now.undoState({ scenarioId: id }).undoLabel).toBe('Grant')
  expect(good(now.snapshots()).map(({ name }) => name)).toEqual(['Before the board'])
  good(now.archiveScenario(id, true))
  expect(desk.reopen().scenarios()[0]?.archivedAt).not.toBe(null)
})
