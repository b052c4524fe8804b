import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { measures } from '@shared/model/trajectory'
import { beforeEach, describe, expect, it } from 'vitest'
import { runCommandLine } from '../../../electron/cli/run'
import { makeFolder } from '../../fixtures/workbook'
import { rollout } from './terminal'

let folder: string
beforeEach(async () => {
  folder = makeFolder()
})

const json = (text: string): unknown => JSON.parse(text)

const months = (value: number) => Array.from({ length: 12 }, () => value)
const modelInput = {
  formatVersion: 1,
  start: '2026-07',
  horizonMonths: 3,
  calendar: months(1),
  leaving: [1, ...months(0).slice(1)],
  components: [{ id: 'c', weight: 1 }],
  units: [{ id: 'u', startMonth: 0 }],
  groups: [{ id: 'g', unitId: 'u', headcount: 10, annualTurnover: 0 }],
  district: { initialCapacity: 0.5 },
  supports: { coachHours: [0, 0, 0], coachHoursByUnit: {}, capacityInvestment: [0, 0, 0], sessions: [] },
}

describe('rollout simulate', () => {
  it('prints exactly the measures of the model for every month, of the district and of each unit', async () => {
    const { status, output } = await rollout(['simulate', '-', '--json'], JSON.stringify(modelInput))
    expect(status).toBe(0)
    const answer = json(output) as { months: object[]; units: Record<string, object[]> }
    expect(Object.keys(answer)).toEqual(['months', 'units'])
    expect(answer.months).toHaveLength(3)
    expect(Object.keys(answer.units)).toEqual(['u'])
    for (const month of [...answer.months, ...(answer.units['u'] ?? [])]) {
      expect(Object.keys(month)).toEqual([...measures])
      expect(Object.values(month).every((value) => typeof value === 'number' && value >= 0 && value <= 1)).toBe(true)
    }
  })

  it('names the path of every wrong value', async () => {
    const wrong = { ...modelInput, groups: [{ id: 'g', unitId: 'nowhere', headcount: -1 }] }
    const { status, output, errors } = await rollout(['simulate', '-', '--json'], JSON.stringify(wrong))
    expect({ status, output }).toEqual({ status: 1, output: '' })
    expect(errors).toContain('groups[0].unitId')
    expect(errors).toContain('groups[0].headcount')
  })

  it.each([
    ['what is not JSON', '{', 1, 'not-json: '],
    ['a list', '[]', 1, 'not-an-object: '],
  ])('refuses %s', async (_, text, exit, code) => {
    const { status, errors } = await rollout(['simulate', '-'], text)
    expect(status).toBe(exit)
    expect(errors.startsWith(code)).toBe(true)
  })

  it('reads a file that begins with a byte order mark', async () => {
    const path = join(folder, 'marked.json')
    writeFileSync(path, `\uFEFF${JSON.stringify(modelInput)}`)
    const plain = await rollout(['simulate', '-', '--json'], JSON.stringify(modelInput))
    expect(await rollout(['simulate', path, '--json'])).toEqual({ ...plain, status: 0 })
  })

  it('says with status 2 that standard input cannot be read', async () => {
    let errors = ''
    const status = await runCommandLine(['simulate', '-'], {
      write: () => undefined,
      writeError: (text) => void (errors += text),
      // a folder in its place
      readInput: () => readFileSync(folder, 'utf8'),
    })
    expect({ status, errors }).toEqual({
      status: 2,
      errors: 'file-unreachable: Standard input cannot be read (EISDIR). Nothing was changed.\n',
    })
  })

  it('says with status 2 that a file is not there', async () => {
    const { status, errors } = await rollout(['simulate', join(folder, 'none.json')])
    expect(status).toBe(2)
    expect(errors).toMatch(/^file-not-found: /)
  })
})
