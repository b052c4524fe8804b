import {
  explainable,
  explainFigure,
  type ExplainFacts,
  type Explanation,
  type ExplanationPart,
  type ExplainQuestion,
} from '@shared/forecast/explain'
import { figureOf, headlineOf, type FigureKey } from '@shared/forecast/headline'
import { runPlan } from '@shared/forecast/run'
import { totalCents } from '@shared/money/totals'
import { applyChanges } from '@shared/plan/apply'
import { insertChange } from '@shared/plan/edit'
import { newRow, rowsOf, type Plan } from '@shared/plan/plan'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryEdits } from '../../fixtures/arbitrary-plan.ts'
import { samplePlan } from '../../fixtures/sample-plan.ts'

function factsOf(plan: Plan): ExplainFacts | null {
  const run = runPlan(plan)
  if (!run.ok) return null
  const { runs, ledger } = run.value
  return { plan, runs, ledger, headline: headlineOf(plan, runs, ledger) }
}

const idAt = (n: number): string => `eeeeeeee-0000-4000-8000-00000000000${n}`

const sample = factsOf(samplePlan())!
const ask = (question: ExplainQuestion, facts = sample): Explanation => explainFigure(facts, question)
const figure = (key: FigureKey, facts = sample): Explanation => ask({ kind: 'figure', key }, facts)
const partOf = ({ parts }: Explanation, heading: string | RegExp): ExplanationPart => {
  const part = parts.find((one) => (typeof heading === 'string' ? one.heading === heading : heading.test(one.heading)))
  if (!part) throw new Error(`no part ${String(heading)} among ${parts.map((one) => one.heading).join(', ')}`)
  return part
}
const totalOf = (explanation: Explanation, heading: string | RegExp): number | undefined =>
  partOf(explanation, heading).total?.amount

/** Every figure of a plan that can be asked about, and everything behind it. */
function* everything(facts: ExplainFacts): Generator<[ExplainQuestion, Explanation]> {
  const asked = new Set<string>()
  const open: ExplainQuestion[] = explainable(facts).flatMap(({ lines }) => lines.flatMap((one) => one.question ?? []))
  for (let question = open.pop(); question !== undefined; question = open.pop()) {
    const key = JSON.stringify(question)
    if (asked.has(key)) continue
    asked.add(key)
    const explanation = explainFigure(facts, question)
    yield [question, explanation]
    for (const { lines } of explanation.parts) open.push(...lines.flatMap((one) => one.question ?? []))
  }
}

function expectSound(facts: ExplainFacts): void {
  for (const [question, { parts, sources, title, how }] of everything(facts)) {
    expect(title).not.toBe('')
    expect(how).toMatch(/\.$/)
    for (const { lines, total } of parts) {
      const sum = lines.reduce((all, { amount }) => all + (amount ?? 0), 0)
      expect({ question, sum }).toEqual({ question, sum: total === null ? sum : total.amount })
      expect(Number.isFinite(sum)).toBe(true)
    }
    for (const { rows } of [...parts.flatMap(({ lines }) => lines), ...sources]) {
      for (const { table, id } of rows)
        expect({ table, isThere: facts.plan[table].has(id) }).toEqual({ table, isThere: true })
    }
  }
}

describe('explained money', () => {
  it('adds up to the cost of the plan: by year, by what it is spent on, and by who pays', () => {
    const cost = figure('cost')
    const total = totalCents(sample.ledger).costCents
    expect(total).toBe(figureOf(sample.headline, 'cost').value)
    for (const heading of ['When', 'What it is spent on', 'Who pays']) expect(totalOf(cost, heading)).toBe(total)
    expect(cost.value).toBe(figureOf(sample.headline, 'cost').text)
  })

  it('adds up in every fiscal year to that year, and its lines explain themselves to the same cents', () => {
    for (const { fiscalYear, costCents } of sample.headline.years) {
      const year = ask({ kind: 'costOfYear', fiscalYear })
      expect(totalOf(year, 'What it is spent on')).toBe(costCents)
      expect(totalOf(year, 'Who pays')).toBe(costCents)
      for (const { question, amount } of partOf(year, 'What it is spent on').lines)
        expect(totalOf(ask(question!), 'When')).toBe(amount)
    }
  })

  it('adds up to what every fund pays, and what nobody pays', () => {
    for (const { sourceId, paidCents, years } of sample.headline.sources) {
      expect(totalOf(ask({ kind: 'paidByFund', sourceId, fiscalYear: null }), 'What it pays')).toBe(paidCents)
      for (const year of years) {
        const { fiscalYear } = year
        expect(totalOf(ask({ kind: 'paidByFund', sourceId, fiscalYear }), 'What it pays')).toBe(year.paidCents)
      }
    }
    const unfunded = totalOf(ask({ kind: 'unfunded', fiscalYear: null }), 'What nobody pays')
    expect(unfunded).toBe(totalCents(sample.ledger).unfundedCents)
    expect(unfunded).toBeGreaterThan(0)
  })

  it('gives the share that recurring money pays as its two totals', () => {
    const need = figure('recurringNeed')
    const year = sample.headline.years.findLast(({ recurringNeed }) => recurringNeed.costCents > 0)!
    expect(totalOf(need, 'Needed for good')).toBe(year.recurringNeed.costCents)
    expect(totalOf(need, 'Who pays it')).toBe(year.recurringNeed.costCents)
    const recurring = partOf(need, 'Who pays it').lines.find(({ label }) => label === 'Money that comes every year')
    expect((recurring?.amount ?? 0) / year.recurringNeed.costCents).toBe(
      figureOf(sample.headline, 'recurringNeed').value,
    )
  })

  it('names the rates behind a position, with the lines they stand in', () => {
    const { id } = rowsOf(sample.plan, 'position')[0]!
    const { sources } = ask({ kind: 'lineCost', table: 'position', id, fiscalYear: null })
    const periods = rowsOf(sample.plan, 'positionPeriod').filter(({ positionId }) => positionId === id)
    expect(sources.flatMap(({ rows }) => rows).filter(({ table }) => table === 'positionPeriod')).toHaveLength(
      periods.length,
    )
    expect(sources.map(({ label }) => label)).toEqual(expect.arrayContaining(['Pay growth', 'Benefits']))
  })
})

describe('explained people', () => {
  it('adds up to the hours that the tile is worked out from', () => {
    const sum = (hours: Float64Array): number => hours.subarray(0, 12).reduce((all, value) => all + value, 0)
    const { neededHours, unmetHours } = sample.headline.coaching
    const coaching = figure('coaching')
    const needed = totalOf(coaching, 'Hours needed')
    const lacking = totalOf(coaching, 'Hours lacking')
    expect(needed).toBe(Math.round(sum(neededHours)))
    expect(lacking).toBe(Math.round(sum(unmetHours)))
    expect(figureOf(sample.headline, 'coaching').value).toBeCloseTo(1 - lacking! / needed!, 3)
  })

  it('adds up to the hours needed and available of every month, by school and by coach', () => {
    const { neededHours, availableHours } = sample.headline.coaching
    for (let month = 0; month < neededHours.length; month += 1) {
      const hours = ask({ kind: 'coachHours', month })
      expect(totalOf(hours, 'Hours needed, by school')).toBeCloseTo(Math.round(neededHours[month]!), 6)
      expect(totalOf(hours, 'Hours available, by position')).toBe(Math.round(availableHours[month]!))
    }
  })

  it('tells the coaches apart without a rest, as long as nothing is reorganized', () => {
    const lines = partOf(ask({ kind: 'coachHours', month: 0 }), 'Hours available, by position').lines
    expect(lines.length).toBeGreaterThan(2)
    expect(lines.every(({ rows }) => rows[0]?.table === 'position')).toBe(true)
  })

  it('adds up to the FTE of the vacant positions', () => {
    const vacant = figureOf(sample.headline, 'vacancies').value as number
    expect(totalOf(figure('vacancies'), 'Positions')).toBe(Math.round(vacant * 100))
  })

  it('gives capacity as points of points, where it was assessed', () => {
    const part = partOf(figure('capacity'), /^Latest score/)
    const maximum = Number(/ of (\d+)$/.exec(part.total!.text)![1])
    expect(part.total!.amount / maximum).toBe(sample.runs[0]!.compiled.input.district.initialCapacity)
  })
})

describe('explained progress', () => {
  it.each(['schoolsAtScale', 'staffAtScale', 'studentsAtScale'] as const)('adds up to %s', (key) => {
    expect(totalOf(figure(key), 'Schools that take part')).toBe(figureOf(sample.headline, key).value)
  })

  it('finds the weakest component, and the people behind its share', () => {
    const fidelity = figure('fidelity')
    const value = figureOf(sample.headline, 'fidelity').value as number
    const staff = sample.runs[0]!.forecast.headcount
    expect(partOf(fidelity, /^Every essential/).lines[0]!.text).toBe(`${Math.round(value * 100)}%`)
    expect(totalOf(fidelity, /^Who does/)).toBe(Math.round(value * staff))
  })

  it('tells the tests behind the phase and behind the month at scale', () => {
    const tests = sample.runs[0]!.forecast.phases[0]!.reasons
    expect(partOf(figure('phase'), 'What was tested').lines.map(({ label }) => label)).toEqual(
      tests.map(({ sentence }) => sentence),
    )
    const [turn] = figure('atScaleMonth').parts
    expect(turn!.lines.length).toBeGreaterThan(0)
  })
})

describe('every figure that can be explained', () => {
  it('has lines that add up and rows that are there, down to the last line of the sample', () => {
    expectSound(sample)
    expect(Array.from(everything(sample)).length).toBeGreaterThan(100)
  })

  it('does so where the reorganization takes place', () => {
    const low = (['atScaleShare', 'atScaleUnitShare'] as const).map((key, at) =>
      insertChange('setting', newRow('setting', idAt(at), { key, value: '500' })),
    )
    const applied = applyChanges(sample.plan, low)
    if (!applied.ok) throw new Error('does not apply')
    const facts = factsOf(applied.value)!
    expect(facts.runs[0]!.compiled.reorganisedAtScale).not.toBeNull()
    expectSound(facts)
  })

  it('does so after whatever edits of the sample leave a plan that can be forecast', () => {
    let explained = 0
    const property = fc.property(arbitraryEdits(sample.plan), (changes) => {
      const applied = applyChanges(sample.plan, changes)
      const facts = applied.ok ? factsOf(applied.value) : null
      if (!facts) return
      explained += 1
      expectSound(facts)
    })
    fc.assert(property, { numRuns: 15 })
    expect(explained).toBeGreaterThan(0)
  })
})
