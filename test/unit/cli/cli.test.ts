import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Excel from 'exceljs'
import { headlineOf } from '@shared/forecast/headline'
import { leverChanges } from '@shared/forecast/levers'
import { runPlan } from '@shared/forecast/run'
import { updateChange } from '@shared/plan/edit'
import { districtSeries, measures } from '@shared/model/trajectory'
import type { Plan } from '@shared/plan/plan'
import { beforeEach, describe, expect, it } from 'vitest'
import { openWorkbook } from '../../../electron/workbook/open'
import { idSource } from '../../fixtures/ids'
import { good, makeEnvironment, makeFolder } from '../../fixtures/workbook'
import { rollout } from './terminal'

let folder: string
beforeEach(async () => {
  folder = makeFolder()
})

const json = (text: string): unknown => JSON.parse(text)

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

describe('rollout sample and forecast', () => {
  const makeSample = async (): Promise<string> => {
    const path = join(folder, 'sample.rollout')
    expect((await rollout(['sample', path])).status).toBe(0)
    return path
  }

  it('print the same figures as the window and the report, and leave the file as it is', async () => {
    const path = await makeSample()
    const before = readFileSync(path)
    const { status, output } = await rollout(['forecast', path, '--json'])
    expect(status).toBe(0)
    expect(json(output)).toMatchObject({ scenario: null, figures: figuresOf(samplePlan(path)) })
    expect(readFileSync(path)).toEqual(before)
  })

  it('give every month of a district its phase with the reasons, and every measure', async () => {
    const path = await makeSample()
    const run = runPlan(samplePlan(path))
    if (!run.ok) throw new Error('the plan cannot be forecast')
    const { districts } = json((await rollout(['forecast', path, '--json'])).output) as {
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

  it('print a scenario by its name', async () => {
    const path = await makeSample()
    const workbook = good(openWorkbook(path, makeEnvironment()))
    const changes = leverChanges(workbook.plan(), { turnoverFactor: 2 }, idSource(0x77))
    good(workbook.createScenario('Twice the turnover', null, changes))
    workbook.close()
    const plain = json((await rollout(['forecast', path, '--json'])).output) as { figures: unknown }
    const other = await rollout(['forecast', path, '--scenario', 'Twice the turnover', '--json'])
    expect(other.status).toBe(0)
    expect((json(other.output) as { figures: unknown }).figures).not.toEqual(plain.figures)
    const none = await rollout(['forecast', path, '--scenario', 'Half of it'])
    expect(none).toMatchObject({ status: 1, output: '' })
    expect(none.errors).toMatch(/^scenario-not-found: .*Twice the turnover/)
  })

  it('tell what of a scenario the plan has left behind', async () => {
    const path = await makeSample()
    const workbook = good(openWorkbook(path, makeEnvironment()))
    const changes = leverChanges(workbook.plan(), { turnoverFactor: 2 }, idSource(0x77))
    const [lead] = [...workbook.plan().position.values()]
    const renamed = (title: string) => [updateChange(lead!, 'position', { title })!]
    good(workbook.createScenario('Twice', null, [...changes, ...renamed('Head')]))
    good(workbook.commit({ target: 'plan', code: 'edit', label: 'Rename', changes: renamed('Chief') }))
    workbook.close()
    const { output } = await rollout(['forecast', path, '--scenario', 'Twice', '--json'])
    expect((json(output) as { skipped: object[] }).skipped).toMatchObject([
      { table: 'position', id: lead!.id, field: 'title', code: 'field-changed' },
    ])
    expect((await rollout(['forecast', path, '--scenario', 'Twice'])).output).toMatch(/^Not part of this forecast: /)
    expect((json((await rollout(['forecast', path, '--json'])).output) as { skipped: object[] }).skipped).toEqual([])
  })

  it('find the least staffing, and refuse a month outside the forecast', async () => {
    const path = await makeSample()
    const few = ['--most-coaches', '6', '--most-systems', '0.5', '--draws', '20', '--trials', '10', '--json']
    const { status, output } = await rollout(['least-staffing', path, '--by', '2027-06', '--chance', '0.9', ...few])
    expect(status).toBe(0)
    expect(json(output)).toMatchObject({
      target: { by: '2027-06', holds: true, chance: 0.9 },
      best: null,
      limit: 'staffAllowed',
    })
    const late = await rollout(['least-staffing', path, '--by', '2040-01'])
    expect(late).toMatchObject({ status: 1, output: '' })
    expect(late.errors).toMatch(/^usage: --by takes a month of the forecast/)
    const open = await rollout(['least-staffing', path, '--by', '2031-01', '--hold'])
    expect(open).toMatchObject({ status: 1, output: '' })
    expect(open.errors).toContain('--hold takes a forecast of 24 months from the month of --by on')
  })

  it('draw the same figures from the same seed, others from another, and nothing in between for one draw', async () => {
    const path = await makeSample()
    type Drawn = { districts: { draws: { draws: number; bands: { bottleneck: { p10: number[]; p90: number[] } } } }[] }
    const draw = async (draws: string, seed: string): Promise<Drawn> =>
      json((await rollout(['forecast', path, '--draws', draws, '--seed', seed, '--json'])).output) as Drawn
    const first = await draw('40', '7')
    expect(await draw('40', '7')).toEqual(first)
    expect((await draw('40', '8')).districts[0]?.draws.bands).not.toEqual(first.districts[0]?.draws.bands)
    const { p10, p90 } = first.districts[0]?.draws.bands.bottleneck ?? { p10: [], p90: [] }
    expect(p10).toHaveLength(60)
    expect(p10.every((low, month) => low <= (p90[month] ?? 0))).toBe(true)
    const single = (await draw('1', '7')).districts[0]?.draws.bands.bottleneck
    expect(single?.p10).toEqual(single?.p90)
    expect((await rollout(['forecast', path, '--draws', '40'])).output).toContain(
      '40 draws: at scale within the forecast in ',
    )
    expect((await rollout(['forecast', path, '--draws', '0'])).status).toBe(1)
    expect((await rollout(['forecast', path, '--seed', '3'])).errors).toMatch(/^usage: --seed/)
  })

  it('say what the pilot taught', async () => {
    const { status, output } = await rollout(['calibrate', await makeSample(), '--json'])
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

  it('say in words what the JSON says', async () => {
    const { output } = await rollout(['forecast', await makeSample()])
    expect(output).toContain('Schools at scale: ')
    expect(output).toContain('Needs attention:')
  })

  it('never replace a file, and refuse what is no workbook with status 2', async () => {
    const path = await makeSample()
    const again = await rollout(['sample', path])
    expect(again.status).toBe(2)
    expect(again.errors).toMatch(/^file-exists: /)
    const odd = join(folder, 'odd.rollout')
    writeFileSync(odd, 'no workbook')
    expect(await rollout(['forecast', odd])).toMatchObject({ status: 2, output: '' })
    expect((await rollout(['forecast', join(folder, 'none.rollout')])).errors).toMatch(/^file-not-found: /)
  })
})

describe('rollout report', () => {
  const makeSample = async (): Promise<string> => {
    const path = join(folder, 'sample.rollout')
    expect((await rollout(['sample', path])).status).toBe(0)
    return path
  }

  it('writes the board report as an Excel workbook with the figures of the plan, and names the scenario on it', async () => {
    const path = await makeSample()
    const workbook = good(openWorkbook(path, makeEnvironment()))
    good(
      workbook.createScenario('More leave', null, leverChanges(workbook.plan(), { turnoverFactor: 2 }, idSource(0x78))),
    )
    workbook.close()
    const out = join(folder, 'report.xlsx')
    const { status, output } = await rollout(['report', path, '--out', out, '--scenario', 'More leave', '--json'])
    expect({ status, answer: json(output) }).toMatchObject({
      status: 0,
      answer: { path: out, accessibility: { findings: [{ rule: 'contact' }], outOfReach: [] } },
    })
    const book = new Excel.Workbook()
    await book.xlsx.readFile(out)
    for (const sheet of book.worksheets) expect(sheet.getCell('A2').text).toContain('Scenario: More leave')
    const choices = book.getWorksheet('Choices')
    expect(choices?.getCell('A1').text).toContain('More leave: ')
  })

  it('marks a draft as one on its first sheet', async () => {
    const out = join(folder, 'draft.xlsx')
    expect((await rollout(['report', await makeSample(), '--out', out, '--draft'])).status).toBe(0)
    const book = new Excel.Workbook()
    await book.xlsx.readFile(out)
    expect(book.worksheets[0]?.getCell('A2').text).toMatch(/^Draft · /)
  })

  it('prints what in the report would not reach everybody, and what to do', async () => {
    const { output } = await rollout(['report', await makeSample(), '--out', join(folder, 'checked.xlsx')])
    expect(output).toContain('Accessibility check: 1 found.')
    expect(output).toMatch(/- Whole report: Nobody is named .* Enter a contact/)
  })

  it('says what it needs, and leaves no file where it cannot write one', async () => {
    const path = await makeSample()
    expect((await rollout(['report', path])).errors).toMatch(/^usage: .*--out/)
    expect((await rollout(['report', path, '--out', join(folder, 'r.pdf')])).errors).toMatch(/^usage: .*\.xlsx/)
    expect((await rollout(['report', path, '--out', 'r.xlsx', '--audience', 'press'])).errors).toMatch(
      /^usage: --audience/,
    )
    const nowhere = await rollout(['report', path, '--out', join(folder, 'none', 'r.xlsx')])
    expect(nowhere.status).toBe(2)
  })
})

describe('rollout', () => {
  it.each([[[]], [['dance']], [['simulate']], [['forecast', 'a', 'b']], [['sample', 'a', '--wat']], [['constructor']]])(
    'explains itself where %j makes no sense',
    async (args) => {
      const { status, output, errors } = await rollout(args)
      expect({ status, output }).toEqual({ status: 1, output: '' })
      expect(errors).toMatch(/^usage: /)
    },
  )

  it('helps', async () => {
    expect((await rollout(['--help'])).output).toContain('rollout forecast PLAN.rollout')
    expect(await rollout(['forecast', '--help'])).toMatchObject({ status: 0 })
  })
})
