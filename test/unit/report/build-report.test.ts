import { describe, expect, it } from 'vitest'
import { leverChanges } from '@shared/forecast/levers'
import { headlineOf } from '@shared/forecast/headline'
import { drawRange } from '@shared/forecast/draw-range'
import { endRange, likelySentence } from '@shared/forecast/likely'
import { runPlan } from '@shared/forecast/run'
import { insertChange, updateChange } from '@shared/plan/edit'
import { newRow, rowsOf, type Plan } from '@shared/plan/plan'
import { buildReport } from '@shared/report/build-report'
import { cellWords } from '@shared/report/cell-words'
import { reportChanges } from '@shared/report/last-report'
import { chartTable, chartsOf, isShown, paperTable, type Audience } from '@shared/report/report'
import { planFacts } from '@shared/report/report-input'
import { idSource } from '../../fixtures/ids'
import { blocksOf, changed, optionsFor, plan, reportOf, tableOf } from './report-of.ts'

describe('a figure in words', () => {
  it('is rounded as a spreadsheet rounds the number behind it', () => {
    expect([cellWords('fte', 2.55), cellWords('share', 0.285), cellWords('decimal', 1.15)]).toEqual([
      '2.6',
      '29%',
      '1.2',
    ])
    expect([cellWords('fte', 2.5), cellWords('share', 0.2849), cellWords('count', 41.5)]).toEqual(['2.5', '28%', '42'])
  })
})

describe('a report', () => {
  it('tells the board and the cabinet of money, principals and teams of what the work needs', () => {
    const sections = (audience: Audience) => reportOf(plan, optionsFor(audience)).sections.map(({ id }) => id)
    expect(sections('board')).toEqual([
      'summary',
      'what',
      'reach',
      'quality',
      'people',
      'money',
      'keep',
      'next',
      'notes',
    ])
    expect(sections('cabinet')).toEqual(sections('board'))
    for (const audience of ['principal', 'team'] as const) {
      expect(sections(audience)).not.toContain('money')
      expect(sections(audience)).toContain('quality')
    }
  })

  it('has a section of choices only where there are some', () => {
    const choice = { name: 'The same', question: null, plan }
    const sections = reportOf(plan, optionsFor('board'), [choice]).sections
    expect(sections.find(({ id }) => id === 'choices')?.title).toContain('Nothing changes')
  })

  it('names the position of who answers for something, where that is a code, to those who see no codes', () => {
    const [held] = rowsOf(plan, 'position').filter(({ code }) => code !== null)
    const [component] = rowsOf(plan, 'component')
    if (!held || !component) throw new Error('nobody is held by a code')
    const change = updateChange(component, 'component', { owner: held.code })
    const after = changed(plan, change ? [change] : [])
    const owner = (audience: Audience) => tableOf(reportOf(after, optionsFor(audience)), 'components').rows[0]?.[4]
    expect([owner('board'), owner('cabinet')]).toEqual([held.title, held.code])
  })

  it('says of a choice what it changes, naming codes only to those who see them', () => {
    const [held] = rowsOf(plan, 'position').filter(({ code }) => code !== null)
    const period = rowsOf(plan, 'positionPeriod').find(({ positionId }) => positionId === held?.id)
    if (!held || !period) throw new Error('nobody is held by a code')
    const less = changed(
      plan,
      [updateChange(period, 'positionPeriod', { fte: 50 })].flatMap((change) => change ?? []),
    )
    const told = (audience: Audience): string =>
      tableOf(reportOf(plan, optionsFor(audience), [{ name: 'Half a post', question: null, plan: less }]), 'changes')
        .rows.flat()
        .join('|')
    expect(told('board')).toContain(held.title)
    expect(told('board')).toContain('→ 0.5 FTE')
    expect({
      board: told('board').includes(String(held.code)),
      cabinet: told('cabinet').includes(String(held.code)),
    }).toEqual({
      board: false,
      cabinet: true,
    })
  })

  it('says how sure it is, of itself and of its choices, where the draws were made', () => {
    const few = changed(plan, [
      insertChange('setting', newRow('setting', idSource(21)(), { key: 'draws', value: '100' })),
    ])
    const subject = { name: null, question: null, plan: few }
    const options = optionsFor('board')
    const report = buildReport({ subject, choices: [{ ...subject, name: 'The same' }], options, rangeOf: drawRange })
    if (!report.ok) throw new Error('the plan cannot be forecast')
    const likely = drawRange(few)
    const said = JSON.stringify(blocksOf(report.value, 'summary'))
    expect(said).toContain(likely && likelySentence(likely, '2026-07'))
    const [reach, choices] = ['fidelity', 'choices'].map((id) => chartsOf(report.value).find((one) => one.id === id))
    const { p10, p90 } = likely!.summary.bands.bottleneck
    expect(reach?.bands).toEqual([{ label: 'Likely range', seriesAt: 0, low: [...p10], high: [...p90] }])
    expect(reach?.summary).toContain(`Likely range at the end (8 in 10 chances): ${endRange(likely!.summary)}.`)
    expect(choices?.bands?.map(({ label, seriesAt }) => `${seriesAt} ${label}`)).toEqual([
      '0 Current plan, likely range',
      '1 The same, likely range',
    ])
    const chance = tableOf(report.value, 'choices').rows.find(([what]) => what === 'Chance of getting to scale')
    // the same figures are drawn for both, so what does not differ does not differ in its range
    expect(chance?.slice(3)).toEqual(['none'])
    expect(chance?.[1]).toBe(chance?.[2])
    expect(JSON.stringify(blocksOf(reportOf(few, options), 'summary'))).not.toContain('How sure')
  })

  it('says what each who is reached costs, and what was spent beside what was planned', () => {
    const report = reportOf(plan, optionsFor('board'))
    const facts = planFacts({ name: null, question: null, plan })
    if (!facts.ok) throw new Error('the plan cannot be forecast')
    const costOf = new Map(facts.value.headline.years.map(({ fiscalYear, costCents }) => [fiscalYear, costCents]))
    const each = tableOf(report, 'cost-for-each').rows
    expect(each.length).toBeGreaterThan(3)
    for (const [year, schools, forSchool] of each)
      expect(forSchool).toBe(Math.round((costOf.get(Number(year)) ?? 0) / Number(schools)))
    const spent = tableOf(report, 'planned-and-spent')
    expect(spent.rows).toHaveLength(
      rowsOf(plan, 'lineYear').filter(({ actualCents }) => actualCents !== null).length + 1,
    )
    for (const [, , planned, actual, above] of spent.rows) expect(above).toBe(Number(actual) - Number(planned))
  })

  it('has a row for every component and every school that was observed', () => {
    const report = reportOf(plan, optionsFor('cabinet'))
    expect(tableOf(report, 'components').rows).toHaveLength(rowsOf(plan, 'component').length)
    const observed = new Set(rowsOf(plan, 'observation').map(({ unitId }) => plan.unit.get(unitId)?.name))
    expect(new Set(tableOf(report, 'quality-schools').rows.map(([name]) => name))).toEqual(observed)
  })

  it('names to the cabinet who carries what alone, and to the board only the office, or that the workbook has a name', () => {
    const alone = rowsOf(plan, 'responsibility').filter(
      ({ isRequired, carriedBy, backup }) => isRequired && carriedBy !== null && backup === null,
    )
    const [one, other] = alone
    const held = rowsOf(plan, 'position').find(({ code }) => code !== null)
    if (!one || !other || !held) throw new Error('nothing rests on one person alone')
    const after = changed(
      plan,
      [
        updateChange(one, 'responsibility', { carriedBy: 'Ana Ruiz' }),
        updateChange(other, 'responsibility', { carriedBy: held.code }),
      ].flatMap((change) => change ?? []),
    )
    const carried = (audience: Audience) =>
      tableOf(reportOf(after, optionsFor(audience)), 'key-people').rows.map((row) => row[2])
    expect(carried('cabinet')).toEqual(['Ana Ruiz', held.code])
    expect(carried('board')).toEqual(['Named in the workbook', held.title])
  })

  it('says what becomes of it when money or leaders go in the first month at scale', () => {
    const { rows } = tableOf(reportOf(plan, optionsFor('board')), 'stress')
    expect(rows.map((row) => row[1])).toEqual([
      'All one-time money is gone',
      'The leaders change, everywhere at once',
      'Both in the same month',
    ])
    const lowest = rows.map((row) => Number(row[3]))
    expect(lowest[2]).toBeLessThanOrEqual(Math.min(lowest[0] ?? 0, lowest[1] ?? 0) + 1e-9)
  })

  it('answers first when it is at scale, whether it can be kept and what it costs; money only for those who decide on it', () => {
    const answersFor = (audience: Audience) => {
      const block = blocksOf(reportOf(plan, optionsFor(audience)), 'summary').find(({ kind }) => kind === 'terms')
      return block?.kind === 'terms' ? block.terms : []
    }
    const [when, keep, cost] = answersFor('board')
    expect(when?.text).toMatch(/^At scale from [A-Z][a-z]{2} 20\d\d, .* Today: Pilot, with 0 of 7 schools at scale\./)
    expect(keep?.text).toMatch(/^Not with the money there is now\. .* stay above the line for 24 months\.$/)
    expect(cost?.text).toMatch(/^\$[\d,]+ in the fiscal years 2026 to 2031 together: .* dearest year is 2028/)
    expect(answersFor('team').map(({ word }) => word)).toEqual(['Are we at scale, and when?'])
  })

  it('says what the weakest essential component is where it is named first', () => {
    const few = insertChange('setting', newRow('setting', idSource(25)(), { key: 'draws', value: '100' }))
    const sure = changed(plan, [few])
    const hopeless = changed(sure, leverChanges(sure, { annualTurnover: 0.9 }, idSource(22)))
    for (const subject of [sure, hopeless]) {
      const options = optionsFor('board')
      const named = { name: null, question: null, plan: subject }
      const report = buildReport({ subject: named, choices: [], options, rangeOf: drawRange })
      if (!report.ok) throw new Error('the plan cannot be forecast')
      const text = JSON.stringify(report.value.sections[0])
      const explained = text.search(/the weakest essential component, the one that the fewest carry out as intended/)
      expect(explained).toBeGreaterThan(0)
      expect(text.search(/weakest/i)).toBe(explained + 'the '.length)
    }
  })

  it('shows every setting and model value in its unit, the model values in Excel only', () => {
    const report = reportOf(plan, optionsFor('board'))
    const inForce = (id: string, label: string) => tableOf(report, id).rows.find(([name]) => name === label)?.[1]
    expect(inForce('values', 'School calendar')).toBe(
      'Jan–May 100%, Jun 40%, Jul 0%, Aug 60%, Sep–Oct 100%, Nov 90%, Dec 70%',
    )
    expect(inForce('model-values', 'Starting on one’s own')).toBe('0.25% of trained people per month')
    const range = (id: string, label: string) => tableOf(report, id).rows.find(([name]) => name === label)?.[2]
    expect(range('values', 'Substitute')).toBe('$95 to $200 a day')
    expect(range('model-values', 'Starting on one’s own')).toBe('0.1% to 1% of trained people per month')
    expect(inForce('model-values', 'Shape of the pull')).toBe('Weak at first, strong past a threshold')
    const shown = blocksOf(report, 'notes').filter(isShown)
    expect(shown.some((block) => block.kind === 'table' && block.table.id === 'model-values')).toBe(false)
    expect(shown.some(({ kind }) => kind === 'steps')).toBe(true)
  })

  it('says under Words from where on a figure is on watch, as it is set', () => {
    const words = (subject: Plan): string => JSON.stringify(blocksOf(reportOf(subject, optionsFor('board')), 'notes'))
    expect(words(plan)).toContain('less than 5% below it')
    const wider = newRow('setting', idSource(26)(), { key: 'watchMargin', value: '1000' })
    expect(words(changed(plan, [insertChange('setting', wider)]))).toContain('less than 10% below it')
  })

  it('says on paper the figures of a year in a row, without the line that is the same in each', () => {
    const chart = chartsOf(reportOf(plan, optionsFor('board'))).find(({ id }) => id === 'fidelity')
    const table = paperTable(chart!)
    expect(table.columns.map(({ label }) => label)).toEqual(['Month', 'Weakest essential component', 'All components'])
    expect(table.rows.map(([month]) => month)).toEqual([
      '2026-07',
      '2027-07',
      '2028-07',
      '2029-07',
      '2030-07',
      '2031-06',
    ])
    for (const [at, row] of table.rows.entries())
      expect(row).toEqual(chartTable(chart!).rows[Math.min(12 * at, 59)]?.slice(0, 3))
  })

  it('lists only milestones that are still to be done, the earliest first, and says which are overdue', () => {
    const late = newRow('milestone', idSource(5)(), { name: 'Late', month: '2026-05' })
    const done = newRow('milestone', idSource(6)(), { name: 'Done', month: '2026-09', doneOn: '2026-09-02' })
    const after = changed(plan, [insertChange('milestone', late), insertChange('milestone', done)])
    const { rows } = tableOf(reportOf(after, optionsFor('board')), 'milestones')
    const months = rows.map((row) => String(row[1]))
    expect(months).toEqual(months.toSorted())
    expect(rows.find(([name]) => name === 'Late')?.[4]).toBe('Overdue')
    expect(rows.some(([name]) => name === 'Done')).toBe(false)
  })

  it('holds its figures against those of the last report for the same readers', () => {
    const run = runPlan(plan)
    if (!run.ok) throw new Error('the plan cannot be forecast')
    const headline = headlineOf(plan, run.value.runs, run.value.ledger)
    const after = changed(plan, reportChanges(plan, headline, optionsFor('board', '2026-06-01'), idSource(9)))
    const lines = (audience: Audience, date: string): string =>
      JSON.stringify(blocksOf(reportOf(after, optionsFor(audience, date)), 'summary'))
    expect(lines('board', '2026-11-23')).toContain('In the report of 6/1/2026: 0 of 7.')
    expect(lines('board', '2026-06-01')).not.toContain('In the report of')
    expect(lines('cabinet', '2026-11-23')).not.toContain('In the report of')
  })
})
