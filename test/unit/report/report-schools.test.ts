import { describe, expect, it } from 'vitest'
import { leverChanges } from '@shared/forecast/levers'
import { dosesOf } from '@shared/forecast/dose'
import { runPlan } from '@shared/forecast/run'
import { unitSeries } from '@shared/model/trajectory'
import { insertChange } from '@shared/plan/edit'
import { newRow, rowsOf } from '@shared/plan/plan'
import { tables } from '@shared/plan/tables'
import { chartTable, chartsOf, type Audience } from '@shared/report/report'
import { idSource } from '../../fixtures/ids'
import { changed, optionsFor, plan, reportOf, tableOf } from './report-of.ts'

describe('what a report says of each school and of its training', () => {
  it('shows which schools are at the line, by the share that the line is held against, the lowest first', () => {
    const dots = chartsOf(reportOf(plan, optionsFor('board'))).find(({ id }) => id === 'school-dots')
    const run = runPlan(plan)
    if (!run.ok || !dots) throw new Error('the report shows no schools')
    const [district] = run.value.runs
    const units = district?.forecast.units ?? []
    const end = new Map(
      units.map(({ unitId, name }) => [name, unitSeries(district!.trajectory, unitId, 'bottleneck').at(-1)]),
    )
    expect(dots.series[1]?.values).toEqual([...end.values()].toSorted((a, b) => Number(a) - Number(b)))
    expect(dots.x.values.map((name) => end.get(name))).toEqual(dots.series[1]?.values)
    const lowest = `${dots.x.values[0]}, at ${Math.round(Number(dots.series[1]?.values[0]) * 100)}%`
    expect(dots.title).toBe(`7 of 7 schools are at the line of 50% in Jun 2031; the lowest is ${lowest}`)
    const worse = changed(plan, leverChanges(plan, { turnoverFactor: 2 }, idSource(24)))
    expect(chartsOf(reportOf(worse, optionsFor('board'))).find(({ id }) => id === 'school-dots')?.title).toMatch(
      /^[0-6] of 7 schools are at the line of 50% in Jun 2031; furthest below it is .+, at [0-4]?\d%$/,
    )
    expect(dots.lines).toEqual([{ label: 'At-scale line', value: 0.5 }])
    const table = tableOf(reportOf(plan, optionsFor('board')), 'schools')
    expect(Object.fromEntries(table.rows.map((row) => [row[0], row[7]]))).toEqual(Object.fromEntries(end))
  })

  it('leaves schools with few staff out of the dots for the board, says so, and shows them to the cabinet', () => {
    const fewer = newRow('setting', idSource(23)(), { key: 'suppressBelow', value: '50' })
    const after = changed(plan, [insertChange('setting', fewer)])
    const dots = (audience: Audience) =>
      chartsOf(reportOf(after, optionsFor(audience))).find(({ id }) => id === 'school-dots')
    const [board, cabinet] = [dots('board'), dots('cabinet')]
    const hidden = (cabinet?.x.values.length ?? 0) - (board?.x.values.length ?? 0)
    expect(hidden).toBeGreaterThan(0)
    expect(board?.summary).toMatch(new RegExp(`${hidden} schools? with few staff cannot be shown`))
    expect(cabinet?.summary).not.toContain('cannot be shown')
  })

  it('says the unit of every figure of a chart in its table', () => {
    const coaching = chartsOf(reportOf(plan, optionsFor('board'))).find(({ id }) => id === 'coaching')
    const labels = coaching ? chartTable(coaching).columns.map(({ label }) => label) : []
    expect(labels).toEqual(['Month', 'Needed (hours in a month)', 'Available (hours in a month)'])
  })

  it('holds the training that people get against what it needs, and names who gets the least', () => {
    const doses = dosesOf(plan)
    const { rows } = tableOf(reportOf(plan, optionsFor('board')), 'dose')
    expect(rows.map(([name]) => name)).toEqual(rowsOf(plan, 'component').map(({ name }) => name))
    for (const [name, needed, mean, least, who] of rows) {
      const component = rowsOf(plan, 'component').find((row) => row.name === name)
      const mine = doses.filter(({ componentId }) => componentId === component?.id)
      expect(needed).toBe(component?.trainingHoursNeeded)
      expect(least).toBe(Math.min(...mine.map(({ expectedHours }) => expectedHours)))
      expect(Number(mean)).toBeGreaterThanOrEqual(Number(least))
      const isSame = Math.max(...mine.map(({ expectedHours }) => expectedHours)) - Number(least) < 0.05
      expect(who).toMatch(isSame ? /^Everybody$/ : /, (?:Pilot|Wave \d)$/)
    }
    expect(rows.some(([, , , , who]) => who !== 'Everybody')).toBe(true)
  })

  it('has the stage of every school with each component, in Excel only, in line with the counts on paper', () => {
    const report = reportOf(plan, optionsFor('board'))
    const matrix = tableOf(report, 'stage-matrix')
    expect(matrix.isInExcelOnly).toBe(true)
    for (const [at, [name, ...counts]] of tableOf(report, 'stages').rows.entries()) {
      expect(matrix.columns[at + 1]?.label).toBe(name)
      const words = [...Object.values(tables.stage.fields.stage.options), 'Not begun']
      expect(words.map((word) => matrix.rows.filter((row) => row[at + 1] === word).length)).toEqual(counts)
    }
  })
})
