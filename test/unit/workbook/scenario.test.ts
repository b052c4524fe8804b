import type { Change } from '@shared/plan/change'
import { layOver } from '@shared/plan/lay-over'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Workbook } from '../../../electron/workbook/workbook'
import { addSchool, codeOf, editSchool, failure, good, makeWorkbook, type Desk } from '../../fixtures/workbook'
import { dumpOf } from '../../fixtures/workbook-files'

const edit = { code: 'edit', label: 'Edit' } as const
const lincoln = addSchool('Lincoln', { enrolment: 400 })

let desk: Desk
let workbook: Workbook
let scenarioId: string
let target: { scenarioId: string }
beforeEach(() => {
  desk = makeWorkbook()
  workbook = desk.workbook
  good(workbook.commit({ ...edit, target: 'plan', changes: [lincoln] }))
  scenarioId = good(workbook.createScenario('Fewer students', 'What if enrolment falls?', [])).id
  target = { scenarioId }
})

/** The change of a school's enrolment, from how the target shows it now. */
function enrol(enrolment: number, to: 'plan' | { scenarioId: string } = target): Change {
  const row = good(desk.workbook.rows(to)).unit.find(({ id }) => id === lincoln.id)
  const before = row?.enrolment ?? null
  return { kind: 'update', table: 'unit', id: lincoln.id, fields: { enrolment: { before, after: enrolment } } }
}
const shown = (to: 'plan' | { scenarioId: string }): number | null | undefined =>
  good(desk.workbook.rows(to)).unit.find(({ id }) => id === lincoln.id)?.enrolment
const entries = (): readonly Change[] => desk.workbook.scenarios()[0]?.changes ?? []

describe('a scenario', () => {
  test('is made, renamed and removed, and kept in the file', () => {
    const second = good(workbook.createScenario('More coaches', null, [addSchool('Grant')]))
    expect(second).toMatchObject({ name: 'More coaches', question: null, changes: [{ kind: 'insert' }] })
    expect(second.undo).toEqual({ undoLabel: null, redoLabel: null })
    good(workbook.renameScenario(scenarioId, 'Smaller', 'How small?'))
    expect(desk.reopen().scenarios()).toMatchObject([
      { id: scenarioId, name: 'Smaller', question: 'How small?' },
      { id: second.id, changes: second.changes },
    ])
    good(desk.workbook.removeScenario(scenarioId))
    expect(
      desk
        .reopen()
        .scenarios()
        .map(({ id }) => id),
    ).toEqual([second.id])
  })

  test('is put away and brought back with all that it holds, also after the file was closed', () => {
    good(workbook.commit({ ...edit, target, label: 'Fall', changes: [enrol(300)] }))
    const before = workbook.scenarios()
    expect(before[0]?.archivedAt).toBe(null)
    const away = good(workbook.archiveScenario(scenarioId, true))
    expect(away).toEqual({ ...before[0], archivedAt: expect.any(String) })
    expect(desk.reopen().scenarios()).toEqual([away])
    expect(codeOf(desk.workbook.createScenario('Fewer students', null, []))).toBe('changes-invalid')
    good(desk.workbook.archiveScenario(scenarioId, false))
    expect(desk.reopen().scenarios()).toEqual(before)
    good(desk.workbook.undo(target))
    expect(entries()).toEqual([])
  })

  test('has a name of its own, whatever the capitals', () => {
    expect(codeOf(workbook.createScenario('fewer Students ', null, []))).toBe('changes-invalid')
    const other = good(workbook.createScenario('More coaches', null, []))
    expect(codeOf(workbook.renameScenario(other.id, 'Fewer students', null))).toBe('changes-invalid')
    good(workbook.renameScenario(other.id, 'More coaches', 'How many?'))
    expect(workbook.scenarios()).toHaveLength(2)
  })

  test('that is gone is told as such', () => {
    good(workbook.removeScenario(scenarioId))
    expect(codeOf(workbook.removeScenario(scenarioId))).toBe('scenario-not-found')
    expect(codeOf(workbook.renameScenario(scenarioId, 'x', null))).toBe('scenario-not-found')
    expect(codeOf(workbook.archiveScenario(scenarioId, true))).toBe('scenario-not-found')
    expect(codeOf(workbook.rows(target))).toBe('scenario-not-found')
    const { message } = failure(
      workbook.commit({ ...edit, target, changes: [addSchool('Grant')] }),
      'scenario-not-found',
    )
    expect(message).toContain('Nothing was changed')
  })

  test('does not take changes that break a rule of the plan', () => {
    expect(codeOf(workbook.createScenario('Bad', null, [addSchool('Lincoln', { enrolment: -1 })]))).toBe(
      'changes-invalid',
    )
    expect(workbook.scenarios()).toHaveLength(1)
  })

  test('leaves nothing but its history behind when it is removed', () => {
    good(workbook.commit({ ...edit, target, changes: [enrol(300), addSchool('Grant')] }))
    good(workbook.removeScenario(scenarioId))
    workbook.close()
    expect(dumpOf(desk.path)).toMatchObject({ workbook_scenario: [], workbook_scenarioChange: [] })
    const again = desk.reopen()
    expect(good(again.history(1, null))).toMatchObject([{ target, changeCount: 2 }])
    expect(codeOf(again.undo(target))).toBe('nothing-to-undo')
  })
})

describe('a commit to a scenario', () => {
  test('changes the scenario and not the plan, and answers the scenario whole', () => {
    const committed = good(workbook.commit({ ...edit, target, label: 'Fall', changes: [enrol(300)] }))
    expect(committed).toMatchObject({ sequence: 3, target, undo: { undoLabel: 'Fall' } })
    expect(committed.scenario).toEqual(workbook.scenarios()[0])
    expect(shown(target)).toBe(300)
    expect(shown('plan')).toBe(400)
    desk.reopen()
    expect(shown(target)).toBe(300)
    expect(entries()).toEqual([
      { kind: 'update', table: 'unit', id: lincoln.id, fields: { enrolment: { before: 400, after: 300 } } },
    ])
  })

  test('has an undo of its own, beside that of the plan', () => {
    good(workbook.commit({ ...edit, target, label: 'Fall', changes: [enrol(300)] }))
    good(
      workbook.commit({
        ...edit,
        target: 'plan',
        label: 'Level',
        changes: [editSchool(workbook, lincoln.id, { level: 'high' })],
      }),
    )
    const undone = good(desk.reopen().undo(target))
    expect(undone.scenario).toMatchObject({ changes: [], undo: { undoLabel: null, redoLabel: 'Fall' } })
    expect(desk.workbook.plan().unit.get(lincoln.id)?.level).toBe('high')
    good(desk.workbook.undo('plan'))
    good(desk.reopen().redo(target))
    expect(shown(target)).toBe(300)
    expect(desk.workbook.plan().unit.get(lincoln.id)?.level).toBe(null)
  })

  test('is undone even where the plan has moved on since', () => {
    good(workbook.commit({ ...edit, target, changes: [enrol(300)] }))
    good(workbook.commit({ ...edit, target: 'plan', changes: [enrol(350, 'plan')] }))
    good(workbook.undo(target))
    expect(entries()).toEqual([])
    good(workbook.redo(target))
    expect(layOver(workbook.plan(), entries()).conflicts).toMatchObject([{ id: lincoln.id, field: 'enrolment' }])
  })

  test('sets a field anew from today’s plan where it stood in conflict', () => {
    good(workbook.commit({ ...edit, target, changes: [enrol(300)] }))
    good(workbook.commit({ ...edit, target: 'plan', changes: [enrol(350, 'plan')] }))
    expect(shown(target)).toBe(350)
    good(workbook.commit({ ...edit, target, changes: [enrol(320)] }))
    expect(shown(target)).toBe(320)
    good(workbook.undo(target))
    expect(entries()).toMatchObject([{ fields: { enrolment: { before: 400, after: 300 } } }])
  })

  test('is a conflict where the scenario is another by now', () => {
    const stale = enrol(300)
    good(workbook.commit({ ...edit, target, changes: [enrol(310)] }))
    expect(codeOf(workbook.commit({ ...edit, target, changes: [stale] }))).toBe('changes-conflict')
    expect(shown(target)).toBe(310)
  })
})

describe('adopting a scenario', () => {
  test('is one commit to the plan that one undo takes back', () => {
    good(workbook.commit({ ...edit, target, changes: [enrol(300), addSchool('Grant')] }))
    const { applied } = layOver(workbook.plan(), entries())
    good(workbook.commit({ target: 'plan', code: 'adopt', label: 'Take over', changes: applied }))
    expect(shown('plan')).toBe(300)
    expect(workbook.plan().unit.size).toBe(2)
    expect(entries()).toHaveLength(2)
    good(workbook.undo('plan'))
    expect(shown('plan')).toBe(400)
    expect(workbook.plan().unit.size).toBe(1)
  })
})
