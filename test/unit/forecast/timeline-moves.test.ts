import { baselineOf, baselineWords } from '@shared/forecast/timeline-baseline'
import { dateChanges, dateFields, moveChanges, moveLabel, resizeChanges } from '@shared/forecast/timeline-moves'
import { shiftWave, shiftWords } from '@shared/forecast/timeline-shift'
import { ledgerOf } from '@shared/money/ledger'
import { sumOf } from '@shared/money/totals'
import { diff } from '@shared/plan/algebra'
import { updateChange } from '@shared/plan/edit'
import { rowsOf, type Plan } from '@shared/plan/plan'
import { validate } from '@shared/plan/validate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { samplePlan } from '../../fixtures/sample-plan.ts'
import { planOf } from '../money/plan-of.ts'
import { applied, bareTimeline, laneNamed, n, partTexts, spanText } from './timeline-of.ts'

const plan = samplePlan()
const timeline = bareTimeline(plan)
const placeOf = (label: string, of: Plan = plan) => {
  const { place } = laneNamed(bareTimeline(of), label)
  if (!place) throw new Error(`"${label}" is no row`)
  return place
}
const movable = timeline.lanes.filter(({ canMove }) => canMove)
const end = n('2031-06')

describe('a move', () => {
  it('puts the bar that many months further, and back again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...movable), fc.integer({ min: 1, max: 30 }), (lane, months) => {
        if (!lane.place || lane.span === null) return
        const after = applied(plan, moveChanges(plan, lane.place, months))
        const moved = bareTimeline(after).lanes.find(({ key }) => key === lane.key)
        expect(moved?.span?.first).toBe(lane.span.first + months)
        if (lane.place.table === 'session') return
        expect(diff(plan, applied(after, moveChanges(after, lane.place, -months)))).toEqual([])
      }),
    )
  })

  it('takes the month in which a post is filled along', () => {
    const after = applied(plan, moveChanges(plan, placeOf('Reading coach (C6)'), 2))
    expect(partTexts(laneNamed(bareTimeline(after), 'Reading coach (C6)'))).toEqual([
      '2026-09 – 2026-11 vacant',
      '2026-12 – 2029-08 plain',
    ])
  })

  it('keeps the day of a session in its new month, the last one where that is shorter', () => {
    const one = planOf({ session: [{ id: 's', title: 'S', month: '2027-01', date: '2027-01-31' }] })
    const after = applied(one, moveChanges(one, { table: 'session', id: 's' }, 1))
    expect(after.session.get('s')).toMatchObject({ month: '2027-02', date: '2027-02-28' })
  })

  it('never puts a move of the central office before at scale', () => {
    const move = rowsOf(plan, 'reorganisationMove')[0]!
    const after = applied(plan, moveChanges(plan, { table: 'reorganisationMove', id: move.id }, -9))
    expect(after.reorganisationMove.get(move.id)?.monthsAfterAtScale).toBe(0)
  })

  it('is named after what it moves', () => {
    expect(moveLabel(plan, placeOf('Wave 1'), -1)).toBe('Move Wave 1 earlier by 1 month')
    expect(moveLabel(plan, placeOf('Wave 1'), 3)).toBe('Move Wave 1 later by 3 months')
  })
})

describe('a new end', () => {
  const resized = (label: string, months: number): string => {
    const after = applied(plan, resizeChanges(plan, placeOf(label), months, end))
    return spanText(laneNamed(bareTimeline(after), label))
  }
  it('is never before the start, and makes a plan that holds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...timeline.lanes.filter(({ canResize }) => canResize)),
        fc.integer({ min: -90, max: 30 }),
        (lane, months) => {
          const changes = resizeChanges(plan, lane.place!, months, end)
          const problems = validate(plan, changes)
          expect(problems.filter(({ code }) => code === 'end-before-start')).toEqual([])
        },
      ),
    )
  })

  it('of a fund takes its last month to pay along', () => {
    expect(resized('State early literacy grant', -3)).toBe('2025-07 – 2027-06')
  })

  it('of what goes on for good counts from the end of the forecast, and only backwards', () => {
    expect(resized('Materials used up each year', -12)).toBe('2026-08 – 2030-06')
    expect(resized('Materials used up each year', 2)).toBe('2026-08 – 2031-06 …')
  })

  it('of a line of a position stops before the next line', () => {
    const first = timeline.lanes.find(({ parent }) => parent === laneNamed(timeline, 'Reading coach (C1)').key)
    expect(resizeChanges(plan, first!.place!, 5, end)).toMatchObject([{ fields: { toMonth: { after: '2027-07' } } }])
  })

  it('is not there for what takes one month', () => {
    expect(resizeChanges(plan, placeOf('Foundations for Wave 1'), 3, end)).toEqual([])
  })
})

describe('typed months', () => {
  it('are those of the row, and for a position those of all its lines', () => {
    expect(dateFields(plan, placeOf('State early literacy grant')).map(({ label }) => label)).toEqual([
      'Starts',
      'Commit until',
      'Pay until',
    ])
    expect(dateFields(plan, placeOf('Reading coach (C1)')).map(({ label }) => label)).toEqual([
      'From (line 1)',
      'Until (line 1)',
      'From (line 2)',
      'Until (line 2)',
    ])
  })

  it('are put in place, a session with its day', () => {
    const place = placeOf('Foundations for the pilot')
    const after = applied(plan, dateChanges(plan, [{ place, key: 'month', month: '2025-10' }]))
    expect(after.session.get(place.id)).toMatchObject({ month: '2025-10', date: '2025-10-18' })
    expect(dateChanges(plan, [{ place, key: 'month', month: '2025-08' }])).toEqual([])
  })
})

describe('the shift of a wave', () => {
  it('takes along its own sessions and milestones that are still to come', () => {
    const shift = shiftWave(plan, placeOf('Wave 1').id, 2, 'own')
    expect(shiftWords(shift)).toBe('1 wave, 3 learning sessions, 2 milestones')
    const after = bareTimeline(applied(plan, shift.changes))
    expect(spanText(laneNamed(after, 'Foundations for Wave 1'))).toBe('2026-11 – 2026-11')
    expect(spanText(laneNamed(after, 'Renewal, fall 2027'))).toBe('2027-10 – 2027-10')
    expect(spanText(laneNamed(after, 'Wave 2'))).toBe(spanText(laneNamed(timeline, 'Wave 2')))
  })

  it('takes along every wave that starts later, where that is asked', () => {
    const shift = shiftWave(plan, placeOf('Wave 1').id, 2, 'following')
    expect(shift.waves).toBe(3)
    const after = bareTimeline(applied(plan, shift.changes))
    expect(spanText(laneNamed(after, 'Wave 3'))).toBe('2028-10 – 2031-06 …')
    expect(spanText(laneNamed(after, 'Pilot'))).toBe('2025-08 – 2031-06 …')
  })

  it('leaves what was held or done where it was', () => {
    const shift = shiftWave(plan, placeOf('Pilot').id, 1, 'own')
    expect(shiftWords(shift)).toBe('1 wave, 0 learning sessions, 0 milestones')
  })
})

describe('a baseline', () => {
  it('says of an unchanged plan that all is as before', () => {
    const same = baselineOf(plan, plan)
    expect(same).toMatchObject({ added: [], removed: [], moreCents: 0 })
    expect(new Set([...same.lanes.values()].map(baselineWords))).toEqual(new Set(['as before']))
  })

  it('says how many months later and how much more, by lane and in all', () => {
    const line = rowsOf(plan, 'costLine').find(({ name }) => name === 'Lesson materials for Wave 2')!
    const dearer = updateChange(line, 'costLine', { amountCents: line.amountCents + 4_200_000 })!
    const now = applied(applied(plan, [dearer]), moveChanges(plan, placeOf('Lesson materials for Wave 2'), 3))
    const { lanes, moreCents } = baselineOf(now, plan)
    expect(baselineWords(lanes.get(`costLine:${line.id}`)!)).toBe('3 months later, +$42,000')
    expect(moreCents).toBe(4_200_000)
    expect(lanes.get('group:costs')?.moreCents).toBe(4_200_000)
    expect(lanes.get(`costLine:${line.id}`)?.span).toEqual({ first: n('2027-08'), last: n('2027-08'), isOpen: false })
  })

  it('counts a school’s and a wave’s own sessions as costs of the wave', () => {
    const session = placeOf('Foundations for Wave 3')
    const now = applied(plan, [updateChange(plan.session.get(session.id)!, 'session', { leaderFeeCents: 1_000_000 })!])
    const wave = baselineOf(now, plan).lanes.get(`wave:${placeOf('Wave 3').id}`)
    expect(wave?.moreCents).toBe(1_000_000)
  })

  it('adds up to the difference of the two ledgers over the months that both count', () => {
    fc.assert(
      fc.property(fc.constantFrom(...movable), fc.integer({ min: -12, max: 12 }), (lane, months) => {
        const now = applied(plan, moveChanges(plan, lane.place!, months))
        const cost = (of: Plan): number => ledgerOf(of).lines.reduce((sum, { costCents }) => sum + sumOf(costCents), 0)
        const { lanes, moreCents } = baselineOf(now, plan)
        const groups = ['positions', 'sessions', 'costs'].map((group) => lanes.get(`group:${group}`)?.moreCents ?? 0)
        expect(moreCents).toBe(cost(now) - cost(plan))
        expect(groups.reduce((a, b) => a + b, 0)).toBe(moreCents)
      }),
      { numRuns: 25 },
    )
  })

  it('names what is new and what is gone', () => {
    const wave = plan.wave.get(placeOf('Wave 3').id)!
    const without: Plan = { ...plan, wave: new Map([...plan.wave].filter(([id]) => id !== wave.id)) }
    expect(baselineOf(plan, without).added).toContain(`wave:${wave.id}`)
    expect(baselineOf(without, plan).removed).toContain('Wave 3')
  })
})
