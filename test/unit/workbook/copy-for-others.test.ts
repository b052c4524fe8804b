import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { CopyChoices } from '@shared/contract/calls'
import { insertChange } from '@shared/plan/edit'
import { newRow, planToRows } from '@shared/plan/plan'
import type { Row } from '@shared/plan/tables'
import { beforeEach, describe, expect, test } from 'vitest'
import { openWorkbook } from '../../../electron/workbook/open'
import type { Workbook } from '../../../electron/workbook/workbook'
import { idSource } from '../../fixtures/ids'
import {
  addSchool,
  codeOf,
  editSchool,
  good,
  makeEnvironment,
  makeFolder,
  makeWorkbook,
  type Desk,
} from '../../fixtures/workbook'
import { dumpOf, integrityOf } from '../../fixtures/workbook-files'

const edit = { target: 'plan', code: 'edit' } as const
const newId = idSource(0x45)
const lincoln = addSchool('Lincoln', { enrolment: 410 })
const duty = (values: Partial<Row<'responsibility'>>) =>
  insertChange('responsibility', newRow('responsibility', newId(), { name: 'Training', ...values }))
const note = insertChange(
  'note',
  newRow('note', newId(), { aboutTable: 'unit', aboutRow: lincoln.id, text: 'Ask Thornberry first' }),
)
const strip: CopyChoices = { scenarioIds: [], hasNames: false, hasSalaries: false, hasNotes: false }

let desk: Desk
let to: string
let copied: (choices?: Partial<CopyChoices>) => Workbook
beforeEach(() => {
  desk = makeWorkbook({ actor: 'pplanner' })
  const { workbook } = desk
  good(
    workbook.commit({
      ...edit,
      label: 'Start',
      changes: [lincoln, note, duty({ carriedBy: 'Dana Quixley', backup: 'Sam Ozymandias' })],
    }),
  )
  good(
    workbook.commit({
      ...edit,
      label: 'Hired Vanterpool',
      changes: [duty({ name: 'Data', carriedBy: 'Ed Vanterpool' })],
    }),
  )
  good(workbook.undo('plan'))
  good(workbook.createSnapshot('For Featherstone'))
  good(workbook.saveView({ sheet: 'schools', name: 'Gillingham', json: '{}' }))
  good(workbook.saveMapping({ name: 'Oppenshaw list', table: 'unit', json: '{}' }))
  to = join(makeFolder(), 'For others.rollout')
  copied = (choices) => {
    good(workbook.copyForOthers(to, { ...strip, ...choices }))
    return good(openWorkbook(to, makeEnvironment(), { isReadOnly: true }))
  }
})

describe('a copy for others', () => {
  test('has in its bytes none of the names that were taken out, nor what is only in history, versions and views', () => {
    const { workbook } = desk
    const { id } = good(
      workbook.createScenario('Another lead', null, [duty({ name: 'Coaching', carriedBy: 'Ina Lutterworth' })]),
    )
    copied({ scenarioIds: [id] }).close()
    const taken = [
      'Quixley',
      'Ozymandias',
      'Vanterpool',
      'Featherstone',
      'Gillingham',
      'Oppenshaw',
      'Thornberry',
      'Lutterworth',
      'pplanner',
    ]
    const here = readFileSync(desk.path)
    const there = readFileSync(to)
    expect(taken.filter((name) => !here.includes(name) && name !== 'Featherstone')).toEqual([])
    expect(taken.filter((name) => there.includes(name) || there.includes(Buffer.from(name, 'utf16le')))).toEqual([])
    expect(there.includes('Lincoln')).toBe(true)
  })

  test('is a whole workbook of its own, with the plan and nothing to undo', () => {
    const copy = copied({ hasNames: true, hasSalaries: true, hasNotes: true })
    expect(planToRows(copy.plan())).toEqual(planToRows(desk.workbook.plan()))
    expect(good(copy.history(10, null)).map(({ label }) => label)).toEqual(['Copy for others'])
    expect(good(copy.snapshots())).toEqual([])
    expect(copy.scenarios()).toEqual([])
    expect(copy.info).toMatchObject({ lineageId: desk.workbook.info.lineageId, isSample: false })
    copy.close()
    expect(integrityOf(to)).toBe('ok')
    expect(readdirSync(join(to, '..'))).toEqual(['For others.rollout'])
  })

  test('has the scenarios that were chosen, with what they change', () => {
    const { workbook } = desk
    const smaller = good(
      workbook.createScenario('Smaller', 'What if?', [editSchool(workbook, lincoln.id, { enrolment: 300 })]),
    )
    good(workbook.createScenario('Not this one', null, []))
    const [scenario, ...others] = copied({ scenarioIds: [smaller.id] }).scenarios()
    expect(others).toEqual([])
    expect(scenario).toMatchObject({ name: 'Smaller', question: 'What if?' })
    expect(scenario!.changes).toEqual(smaller.changes)
  })

  test('leaves the open workbook as it is, and never takes its place', () => {
    const before = dumpOf(desk.path)
    copied().close()
    expect(dumpOf(desk.path)).toEqual(before)
    expect(codeOf(desk.workbook.copyForOthers(desk.path, strip))).toBe('file-exists')
    expect(codeOf(desk.workbook.copyForOthers(to, { ...strip, scenarioIds: [newId()] }))).toBe('scenario-not-found')
  })
})
