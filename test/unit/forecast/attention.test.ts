import { attention, type AttentionCode, type AttentionItem } from '@shared/forecast/attention'
import { compareHeadlines, comparisonSentence } from '@shared/forecast/comparison'
import { figureOf, headlineOf, type Headline } from '@shared/forecast/headline'
import { leverChanges } from '@shared/forecast/levers'
import { runPlan } from '@shared/forecast/run'
import { applyChanges } from '@shared/plan/apply'
import type { Change } from '@shared/plan/change'
import { updateChange } from '@shared/plan/edit'
import { rowsOf, type Plan } from '@shared/plan/plan'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryPlan } from '../../fixtures/arbitrary-plan.ts'
import { sampleScenarios } from '@shared/sample/scenarios'
import { idSource } from '../../fixtures/ids.ts'
import { samplePlan } from '../../fixtures/sample-plan.ts'

const plan = samplePlan()

const applied = (of: Plan, changes: readonly (Change | null)[]): Plan => {
  const result = applyChanges(
    of,
    changes.filter((change) => change !== null),
  )
  if (!result.ok) throw new Error('does not apply')
  return result.value
}

function seen(of: Plan): { items: AttentionItem[]; headline: Headline } {
  const run = runPlan(of)
  if (!run.ok) throw new Error(run.error.map(({ message }) => message).join(' '))
  const { runs, ledger } = run.value
  return { items: attention(of, runs, ledger), headline: headlineOf(of, runs, ledger) }
}

const codesOf = (of: Plan): Set<AttentionCode> => new Set(seen(of).items.map(({ code }) => code))

/** What a planner would do about each, on the sample district. */
const mended: [AttentionCode, (of: Plan) => (Change | null)[]][] = [
  [
    'position-vacant',
    (of) =>
      rowsOf(of, 'position')
        .filter(({ status }) => status === 'vacant')
        .map((row) => updateChange(row, 'position', { status: 'filled', expectedFillMonth: null })),
  ],
  [
    'grant-leaves-gap',
    (of) =>
      rowsOf(of, 'fundingSource').map((row) =>
        updateChange(row, 'fundingSource', { obligationEndMonth: null, liquidationEndMonth: null }),
      ),
  ],
  [
    'fund-over-committed',
    (of) => rowsOf(of, 'sourceYear').map((row) => updateChange(row, 'sourceYear', { amountCents: 900_000_000 })),
  ],
  ['session-over-seats', (of) => rowsOf(of, 'session').map((row) => updateChange(row, 'session', { seats: null }))],
  [
    'barrier-open',
    (of) => rowsOf(of, 'barrier').map((row) => updateChange(row, 'barrier', { closedOn: '2026-06-30' })),
  ],
]

describe('what needs attention', () => {
  it.each(mended)('%s is told of the sample, and gone once it is mended', (code, mend) => {
    expect(codesOf(plan)).toContain(code)
    expect(codesOf(applied(plan, mend(plan)))).not.toContain(code)
  })

  it('tells each thing once, as a sentence, with a row that is there', () => {
    const { items } = seen(plan)
    expect(new Set(items.map(({ sentence }) => sentence)).size).toBe(items.length)
    for (const { sentence, table, rowId } of items) {
      expect(sentence).toMatch(/^[A-Z"“].*\.$/)
      expect(table === null || rowId === null || plan[table].has(rowId)).toBe(true)
    }
  })
})

describe('a comparison', () => {
  const other = (levers: Parameters<typeof leverChanges>[1]): Headline =>
    seen(applied(plan, leverChanges(plan, levers, idSource(9)))).headline
  const before = seen(plan).headline

  it('says that nothing changes where nothing does', () => {
    expect(comparisonSentence(before, before)).toBe('Nothing changes: the two plans come to the same.')
    expect(compareHeadlines(before, before).every(({ difference }) => difference === '')).toBe(true)
  })

  it('names what it costs less and what comes later with fewer coaches, and the cost of more', () => {
    const fewer = other({ coachFteFrom: { month: '2027-07', totalFte: 4 } })
    expect(comparisonSentence(before, fewer)).toMatch(/later.*, and it costs \$[\d,]+ less\.$/)
    const more = other({ coachFteFrom: { month: '2027-07', totalFte: 8 } })
    expect(comparisonSentence(before, more)).toMatch(/, for \$[\d,]+ more; \$[\d,]+ more is without funds\.$/)
  })

  it('says beside the lower cost of a push that collapses that it does not hold, and never that money is saved', () => {
    const [push, lasting] = sampleScenarios(plan, idSource(0x51))
    const told = (changes: readonly Change[]): string =>
      comparisonSentence(before, seen(applied(plan, changes)).headline)
    expect(told(push?.changes ?? [])).toMatch(
      /; it does not hold but falls from \d+% in [A-Z][a-z]{2} 20\d\d, and costs \$[\d,]+ less; \$[\d,]+ more is without funds\.$/,
    )
    expect(told(lasting?.changes ?? [])).not.toContain('does not hold')
    for (const { changes } of [push, lasting].flatMap((one) => one ?? [])) expect(told(changes)).not.toMatch(/sav/)
  })

  it('says so where neither way gets to scale', () => {
    const hopeless = other({ annualTurnover: 0.9 })
    expect(figureOf(hopeless, 'atScaleMonth').value).toBeNull()
    expect(comparisonSentence(before, hopeless)).toContain('does not get to scale within the forecast any more')
    expect(
      comparisonSentence(hopeless, other({ annualTurnover: 0.9, coachFteFrom: { month: '2027-07', totalFte: 5 } })),
    ).toContain('Neither way')
  })
})

describe('any plan', () => {
  it('either says what it lacks or gives finite figures', () => {
    fc.assert(
      fc.property(arbitraryPlan(), (any) => {
        const run = runPlan(any)
        const { headline, items } = run.ok ? seen(any) : { headline: null, items: [] }
        const figures = headline?.figures ?? []
        const texts = [
          ...figures.flatMap(({ text, sentence }) => [text, sentence]),
          ...items.map(({ sentence }) => sentence),
        ]
        expect(run.ok || run.error.length > 0).toBe(true)
        expect(figures.filter(({ value }) => typeof value === 'number' && !Number.isFinite(value))).toEqual([])
        expect(texts.filter((text) => /NaN|Infinity|undefined/.test(text))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})
