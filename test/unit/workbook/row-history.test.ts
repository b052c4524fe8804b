import { insertChange, removeChange, updateChange } from '@shared/plan/edit'
import { newRow } from '@shared/plan/plan'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Workbook } from '../../../electron/workbook/workbook'
import { addSchool, codeOf, editSchool, good, makeWorkbook, type Desk } from '../../fixtures/workbook'

const edit = { target: 'plan', code: 'edit' } as const
const lincoln = addSchool('Lincoln')
const grant = addSchool('Grant')

let desk: Desk
let workbook: Workbook
const commit = (label: string, ...changes: Parameters<Workbook['commit']>[0]['changes'][number][]): void => {
  good(workbook.commit({ ...edit, label, changes }))
}
const historyOf = (rowId: string, more: Partial<Parameters<Workbook['rowHistory']>[0]> = {}) =>
  good(workbook.rowHistory({ target: 'plan', table: 'unit', rowId, limit: 100, ...more }))
const labelsOf = (rowId: string): string[] => historyOf(rowId).map(({ label }) => label)

beforeEach(() => {
  desk = makeWorkbook()
  workbook = desk.workbook
  commit('Import 2 schools', lincoln, grant)
  commit('Students of Lincoln', editSchool(workbook, lincoln.id, { enrolment: 410 }))
  commit('Students of Grant', editSchool(workbook, grant.id, { enrolment: 300 }))
})

describe('the history of a row', () => {
  test('names the commits that touched it, the latest first, each with what it did to this row alone', () => {
    const entries = historyOf(lincoln.id)
    expect(entries.map(({ label }) => label)).toEqual(['Students of Lincoln', 'Import 2 schools'])
    expect(entries[0]).toMatchObject({ target: 'plan', actor: 'Pat Planner', changeCount: 1 })
    expect(entries[0]?.changes).toEqual([
      { kind: 'update', table: 'unit', id: lincoln.id, fields: { enrolment: { before: null, after: 410 } } },
    ])
    expect(entries[1]).toMatchObject({ changeCount: 2, changes: [lincoln] })
  })

  test('tells undo and redo as what they did, and a row that was deleted', () => {
    good(workbook.undo('plan'))
    good(workbook.undo('plan'))
    const row = workbook.plan().unit.get(lincoln.id)!
    commit('Delete Lincoln', removeChange('unit', row))
    const entries = historyOf(lincoln.id)
    expect(entries.map(({ code }) => code)).toEqual(['edit', 'undo', 'edit', 'edit'])
    expect(entries[0]?.changes[0]?.kind).toBe('remove')
    expect(entries[1]?.changes).toEqual([
      { kind: 'update', table: 'unit', id: lincoln.id, fields: { enrolment: { before: 410, after: null } } },
    ])
  })

  test('leaves out commits that only refer to it, or quote its id in a text', () => {
    const note = newRow('note', 'aaaaaaaa-0000-4000-8000-000000000001', {
      aboutTable: 'unit',
      aboutRow: lincoln.id,
      text: `"id":"${lincoln.id}"`,
    })
    commit('Add a note to Lincoln', insertChange('note', note))
    commit('Grant belongs to Lincoln', editSchool(workbook, grant.id, { parentId: lincoln.id }))
    expect(labelsOf(lincoln.id)).toEqual(['Students of Lincoln', 'Import 2 schools'])
    expect(historyOf(note.id, { table: 'note' }).map(({ label }) => label)).toEqual(['Add a note to Lincoln'])
    expect(historyOf(lincoln.id, { table: 'note' })).toEqual([])
  })

  test('adds what a scenario did to it where that scenario is shown, and to no other', () => {
    const wave = newRow('wave', 'aaaaaaaa-0000-4000-8000-000000000002', { name: 'Pilot', kind: 'pilot' })
    commit('Add Pilot', insertChange('wave', wave))
    const { id: scenarioId } = good(workbook.createScenario('Later', null, []))
    const changes = [updateChange(wave, 'wave', { startMonth: '2028-07' })].filter((change) => change !== null)
    good(workbook.commit({ target: { scenarioId }, code: 'edit', label: 'Start of Pilot', changes }))
    const labels = (target: 'plan' | { scenarioId: string }): string[] =>
      historyOf(wave.id, { table: 'wave', target }).map(({ label }) => label)
    expect(labels({ scenarioId })).toEqual(['Start of Pilot', 'Add Pilot'])
    expect(labels('plan')).toEqual(['Add Pilot'])
  })

  test('answers at most as many as asked for, and is the same after reopening', () => {
    expect(historyOf(lincoln.id, { limit: 1 }).map(({ label }) => label)).toEqual(['Students of Lincoln'])
    const before = historyOf(lincoln.id)
    workbook = desk.reopen()
    expect(historyOf(lincoln.id)).toEqual(before)
    workbook.close()
    expect(codeOf(workbook.rowHistory({ target: 'plan', table: 'unit', rowId: lincoln.id, limit: 1 }))).toBe('not-open')
  })
})
