import fc from 'fast-check'
import { diff } from '@shared/plan/algebra'
import type { Change } from '@shared/plan/change'
import { planFromRows, planToRows } from '@shared/plan/plan'
import { beforeEach, describe, expect, test } from 'vitest'
import { migrations, type Migration } from '../../../electron/workbook/migration'
import { arbitraryChanges } from '../../fixtures/arbitrary-plan'
import { addSchool, codeOf, editSchool, failure, good, makeWorkbook, type Desk } from '../../fixtures/workbook'

const edit = { target: 'plan', code: 'edit' } as const

let desk: Desk
const lincoln = addSchool('Lincoln', { enrolment: 410 })
beforeEach(() => {
  desk = makeWorkbook()
  good(desk.workbook.commit({ ...edit, label: 'Add Lincoln', changes: [lincoln] }))
})

describe('going back', () => {
  test('finds the plan as it was after any commit, undos and redos between them included', () => {
    const kinds = fc.array(fc.constantFrom('commit', 'commit', 'undo', 'redo'), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(kinds, fc.gen(), (acts, g) => {
        const { workbook } = makeWorkbook()
        const seen = [planToRows(workbook.plan())]
        for (const act of acts) {
          const changes = g(() => arbitraryChanges(workbook.plan(), { maxRows: 2 }))
          const answer = act === 'commit' ? workbook.commit({ ...edit, label: 'Edit', changes }) : workbook[act]('plan')
          if (answer.ok) seen.push(planToRows(workbook.plan()))
        }
        for (const [at, rows] of seen.entries()) expect(good(workbook.rowsAt('plan', at + 1))).toEqual(rows)
        workbook.close()
      }),
      { numRuns: 15, endOnFailure: true },
    )
  })

  test('is one step of its own, and undone as one', () => {
    const { workbook } = desk
    good(workbook.commit({ ...edit, label: 'Add Grant', changes: [addSchool('Grant')] }))
    good(
      workbook.commit({ ...edit, label: 'Smaller', changes: [editSchool(workbook, lincoln.id, { enrolment: 100 })] }),
    )
    const now = planToRows(workbook.plan())
    const then = planFromRows(good(workbook.rowsAt('plan', 2)))
    good(workbook.commit({ ...edit, label: 'Back', code: 'restore', changes: diff(workbook.plan(), then) }))
    expect([...workbook.plan().unit.values()]).toMatchObject([{ name: 'Lincoln', enrolment: 410 }])
    good(workbook.undo('plan'))
    expect(planToRows(workbook.plan())).toEqual(now)
  })

  test('in a scenario leaves the current plan out of it', () => {
    const { workbook } = desk
    const { id } = good(workbook.createScenario('Smaller', null, []))
    const target = { scenarioId: id }
    const to = (enrolment: number): Change[] => [editSchool(workbook, lincoln.id, { enrolment })]
    const first = good(workbook.commit({ code: 'edit', target, label: 'To 300', changes: to(300) }))
    good(workbook.commit({ ...edit, label: 'Add Grant', changes: [addSchool('Grant')] }))
    const before = { before: 300, after: 200 }
    const second: Change = { kind: 'update', table: 'unit', id: lincoln.id, fields: { enrolment: before } }
    good(workbook.commit({ code: 'edit', target, label: 'To 200', changes: [second] }))
    const then = good(workbook.rowsAt(target, first.sequence)).unit
    expect(then.map(({ name, enrolment }) => [name, enrolment])).toEqual(
      expect.arrayContaining([
        ['Lincoln', 300],
        ['Grant', null],
      ]),
    )
  })

  test('stops at what has no place in today’s format, and says so; what came later can still be gone back through', () => {
    const { workbook } = desk
    good(
      workbook.commit({ ...edit, label: 'Capacity', changes: [editSchool(workbook, lincoln.id, { capacity: 5000 })] }),
    )
    good(workbook.commit({ ...edit, label: 'Level', changes: [editSchool(workbook, lincoln.id, { level: 'high' })] }))
    const carry = (change: Change): Change | null =>
      change.kind === 'update' && Object.hasOwn(change.fields, 'capacity') ? null : change
    const later: Migration = { version: migrations.length + 1, sql: 'UPDATE "unit" SET "capacity" = NULL', carry }
    const migrated = desk.reopen({ migrations: [...migrations, later] })
    expect(good(migrated.rowsAt('plan', 3)).unit[0]?.level).toBeNull()
    expect(failure(migrated.rowsAt('plan', 2), 'history-too-old').message).toContain('Use a saved version or a backup')
    expect(good(migrated.changesInWords(3)).lines).toEqual(['Changed: 1 school or department'])
  })
})

describe('what a commit changed', () => {
  test('is told in words, by the names that the rows had', () => {
    const { workbook } = desk
    good(
      workbook.commit({
        ...edit,
        label: 'Rename',
        changes: [editSchool(workbook, lincoln.id, { name: 'Adams', enrolment: 300 })],
      }),
    )
    expect(good(workbook.changesInWords(2)).lines).toEqual(['New school or department: Lincoln'])
    expect(good(workbook.changesInWords(3))).toEqual({
      lines: ['Lincoln: Name Lincoln → Adams', 'Lincoln: Students 410 → 300'],
      more: 0,
    })
  })

  test('is cut off where it would be a book, and says how much more there is', () => {
    const changes = Array.from({ length: 250 }, (_, at) => addSchool(`School ${at}`))
    good(desk.workbook.commit({ ...edit, label: 'Import', changes }))
    const { lines, more } = good(desk.workbook.changesInWords(3))
    expect([lines.length, more]).toEqual([200, 50])
  })

  test('is not told of a commit that there is not', () => {
    expect(codeOf(desk.workbook.changesInWords(99))).toBe('history-too-old')
  })
})
