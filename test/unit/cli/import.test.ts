import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { insertChange } from '@shared/plan/edit'
import { newRow, planRowId, rowsOf, type Plan } from '@shared/plan/plan'
import { nameOf } from '@shared/plan/words'
import { beforeEach, describe, expect, it } from 'vitest'
import { runCommandLine } from '../../../electron/cli/run'
import { createWorkbook } from '../../../electron/workbook/create'
import { openWorkbook } from '../../../electron/workbook/open'
import { good, makeEnvironment, makeFolder } from '../../fixtures/workbook'

const campuses = 'test/fixtures/schools/campuses.csv'
const staff = 'test/fixtures/schools/district-staff.csv'
const schoolsMap = 'resources/mappings/texas-campuses.json'
const staffMap = 'resources/mappings/texas-district-staff.json'

let path: string
beforeEach(() => {
  path = join(makeFolder(), 'plan.rollout')
  const plan = newRow('plan', planRowId, { district: 'Silver Creek ISD', startMonth: '2026-07', currencyYear: 2026 })
  good(createWorkbook(path, { changes: [insertChange('plan', plan)] }, makeEnvironment())).close()
})

type Answer = {
  summary: Record<string, number>
  changes: number
  problems: { sheet: string; cell: string; value: string; code: string }[]
}

/** Runs "rollout import" on the workbook, with its status and what it said. */
async function imported(file: string, ...options: readonly string[]) {
  const said = { output: '', errors: '' }
  const status = await runCommandLine(['import', path, file, ...options], {
    write: (text) => void (said.output += text),
    writeError: (text) => void (said.errors += text),
    readInput: () => '',
  })
  return { status, ...said, answer: () => JSON.parse(said.output) as Answer }
}

const inFile = <T>(read: (plan: Plan, labels: string[]) => T): T => {
  const workbook = good(openWorkbook(path, makeEnvironment(), { isReadOnly: true }))
  try {
    return read(
      workbook.plan(),
      good(workbook.history(20, null)).map(({ label }) => label),
    )
  } finally {
    workbook.close()
  }
}

const schools = ['--table', 'unit', '--map', schoolsMap, '--where', 'LEANM=SILVER CREEK ISD', '--json']
const totals = ['--table', 'staffGroup', '--map', staffMap, '--json']

describe('rollout import', () => {
  it('brings the open schools of one district and its staff in, each as one step, and changes nothing the second time', async () => {
    const first = await imported(campuses, ...schools)
    expect(first).toMatchObject({ status: 0, errors: '' })
    expect(first.answer()).toMatchObject({ summary: { added: 7, changed: 0, unchanged: 0 }, problems: [] })
    const second = await imported(staff, ...totals)
    expect(second.answer()).toMatchObject({ summary: { added: 29, skipped: 2 }, problems: [] })
    inFile((plan, labels) => {
      const teachers = rowsOf(plan, 'staffGroup').filter(({ roleId }) => nameOf(plan, 'role', roleId) === 'Teacher')
      expect(teachers.reduce((sum, { headcount }) => sum + headcount, 0)).toBeCloseTo(281.3, 9)
      expect(new Set(teachers.map(({ annualTurnover }) => annualTurnover))).toEqual(new Set([1830]))
      expect(
        rowsOf(plan, 'note')
          .map(({ text }) => text)
          .join(' '),
      ).toContain('Teacher $55,210')
      expect(labels.slice(0, 2)).toEqual([
        'Import staff by school from district-staff.csv',
        'Import schools and departments from campuses.csv',
      ])
    })
    expect((await imported(campuses, ...schools)).answer()).toMatchObject({ summary: { unchanged: 7 }, changes: 0 })
    expect((await imported(staff, ...totals)).answer()).toMatchObject({ changes: 0 })
  })

  it('only says what it would do with --dry-run', async () => {
    const { status, answer } = await imported(campuses, ...schools, '--dry-run')
    expect(status).toBe(0)
    expect(answer().summary['added']).toBe(7)
    inFile((plan) => expect(plan.unit.size).toBe(0))
  })

  it('names sheet, cell, value and code of what it cannot take, and takes the rest', async () => {
    const file = join(makeFolder(), 'list.csv')
    writeFileSync(file, 'SCHNAM,SEASCH,LEANM,STID,GSLO,GSHI,TYPE,STATUS\nEast El,101,East ISD,9,XX,05,1,1\n')
    const { answer } = await imported(file, '--table', 'unit', '--map', schoolsMap, '--json')
    expect(answer().problems).toMatchObject([{ sheet: 'list', cell: 'E2', value: 'XX', code: 'grades-not-understood' }])
    expect(answer().summary['added']).toBe(1)
    const words = await imported(file, '--table', 'unit', '--map', schoolsMap)
    expect(words.output).toContain('Imported: 0 added, 0 changed, 1 unchanged, 0 left out.')
    expect(words.output).toContain('- list E2: “XX”.')
  })

  it.each<[string, string, string[], number, string]>([
    ['a file that is not there', 'gone.csv', totals, 2, 'file-not-found: '],
    ['a table that is none', campuses, ['--table', 'school', '--map', schoolsMap], 1, 'usage: --table is one of plan'],
    ['a matching for another table', campuses, ['--table', 'wave', '--map', schoolsMap], 1, 'usage: The matching'],
    ['no matching', campuses, ['--table', 'unit'], 1, 'usage: --map'],
    ['a matching that is none', campuses, ['--table', 'unit', '--map', 'package.json'], 1, 'mapping-invalid: '],
    ['a matching that is not JSON', campuses, ['--table', 'unit', '--map', campuses], 1, 'mapping-invalid: '],
    ['a matching that is not there', campuses, ['--table', 'unit', '--map', 'gone.json'], 2, 'file-not-found: '],
    ['a sheet that is not there', campuses, [...totals, '--sheet', 'May'], 1, 'sheet-not-found: '],
    ['a filter without a column', campuses, [...schools.slice(0, 4), '--where', '=1'], 1, 'usage: --where'],
  ])('refuses %s and leaves the plan as it is', async (_, file, options, exit, message) => {
    const { status, output, errors } = await imported(file, ...options)
    expect({ status, output }).toEqual({ status: exit, output: '' })
    expect(errors.slice(0, message.length)).toBe(message)
    inFile((plan) => expect(plan.unit.size + plan.staffGroup.size).toBe(0))
  })
})
