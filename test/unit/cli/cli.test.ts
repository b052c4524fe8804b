import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { headlineOf } from '@shared/forecast/headline'
import { leverChanges } from '@shared/forecast/levers'
import { runPlan } from '@shared/forecast/run'
import { districtSeries, measures } from '@shared/model/trajectory'
import type { Plan } from '@shared/plan/plan'
import { beforeEach, describe, expect, it } from 'vitest'
import { runCommandLine } from '../../../electron/cli/run'
import { openWorkbook } from '../../../electron/workbook/open'
import { idSource } from '../../fixtures/ids'
import { good, makeEnvironment, makeFolder } from '../../fixtures/workbook'

let folder: string
beforeEach(() => {
  folder = makeFolder()
})

/** Runs a command line as a terminal would, with what it said. */
function rollout(args: readonly string[], input = '') {
  const said = { output: '', errors: '' }
  const status = runCommandLine(args, {
    write: (text) => void (said.output += text),
    writeError: (text) => void (said.errors += text),
    readInput: () => input,
  })
  return { status, ...said }
}

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

function samplePlan(path: string): Plan {
  const workbook = good(openWorkbook(path, makeEnvironment(), { isReadOnly: true }))
  const plan = workbook.plan()
  workbook.close()
  return plan
}

const figuresOf = (plan: Plan): unknown => {
  const run = runPlan(plan)
  if (!run.ok) throw new Error('the plan cannot be forecast')
  return json(JSON.stringify(headlineOf(plan, run.value.runs, run.value.ledger).figures))
}

describe('rollout simulate', () => {
  it('prints exactly the measures of the model for every month, of the district and of each unit', () => {
    const { status, output } = rollout(['simulate', '-', '--json'], JSON.stringify(modelInput))
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

  it('names the path of every wrong value', () => {
    const wrong = { ...modelInput, groups: [{ id: 'g', unitId: 'nowhere', headcount: -1 }] }
    const { status, output, errors } = rollout(['simulate', '-', '--json'], JSON.stringify(wrong))
    expect({ status, output }).toEqual({ status: 1, output: '' })
    expect(errors).toContain('groups[0].unitId')
    expect(errors).toContain('groups[0].headcount')
  })

  it.each([
    ['what is not JSON', '{', 1, 'not-json: '],
    ['a list', '[]', 1, 'not-an-object: '],
  ])('refuses %s', (_, text, exit, code) => {
    const { status, errors } = rollout(['simulate', '-'], text)
    expect(status).toBe(exit)
    expect(errors.startsWith(code)).toBe(true)
  })

  it('reads a file that begins with a byte order mark', () => {
    const path = join(folder, 'marked.json')
    writeFileSync(path, `\uFEFF${JSON.stringify(modelInput)}`)
    const plain = rollout(['simulate', '-', '--json'], JSON.stringify(modelInput))
    expect(rollout(['simulate', path, '--json'])).toEqual({ ...plain, status: 0 })
  })

  it('says with status 2 that standard input cannot be read', () => {
    let errors = ''
    const status = runCommandLine(['simulate', '-'], {
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

  it('says with status 2 that a file is not there', () => {
    const { status, errors } = rollout(['simulate', join(folder, 'none.json')])
    expect(status).toBe(2)
    expect(errors).toMatch(/^file-not-found: /)
  })
})

describe('rollout sample and forecast', () => {
  const makeSample = (): string => {
    const path = join(folder, 'sample.rollout')
    expect(rollout(['sample', path]).status).toBe(0)
    return path
  }

  it('print the same figures as the window and the report, and leave the file as it is', () => {
    const path = makeSample()
    const before = readFileSync(path)
    const { status, output } = rollout(['forecast', path, '--json'])
    expect(status).toBe(0)
    expect(json(output)).toMatchObject({ scenario: null, figures: figuresOf(samplePlan(path)) })
    expect(readFileSync(path)).toEqual(before)
  })

  it('give every month of a district its phase with the reasons, and every measure', () => {
    const path = makeSample()
    const run = runPlan(samplePlan(path))
    if (!run.ok) throw new Error('the plan cannot be forecast')
    const { districts } = json(rollout(['forecast', path, '--json']).output) as {
      districts: { phases: { month: string; reasons: unknown[] }[]; series: Record<string, number[]> }[]
    }
    expect(districts).toHaveLength(run.value.runs.length)
    run.value.runs.forEach(({ forecast, trajectory }, at) => {
      const { phases = [], series = {} } = districts[at] ?? {}
      expect([phases.length, phases[0]?.month, phases.at(-1)?.month]).toEqual([60, '2026-07', '2031-06'])
      expect(phases.map(({ reasons }) => reasons)).toEqual(json(JSON.stringify(forecast.phases.map((p) => p.reasons))))
      expect(Object.keys(series)).toEqual([...measures])
      for (const measure of measures) expect(series[measure]).toEqual([...districtSeries(trajectory, measure)])
    })
  })

  it('print a scenario by its name', () => {
    const path = makeSample()
    const workbook = good(openWorkbook(path, makeEnvironment()))
    const changes = leverChanges(workbook.plan(), { turnoverFactor: 2 }, idSource(0x77))
    good(workbook.createScenario('Twice the turnover', null, changes))
    workbook.close()
    const plain = json(rollout(['forecast', path, '--json']).output) as { figures: unknown }
    const other = rollout(['forecast', path, '--scenario', 'Twice the turnover', '--json'])
    expect(other.status).toBe(0)
    expect((json(other.output) as { figures: unknown }).figures).not.toEqual(plain.figures)
    const none = rollout(['forecast', path, '--scenario', 'Half of it'])
    expect(none).toMatchObject({ status: 1, output: '' })
    expect(none.errors).toMatch(/^scenario-not-found: .*Twice the turnover/)
  })

  it('draw the same figures from the same seed, others from another, and nothing in between for one draw', () => {
    const path = makeSample()
    type Drawn = { districts: { draws: { draws: number; bands: { bottleneck: { p10: number[]; p90: number[] } } } }[] }
    const draw = (draws: string, seed: string): Drawn =>
      json(rollout(['forecast', path, '--draws', draws, '--seed', seed, '--json']).output) as Drawn
    const first = draw('40', '7')
    expect(draw('40', '7')).toEqual(first)
    expect(draw('40', '8').districts[0]?.draws.bands).not.toEqual(first.districts[0]?.draws.bands)
    const { p10, p90 } = first.districts[0]?.draws.bands.bottleneck ?? { p10: [], p90: [] }
    expect(p10).toHaveLength(60)
    expect(p10.every((low, month) => low <= (p90[month] ?? 0))).toBe(true)
    const single = draw('1', '7').districts[0]?.draws.bands.bottleneck
    expect(single?.p10).toEqual(single?.p90)
    expect(rollout(['forecast', path, '--draws', '40']).output).toContain('40 draws: at scale within the forecast in ')
    expect(rollout(['forecast', path, '--draws', '0']).status).toBe(1)
    expect(rollout(['forecast', path, '--seed', '3']).errors).toMatch(/^usage: --seed/)
  })

  it('say what the pilot taught', () => {
    const { status, output } = rollout(['calibrate', makeSample(), '--json'])
    expect(status).toBe(0)
    const { districts } = json(output) as {
      districts: {
        used: number
        calibration: { isConverged: boolean; parameters: { low: number; value: number; high: number }[] }
      }[]
    }
    expect(districts[0]?.used).toBeGreaterThan(0)
    expect(districts[0]?.calibration.isConverged).toBe(true)
    for (const { low, value, high } of districts[0]?.calibration.parameters ?? []) {
      expect(low).toBeLessThan(value)
      expect(value).toBeLessThan(high)
    }
  })

  it('say in words what the JSON says', () => {
    const { output } = rollout(['forecast', makeSample()])
    expect(output).toContain('Schools at scale: ')
    expect(output).toContain('Needs attention:')
  })

  it('never replace a file, and refuse what is no workbook with status 2', () => {
    const path = makeSample()
    const again = rollout(['sample', path])
    expect(again.status).toBe(2)
    expect(again.errors).toMatch(/^file-exists: /)
    const odd = join(folder, 'odd.rollout')
    writeFileSync(odd, 'no workbook')
    expect(rollout(['forecast', odd])).toMatchObject({ status: 2, output: '' })
    expect(rollout(['forecast', join(folder, 'none.rollout')]).errors).toMatch(/^file-not-found: /)
  })
})

describe('rollout', () => {
  it.each([[[]], [['dance']], [['simulate']], [['forecast', 'a', 'b']], [['sample', 'a', '--wat']], [['constructor']]])(
    'explains itself where %j makes no sense',
    (args) => {
      const { status, output, errors } = rollout(args)
      expect({ status, output }).toEqual({ status: 1, output: '' })
      expect(errors).toMatch(/^usage: /)
    },
  )

  it('helps', () => {
    expect(rollout(['--help']).output).toContain('rollout forecast PLAN.rollout')
    expect(rollout(['forecast', '--help'])).toMatchObject({ status: 0 })
  })
})
