import { ledgerOf } from '@shared/money/ledger'
import { fundSplitChanges } from '@shared/money/split-funds'
import { dividedInto, readPart, type Part } from '@shared/money/split-parts'
import { plannedFte, splitChanges } from '@shared/money/split-position'
import { bySource, totalCents, totalsBy } from '@shared/money/totals'
import { applyChanges } from '@shared/plan/apply'
import type { Change } from '@shared/plan/change'
import { addMonths } from '@shared/plan/month'
import { rowsOf, type Plan } from '@shared/plan/plan'
import { validate } from '@shared/plan/validate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idSource } from '../../fixtures/ids.ts'
import { planOf } from './plan-of.ts'

const fte = (hundredths: number): Part => ({ kind: 'fte', fte: hundredths })
const share = (basisPoints: number): Part => ({ kind: 'share', share: basisPoints })
const rest: Part = { kind: 'rest' }

describe('a typed part', () => {
  it.each([
    ['0.6', fte(60)],
    ['.6 FTE', fte(60)],
    ['1', fte(100)],
    ['60%', share(6000)],
    ['33.33 %', share(3333)],
    ['', rest],
    ['  ', rest],
  ])('%j is read', (text, part) => {
    expect(readPart(text)).toEqual(part)
  })

  it.each(['much', '0', '0%', '-0.2', '0.6 of it'])('%j is none', (text) => {
    expect(readPart(text)).toBeNull()
  })
})

describe('dividing a position', () => {
  it('takes FTE and shares beside each other, and gives the empty parts what is left', () => {
    expect(dividedInto(100, 100, [fte(60), fte(40)])).toEqual({ ok: true, value: [60, 40] })
    expect(dividedInto(100, 100, [share(6000), rest])).toEqual({ ok: true, value: [60, 40] })
    expect(dividedInto(50, 50, [fte(30), share(4000)])).toEqual({ ok: true, value: [30, 20] })
    expect(dividedInto(100, 100, [rest, rest, rest])).toEqual({ ok: true, value: [34, 33, 33] })
    expect(dividedInto(10_000, 80, [fte(60), rest])).toEqual({ ok: true, value: [7500, 2500] })
  })

  it('says what is left over, lacking or too little', () => {
    const sentence = (grains: number, of: number, parts: readonly Part[]) => {
      const divided = dividedInto(grains, of, parts)
      return divided.ok ? null : divided.error
    }
    expect(sentence(100, 100, [fte(60), fte(30)])).toBe(
      '0.1 FTE (10%) is left over. Leave one part empty to give it what is left.',
    )
    expect(sentence(100, 100, [share(6000), share(5000)])).toBe(
      'The parts are 0.1 FTE (10%) more than the position has.',
    )
    expect(sentence(100, 100, [fte(100), rest])).toBe('Nothing is left for the parts that are empty.')
    expect(sentence(2, 2, [rest, rest, rest])).toBe('A part would be less than 0.01 FTE.')
  })

  it('never loses or makes up a hundredth, and keeps typed FTE as typed', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(parts, (typed) => {
        const whole = typed.reduce((sum, part) => sum + part, 0)
        expect(dividedInto(whole, whole, typed.map(fte))).toEqual({ ok: true, value: typed })
        const withRest = dividedInto(whole, whole, [...typed.slice(1).map(fte), rest])
        expect(withRest).toEqual({ ok: true, value: [...typed.slice(1), typed[0]] })
      }),
    )
  })
})

const things = ['coach', 'a', 'b', 'c', 'general', 'grant', 'title', 'line', 'one', 'two']
const id = (name: string): string => `00000000-0000-4000-8000-0000000000${10 + things.indexOf(name)}`
const coach = { id: id('coach'), title: 'Coach', code: 'C1' }
const line = {
  id: id('line'),
  positionId: id('coach'),
  fromMonth: '2026-07',
  fte: 100,
  salaryCents: 6_123_457,
  benefitRate: 2873,
}
const plan = planOf({
  unit: ['a', 'b', 'c'].map((name) => ({ id: id(name), name })),
  fundingSource: ['general', 'grant', 'title'].map((name) => ({ id: id(name), name })),
  position: [coach],
  positionPeriod: [{ ...line, unitId: id('a') }],
  assignment: [
    { id: id('one'), positionId: id('coach'), sourceId: id('general'), share: 5000 },
    { id: id('two'), positionId: id('coach'), sourceId: id('grant') },
  ],
})

function after(changes: readonly Change[], of: Plan = plan): Plan {
  const applied = applyChanges(of, changes)
  if (!applied.ok) throw new Error('does not apply')
  expect(validate(of, changes)).toEqual([])
  return applied.value
}

describe('an uneven split over schools', () => {
  const uneven = fc.tuple(fc.integer({ min: 1, max: 98 }), fc.constantFrom('2026-07', '2027-01', '2028-04'))

  it('keeps FTE, who pays what of it, and the cost but for the cents of rounding each part', () => {
    fc.assert(
      fc.property(uneven, ([first, fromMonth]) => {
        const places = [
          { unitId: id('a'), fte: first },
          { unitId: id('b'), fte: 100 - first },
        ]
        const now = after(splitChanges(plan, { positionId: id('coach'), fromMonth, places }, idSource(1)))
        const positions = rowsOf(now, 'position')
        expect(positions.reduce((sum, position) => sum + (plannedFte(now, position.id, '2029-01') ?? 0), 0)).toBe(100)
        const [ledger, before] = [ledgerOf(now), ledgerOf(plan)]
        const total = totalCents(ledger)
        // pay and benefits of each part are rounded by themselves, once a fiscal year
        expect(Math.abs(total.costCents - totalCents(before).costCents)).toBeLessThanOrEqual(2 * 6)
        expect(total.unfundedCents).toBe(0)
        const units = [...totalsBy(ledger, ({ unitId }) => unitId).values()]
        expect(units.reduce((sum, { costCents }) => sum + costCents, 0)).toBe(total.costCents)
        expect(bySource(now, ledger).reduce((sum, { paidCents }) => sum + paidCents, 0)).toBe(total.costCents)
      }),
      { numRuns: 40 },
    )
  })
})

describe('a split of a position that pauses or changes later', () => {
  const months = Array.from({ length: 60 }, (_, at) => addMonths('2026-07', at))
  const fteOf = (of: Plan): number[] =>
    months.map((month) =>
      rowsOf(of, 'position').reduce((sum, position) => sum + (plannedFte(of, position.id, month) ?? 0), 0),
    )
  /** Up to three lines; each begins so many months after the one before, and may end before the next. */
  const lines = fc.array(
    fc.record({
      later: fc.integer({ min: 1, max: 14 }),
      lasts: fc.option(fc.integer({ min: 1, max: 20 }), { nil: null }),
      fte: fc.integer({ min: 2, max: 100 }),
    }),
    { minLength: 1, maxLength: 3 },
  )

  it('makes up no month and loses none', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 0, max: 45 }), (drawn, at) => {
        let start = -1
        const positionPeriod = drawn.map(({ later, lasts, fte: full }, n) => {
          start += later
          const fromMonth = addMonths('2026-07', start)
          const toMonth = lasts === null ? null : addMonths(fromMonth, lasts - 1)
          return { ...line, id: id(things[n + 1] ?? 'a'), unitId: id('a'), fromMonth, toMonth, fte: full }
        })
        const unit = ['a', 'b'].map((name) => ({ id: id(name), name }))
        const planned = planOf({ unit, position: [coach], positionPeriod })
        const fromMonth = addMonths('2026-07', at)
        const full = plannedFte(planned, id('coach'), fromMonth)
        if (full === null) return
        const places = [
          { unitId: id('a'), fte: 1 },
          { unitId: id('b'), fte: full - 1 },
        ]
        const now = after(splitChanges(planned, { positionId: id('coach'), fromMonth, places }, idSource(1)), planned)
        expect(fteOf(now)).toEqual(fteOf(planned))
      }),
    )
  })
})

describe('an uneven split over funds', () => {
  it('lets each fund pay its share to the cent from the month on, and what was paid before stays', () => {
    const funds = [
      { sourceId: id('title'), share: 6000 },
      { sourceId: id('general'), share: null },
    ]
    const now = after(fundSplitChanges(plan, { positionId: id('coach'), fromMonth: '2027-07', funds }, idSource(1)))
    const [ledger, before] = [ledgerOf(now), ledgerOf(plan)]
    const paid = (name: string, of: typeof ledger, fiscalYear: number): number =>
      bySource(now, of)
        .find(({ sourceId }) => sourceId === id(name))
        ?.years.find((year) => year.fiscalYear === fiscalYear)?.paidCents ?? 0
    const cost = totalCents(ledger, { fromMonth: '2027-07', toMonth: '2028-06' }).costCents
    expect(totalCents(ledger)).toEqual(totalCents(before))
    expect(totalCents(ledger).unfundedCents).toBe(0)
    for (const name of ['general', 'grant']) expect(paid(name, ledger, 2027)).toBe(paid(name, before, 2027))
    expect(paid('title', ledger, 2027)).toBe(0)
    expect(paid('grant', ledger, 2028)).toBe(0)
    expect(paid('title', ledger, 2028) + paid('general', ledger, 2028)).toBe(cost)
    // each month is split to the cent, so that twelve of them stray from the share by less than a cent each
    expect(Math.abs(paid('title', ledger, 2028) - cost * 0.6)).toBeLessThan(12)
  })

  it('takes the place of payments that would begin later', () => {
    const later = { id: id('two'), positionId: id('coach'), sourceId: id('grant'), share: 10_000, fromMonth: '2028-07' }
    const planned = planOf({
      fundingSource: ['general', 'grant'].map((name) => ({ id: id(name), name })),
      position: [coach],
      positionPeriod: [line],
      assignment: [{ id: id('one'), positionId: id('coach'), sourceId: id('general'), toMonth: '2028-06' }, later],
    })
    const funds = [
      { sourceId: id('general'), share: 2500 },
      { sourceId: id('grant'), share: 7500 },
    ]
    const now = after(
      fundSplitChanges(planned, { positionId: id('coach'), fromMonth: '2027-07', funds }, idSource(1)),
      planned,
    )
    expect(rowsOf(now, 'assignment').map((row) => [row.sourceId, row.share, row.fromMonth, row.toMonth])).toEqual([
      [id('general'), null, null, '2027-06'],
      [id('general'), 2500, '2027-07', null],
      [id('grant'), 7500, '2027-07', null],
    ])
  })

  it('begins with the position where nobody was named to pay it, so that no earlier month loses its funds', () => {
    const free: Plan = { ...plan, assignment: new Map() }
    const funds = [
      { sourceId: id('general'), share: 5000 },
      { sourceId: id('grant'), share: null },
    ]
    const now = after(
      fundSplitChanges(free, { positionId: id('coach'), fromMonth: '2028-07', funds }, idSource(1)),
      free,
    )
    expect(totalCents(ledgerOf(now)).unfundedCents).toBe(0)
    expect(rowsOf(now, 'assignment').map(({ fromMonth }) => fromMonth)).toEqual([null, null])
  })
})
